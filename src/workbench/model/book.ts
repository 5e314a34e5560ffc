/**
 * A workbook as plain data: what the workbench shows first, what a CSV becomes, what an .xlsx is
 * written from. Rows and columns are counted from 0. Dates are serial numbers (day 0 is
 * 1899-12-30) in a date format. Colours are `#rrggbb`. Number formats are US-style patterns, as
 * both Sheets and Excel keep them: `#,##0.00`, `dd/mm/yyyy`.
 */

/** What a cell holds; `null` is blank. */
export type Scalar = string | number | boolean | null;

export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** In points; 10 when left out. */
  readonly size?: number;
  readonly color?: string;
  readonly background?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  /** A thin line under or over the cell, in this colour. */
  readonly lineBelow?: string;
  readonly lineAbove?: string;
}

/** A cell that is more than its value. A formula, when there is one, decides the value. */
export interface WorkbookCell {
  readonly value?: Scalar;
  /** Begins with `=`; English function names, commas, decimal points: the habits of `en_US`. */
  readonly formula?: string;
  /** Number format; the column's when left out. */
  readonly format?: string;
  /** Instead of the column's style, not on top of it. */
  readonly style?: Style;
  /** Shown when pointing at the cell. Plain text. */
  readonly note?: string;
}

/** Most cells are only a value, and stand as such. Text is text, even when it begins with `=`. */
export type Entry = Scalar | WorkbookCell;

export interface ColumnProperties {
  /** In pixels at 100 %. */
  readonly width?: number;
  readonly format?: string;
  readonly style?: Style;
}

/** A rectangle of cells, counted from 0. */
export interface CellRange {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '=' | '<>';

export interface ScaleStop {
  readonly at: 'min' | 'max' | 'percentile' | 'number';
  /** For `percentile` 0…100, for `number` the number. */
  readonly value?: number;
  readonly color: string;
}

/** How a matching cell looks: text colour, background, bold. */
export type Highlight = Pick<Style, 'bold' | 'color' | 'background'>;

export type ConditionalFormat = { readonly block: CellRange } & (
  | {
      readonly kind: 'cell';
      readonly is: ComparisonOperator;
      readonly value: number | string;
      readonly style: Highlight;
    }
  | {
      readonly kind: 'between';
      readonly from: number;
      readonly to: number;
      readonly style: Highlight;
    }
  /** Cells whose text begins so. */
  | { readonly kind: 'begins'; readonly text: string; readonly style: Highlight }
  /** The formula is written for the block's first cell and moves along, as in a spreadsheet. */
  | { readonly kind: 'formula'; readonly formula: string; readonly style: Highlight }
  /** Two or three stops, from low to high. */
  | { readonly kind: 'scale'; readonly stops: readonly ScaleStop[] }
);

export interface Sheet {
  readonly name: string;
  /** Row by row; a row may be shorter than the widest one. */
  readonly rows: readonly (readonly Entry[])[];
  /** From the first column on; may be shorter than the rows. */
  readonly columns?: readonly ColumnProperties[];
  /** Row → height in pixels, where it differs. */
  readonly heights?: Readonly<Record<number, number>>;
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  readonly merges?: readonly CellRange[];
  readonly conditionalFormats?: readonly ConditionalFormat[];
  readonly hideGridlines?: boolean;
}

export interface Book {
  readonly sheets: readonly Sheet[];
}

/** An error a cell shows: `#DIV/0!`, or `#ERROR!` with the sentence behind it. */
export interface CellError {
  readonly error: string;
  readonly sentence?: string;
}

/** What a sheet's formulas came to, as a spreadsheet engine computed them. */
export interface Computed {
  /** The value of every cell, formulas and spilled answers included; rows may be short. */
  readonly values: readonly (readonly (Scalar | CellError)[])[];
  /** The area each spilled answer fills, its formula's own cell first. */
  readonly spills: readonly CellRange[];
}
