import type { PlanCheckWords } from '../../messages/plan-checks.ts';
import { unsaidOfOlder } from '../custom-kpi/older.ts';
import { customKpiNames } from '../model/edit-kpis.ts';
import { type CustomKpi, customKpiFields, customKpiQuestions, planFields } from '../model/plan.ts';
import { type FieldReader, fieldReader, isRecord, lineOf, type Readers } from './field-reader.ts';
import { valueReaders } from './value-readers.ts';

/** Readers of the KPIs that the user defined. */
export const customKpiReaders = {
  own(given, _, at) {
    const { problems } = at.words;
    const items: readonly unknown[] = Array.isArray(given) ? given : [];
    if (!Array.isArray(given)) at.refuse('own', problems.ownName);
    if (items.length > customKpiNames.length) {
      at.refuse('own', problems.tooManyOwn({ most: customKpiNames.length }));
      return [];
    }
    const names = new Set<string>();
    return [...items].flatMap((each): readonly CustomKpi[] => {
      const name = isRecord(each) ? customKpiNames.find((known) => known === each.name) : undefined;
      if (!isRecord(each) || name === undefined || names.has(name)) {
        at.refuse('own', problems.ownName);
        return [];
      }
      names.add(name);
      const title = lineOf(each.title) || name;
      const own = at.part(customKpiFields, each, `own.${name}`, title).all(customKpiFields);
      return own.how ? [own] : [];
    });
  },
  kpi: (given) => (typeof given === 'string' ? given : null),
  how(given, _, at) {
    if (!isRecord(given)) return null;
    if (given.is === 'typed') {
      const over = (['sum', 'last', 'whole'] as const).find((each) => each === given.over);
      return over ? { is: 'typed', over } : null;
    }
    if (given.is !== 'ratio') return null;
    const part = (title: unknown) => at.part(partFields, { title }, 'how').get('title');
    const [top, bottom] = [part(given.top), part(given.bottom)].map(String);
    return top && bottom && top !== bottom ? { is: 'ratio', top, bottom } : null;
  },
  unsaid(given, _, at) {
    if (Array.isArray(given)) return customKpiQuestions.filter((each) => given.includes(each));
    // Kept before there were such questions.
    const { unsaid: __, ...older } = customKpiFields;
    const own = at.all(older);
    return own.how ? unsaidOfOlder(own) : [];
  },
} satisfies Partial<Readers>;

/** What is divided, and by what, is a title each. */
const partFields = { title: { is: 'text' } } as const;

/** The KPIs that the user defined, by themselves; what cannot be read is left out. */
export function readableCustomKpis(value: unknown, words: PlanCheckWords): readonly CustomKpi[] {
  const { own } = planFields;
  const readers = { ...valueReaders, ...customKpiReaders };
  const at: FieldReader = fieldReader({ own }, { own: value }, { words, readers });
  return at.all({ own }).own;
}
