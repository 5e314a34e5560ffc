import type { DecimalSign } from '../../plan/amounts/read-column.ts';
import type { Account } from '../../plan/model/feeds.ts';
import { lineOf } from '../../plan/validation/field-reader.ts';
import { accountFacts } from '../account-facts.ts';

/** A table that stands in the spreadsheet. Columns are known by their headers, so they may move. */
export interface TableAccount extends Account {
  readonly source: 'table';
  /** The tab's id, which stays when it is renamed. */
  readonly sheet: number;
  /** The header of the column with the day, or with a period's first day. */
  readonly day: string;
  /** The header of the column with a period's last day; `null` where a row is one day. */
  readonly lastDay: string | null;
  /** How `3/4/2026` is meant, where the column holds texts. */
  readonly order: 'dayFirst' | 'monthFirst' | 'yearFirst';
  /** What the days of a quarter before the table's first one held: nobody knows, or nothing. */
  readonly before: 'unknown' | 'nothing';
  /** How `1.500` is meant where no column tells; left out: nobody has said. */
  readonly decimal?: DecimalSign | undefined;
  /** What becomes of rows that may be the sum of others; left out: nobody has said. */
  readonly sums?: 'leave' | 'count' | undefined;
}

const ids = /^table-[a-z0-9]{6}$/;
const orders = ['dayFirst', 'monthFirst', 'yearFirst'] as const;

/** What a new table is called, by six characters of its own. */
export const tableId = (key: string): string => `table-${key}`;

/** A table of which each row is one day, its days being days and no texts. */
export const tableOfDays = (
  key: string,
  { name, currency, sheet, day }: Pick<TableAccount, 'name' | 'currency' | 'sheet' | 'day'>,
): TableAccount => ({
  source: 'table',
  id: tableId(key),
  name,
  currency,
  sheet,
  day,
  lastDay: null,
  order: 'dayFirst',
  before: 'unknown',
});

export function readTableAccount(record: Readonly<Record<string, unknown>>): TableAccount | null {
  const { source, sheet } = record;
  const facts = accountFacts(record, ids);
  const day = lineOf(record.day);
  const lastDay = record.lastDay === null ? null : lineOf(record.lastDay);
  const order = orders.find((each) => each === record.order);
  if (source !== 'table' || !facts || !day || lastDay === '' || !order) return null;
  if (typeof sheet !== 'number' || !Number.isInteger(sheet) || sheet < 0) return null;
  const before = record.before === 'nothing' ? 'nothing' : 'unknown';
  const decimal = (['.', ','] as const).find((each) => each === record.decimal);
  const sums = (['leave', 'count'] as const).find((each) => each === record.sums);
  return {
    source,
    ...facts,
    sheet,
    day,
    lastDay,
    order,
    before,
    ...(decimal && { decimal }),
    ...(sums && { sums }),
  };
}
