import { type Unit, units } from '../../kpi/units.ts';
import type { PlanWords } from '../../messages/en/plan.ts';
import { unsaidOfOlder } from '../custom-kpi/older.ts';
import { customKpiNames } from '../model/edit-kpis.ts';
import { type CustomKpi, type CustomKpiQuestion, customKpiQuestions } from '../model/plan.ts';
import { type FieldReader, fieldReader, isRecord, type PlanProblem } from './field-reader.ts';

/** What the numbers of an own KPI may be measured in; `expectSame` means nothing on its own. */
const customKpiUnits: readonly Unit[] = (Object.keys(units) as Unit[]).filter(
  (unit) => unit !== 'same',
);
const directions: readonly CustomKpi['better'][] = ['higher', 'lower', 'on plan'];

/** The KPIs that the user defined. */
export function validateCustomKpis(
  value: unknown,
  words: PlanWords,
): { readonly own: readonly CustomKpi[]; readonly problems: readonly PlanProblem[] } {
  const top = fieldReader({}, '', words);
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  if (value != null && !Array.isArray(value)) top.refuse('own', words.problems.ownName);
  if (given.length > customKpiNames.length) {
    top.refuse('own', words.problems.tooManyOwn(customKpiNames.length));
    return { own: [], problems: top.problems };
  }
  const names = new Set<string>();
  const own = [...given].flatMap((each): readonly CustomKpi[] => {
    const name = isRecord(each) ? customKpiNames.find((known) => known === each.name) : undefined;
    if (!isRecord(each) || name === undefined || names.has(name)) {
      top.refuse('own', words.problems.ownName);
      return [];
    }
    names.add(name);
    return checkOne(each, name, top.into(each, `own.${name}`));
  });
  return { own, problems: top.problems };
}

function checkOne(
  value: Readonly<Record<string, unknown>>,
  name: string,
  at: FieldReader,
): readonly CustomKpi[] {
  const { problems } = at.words;
  const title = at.text('title', { must: problems.ownTitle(name) });
  const unit = at.oneOf<Unit>('unit', customKpiUnits, 'count');
  const better = at.oneOf('better', directions, 'higher');
  const how = isRecord(value.how) ? checkHow(value.how, at) : null;
  if (!how) at.refuse('how', problems.ownHow(title || name));
  if (!how) return [];
  const own = { name, title, unit, better, how };
  return [{ ...own, unsaid: checkUnsaid(value.unsaid) ?? unsaidOfOlder(own) }];
}

/** `null`: kept before there were such questions. */
const checkUnsaid = (given: unknown): readonly CustomKpiQuestion[] | null =>
  Array.isArray(given) ? customKpiQuestions.filter((each) => given.includes(each)) : null;

function checkHow(
  how: Readonly<Record<string, unknown>>,
  outer: FieldReader,
): CustomKpi['how'] | null {
  if (how.is === 'typed') {
    const over = (['sum', 'last', 'whole'] as const).find((each) => each === how.over);
    return over ? { is: 'typed', over } : null;
  }
  if (how.is !== 'ratio') return null;
  const part = (given: unknown) => outer.into({ title: given }, 'how').text('title');
  const [top, bottom] = [part(how.top), part(how.bottom)];
  return top && bottom && top !== bottom ? { is: 'ratio', top, bottom } : null;
}
