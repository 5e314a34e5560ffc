import type { StyleName } from './styles.ts';

/** A sheet described as data. Rows and columns count from 1; everything in it is ours. */
export interface Drawing {
  readonly rows: number;
  readonly columns: number;
  /** Row by row, `columns` cells each. */
  readonly cells: readonly (readonly Cell[])[];
  /** Pixels, one per column. Equal neighbours are set together, so keep their runs few. */
  readonly widths: readonly number[];
  readonly heights: readonly {
    readonly from: number;
    readonly count: number;
    readonly pixels: number;
  }[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly hiddenColumns: readonly Span[];
  readonly hiddenRows: readonly Span[];
  /** Rows that fold away. */
  readonly groups: readonly (Span & { readonly folded: boolean })[];
  readonly names: readonly Named[];
  readonly rules: readonly FormatRule[];
  readonly lines: readonly Border[];
  readonly charts: readonly Chart[];
  /** The colour of the sheet's tab. */
  readonly tab: string;
}

export interface Cell {
  /** A number, a truth value, or a text of ours. Days are numbers with a date format. */
  readonly value?: number | string | boolean;
  /** A text that came from outside: never a formula, never turned into a number. */
  readonly text?: string;
  /** `=…` with `;`, English names, no decimal literals, no `{…}`, no LET, no LAMBDA. */
  readonly formula?: string;
  /** A spreadsheet number format, written the US way; the locale shows it its own way. */
  readonly format?: string;
  readonly style: StyleName;
  /** Shown when the pointer rests on the cell. */
  readonly note?: string;
  /** What may be typed. `list` offers its items; a wrong entry is refused only where `strict`. */
  readonly allows?:
    | { readonly is: 'number'; readonly min?: number; readonly max?: number; readonly help: string }
    | { readonly is: 'list'; readonly items: readonly string[]; readonly strict: boolean }
    | { readonly is: 'tick' };
}

interface Span {
  readonly from: number;
  readonly count: number;
}

export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A named range: how a block is found again after the user has moved things. */
export interface Named extends Rectangle {
  readonly name: string;
}

/** Shows the cells for which something is true in another style. */
export interface FormatRule extends Rectangle {
  /**
   * The test for the first cell of the rectangle, as a formula without its `=`; for the others what
   * has no `$` moves along. Written as the formulas of cells are.
   */
  readonly when: string;
  readonly style: StyleName;
}

/** Hairlines under each row of a rectangle, or under its last row only. */
export interface Border extends Rectangle {
  readonly under: 'each' | 'last';
  readonly colour: string;
}

/** A line chart over cells: the first column names the points, the others are series. */
export interface Chart {
  readonly title: string;
  readonly data: Rectangle;
  readonly at: { readonly row: number; readonly column: number };
  readonly width: number;
  readonly height: number;
  readonly colours: readonly string[];
}
