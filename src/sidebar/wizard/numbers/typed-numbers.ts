import type { Kpi } from '../../../kpi/define.ts';
import type { Language } from '../../../messages/compiled/languages.ts';
import {
  formatAmount,
  type ParsedTarget,
  parseAmount,
  parseTarget,
  parseValue,
  type TargetProblem,
} from '../../../plan/amounts/parse-amount.ts';
import type { PlannedKpi } from '../../../plan/model/plan.ts';
import { number } from '../../ui/numbers.ts';

/** The number fields of a KPI. */
export type NumberField = 'baseline' | 'target' | 'lastYear' | 'weight' | 'goal' | 'flag';

/** A text stays as it was typed, and keeps being read in the habits in which it was typed. */
export interface TypedText {
  readonly text: string;
  readonly language: Language;
}
export type TypedFields = Readonly<Partial<Record<NumberField, TypedText>>>;

/** What a field says: a value, or why it says none. */
export type ParsedField = ParsedTarget | { readonly problem: TargetProblem | 'share' };

const shareFields: readonly NumberField[] = ['weight', 'goal', 'flag'];
const mostShare: Readonly<Record<'weight' | 'goal' | 'flag', number>> = {
  weight: 1,
  goal: 2,
  flag: 2,
};

/** What stands in a field, with the KPI's last quarter as it is known. */
export function parseField(
  field: NumberField,
  { text, language }: TypedText,
  kpi: Kpi,
  baseline: number | null,
): ParsedField {
  if (field === 'target') return parseTarget(text, baseline, kpi.unit, language);
  if (field === 'baseline' || field === 'lastYear') {
    const read = parseValue(text, kpi.unit, language);
    return 'problem' in read ? read : { value: read.value, as: 'value' };
  }
  if (text.trim() === '') return { problem: 'empty' };
  const share = readPercent(text, language);
  const fits = share !== null && share <= mostShare[field as keyof typeof mostShare];
  return fits ? { value: share, as: 'value' } : { problem: 'share' };
}

/** The numbers of a KPI as its fields say them: what is typed over is never kept behind it. */
export function typedValues(
  planned: PlannedKpi,
  kpi: Kpi,
  typed: TypedFields,
): Partial<PlannedKpi> {
  const values: { -readonly [Field in NumberField]?: number | null } = {};
  const fields = Object.entries(typed) as [NumberField, TypedText][];
  const ordered = [...fields].sort(([one]) => (one === 'baseline' ? -1 : 1));
  for (const [field, text] of ordered) {
    const baseline = values.baseline === undefined ? planned.baseline : values.baseline;
    const read = parseField(field, text, kpi, baseline);
    if ('value' in read) values[field] = read.value;
    else if (!shareFields.includes(field)) values[field] = null;
  }
  return values as Partial<PlannedKpi>;
}

/** A percentage as people type it: `40%`, `40`; `0,4` is the same share. `null` where it is none. */
export function readPercent(text: string, language: Language): number | null {
  const read = parseAmount(text, language);
  if ('problem' in read || read.value < 0) return null;
  const isShare = read.percent || (read.value < 1 && read.value > 0);
  return isShare ? read.value : Number(`${read.value}e-2`);
}

/** How a value stands in its field when nobody has typed it. */
export function written(
  field: NumberField,
  value: number | null,
  kpi: Kpi,
  language: Language,
): string {
  if (value === null) return '';
  if (shareFields.includes(field)) return `${number(value * 100, language, 2)}%`;
  return plainly(value, kpi, language);
}

/** A value as it can be typed again: its digits in the language's habits, and `%` for a rate. */
function plainly(value: number, kpi: Kpi, language: Language): string {
  if (kpi.unit === 'fraction') return `${number(value * 100, language, 6)}%`.replace('−', '-');
  return number(value, language, 6).replace('−', '-');
}

/** A value with its unit and currency, for reading only. */
export const shown = (value: number, kpi: Kpi, currency: string, language: Language): string =>
  formatAmount(value, kpi.unit, currency, language);

/** Whether a text says its value in another way than it would be written: worth reading back. */
export const worthReadingBack = (
  text: string,
  value: number,
  kpi: Kpi,
  language: Language,
): boolean => text.trim() !== '' && text.replace(/\s/g, '') !== plainly(value, kpi, language);
