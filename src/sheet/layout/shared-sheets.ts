import type { Language } from '../../messages/compiled/languages.ts';
import { planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import { dataColumns, dayHeads, mostDays } from '../../sources/data-rows.ts';
import type { Cell, Drawing } from './drawing.ts';
import { dayFormat } from './formats.ts';
import { unfinishedKey } from './staged-title.ts';

/**
 * The sheets that all plans of a spreadsheet share, hidden until somebody wants them. That of the days
 * is there once something flows in.
 */
const sharedSheets = ['data', 'days', 'log'] as const;
export type SharedSheet = (typeof sharedSheets)[number];

export const sharedNames = {
  data: 'KPI_data_rows',
  days: 'KPI_days_lines',
  log: 'KPI_log_lines',
} as const;

/** Where somebody deletes some, there are still as many as a quarter takes. */
const spareColumns = 9;

/** Columns by key: the header's words come from the words of the same name. */
export const sharedColumns = {
  data: dataColumns,
  days: [...dayHeads, ...Array.from({ length: mostDays + spareColumns }, () => '')],
  log: ['when', 'key', 'who', 'plan', 'kpi', 'what', 'before', 'after'],
} as const;

const widthsOf = { data: 110, days: 90, log: 140 } as const;
export const sharedRows = 50;

/** Where a shared sheet stands; `null` as long as it does not, or is still being built under its mark. */
export function standingShared(
  which: SharedSheet,
  book: {
    area(name: string): { readonly sheet: number } | null;
    sheet(id: number): { readonly name: string } | null;
  },
): number | null {
  const area = book.area(sharedNames[which]);
  const sheet = area && book.sheet(area.sheet);
  return sheet && unfinishedKey(sheet.name) === null ? area.sheet : null;
}

export const isSharedName = (name: string): boolean =>
  Object.values<string>(sharedNames).includes(name);

export const isSharedSheet = (key: string): key is SharedSheet =>
  sharedSheets.some((each) => each === key);

/** A shared sheet with nothing on it yet. */
export function sharedDrawing(which: SharedSheet, language: Language): Drawing {
  const say = planAnswersWords(language);
  const keys = sharedColumns[which];
  const titles: Readonly<Record<string, string>> = say.sharedColumns;
  const head = keys.map((key): Cell => ({ value: titles[key] ?? key, style: 'columnHead' }));
  // Rows that are inserted later look like these.
  const blank = keys.map((key): Cell => {
    const isDay = which === 'data' && (key === 'from' || key === 'to');
    return { style: 'plain', ...(isDay ? { format: dayFormat(language) } : {}) };
  });
  const columns = keys.length;
  return {
    rows: sharedRows,
    columns,
    cells: Array.from({ length: sharedRows }, (_, row) => (row === 0 ? head : blank)),
    widths: keys.map(() => widthsOf[which]),
    heights: [],
    frozen: { rows: 1, columns: which === 'days' ? dayHeads.length : 0 },
    hiddenColumns: which === 'log' ? [{ from: 2, count: 1 }] : [],
    hiddenRows: [],
    groups: [],
    names: [],
    rules: [],
    lines: [{ row: 1, column: 1, rows: 1, columns, under: 'last', colour: '#dadce0' }],
    charts: [],
    tab: '#9aa0a6',
  };
}
