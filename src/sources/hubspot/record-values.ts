import { type Json, numberOf, textOf } from '../json.ts';

export const idOf = (value: unknown): string | null => {
  const id = typeof value === 'number' ? String(value) : textOf(value);
  return /^[1-9]\d{0,30}$/.test(id) ? id : null;
};

/** `2026-02-25T16:26:25.880Z`; milliseconds, as older answers have them. */
export function momentOf(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  if (/^\d{10,14}$/.test(text)) return Number(text);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(text))
    return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}

/**
 * A deal’s amount in the account’s own currency: `"3000"` and `"5000.00"` stand beside each other. What
 * nobody has typed adds nothing; `null` where there is an amount whose worth is not known.
 */
export function amountOf(
  { amount, amount_in_home_currency: home, deal_currency_code: code }: Json,
  currency: string,
): number | null {
  if (isBlank(home)) {
    if (isBlank(amount)) return 0;
    return isBlank(code) || code === currency ? numberOf(amount) : null;
  }
  return numberOf(home);
}

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '';
