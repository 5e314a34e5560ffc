import type { CellRange } from './book.ts';

/** What stands in a workbook beside its cells and their looks; rows and columns counted from 0. */
export interface SheetExtras {
  readonly names: readonly NamedBlock[];
  /** In the order of the sheets. */
  readonly sheets: readonly ExtrasOfSheet[];
}

interface NamedBlock {
  readonly name: string;
  readonly sheet: string;
  readonly block: CellRange;
}

export interface ExtrasOfSheet {
  readonly hidden: boolean;
  /** The colour of its tab; `''` for none. */
  readonly tab: string;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Rows that fold, by how deep they lie in groups. */
  readonly folds: Readonly<Record<number, number>>;
  readonly allowed: readonly AllowedBlock[];
  readonly charts: readonly {
    readonly title: string;
    readonly row: number;
    readonly column: number;
  }[];
}

/** What may be typed into cells. */
export type Allowed = { readonly help: string; readonly strict: boolean } & (
  | { readonly is: 'number'; readonly min: number; readonly max: number }
  | { readonly is: 'list'; readonly items: readonly string[]; readonly arrow: boolean }
  | { readonly is: 'tick' }
);

export interface AllowedBlock {
  readonly block: CellRange;
  readonly allows: Allowed;
}
