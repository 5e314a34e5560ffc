import { isMoney, type NumberStyle } from '../../plan/amounts/read-column.ts';
import { measureIn } from '../../plan/paste/measures.ts';
import { cleanText } from '../../plan/validation/field-reader.ts';
import { segmentOf } from '../segment.ts';
import type { InputRequest } from '../source.ts';
import type { TableAccount } from './account.ts';
import { inputBounds } from './bounds.ts';
import type { TableCell } from './cells.ts';
import type { DatedRow } from './dated-rows.ts';
import type { Located } from './locate.ts';
import type { Noted } from './problems.ts';
import { decimalIn, parseCellNumber } from './read-number.ts';

/** How a feed reads a row of the table. */
export interface FeedColumn {
  /** Of the numbers; -1 where rows are counted. */
  readonly column: number;
  /** Of the days. */
  readonly dayColumn: number;
  readonly style: NumberStyle;
  readonly passes: (row: DatedRow) => boolean;
  /** Its number: `null` where nothing stands, what is wrong where it cannot be read. */
  readonly read: (row: DatedRow) => number | null | Noted;
  readonly segmentOf: (row: DatedRow) => string;
}

/** Cells may hold whole novels. */
const longest = 1000;

/** As tests and segments are compared: spaces around and capitals do not matter. */
const alike = (cell: TableCell | undefined): string => oneLine(cell).toLowerCase();
const oneLine = (cell: TableCell | undefined): string =>
  cleanText(String(cell ?? '').slice(0, longest));

export function feedColumn(
  { feed, over, unit }: InputRequest,
  rows: readonly DatedRow[],
  /** What the texts of the whole table give away, for a column that does not. */
  decimal: NumberStyle['decimal'],
  { currency, day }: Pick<TableAccount, 'currency' | 'day'>,
  { columnOf }: Located,
): FeedColumn {
  const header = feed.metric ?? '';
  const column = feed.metric === null ? -1 : columnOf(feed.metric);
  const tests = feed.only.map((test) => {
    const at = columnOf(test.dimension);
    if ('is' in test) {
      const values = new Set(test.is.map(alike));
      return (row: DatedRow) => values.has(alike(row.cells[at]));
    }
    const beginnings = test.startsWith.map(alike);
    return (row: DatedRow) => {
      const text = alike(row.cells[at]);
      return beginnings.some((beginning) => text.startsWith(beginning));
    };
  });
  const split = feed.split === null || over !== 'sum' ? -1 : columnOf(feed.split);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = inputBounds(
    feed.input,
  );
  const own = decimalIn(
    rows.map(({ cells }) => cells[column]),
    { unit, currency },
  );
  const measure = isMoney(unit) ? measureIn(header) : null;
  const scale = measure?.is === 'money' ? measure.scale : 1;
  const style = { unit, currency, decimal: own ?? decimal, scale };
  return {
    column,
    dayColumn: columnOf(day),
    style,
    passes: (row) => tests.every((passes) => passes(row)),
    read(row) {
      if (column < 0) return over === 'sum' ? 1 : null;
      const cell = row.cells[column];
      const found = parseCellNumber(cell, style);
      const bad = { header, row: row.at, column, cell };
      if ('no' in found) return { kind: found.no, ...bad };
      const { value } = found;
      if (value === null || (value >= min && value <= max)) return value;
      return { kind: 'outOfRange', ...bad };
    },
    segmentOf(row) {
      const text = split < 0 ? '' : oneLine(row.cells[split]);
      return text === '' ? '' : segmentOf(text);
    },
  };
}
