import { dayOf, weekParts } from '../../../src/plan/calendar/calendar.ts';
import type { Feed } from '../../../src/plan/model/feeds.ts';
import type { InputRequest } from '../../../src/sources/source.ts';
import type { TableAccount } from '../../../src/sources/table/account.ts';
import type { TableCell, TableLook } from '../../../src/sources/table/cells.ts';
import { readTable, type TableRead } from '../../../src/sources/table/read-table.ts';
import { feedOf, tableOf } from '../../kit/plans/feeds.ts';

const quarter = { year: 2026, month: 1 };
/** A day of January 2026; 1 January is a Thursday. */
export const january = (day: number) => dayOf(2026, 1, day);
export const parts = weekParts(quarter, 'monday');

const anAccount = (known: Partial<TableAccount> = {}): TableAccount =>
  tableOf({ day: 'Day', ...known });

const aFeed = ({ input = 'CPL.cost', ...known }: Partial<Feed> = {}): Feed =>
  feedOf(input, { account: 'table-abc123', metric: 'Cost', ...known });

export const wants = (
  feed: Partial<Feed> = {},
  known: Partial<InputRequest> = {},
): InputRequest => ({
  feed: aFeed(feed),
  over: 'sum',
  unit: 'money',
  periods: [],
  ...known,
});

interface Asked {
  readonly account?: Partial<TableAccount>;
  readonly wanted?: readonly InputRequest[];
  readonly yesterday?: number;
  readonly look?: Partial<TableLook>;
}

/** A tab of which nothing is known but its cells: none are joined, no format is chosen. */
export const plainLook: TableLook = { tab: 'Ads', joined: () => [], formats: () => [] };

/** What a table says, of which nothing is expected to stand in the way. */
export function read(cells: readonly (readonly TableCell[])[], asked: Asked = {}): TableRead {
  const found = tryRead(cells, asked);
  if ('trouble' in found) throw new Error(JSON.stringify(found.trouble));
  return found;
}

export const tryRead = (cells: readonly (readonly TableCell[])[], asked: Asked = {}) =>
  readTable({
    cells,
    account: anAccount(asked.account),
    wanted: asked.wanted ?? [wants()],
    parts,
    yesterday: asked.yesterday ?? january(31),
    look: { ...plainLook, ...asked.look },
  });

/** What comes to an input in all. */
export const totalOf = ({ rows }: TableRead, input = 'CPL.cost'): number =>
  rows.filter((row) => row.input === input).reduce((sum, { value }) => sum + value, 0);
