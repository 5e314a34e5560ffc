import type { Language } from '../../kpi/define.ts';
import { planAnswers } from '../../messages/plan-answers.ts';
import type { Cell, Drawing } from '../../sheet/layout/drawing.ts';
import { dayFormat } from '../../sheet/layout/formats.ts';
import { dataColumns } from '../../sources/data-rows.ts';
import type { Book, NamedArea, SheetFacts } from '../ports/spreadsheet.ts';
import { freeTitle } from './sheet-title.ts';
import { drawBeside, dropMark, unfinishedKey } from './staged-sheet.ts';

/** The two sheets that all plans of a spreadsheet share; both are hidden until somebody wants them. */
export const sharedSheets = ['data', 'log'] as const;
export type SharedSheet = (typeof sharedSheets)[number];

const nameOf = { data: 'KPI_data_rows', log: 'KPI_log_lines' } as const;

/** Columns by key: the header's words come from the words of the same name. */
const columnsOf = {
  data: dataColumns,
  log: ['when', 'key', 'who', 'plan', 'kpi', 'what', 'before', 'after'],
} as const;

const widthsOf = { data: 110, log: 140 } as const;
const rows = 50;

/** Both sheets, built where they do not stand yet. */
export function buildShared(language: Language, book: Book): Readonly<Record<SharedSheet, number>> {
  const [names, sheets] = [book.names(), book.sheets()];
  const built = (which: SharedSheet): number => {
    const found = standingShared(which, names, sheets);
    if (found !== null) return found;
    const sheet = drawBeside(which, drawingOf(which, language), book);
    finishShared(which, sheet, language, sheets, book);
    return sheet;
  };
  return { data: built('data'), log: built('log') };
}

/** Gives a drawn shared sheet its names and its title. May be done again. */
export function finishShared(
  which: SharedSheet,
  sheet: number,
  language: Language,
  sheets: readonly SheetFacts[],
  book: Book,
): void {
  const columns = columnsOf[which].length;
  book.setName(nameOf[which], sheet, { row: 1, column: 1, rows, columns });
  dropMark(which, book);
  book.renameSheet(sheet, freeTitle(planAnswers(language).sharedTitle[which], sheets, sheet));
}

function standingShared(
  which: SharedSheet,
  names: readonly NamedArea[],
  sheets: readonly SheetFacts[],
): number | null {
  const area = names.find(({ name }) => name === nameOf[which]);
  const sheet = sheets.find(({ id }) => id === area?.sheet);
  return sheet && unfinishedKey(sheet.name) === null ? sheet.id : null;
}

/** Where the log stands; `null` where there is none yet. */
export const logArea = (book: Book): NamedArea | null => book.area(nameOf.log);

export const isSharedName = (name: string): boolean => Object.values<string>(nameOf).includes(name);

export const isShared = (key: string): key is SharedSheet =>
  sharedSheets.some((each) => each === key);

function drawingOf(which: SharedSheet, language: Language): Drawing {
  const say = planAnswers(language);
  const keys = columnsOf[which];
  const titles: Readonly<Record<string, string>> = say.sharedColumns;
  const head = keys.map((key): Cell => ({ value: titles[key] ?? key, look: 'columnHead' }));
  // Rows that are inserted later look like these.
  const blank = keys.map((key): Cell => {
    const isDay = which === 'data' && (key === 'from' || key === 'to');
    return { look: 'plain', ...(isDay ? { format: dayFormat } : {}) };
  });
  const columns = keys.length;
  return {
    rows,
    columns,
    cells: Array.from({ length: rows }, (_, row) => (row === 0 ? head : blank)),
    widths: keys.map(() => widthsOf[which]),
    heights: [],
    frozen: { rows: 1, columns: 0 },
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
