import { catalogue } from '../../../kpi/catalogue.ts';
import { kpiNamed } from '../../../plan/model/aggregation.ts';
import type { Draft, Step } from '../draft-begun.ts';
import { type NumberField, parseField, type TypedText } from './typed-numbers.ts';

/** The id of a field on the page. */
export const fieldId = (kpi: string, field: string): string => `${kpi}-${field}`;

/** The id of the first number field whose text says no number; `''` where there is none. */
export function firstWrong(draft: Draft): string {
  for (const { kpi: name, baseline } of draft.plan.kpis) {
    const kpi = kpiNamed(name, draft.plan, catalogue);
    const typed = Object.entries(draft.typed[name] ?? {}) as [NumberField, TypedText][];
    const wrong = typed.find(([field, text]) => {
      const read = kpi && parseField(field, text, kpi, baseline);
      return read && 'problem' in read && read.problem !== 'empty';
    });
    if (wrong) return fieldId(name, wrong[0]);
  }
  return '';
}

/** Where a field of a plan stands: `kpis.CPL.target` is on the third step, `name` on the first. */
export function placeOfField(field: string): { readonly step: Step; readonly id: string } | null {
  const [part = '', kpi = '', name = ''] = field.split('.');
  if (part === 'kpis' && kpi) return { step: 3, id: name ? fieldId(kpi, name) : '' };
  if (part === 'kpis' || part === 'own') return { step: 2, id: '' };
  if (part === 'circumstances') return { step: 1, id: kpi };
  if (['name', 'role', 'quarter', 'language'].includes(part)) return { step: 1, id: part };
  return part === 'objective' ? { step: 2, id: part } : null;
}
