import type { CellValue } from '../app/ports/host.ts';

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

/**
 * Whether a cell takes a value from a script. Google refuses the whole write, and all that waits with
 * it, where a rule rejects what it does not know; a blank is always taken. A criterion that only the
 * spreadsheet can judge, such as a formula of somebody's, is taken to refuse.
 */
export function takes(rule: Rule | null, value: CellValue | null): boolean {
  if (!rule || value === null || value === '' || rule.getAllowInvalid()) return true;
  const kind = String(rule.getCriteriaType());
  const given: unknown[] = rule.getCriteriaValues();
  const isFormula = typeof value === 'string' && value.startsWith('=');
  if (kind === 'CHECKBOX') return typeof value === 'boolean';
  if (kind === 'VALUE_IN_LIST') {
    const items = given[0];
    return (
      !isFormula && Array.isArray(items) && items.some((item) => String(item) === String(value))
    );
  }
  const compare = comparisons[kind];
  return compare !== undefined && typeof value === 'number' && compare(value, given.map(Number));
}

const between = (
  value: number,
  [low = Number.NaN, high = Number.NaN]: readonly number[],
): boolean => value >= Math.min(low, high) && value <= Math.max(low, high);

const comparisons: Readonly<Record<string, (value: number, limits: readonly number[]) => boolean>> =
  {
    NUMBER_BETWEEN: between,
    NUMBER_NOT_BETWEEN: (value, limits) => !between(value, limits),
    NUMBER_EQUAL_TO: (value, [limit]) => value === limit,
    NUMBER_NOT_EQUAL_TO: (value, [limit]) => value !== limit,
    NUMBER_GREATER_THAN: (value, [limit = Number.NaN]) => value > limit,
    NUMBER_GREATER_THAN_OR_EQUAL_TO: (value, [limit = Number.NaN]) => value >= limit,
    NUMBER_LESS_THAN: (value, [limit = Number.NaN]) => value < limit,
    NUMBER_LESS_THAN_OR_EQUAL_TO: (value, [limit = Number.NaN]) => value <= limit,
  };

/** Google says it in the user's language, and names the cell. */
const refusal = /data validation|xác thực dữ liệu/i;

/** The address of the cell whose rule made Google refuse a write; `null` where it is something else. */
export function refusedCell(error: unknown): string | null {
  const text = error instanceof Error ? error.message : String(error);
  if (!refusal.test(text)) return null;
  return /\b([A-Z]{1,3}\d{1,7})\b/.exec(text)?.[1] ?? '';
}
