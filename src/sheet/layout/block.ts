import type { blockList } from '../plan/blocks.ts';
import type { PlanBlock } from './block-definition.ts';
import type { Cell } from './drawing.ts';

type NameOf<B> = B extends PlanBlock<infer Name> ? Name : never;
/** The blocks of a plan's sheet. */
export type BlockName = NameOf<(typeof blockList)[number]>;

/** What a block draws. `Name` are the blocks of its sheet: a plan's unless said otherwise. */
export interface DrawnBlock<Name extends string = BlockName> {
  /** Keys of its columns; the first stands in column A, the second is always `key`. */
  readonly columns: readonly string[];
  /** Rows without a key are headings and bands; they are not found again. */
  readonly rows: readonly BlockRow<Name>[];
  /** Folds away under its first row (its heading): `true` folded, `false` open; left out, never. */
  readonly folds?: boolean;
  /** Hidden altogether. */
  readonly hidden?: true;
  /** Empty rows kept free below it. */
  readonly space?: number;
}

/** A block as data, before anybody knows where on the sheet it stands. */
export interface Block<Name extends string = BlockName> extends DrawnBlock<Name> {
  readonly name: Name;
  /** People may add lines to it, by inserting rows or copying them together with their keys. */
  readonly growing?: boolean;
}

export interface BlockRow<Name extends string = BlockName> {
  /** Unique in its block: a KPI's name, the first day of a week part; `''` for headings. */
  readonly key: string;
  /** By column key; a column left out is blank. */
  readonly cells: Readonly<Record<string, Content<Name>>>;
  readonly pixels?: number;
  /**
   * Its key is not written beside it: a long text in column A would end at the hidden cell. Such a
   * row is not found again once people have moved things.
   */
  readonly unkeyed?: true;
  /**
   * Columns that are written while the sheet stands, as by a refresh: what they hold moves along to
   * a sheet that is built anew.
   */
  readonly kept?: readonly string[];
}

/** A cell whose formula is written once it is known where everything stands. */
export type Content<Name extends string = BlockName> = Omit<Cell, 'formula'> & {
  readonly formula?: (at: CellAddresses<Name>, row: string) => string;
};

/** Where things stand, in the words of formulas. Rows are named by their keys. */
export interface CellAddresses<Name extends string = BlockName> {
  /** One cell, absolute: `$F$80`. */
  cell(block: Name, row: string, column: string): string;
  /** A cell of the formula's own row, which moves with the row: `$F7`. `row` is the row's key. */
  here(block: Name, row: string, column: string): string;
  /** A column of a block from its first row with a key to its last, absolute: `$F$80:$F$90`. */
  column(block: Name, column: string): string;
  /** The same with the row above the first one, as functions that know headers take it. */
  columnWithHead(block: Name, column: string): string;
  /** A cell that is looked up by the key of its row, wherever somebody has sorted that row to. */
  find(block: Name, row: string, column: string): string;
  /** A column from one row down to the last row of its block's table, absolute. */
  downFrom(block: Name, row: string, column: string): string;
  /** What stands in `column` of another block in the row of the same key as this row. */
  lookup(block: Name, column: string, from: Name, row: string): string;
}

/** The named range of a plan's block. */
export const blockRange = (plan: string, block: BlockName): string => `KPI_${plan}_${block}`;
