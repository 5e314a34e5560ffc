import { quoted } from '../../native/twin.ts';
import { type DataColumn, dataColumns, dataRange } from '../../sources/data-rows.ts';
import type { CellAddresses } from '../layout/block.ts';
import { atLeast, atMost, call, emptyText, known, when } from '../layout/formula-text.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import type { ConnectedInput } from './connected-input.ts';
import { lineCell, readingOfDays, sumOfDays } from './day-formulas.ts';
import { rateAt } from './feed-columns.ts';

/** A column of the plan's rows on the data sheet, by their name, which grows as rows are inserted. */
const dataCells = ({ plan }: Pick<SheetInput, 'plan'>, column: DataColumn): string =>
  call('INDEX', dataRange(plan.id), 0, dataColumns.indexOf(column) + 1);

type Facts = Pick<SheetInput, 'plan'>;

/** The rows of an input, from the place that it comes from now. */
const rowsOf = ({ input, account }: ConnectedInput, facts: Facts): readonly string[] => [
  dataCells(facts, 'input'),
  quoted(input.key),
  dataCells(facts, 'account'),
  quoted(account.id),
];

const within = (
  connected: ConnectedInput,
  from: string,
  to: string,
  facts: Facts,
): readonly string[] => [
  ...rowsOf(connected, facts),
  dataCells(facts, 'from'),
  atLeast(from),
  dataCells(facts, 'to'),
  atMost(to),
];

/** What flowed in for some days, in the plan's currency. */
export const dataSum = (
  connected: ConnectedInput,
  from: string,
  to: string,
  facts: Facts,
  at: CellAddresses,
): string =>
  rated(
    connected,
    connected.daily
      ? sumOfDays(lineCell(connected, at), { from, to }, facts, at)
      : call('SUMIFS', dataCells(facts, 'value'), ...within(connected, from, to, facts)),
    at,
  );

/** The first or the last reading of some days; blank without one. */
export function dataReading(
  connected: ConnectedInput,
  which: 'first' | 'last',
  from: string,
  to: string,
  facts: Facts,
  at: CellAddresses,
): string {
  if (connected.daily) {
    const line = lineCell(connected, at);
    return readingOfDays(line, which, { from, to }, facts, at, (value) =>
      rated(connected, value, at),
    );
  }
  const rows = within(connected, from, to, facts);
  const day = dataCells(facts, which === 'first' ? 'from' : 'to');
  const found = call(which === 'first' ? 'MINIFS' : 'MAXIFS', day, ...rows);
  const value = call('SUMIFS', dataCells(facts, 'value'), ...rowsOf(connected, facts), day, found);
  return when(`${call('COUNTIFS', ...rows)}>0`, rated(connected, value, at), emptyText);
}

/**
 * The reading of exactly this period, which is never made of others. Without one nobody was
 * counted; an average without anything to average is unknown. So is what a table has no row for: it
 * may be of other periods.
 */
export function dataOfPeriod(
  connected: ConnectedInput,
  from: number,
  to: number,
  facts: SheetInput,
  at: CellAddresses,
): string {
  const days = [dataCells(facts, 'from'), from, dataCells(facts, 'to'), to];
  const rows = [...rowsOf(connected, facts), ...days];
  const value = rated(connected, call('SUMIFS', dataCells(facts, 'value'), ...rows), at);
  const counted =
    connected.input.unit === 'count' && facts.sources.of(connected.account).answersPeriods;
  const none = counted ? 0 : emptyText;
  return when(`${call('COUNTIFS', ...rows)}>0`, value, none);
}

/** The cell with the exchange rate of what flows in in another currency. */
export const rateCell = (currency: string, at: CellAddresses): string =>
  at.cell('feeds', rateAt(currency).row, rateAt(currency).column);

const rated = ({ foreign }: ConnectedInput, value: string, at: CellAddresses): string =>
  foreign === null ? value : `${value}*${rateCell(foreign, at)}`;

/**
 * What a segment comes to up to a day, whatever signs its name is made of. `line` is the cell that
 * says where it stands on the sheet of days, blank where what stands there is not of this name. None
 * of a plan's numbers is before its quarter.
 */
export function dataOfSegment(
  connected: ConnectedInput,
  { name: segment, line }: { readonly name: string; readonly line: string },
  to: string,
  facts: Facts,
  at: CellAddresses,
): string {
  const { input, account, daily } = connected;
  if (daily) return known([line], rated(connected, sumOfDays(line, { to }, facts, at), at));
  const tests = [
    call('EXACT', call('LOWER', dataCells(facts, 'segment')), call('LOWER', segment)),
    `(${dataCells(facts, 'input')}=${quoted(input.key)})`,
    `(${dataCells(facts, 'account')}=${quoted(account.id)})`,
    `(${dataCells(facts, 'to')}<=${to})`,
  ];
  // A criterion would read a name like `2026-01-02` as a day; engines differ on `=` and `*`.
  const sum = call('SUMPRODUCT', tests.join('*'), dataCells(facts, 'value'));
  return known([line], rated(connected, sum, at));
}
