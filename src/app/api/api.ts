import type { Language } from '../../messages/compiled/languages.ts';
import type { DataApi } from './data-api.ts';
import type { PlanApi } from './plan-api.ts';

/** What the panel may ask for. Everything that travels is plain data: no `Date`, no `undefined`. */
export interface PanelApi extends PlanApi, DataApi {
  /** What the panel needs to draw itself. */
  panelStart(): Answer<PanelStart>;
  /** Files of the panel that are not in its page, as scripts, by their names. */
  panelPart(names: readonly string[]): Answer<readonly string[]>;
  /** The cells the user has selected: panels are not told of selections, they have to ask. */
  readSelection(): Answer<SelectedCells>;
  /** What a function would give, and where its answer would go, without writing anything. */
  previewFunction(request: FunctionRequest): Answer<FunctionPreview>;
  /** Puts the function into the spreadsheet. */
  insertFunction(request: FunctionRequest): Answer<FunctionInserted>;
  /** Remembers the language the user chose in the panel; `null` follows the account again. */
  chooseLanguage(language: Language | null): Answer<PanelStart>;
}

/**
 * Either what was asked for, or a sentence for the person who can act on it. `field` says which
 * field of the request the sentence is about, where it is about one: an argument's name or `target`.
 */
export type Answer<T> =
  | { readonly ok: T }
  | { readonly problem: string; readonly field?: string; readonly wayOut?: WayOut };

/** What the panel may offer beside a problem: a call that takes away its cause. */
export type WayOut = 'makeRoom';

export interface PanelStart {
  /** The language of the panel: the user's choice, else their account's. */
  readonly language: Language;
  /** The spreadsheet's locale, in whose habits numbers are written. */
  readonly spreadsheetLocale: string;
  /** Names of the functions inserted last, the newest first. */
  readonly recent: readonly string[];
}

export interface SelectedCells {
  readonly sheet: string;
  /** `J2:J1144` */
  readonly a1: string;
  /** The address with its sheet, as formulas write it: `'My ads'!J2:J1144`. */
  readonly reference: string;
  readonly rows: number;
  readonly columns: number;
  /** The text in the cell above or the first cell: the column's header, for the user to recognise; else `''`. */
  readonly header: string;
}

export interface FunctionRequest {
  /** The entry's name: `CPL`. */
  readonly name: string;
  /** One per argument, in order: a reference (`J2:J1144`), a number as the user typed it (`40%`, `1,5`), or `''` for an optional one left out. */
  readonly inputs: readonly string[];
  /** `rows`: an answer per row. `total`: every input is totalled first, one answer. */
  readonly answer: 'rows' | 'total';
  /** Where the (first) answer goes, as a reference; `''` lets the product propose a free place. */
  readonly target: string;
  /** What is in the target cell now may be replaced. */
  readonly replace: boolean;
}

export interface FunctionPreview {
  /** The formula as it would be written: `=CPL(J2:J1144;K2:K1144)`. */
  readonly formula: string;
  /** Where it would go. */
  readonly target: string;
  /** The first answers, as a person reads them in the user's habits. */
  readonly answers: readonly string[];
  /** How many cells the answer fills. */
  readonly cells: number;
  /** What the user should know before inserting; `''` when there is nothing. */
  readonly note: string;
  /** The target holds something: inserting asks for `replace`. */
  readonly occupied: boolean;
}

export interface FunctionInserted {
  readonly formula: string;
  readonly target: string;
  readonly recent: readonly string[];
}
