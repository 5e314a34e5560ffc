import { currencyCode } from '../../plan/amounts/currency-marks.ts';
import { isMoney, type NumberStyle } from '../../plan/amounts/read-column.ts';
import { measureIn } from '../../plan/paste/measures.ts';
import { cleanText } from '../../plan/validation/field-reader.ts';
import { segmentOf } from '../segment.ts';
import type { InputRequest } from '../source.ts';
import type { TableAccount } from './account.ts';
import { inputBounds } from './bounds.ts';
import { cellText, type TableCell, type TableLook } from './cells.ts';
import type { DatedRow, TableRow } from './dated-rows.ts';
import { columnWords, wordIndex } from './header-words.ts';
import type { Located } from './locate.ts';
import { currencyInFormat, currencyInHeader, isPercentFormat } from './number-formats.ts';
import type { Noted } from './problems.ts';
import { decimalIn, parseCellNumber } from './read-number.ts';

/** How a feed reads a row of the table. */
export interface FeedColumn {
  /** Of the numbers; -1 where rows are counted. */
  readonly column: number;
  /** Of the days. */
  readonly dayColumn: number;
  readonly style: NumberStyle;
  readonly passes: (row: TableRow) => boolean;
  /** Its number: `null` where nothing stands, what is wrong where it cannot be read. */
  readonly read: (row: TableRow) => number | null | Noted;
  readonly segmentOf: (row: TableRow) => string;
}

/** Cells may hold whole novels. */
const longest = 1000;

/** As tests and segments are compared: spaces around and capitals do not matter. */
export const alike = (cell: TableCell | undefined): string => oneLine(cell).toLowerCase();
const oneLine = (cell: TableCell | undefined): string =>
  cleanText(cellText(cell).slice(0, longest));

export interface FeedColumnAround {
  readonly rows: readonly DatedRow[];
  /** What the texts of the whole table give away, for a column that does not. */
  readonly decimal: NumberStyle['decimal'];
  readonly account: Pick<TableAccount, 'currency' | 'day' | 'decimal'>;
  readonly located: Located;
  readonly look: Pick<TableLook, 'formats'>;
}

export function feedColumn(
  { feed, over, unit }: InputRequest,
  { rows, decimal, account, located, look }: FeedColumnAround,
): FeedColumn {
  const { currency, day } = account;
  const { columnOf, headers, headerRow } = located;
  const header = feed.metric ?? '';
  const column = feed.metric === null ? -1 : columnOf(feed.metric);
  const tests = feed.only.map((test) => {
    const at = columnOf(test.dimension);
    if ('is' in test) {
      const values = new Set(test.is.map(alike));
      return (row: TableRow) => values.has(alike(row.cells[at]));
    }
    const beginnings = test.startsWith.map(alike);
    return (row: TableRow) => {
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
  const style = { unit, currency, decimal: own ?? account.decimal ?? decimal, scale };
  const amounts = unit === 'money' || unit === 'moneyEach';
  const called = amounts && column >= 0 ? currencyInHeader(header) : null;
  const currencies = amounts
    ? headers.findIndex((each) => wordIndex(each, columnWords.currency) >= 0)
    : -1;
  const formats = column < 0 ? [] : look.formats(column);
  /** Totals are looked for among them before they are taken. */
  const known = new Map<number, { readonly read: number | null | Noted }>();
  const wrongFormat = new Map<string, Noted['kind'] | null>();
  return {
    column,
    dayColumn: columnOf(day),
    style,
    passes: (row) => tests.every((passes) => passes(row)),
    read(row) {
      if (column < 0) return over === 'sum' ? 1 : null;
      const value = known.get(row.at) ?? { read: readAnew(row) };
      known.set(row.at, value);
      return value.read;
    },
    segmentOf(row) {
      const text = split < 0 ? '' : oneLine(row.cells[split]);
      return text === '' ? '' : segmentOf(text);
    },
  };

  function readAnew(row: TableRow): number | null | Noted {
    const cell = row.cells[column];
    const found = parseCellNumber(cell, style);
    const bad = { header, row: row.at, column, cell };
    if ('no' in found) return { kind: found.no, ...bad };
    const { value } = found;
    if (value === null) return null;
    if (called !== null && called !== currency) {
      return { kind: 'otherCurrency', header, row: headerRow, column, cell: header };
    }
    const named = currencies < 0 ? null : currencyCode(cellText(row.cells[currencies]));
    if (named !== null && named !== currency) {
      return { kind: 'otherCurrency', ...bad, column: currencies, cell: named };
    }
    const shown = typeof cell === 'number' ? shownAs(formats[row.at] ?? '') : null;
    if (shown) return { kind: shown, ...bad, cell: formats[row.at] };
    if (value >= min && value <= max) return value;
    return { kind: 'outOfRange', ...bad };
  }

  /** What a number’s format says it is, where it cannot be one of this column. */
  function shownAs(format: string): Noted['kind'] | null {
    const known = wrongFormat.get(format);
    if (known !== undefined) return known;
    const of = currencyInFormat(format);
    const foreign = isMoney(unit) && of !== null && !of.includes(currency);
    const percent = (amounts || unit === 'count') && isPercentFormat(format);
    const kind = foreign ? 'otherCurrency' : percent ? 'percentCell' : null;
    wrongFormat.set(format, kind);
    return kind;
  }
}
