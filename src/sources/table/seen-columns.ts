import { cleanText } from '../../plan/validation/field-reader.ts';
import type { TableCell } from './cells.ts';
import { isBlankCell } from './find-table.ts';
import { columnWords, wordIndex } from './header-words.ts';
import type { SeenTable } from './propose-mapping.ts';
import { isTotal, parseCellNumber } from './read-number.ts';

/** A column with a header, and what some rows have below it. */
export interface SeenColumn {
  readonly header: string;
  /** One per row of the sample. */
  readonly cells: readonly (TableCell | undefined)[];
  /** Those that hold anything. */
  readonly filled: readonly TableCell[];
}

export const columnsOf = ({ headers, sample }: SeenTable): readonly SeenColumn[] => {
  const rows = sample.filter(
    (row) => !row.some((cell) => typeof cell === 'string' && isTotal(cell)),
  );
  return headers.flatMap((header, at) => {
    if (header === '') return [];
    const cells = rows.map((row) => row[at]);
    const filled = cells.filter((cell): cell is TableCell => !isBlankCell(cell));
    return [{ header, cells, filled }];
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
  const values = new Set(filled.map((cell) => cleanText(String(cell)).toLowerCase()));
  return values.size > 1 || filled.length < telling;
}

const currencies =
  'VND USD EUR GBP JPY SGD AUD CAD NZD HKD TWD CNY KRW THB MYR IDR PHP INR CHF SEK NOK DKK PLN BRL MXN AED'.split(
    ' ',
  );

/** The currencies that headers name in brackets, or a column of its own names. */
export function currenciesIn(columns: readonly SeenColumn[]): readonly string[] {
  const found = columns.flatMap(({ header, filled }) => {
    const inside = [...header.matchAll(/[([]([^()[\]]+)[)\]]/g)].map(([, text = '']) => text);
    const own = wordIndex(header, columnWords.currency) >= 0 ? filled.map(String) : [];
    return [...inside, ...own].flatMap(currencyIn);
  });
  return [...new Set(found)];
}

function currencyIn(text: string): readonly string[] {
  if (/₫|đồng|vnđ|^đ$/iu.test(text)) return ['VND'];
  const code = text.trim().toUpperCase();
  return currencies.includes(code) ? [code] : [];
}
