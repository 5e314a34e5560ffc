import type { Feed } from '../../plan/model/feeds.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import type { TableAccount } from './account.ts';
import type { TableCells } from './cells.ts';
import { countRows, proposeColumns } from './propose-columns.ts';
import { proposeDays } from './propose-days.ts';
import { columnsOf, currenciesIn, proposeDimension } from './seen-columns.ts';

/** A table as the panel knows it: its headers and some rows, as cells or as people see them. */
export interface SeenTable {
  readonly sheet: number;
  readonly name: string;
  readonly headers: readonly string[];
  readonly sample: TableCells;
  /** What more rows than these hold, by column. */
  readonly values: readonly (readonly string[])[];
  readonly dated: readonly boolean[];
}

export interface TableProposal {
  /** `day` is `''` where no column holds days. */
  readonly account: Omit<TableAccount, 'id'>;
  readonly feeds: readonly Omit<Feed, 'account'>[];
  readonly unsure: readonly Doubt[];
}

/** What somebody should look at before it is saved. */
export type Doubt =
  /** No column holds days. */
  | { readonly about: 'noDay' }
  /** Other columns hold days too. */
  | { readonly about: 'day'; readonly columns: readonly string[] }
  /** Its rows are weeks or months: only an export by day can be told apart. */
  | { readonly about: 'periods'; readonly column: string }
  /** `3/4/2026` may be in March or in April. */
  | { readonly about: 'order'; readonly column: string }
  /** Rows, or headers, speak of several currencies. */
  | { readonly about: 'currency'; readonly currencies: readonly string[] }
  /** Other columns would fit this input as well. */
  | { readonly about: 'column'; readonly input: string; readonly columns: readonly string[] }
  /** The column comes near to what is meant; whether it is the same only people know. */
  | { readonly about: 'near'; readonly column: string; readonly input: string }
  /** The column went to another input and would fit these too. */
  | { readonly about: 'inputs'; readonly column: string; readonly inputs: readonly string[] }
  /** Its numbers are of whatever each row was after: leads here, reach there. */
  | {
      readonly about: 'kinds';
      readonly column: string;
      readonly kinds: readonly string[];
      readonly input: string;
    }
  /** The rows are counted that hold these values; whether they mean it only people know. */
  | { readonly about: 'values'; readonly input: string; readonly column: string };

/** What a table could feed of a plan's inputs, and from which columns. */
export function proposeMapping(
  table: SeenTable,
  inputs: readonly PlanInput[],
  /** The plan's, for a table that names none. */
  currency: string,
): TableProposal {
  const columns = columnsOf(table);
  const days = proposeDays(columns);
  const free = columns.filter(({ header }) => !days.taken.includes(header));
  const usable = inputs.filter(({ over }) => over !== 'whole' || days.lastDay !== null);
  const measured = proposeColumns(free, usable);
  const fed = new Set(measured.feeds.map(({ input }) => input));
  const counted = countRows(
    free,
    usable.filter(({ key }) => !fed.has(key)),
  );
  const feeds = [...measured.feeds, ...counted.feeds];
  const metrics = new Set(feeds.map(({ metric }) => metric));
  const split = proposeDimension(free.filter(({ header }) => !metrics.has(header)));
  const sums = new Set(inputs.flatMap(({ key, over }) => (over === 'sum' ? [key] : [])));
  const named = currenciesIn(columns, currency);
  const account = {
    source: 'table',
    sheet: table.sheet,
    name: table.name,
    currency: named[0] ?? currency,
    day: days.day,
    lastDay: days.lastDay,
    order: days.order,
    before: 'unknown',
  } as const;
  const several: readonly Doubt[] =
    named.length > 1 ? [{ about: 'currency', currencies: named }] : [];
  return {
    account,
    feeds: feeds.map((feed) => (sums.has(feed.input) ? { ...feed, split } : feed)),
    unsure: [...days.unsure, ...several, ...measured.unsure, ...counted.unsure],
  };
}
