import Papa from 'papaparse';
import type { Text } from '../../messages/every-language.ts';
import { decimalOf } from '../formula/translate.ts';
import type { ColumnProperties, Entry, Sheet, Style } from '../model/book.ts';
import {
  type ColumnReading,
  convert,
  isEmptyField,
  type ParseFormat,
  type ReadyColumn,
  readColumn,
} from './column.ts';
import { dateShape } from './dates.ts';
import { decodeText } from './decode.ts';
import { findDelimiter } from './delimiter.ts';
import { numberShape } from './numbers.ts';
import { describeColumns } from './report.ts';
import { problem, report, tooBig } from './words.ts';

export interface CsvOptions {
  /** With or without its ending; becomes the sheet's name. */
  readonly fileName: string;
  /** The spreadsheet's locale: decides what the file leaves open. */
  readonly locale: string;
  /** Names of the sheets there are. */
  readonly taken?: readonly string[];
  /** Five million when left out. */
  readonly maximumCells?: number;
}

export type CsvAnswer =
  | { readonly ok: { readonly sheet: Sheet; readonly report: readonly Text[] } }
  | { readonly problem: Text };

const defaultMaximumCells = 5_000_000;

/**
 * Reads a CSV file into a sheet. Numbers and dates are decided column by column; text stays text,
 * also when it begins with `=`; blank cells are `null`. The report says what was decided.
 */
export function readCsv(bytes: Uint8Array, options: CsvOptions): CsvAnswer {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3)
    return { problem: problem('workbook') };
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) {
    return { problem: problem('workbook') };
  }
  const decoded = decodeText(bytes, options.locale);
  if (decoded === null) return { problem: problem('binary') };
  const { delimiter, body } = findDelimiter(decoded.text.replace(/^\uFEFF/, ''));
  const limit = options.maximumCells ?? defaultMaximumCells;
  const { rows, openQuoteAt } = split(body, delimiter, limit);
  if (rows === null) return { problem: tooBig(limit) };
  if (rows.length === 0) return { problem: problem('empty') };

  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const header = hasHeader(rows);
  const names = Array.from({ length: width }, (_, c) => columnName(header ? rows[0]?.[c] : '', c));
  const data = header ? rows.slice(1) : rows;
  const texts = names.map((_, c) => data.map((row) => row[c] ?? ''));
  const readings = texts.map((column, c) => readColumn(column, names[c] ?? ''));
  const habits = habitsOf(readings, options.locale);
  const columns = texts.map((column, c) => convert(column, readings[c]!, habits.habits));

  const said: Text[] = [report.size(data.length, width, header)];
  if (delimiter !== null) said.push(report.delimiter(delimiter));
  if (decoded.encoding !== 'utf-8') said.push(report.encoding(decoded.encoding));
  said.push(...describeColumns(names, texts, readings, columns, habits));
  const ragged = data.filter((row) => row.length !== (rows[0]?.length ?? 0)).length;
  if (ragged > 0) said.push(report.ragged(ragged));
  if (openQuoteAt !== null) said.push(report.openQuote(openQuoteAt));
  const name = sheetName(options.fileName, options.taken ?? []);
  return { ok: { sheet: sheetOf(name, header ? names : null, columns), report: said } };
}

interface Split {
  /** `null` when there are more cells than the limit. */
  readonly rows: string[][] | null;
  readonly openQuoteAt: number | null;
}

function split(body: string, delimiter: string | null, limit: number): Split {
  const rows: string[][] = [];
  let cells = 0;
  let openQuoteAt: number | null = null;
  Papa.parse<string[]>(body, {
    delimiter: delimiter ?? '\u001f',
    skipEmptyLines: delimiter !== null,
    step: ({ data: row, errors }, parser) => {
      cells += row.length;
      if (cells > limit) return parser.abort();
      rows.push(row);
      if (openQuoteAt === null && errors.some((error) => error.code === 'MissingQuotes')) {
        openQuoteAt = rows.length;
      }
    },
  });
  if (cells > limit) return { rows: null, openQuoteAt };
  while (rows.length > 0 && rows[rows.length - 1]?.every(isEmptyField)) rows.pop();
  return { rows, openQuoteAt };
}

/** A header has words in it, and no number or date. */
function hasHeader(rows: readonly (readonly string[])[]): boolean {
  const first = rows[0] ?? [];
  return (
    rows.length > 1 &&
    first.some((cell) => !isEmptyField(cell)) &&
    first.every((cell) => numberShape(cell) === null && dateShape(cell) === null)
  );
}

const columnName = (text: string | undefined, index: number): string =>
  text === undefined || isEmptyField(text) ? `${index + 1}` : text.trim();

/** What the columns that decide themselves say about the others, and where not, the locale. */
function habitsOf(readings: readonly ColumnReading[], locale: string) {
  const marks = new Set(
    readings.flatMap((each) =>
      each.as === 'number' && (each.mark === '.' || each.mark === ',') ? [each.mark] : [],
    ),
  );
  const orders = new Set(
    readings.flatMap((each) =>
      each.as === 'date' && (each.order === 'day first' || each.order === 'month first')
        ? [each.order]
        : [],
    ),
  );
  const habits: ParseFormat = {
    decimal: (marks.size === 1 ? [...marks][0] : undefined) ?? decimalOf(locale),
    dayOrder: (orders.size === 1 ? [...orders][0] : undefined) ?? dayOrderOf(locale),
  };
  return {
    habits,
    decimalBy: marks.size === 1 ? ('file' as const) : ('locale' as const),
    dayOrderBy: orders.size === 1 ? ('file' as const) : ('locale' as const),
  };
}

function dayOrderOf(locale: string): ParseFormat['dayOrder'] {
  try {
    const parts = new Intl.DateTimeFormat(locale.replace('_', '-')).formatToParts(0);
    const order = parts.map((part) => part.type).filter((type) => type !== 'literal');
    return order[0] === 'month' ? 'month first' : 'day first';
  } catch {
    return 'day first';
  }
}

const longestSheetName = 31;

/** A name for a sheet that spreadsheets accept and that no other sheet has. */
function sheetName(fileName: string, taken: readonly string[]): string {
  const stem = fileName.replace(/^.*[\\/]/, '').replace(/\.(?:csv|tsv|txt)$/i, '');
  const clean =
    stem
      .replace(/[[\]:*?/\\'\p{Cc}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'CSV';
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let n = 1; ; n += 1) {
    const ending = n === 1 ? '' : ` ${n}`;
    const name = clean.slice(0, longestSheetName - ending.length).trim() + ending;
    if (!used.has(name.toLowerCase())) return name;
  }
}

function sheetOf(
  name: string,
  header: readonly string[] | null,
  columns: readonly ReadyColumn[],
): Sheet {
  const length = columns[0]?.values.length ?? 0;
  const rows: Entry[][] = [];
  if (header !== null) {
    rows.push(header.map((value, c) => ({ value, style: headerStyle(columns[c]) })));
  }
  for (let r = 0; r < length; r += 1) rows.push(columns.map((column) => column.values[r] ?? null));
  return {
    name,
    rows,
    columns: columns.map((column, c) => columnOf(column, header?.[c] ?? '')),
    ...(header === null ? {} : { frozenRows: 1 }),
  };
}

const sampledForWidth = 200;

/** A header stands over its column as its cells do: numbers to the right. */
function headerStyle(column: ReadyColumn | undefined): Style {
  const isNumbers = column?.values.some((value) => typeof value === 'number') ?? false;
  return { bold: true, background: '#f1f3f4', align: isNumbers ? 'right' : 'left' };
}

function columnOf({ values, format }: ReadyColumn, header: string): ColumnProperties {
  const longest = values
    .slice(0, sampledForWidth)
    .reduce<number>((most, value) => Math.max(most, `${value ?? ''}`.length), format?.length ?? 0);
  // Headers are bold and stay readable; long texts do not push everything else away.
  const width = Math.max(64, 20 + 7 * Math.min(longest, 34), 20 + 7 * Math.min(header.length, 34));
  return format === undefined ? { width } : { width, format };
}
