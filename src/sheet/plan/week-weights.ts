import type { SheetWords } from '../../messages/sheet.ts';
import type { WeekPart } from '../../plan/calendar/calendar.ts';
import { evenWeight } from '../../plan/model/week-share.ts';
import type { CellAddresses, Content } from '../layout/block.ts';
import { all, atMost, call, emptyText, known, when } from '../layout/formula-text.ts';
import { carried, type SheetInput, typedAt } from '../layout/sheet-input.ts';

/** Even by default; what the weeks of Tết bring, somebody has to say. */
export function weightCell(part: WeekPart, facts: SheetInput, words: SheetWords): Content {
  const before = typedAt(facts, 'input', String(part.from), 'weight');
  const even = part.tet ? undefined : evenWeight(part);
  return {
    ...carried(before ?? even),
    format: '0.00',
    style: 'typedNumber',
    ...(part.tet ? { note: words.tetNote } : {}),
    allows: { is: 'number', min: 0, help: words.weightHelp },
  };
}

/** Share of the quarter's week weights up to the end of a row; without a weight every day counts alike. */
export function cumulated(at: CellAddresses, key: string): string {
  const to = at.here('input', key, 'to');
  const total = at.cell('calc', '.weights', 'share');
  const passed = `SUMIFS(${at.column('input', 'weight')};${at.column('input', 'to')};${atMost(to)})`;
  const even = evenDays(at, `(${at.column('input', 'to')}<=${to})`);
  return known([to, total], `(${passed}+${even}/7)/${total}`);
}

/** The weights of the whole quarter; none where one of them is below zero. */
export const totalWeight = (at: CellAddresses): string => {
  const weights = at.column('input', 'weight');
  const sum = `SUM(${weights})+${evenDays(at)}/7`;
  return when(all(`COUNTIF(${weights};"<0")=0`, `${sum}>0`), sum, emptyText);
};

/** The days of the rows that nobody has given a weight. */
function evenDays(at: CellAddresses, ...tests: readonly string[]): string {
  const [from, to, weight] = [
    at.column('input', 'from'),
    at.column('input', 'to'),
    at.column('input', 'weight'),
  ];
  const test = all(`1-ISNUMBER(${weight})`, `ISNUMBER(${to})`, ...tests);
  return call('SUMPRODUCT', `${test}*(${to}-${from}+1)`);
}
