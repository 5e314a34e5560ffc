import { currencyBeside, currencyCode } from '../../plan/amounts/currency-marks.ts';
import { cleanText } from '../../plan/validation/field-reader.ts';
import { cellText, type TableCell } from './cells.ts';
import { isBlankCell } from './find-table.ts';
import { columnWords, wordIndex } from './header-words.ts';
import { currencyInHeader } from './number-formats.ts';
import type { SeenTable } from './propose-mapping.ts';
import { parseCellNumber } from './read-number.ts';
import { isTotal } from './totals/row-labels.ts';

/** A column with a header, and what some rows have below it. */
export interface SeenColumn {
  readonly header: string;
  /** One per row of the sample. */
  readonly cells: readonly (TableCell | undefined)[];
  /** Those that hold anything. */
  readonly filled: readonly TableCell[];
  /** What its texts say in all rows that were looked at, each once; empty where that is too much. */
  readonly values: readonly string[];
  /** They are days to the spreadsheet itself. */
  readonly isDated: boolean;
}

export const columnsOf = ({ headers, sample, values, dated }: SeenTable): readonly SeenColumn[] => {
  const rows = sample.filter(
    (row) => !row.some((cell) => typeof cell === 'string' && isTotal(cell)),
  );
  return headers.flatMap((header, at) => {
    if (header === '') return [];
    const cells = rows.map((row) => row[at]);
    const filled = cells.filter((cell): cell is TableCell => !isBlankCell(cell));
    return [{ header, cells, filled, values: values[at] ?? [], isDated: dated[at] === true }];
  });
};

/** Whether most of what stands there are numbers; a column may be empty so far. */
export function holdsNumbers({ filled }: SeenColumn): boolean {
  const style = { unit: 'money', currency: '', decimal: '.', scale: 1 } as const;
  const numbers = filled.filter((cell) => {
    const read = parseCellNumber(cell, style);
    return !('no' in read) || read.no === 'otherCurrency' || read.no === 'twoWays';
  });
  return numbers.length * 2 > filled.length || filled.length === 0;
}

/** So many rows tell whether a column says more than one thing. */
const telling = 5;

/** The column by which numbers are told apart: a channel before a source before a campaign. */
export function proposeDimension(columns: readonly SeenColumn[]): string | null {
  const [best] = columns
    .map((column) => ({ column, place: wordIndex(column.header, columnWords.split) }))
    .filter(({ place, column }) => place >= 0 && saysSomething(column))
    .sort((one, other) => one.place - other.place);
  return best?.column.header ?? null;
}

function saysSomething({ cells, filled }: SeenColumn): boolean {
  if (filled.length === 0) return cells.length === 0;
  const values = new Set(filled.map((cell) => cleanText(cellText(cell)).toLowerCase()));
  return values.size > 1 || filled.length < telling;
}

/** The currencies that headers name in brackets, a column of its own names, or amounts carry. */
export function currenciesIn(columns: readonly SeenColumn[], plan: string): readonly string[] {
  const called = columns.flatMap(({ header }) => currencyInHeader(header) ?? []);
  const own = columns
    .filter(({ header }) => wordIndex(header, columnWords.currency) >= 0)
    .flatMap(({ filled }) => filled.flatMap((cell) => currencyCode(cellText(cell)) ?? []));
  const named = [...new Set([...called, ...own])];
  return named.length > 0 ? named : besideAmounts(columns, plan);
}

/** What `R$ 5` or `5 PEN` beside its digits says; a sign of several, `$`, is the plan’s if it may be. */
function besideAmounts(columns: readonly SeenColumn[], plan: string): readonly string[] {
  const texts = columns.filter(holdsNumbers).flatMap(({ filled }) => filled.map(cellText));
  const found = texts.flatMap((text) => {
    const { of } = currencyBeside(text);
    return of.includes(plan) ? [plan] : of.slice(0, 1);
  });
  return [...new Set(found)];
}
