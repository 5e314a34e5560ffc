import type { Scalar } from '../model/book.ts';
import { type DateOrder, type DateShape, dateFormat, dateShape, serialOfShape } from './dates.ts';
import { decimalsOf, type Mark, type NumberShape, numberShape, toNumber } from './numbers.ts';

/** What the texts of one column give away about how its file writes things. */
export type ColumnReading =
  | { readonly as: 'text'; readonly because: TextReason }
  | {
      readonly as: 'number';
      readonly shapes: readonly (NumberShape | null)[];
      /** `either`: only texts such as `1.234`; `none`: no marks at all. */
      readonly mark: Mark | 'either' | 'none';
      readonly currency: string;
    }
  | {
      readonly as: 'date';
      readonly shapes: readonly (DateShape | null)[];
      readonly order: DateOrder | 'either';
    };

type TextReason =
  | 'words'
  | 'code'
  | 'phone'
  | 'two decimal marks'
  | 'two day orders'
  | 'several currencies';

const phoneHeader =
  /(?:^|[^\p{L}])(?:phone|mobile|tel|hotline|điện thoại|di động|sđt|sdt|đt)(?:$|[^\p{L}])/iu;

/** Reads a column as a whole: what one text leaves open, another may decide. */
export function readColumn(texts: readonly string[], header: string): ColumnReading {
  const filled = texts.reduce((count, text) => count + (isEmptyField(text) ? 0 : 1), 0);
  const dates = texts.map(dateShape);
  if (isMost(dates, filled)) return readDates(dates);
  const numbers = texts.map(numberShape);
  if (!isMost(numbers, filled)) return { as: 'text', because: 'words' };
  if (phoneHeader.test(header.normalize('NFC'))) return { as: 'text', because: 'phone' };
  if (numbers.includes('id')) return { as: 'text', because: 'code' };
  return readNumbers(numbers as (NumberShape | null)[]);
}

/** A cell of nothing but spaces is blank. */
export const isEmptyField = (text: string): boolean => text.trim() === '';

function isMost(shapes: readonly unknown[], filled: number): boolean {
  const fitting = shapes.reduce<number>((count, shape) => count + (shape === null ? 0 : 1), 0);
  return fitting > 0 && fitting * 2 >= filled;
}

function readDates(shapes: readonly (DateShape | null)[]): ColumnReading {
  const orders = new Set(shapes.flatMap((shape) => (shape === null ? [] : [shape.order])));
  if (orders.has('day first') && orders.has('month first')) {
    return { as: 'text', because: 'two day orders' };
  }
  for (const order of ['day first', 'month first', 'either'] as const) {
    if (orders.has(order)) return { as: 'date', shapes, order };
  }
  return { as: 'date', shapes, order: 'year first' };
}

function readNumbers(shapes: readonly (NumberShape | null)[]): ColumnReading {
  const present = shapes.filter((shape) => shape !== null);
  const marks = new Set(present.map((shape) => shape.mark));
  if (marks.has('.') && marks.has(',')) return { as: 'text', because: 'two decimal marks' };
  const currencies = new Set(present.map((shape) => shape.currency).filter((sign) => sign !== ''));
  if (currencies.size > 1) return { as: 'text', because: 'several currencies' };
  const mark = (['.', ',', 'either'] as const).find((each) => marks.has(each)) ?? 'none';
  return { as: 'number', shapes, mark, currency: [...currencies][0] ?? '' };
}

/** What is taken for granted where a column leaves it open. */
export interface ParseFormat {
  readonly decimal: Mark;
  readonly dayOrder: Exclude<DateOrder, 'year first'>;
}

/** A column's cells, as a spreadsheet holds them. */
export interface ReadyColumn {
  readonly values: readonly Scalar[];
  readonly format?: string;
}

/** Turns a column's texts into values. What does not read as the rest of its column stays text. */
export function convert(
  texts: readonly string[],
  reading: ColumnReading,
  habits: ParseFormat,
): ReadyColumn {
  const plain = (i: number): Scalar => (isEmptyField(texts[i] ?? '') ? null : (texts[i] ?? null));
  if (reading.as === 'text') return { values: texts.map((_, i) => plain(i)) };
  if (reading.as === 'number') {
    const decimal = markFor(reading.mark, habits);
    const values = reading.shapes.map((shape, i) =>
      shape === null ? plain(i) : toNumber(shape, decimal),
    );
    const format = numberFormat(reading.shapes, decimal, reading.currency);
    return format === '' ? { values } : { values, format };
  }
  const order = reading.order === 'either' ? habits.dayOrder : reading.order;
  const orderOf = (shape: DateShape) => (shape.order === 'year first' ? shape.order : order);
  const values = reading.shapes.map((shape, i) =>
    shape === null ? plain(i) : (serialOfShape(shape, orderOf(shape)) ?? plain(i)),
  );
  const first = reading.shapes.find((shape) => shape !== null);
  if (first === undefined || first === null) return { values };
  const times = reading.shapes.some((shape) => (shape?.time ?? 0) > 0);
  return { values, format: dateFormat(first, orderOf(first), times) };
}

/** The decimal mark of a column, given what is taken for granted. */
export const markFor = (mark: Mark | 'either' | 'none', habits: ParseFormat): Mark =>
  mark === '.' || mark === ',' ? mark : habits.decimal;

/** Shows numbers as the file wrote them: grouped or not, with its decimals where they are even. */
function numberFormat(
  shapes: readonly (NumberShape | null)[],
  decimal: Mark,
  currency: string,
): string {
  const present = shapes.filter((shape) => shape !== null);
  const decimals = Math.max(0, ...new Set(present.map((each) => decimalsOf(each, decimal))));
  const even = present.every((shape) => decimalsOf(shape, decimal) === decimals);
  const percents = present.filter((shape) => shape.percent).length;
  const places = (count: number) => (count === 0 ? '' : `.${'0'.repeat(count)}`);
  if (percents * 2 > present.length) return `0${places(Math.min(decimals, 2))}%`;
  const group = decimal === '.' ? ',' : '.';
  const grouped = present.some((shape) => shape.core.includes(group)) || currency !== '';
  if (!grouped && (!even || decimals === 0 || decimals > 4)) return '';
  const number = `${grouped ? '#,##0' : '0'}${places(Math.min(decimals, currency === '' ? 4 : 2))}`;
  if (currency === '') return number;
  return currency === '₫' ? `${number} "₫"` : `"${currency}"${number}`;
}
