import type { Book } from '../ports/spreadsheet.ts';

/** One line of the log: who changed what, from what to what. */
export interface LogLine {
  /** Says which change of which plan it is, so that it is written once. */
  readonly key: string;
  readonly when: string;
  readonly who: string;
  readonly plan: string;
  readonly kpi: string;
  readonly what: string;
  readonly before: string | number;
  readonly after: string | number;
}

/** Writes those lines that are not in the log yet. */
export function log(lines: readonly LogLine[], sheet: number, book: Book): void {
  if (lines.length === 0) return;
  const { rows } = book.used(sheet);
  const known = book.values(sheet, { row: 1, column: 2, rows, columns: 1 }).map(([key]) => key);
  for (const { key, when, who, plan, kpi, what, before, after } of lines) {
    if (known.includes(key)) continue;
    book.append(sheet, [when, key, who, plan, kpi, what, before, after]);
  }
}
