import type { PlanCheckWords } from '../../messages/plan-checks.ts';
import { type BusinessProfile, profileFields } from '../model/plan.ts';
import { fieldReader, isRecord, type Readers } from './field-reader.ts';
import { isWhole, valueReaders } from './value-readers.ts';

/** What the business said of itself, as far as it can be read; of the rest what is usual. */
export function readableProfile(
  value: unknown,
  usual: BusinessProfile,
  words: PlanCheckWords,
): BusinessProfile {
  const at = fieldReader(profileFields, value, { words, readers: valueReaders });
  const read = Object.entries(at.all(profileFields)).filter(([, each]) => each !== null);
  return { ...usual, ...Object.fromEntries(read) };
}

/** A quarter that exists, and is one of the financial year that begins where the business says. */
export const readQuarter: Readers['quarter'] = (given, _, at) => {
  const { year, month } = isRecord(given) ? given : {};
  const { firstMonth } = at.get('circumstances') as Partial<BusinessProfile>;
  const exists =
    isWhole(year, { from: 2000, to: 2100 }) && isWhole(month, profileFields.firstMonth);
  const inYear = !firstMonth || (Number(month) - firstMonth) % 3 === 0;
  return exists && inYear ? { year, month } : null;
};
