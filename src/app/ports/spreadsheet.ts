import type { Day } from '../../plan/calendar/calendar.ts';
import type { Drawing, Named, Rectangle } from '../../sheet/layout/drawing.ts';
import type { TableCell } from '../../sources/table/cells.ts';
import type { CellValue } from './host.ts';

/**
 * A tab of the spreadsheet. `id` stays when it is renamed or moved. Not every tab has cells: see
 * `isGrid`.
 */
export interface SheetInfo {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
}

/** Cells of a sheet. What nobody wants to know of them may not have been asked for yet. */
export interface SheetArea extends Rectangle {
  readonly sheet: number;
}

export interface NamedArea extends SheetArea {
  /** As the spreadsheet says it; on a copied sheet with the sheet's name before it. */
  readonly name: string;
}

/** A sheet by its id, or by an area that was found on it: its id then need not be asked for. */
export type OnSheet = number | SheetArea;

/**
 * The spreadsheet as a whole: what plans need of it. Sheets are known by their ids. Writing to
 * cells may be held back by the spreadsheet until `settle`; everything else happens at once.
 */
export interface Spreadsheet {
  /** Today in the spreadsheet's time zone. */
  today(): Day;
  /** The moment in the spreadsheet's time zone, `2026-11-22 14:05`, for the log. */
  now(): string;
  sheets(): readonly SheetInfo[];
  /** One of them, without looking at the others; `null` where it is gone. */
  sheet(on: OnSheet): SheetInfo | null;
  /** Whether a tab has cells: a chart on a tab of its own has none, and whatever asks for them throws. */
  isGrid(sheet: number): boolean;
  /** The sheet the user is looking at. */
  activeSheet(): number;
  /** Our names, those on copies of our sheets among them. What it takes grows with all names there are. */
  names(): readonly NamedArea[];
  /** How many names there are on a sheet, whoever gave them. */
  namesOn(on: OnSheet): number;
  /** The area of one name, without looking at the others. */
  area(name: string): NamedArea | null;
  /** Some of a sheet's cells, of which more than one thing is to be asked; `null`: it has no such. */
  part(on: OnSheet, area: Rectangle): SheetArea | null;
  values(on: OnSheet, area: Rectangle): CellValue[][];
  /** The cells of somebody's table: of days and times it is told that they are some. */
  tableCells(on: OnSheet, area: Rectangle): TableCell[][];
  /** The joined cells that reach into an area, as the areas they span. */
  joined(sheet: number, area: Rectangle): readonly Rectangle[];
  /** Number formats, as the spreadsheet has them; it has one of its own where nobody chose one. */
  formats(sheet: number, area: Rectangle): string[][];
  /** As people see them. */
  shown(sheet: number, area: Rectangle): string[][];
  formulas(on: OnSheet, area: Rectangle): string[][];
  /** The smallest area from A1 that holds everything on a sheet. */
  used(on: OnSheet): SheetArea;
  /** The last row of a sheet that holds anything; 0: none does. */
  lastRow(on: OnSheet): number;
  /** Makes an empty sheet of exactly this name; where the spreadsheet cannot take so many cells more, none. */
  addSheet(name: string, rows: number, columns: number): number;
  /** Puts a drawing but for its names onto an empty sheet of its size, in a number of service calls that does not depend on its size. */
  draw(sheet: number, drawing: Drawing): void;
  /** Takes everything off a sheet: contents, formats, names, charts, groups. */
  wipe(sheet: number): void;
  renameSheet(sheet: number, name: string): void;
  deleteSheet(sheet: number): void;
  /** Brings a sheet before the user. */
  showSheet(sheet: number): void;
  hideSheet(sheet: number): void;
  /**
   * The first cell of an area with a strict rule on what may be typed that does not take what is to be
   * written there, as far as can be told; `null`: all take it. `undefined` is not to be written.
   */
  refuses(
    sheet: number,
    area: Rectangle,
    values: readonly (readonly (CellValue | null | undefined)[])[],
  ): { readonly row: number; readonly column: number } | null;
  /**
   * Writes values into one area; texts go in as texts, never as formulas. `null` leaves no value. With
   * `format`, all of its cells show numbers that way from then on.
   */
  write(
    on: OnSheet,
    area: Rectangle,
    values: readonly (readonly (CellValue | null)[])[],
    format?: string,
  ): void;
  /** Writes formulas into one area; every cell of it has one. */
  writeFormulas(sheet: number, area: Rectangle, formulas: readonly (readonly string[])[]): void;
  /**
   * Adds lines of one length below everything on a sheet, in one step that cannot be half done. `last`
   * is its last row, where that was just asked for.
   */
  append(on: OnSheet, lines: readonly (readonly (string | number)[])[], last?: number): void;
  /** Inserts empty rows before a row; names and formulas around it grow and move with them. */
  insertRows(on: OnSheet, before: number, count: number): void;
  deleteRows(on: OnSheet, first: number, count: number): void;
  setName(name: string, sheet: number, area: Rectangle): void;
  /** Gives areas of a sheet their names, one after the other. */
  setNames(sheet: number, areas: readonly Named[]): void;
  removeName(name: string): void;
  /** Whether this user may change a sheet; `null` for whether they may add sheets at all. */
  mayChange(sheet: number | null): boolean;
  /** Whether this user may write into every cell of an area. */
  mayWrite(area: SheetArea): boolean;
  /** Waits until everything written so far stands. */
  settle(): void;
  /** Notes kept with the spreadsheet, for all its users. */
  note(key: string): string | null;
  notes(): Readonly<Record<string, string>>;
  /** Where there is no room for it, it throws a `LastingError`, and what stood under the key stays. */
  keepNote(key: string, value: string | null): void;
  /** Several at once; where there is no room for all of them, some may stand. */
  keepNotes(notes: Readonly<Record<string, string>>): void;
  /** Short-lived word to a panel that waits: how far a long piece of work is. */
  tell(key: string, text: string): void;
  told(key: string): string | null;
  /** Who is at the keyboard, where the platform says so. */
  user(): string | null;
  /** Six characters nobody can guess. */
  newId(): string;
}
