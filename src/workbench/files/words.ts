import { languageWords } from '../../messages/compiled/language.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import {
  type WorkbenchFilesWords,
  workbenchFilesWords,
} from '../../messages/compiled/workbench-files.ts';
import { inEveryLanguage, type Text } from '../../messages/every-language.ts';

type Report = WorkbenchFilesWords['report'];
type Grounds = 'file' | 'locale';

const shownNames = 5;

const written = (n: number, language: Language): string =>
  new Intl.NumberFormat(languageWords(language).numbersAs, { maximumFractionDigits: 0 }).format(n);

/** “a”, “b” and 3 more. */
function listed(names: readonly string[], language: Language): string {
  const shown = names
    .slice(0, shownNames)
    .map((name) => `“${name}”`)
    .join(', ');
  const rest = names.length - shownNames;
  if (rest <= 0) return shown;
  return workbenchFilesWords(language).more({ shown, rest: written(rest, language) });
}

/** Why a file could not be read. */
export const problem = (why: 'empty' | 'workbook' | 'binary'): Text =>
  inEveryLanguage((language) => workbenchFilesWords(language).problems[why]);

export const tooBig = (limit: number): Text =>
  inEveryLanguage((language) =>
    workbenchFilesWords(language).problems.tooBig({ limit: written(limit, language) }),
  );

const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
const marks = { '.': 'point', ',': 'comma' } as const;
const orders = { 'day first': 'dayFirst', 'month first': 'monthFirst' } as const;
const reasons = {
  code: 'code',
  phone: 'phone',
  'two decimal marks': 'marks',
  'two day orders': 'dayOrders',
  'several currencies': 'currencies',
} as const;

/** A sentence of the report, in every language. */
const said = (say: (words: Report, language: Language) => string): Text =>
  inEveryLanguage((language) => say(workbenchFilesWords(language).report, language));

/** What was decided while reading a CSV, for the person who knows the file. */
export const report = {
  size: (rows: number, columns: number, header: boolean): Text =>
    said(({ size }, language) =>
      size({
        rows,
        rowCount: written(rows, language),
        columns,
        columnCount: written(columns, language),
        header: header ? 'yes' : 'no',
      }),
    ),
  delimiter: (delimiter: keyof typeof delimiters): Text =>
    said((words) => words.delimiter({ delimiter: delimiters[delimiter] })),
  encoding: (encoding: string): Text => said((words) => words.encoding({ encoding })),
  decimal: (mark: keyof typeof marks, names: readonly string[]): Text =>
    said(({ decimal }, language) => decimal({ mark: marks[mark], names: listed(names, language) })),
  decimalAssumed: (
    mark: keyof typeof marks,
    sample: string,
    names: readonly string[],
    by: Grounds,
  ): Text =>
    said(({ decimalAssumed }, language) =>
      decimalAssumed({ mark: marks[mark], sample, names: listed(names, language), by }),
    ),
  dates: (order: keyof typeof orders, names: readonly string[]): Text =>
    said(({ dates }, language) => dates({ order: orders[order], names: listed(names, language) })),
  datesAssumed: (order: keyof typeof orders, names: readonly string[], by: Grounds): Text =>
    said(({ datesAssumed }, language) =>
      datesAssumed({ order: orders[order], names: listed(names, language), by }),
    ),
  text: (reason: keyof typeof reasons, names: readonly string[]): Text =>
    said(({ text }, language) => text({ reason: reasons[reason], names: listed(names, language) })),
  notRead: (cells: number, names: readonly string[]): Text =>
    said(({ notRead }, language) =>
      notRead({ n: cells, count: written(cells, language), names: listed(names, language) }),
    ),
  formulas: (cells: number): Text =>
    said(({ formulas }, language) => formulas({ n: cells, count: written(cells, language) })),
  ragged: (rows: number): Text =>
    said(({ ragged }, language) => ragged({ n: rows, count: written(rows, language) })),
  openQuote: (row: number): Text =>
    said(({ openQuote }, language) => openQuote({ row: written(row, language) })),
} as const;
