import { type DataColumn, dataColumns, dataRange } from '../../sources/data-rows.ts';
import type { Places } from '../layout/block.ts';
import { atLeast, atMost, blank, call, quoted, when } from '../layout/formula-text.ts';
import type { SheetFacts } from '../layout/sheet-input.ts';
import type { Fed } from './connected-input.ts';
import { rateAt } from './feed-columns.ts';

/** A column of the plan's rows on the data sheet, by their name, which grows as rows are inserted. */
export const dataCells = ({ plan }: Pick<SheetFacts, 'plan'>, column: DataColumn): string =>
  call('INDEX', dataRange(plan.id), 0, dataColumns.indexOf(column) + 1);

type Facts = Pick<SheetFacts, 'plan'>;

/** The rows of an input, from the place that it comes from now. */
const rowsOf = ({ input, account }: Fed, facts: Facts): readonly string[] => [
  dataCells(facts, 'input'),
  quoted(input.key),
  dataCells(facts, 'account'),
  quoted(account.id),
];

const within = (fed: Fed, from: string, to: string, facts: Facts): readonly string[] => [
  ...rowsOf(fed, facts),
  dataCells(facts, 'from'),
  atLeast(from),
  dataCells(facts, 'to'),
  atMost(to),
];

/** What flowed in for some days, in the plan's currency. */
export const dataSum = (fed: Fed, from: string, to: string, facts: Facts, at: Places): string =>
  rated(fed, call('SUMIFS', dataCells(facts, 'value'), ...within(fed, from, to, facts)), at);

/** The first or the last reading of some days; blank without one. */
export function dataReading(
  fed: Fed,
  which: 'first' | 'last',
  from: string,
  to: string,
  facts: Facts,
  at: Places,
): string {
  const rows = within(fed, from, to, facts);
  const day = dataCells(facts, which === 'first' ? 'from' : 'to');
  const found = call(which === 'first' ? 'MINIFS' : 'MAXIFS', day, ...rows);
  const value = call('SUMIFS', dataCells(facts, 'value'), ...rowsOf(fed, facts), day, found);
  return when(`${call('COUNTIFS', ...rows)}>0`, rated(fed, value, at), blank);
}

/**
 * The reading of exactly this period, which is never made of others. Without one nobody was
 * counted; an average without anything to average is unknown. So is what a table has no row for: it
 * may be of other periods.
 */
export function dataOfPeriod(
  fed: Fed,
  from: number,
  to: number,
  facts: SheetFacts,
  at: Places,
): string {
  const days = [dataCells(facts, 'from'), from, dataCells(facts, 'to'), to];
  const rows = [...rowsOf(fed, facts), ...days];
  const value = rated(fed, call('SUMIFS', dataCells(facts, 'value'), ...rows), at);
  const counted = fed.input.unit === 'count' && facts.sources.of(fed.account).answersPeriods;
  const none = counted ? 0 : blank;
  return when(`${call('COUNTIFS', ...rows)}>0`, value, none);
}

/** The cell with the exchange rate of what flows in in another currency. */
export const rateCell = (currency: string, at: Places): string =>
  at.cell('feeds', rateAt(currency).row, rateAt(currency).column);

const rated = ({ foreign }: Fed, value: string, at: Places): string =>
  foreign === null ? value : `${value}*${rateCell(foreign, at)}`;

/**
 * What a segment comes to up to a day, whatever signs its name is made of. None of a plan's rows is
 * before its quarter.
 */
export function dataOfSegment(
  fed: Fed,
  segment: string,
  to: string,
  facts: Facts,
  at: Places,
): string {
  const { input, account } = fed;
  const tests = [
    call('EXACT', call('LOWER', dataCells(facts, 'segment')), call('LOWER', segment)),
    `(${dataCells(facts, 'input')}=${quoted(input.key)})`,
    `(${dataCells(facts, 'account')}=${quoted(account.id)})`,
    `(${dataCells(facts, 'to')}<=${to})`,
  ];
  // A criterion would read a name like `2026-01-02` as a day; engines differ on `=` and `*`.
  return rated(fed, call('SUMPRODUCT', tests.join('*'), dataCells(facts, 'value')), at);
}
