import { type Business, businesses } from '../../kpi/identity.ts';
import type { QuarterName, WeekStart } from '../calendar/calendar.ts';
import { type BusinessProfile, type Stage, stages } from '../model/plan.ts';
import { type FieldReader, isRecord, unsigned } from './field-reader.ts';

const sales: readonly BusinessProfile['sales'][] = ['sales', 'revenue'];
const weekStarts: readonly WeekStart[] = ['monday', 'sunday'];

/** What the business said of itself. */
export function validateBusinessProfile(value: unknown, outer: FieldReader): BusinessProfile {
  const said = isRecord(value) ? value : {};
  const at = outer.into(said, 'circumstances');
  const { problems } = at.words;
  return {
    business: said.business == null ? null : at.oneOf<Business>('business', businesses, 'online'),
    stage: said.stage == null ? null : at.oneOf<Stage>('stage', stages, 'new'),
    sales: at.oneOf('sales', sales, 'sales'),
    margin: checkMargin(said.margin ?? null, at),
    currency: checked(
      isCurrency(said.currency),
      () => at.refuse('currency', problems.currency),
      '',
    ),
    firstMonth: checked(
      isMonth(said.firstMonth),
      () => at.refuse('firstMonth', problems.firstMonth),
      1,
    ),
    weekStart: at.oneOf('weekStart', weekStarts, 'monday'),
  };
}

function checkMargin(margin: unknown, at: FieldReader): number | null {
  if (margin === null) return null;
  if (typeof margin === 'number' && margin >= 0 && margin <= 1) return unsigned(margin);
  at.refuse('margin', at.words.problems.margin);
  return null;
}

function checked<T>(found: T | null, refuse: () => void, instead: T): T {
  if (found === null) refuse();
  return found ?? instead;
}

const isCurrency = (value: unknown): string | null =>
  typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? value : null;

const isMonth = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 12 ? value : null;

/** A quarter that exists, and is one of the financial year that begins where the business says. */
export function validateQuarter(
  value: Readonly<Record<string, unknown>>,
  at: FieldReader,
): QuarterName {
  const { quarter, circumstances } = value;
  const { year, month } = isRecord(quarter) ? quarter : {};
  const begins = isMonth(month);
  const firstMonth = isMonth(isRecord(circumstances) ? circumstances.firstMonth : null);
  const inYear = firstMonth === null || begins === null || (begins - firstMonth) % 3 === 0;
  const exists = typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year <= 2100;
  if (exists && begins !== null && inYear) return { year, month: begins };
  at.refuse('quarter', at.words.problems.quarter);
  return { year: 2000, month: 1 };
}
