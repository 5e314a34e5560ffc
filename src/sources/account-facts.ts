import type { Account } from '../plan/model/feeds.ts';
import { lineOf } from '../plan/validation/field-reader.ts';

/** What every account has, cleaned, in the order in which it is kept; `null` where some of it is wrong. */
export function accountFacts(
  record: Readonly<Record<string, unknown>>,
  ids: RegExp,
): Pick<Account, 'id' | 'name' | 'currency' | 'by'> | null {
  const { id } = record;
  const name = lineOf(record.name);
  const currency = lineOf(record.currency);
  if (typeof id !== 'string' || !ids.test(id) || name === null) return null;
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return null;
  const by = lineOf(record.by);
  return { id, name, currency, ...(by ? { by } : {}) };
}
