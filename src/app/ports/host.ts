import type { LastingCause } from './lasting-cause.ts';

/** The few things the product asks of its host; `apps-script/` answers them with Google's services. */

/** A cell as the spreadsheet hands it out: `''` is blank, a date is a `Date`. */
export type CellValue = string | number | boolean | Date;

/** A rectangle of cells on a named sheet, rows and columns counted from 1. */
export interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What the user has selected. */
export interface Selected extends Area {
  /** The address without its sheet, as the spreadsheet writes it: `J2:J1144`, `K:K`. */
  readonly a1: string;
}

export interface Host {
  /** The text of a file of the panel; throws where there is none of that name. */
  panelFile(name: string): string;
  /** The user's own locale: `vi`, `en_GB`. */
  userLocale(): string;
  /** The spreadsheet's locale, in whose language its cells speak: `vi_VN`. */
  spreadsheetLocale(): string;
  /** The name of the sheet the user is looking at. */
  activeSheet(): string;
  /** The user's selection, or `null` when nothing is selected. */
  selection(): Selected | null;
  /** Where an address on a sheet lies, or `null` when there is no such sheet or address. */
  locate(sheet: string, a1: string): Selected | null;
  /** The values of an area. */
  values(area: Area): CellValue[][];
  /** The formulas of an area, `''` where a cell has none: a formula may show nothing and still be there. */
  formulas(area: Area): string[][];
  /** The last row and column of a sheet that hold anything, and how many there are. */
  extent(sheet: string): { lastRow: number; lastColumn: number; rows: number; columns: number };
  /** Whether the user may edit every cell of an area. */
  mayEdit(area: Area): boolean;
  /** Writes one formula into the first cell of the area its answer fills. */
  writeFormula(answer: Area, formula: string): void;
  /** Shows an area in a number format, where the user has not chosen one for any of its cells. */
  suggestFormat(area: Area, numberFormat: string): void;
  /** Does work while no other run of ours can; `null` when another run keeps the document. */
  exclusively<T>(work: () => T): T | null;
  /** Does work while no other run of this user's can, in whatever spreadsheet; `null` where another does. */
  exclusivelyForUser<T>(work: () => T): T | null;
  /** A small note kept for this user, in every spreadsheet. */
  remember(key: string, value: string): void;
  recall(key: string): string | null;
  forget(key: string): void;
  /** Why the platform refused, where doing the same again does not help; `null` where that is not known. */
  causeOf(error: unknown): LastingCause | null;
  /** Notes an unforeseen error where the developer finds it; the user gets a sentence. */
  report(error: unknown): void;
}
