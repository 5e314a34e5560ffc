import type { Rectangle } from '../../../src/sheet/layout/drawing.ts';

/**
 * What a test needs of a spreadsheet to read plans in it and to type into them. Both desks have it;
 * rows and columns count from 1, as services do.
 */
export interface CellBook<Sheet, Value> {
  readonly named: ReadonlyMap<string, Rectangle & { readonly sheet: Sheet }>;
  peek(sheet: Sheet, row: number, column: number): Value;
  /** What a user does. */
  type(sheet: Sheet, row: number, column: number, value: string | number | boolean): void;
}

export interface Place<Sheet> {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

export interface PlanBlock<Sheet, Value> {
  /** Keys of its rows, from top to bottom. */
  rows(): readonly string[];
  cellAt(row: string, column: string): Place<Sheet>;
  value(row: string, column: string): Value;
}

/** A block of a plan's sheet; its first row holds the keys of its columns, one column those of its rows. */
export function blockAt<Sheet, Value>(
  book: CellBook<Sheet, Value>,
  plan: string,
  block: string,
): PlanBlock<Sheet, Value> {
  const area = book.named.get(`KPI_${plan}_${block}`);
  if (!area) throw new Error(`No block ${block}.`);
  const { sheet } = area;
  const keys = Array.from({ length: area.columns }, (_, across) =>
    book.peek(sheet, area.row, area.column + across),
  ) as readonly unknown[];
  const keyColumn = area.column + keys.indexOf('key');
  const below = Array.from({ length: area.rows - 1 }, (_, at) => area.row + at + 1);
  const keyAt = (row: number): unknown => book.peek(sheet, row, keyColumn);
  const cellAt = (row: string, column: string): Place<Sheet> => {
    const down = below.find((each) => keyAt(each) === row);
    if (down === undefined || !keys.includes(column)) {
      throw new Error(`No ${row} ${column} in ${block}.`);
    }
    return { sheet, row: down, column: area.column + keys.indexOf(column) };
  };
  return {
    rows: () => below.map((row) => String(keyAt(row) ?? '')),
    cellAt,
    value: (row, column) => {
      const at = cellAt(row, column);
      return book.peek(sheet, at.row, at.column);
    },
  };
}

/** Where a plan's cell stands. */
export const cellAt = <Sheet, Value>(
  book: CellBook<Sheet, Value>,
  plan: string,
  block: string,
  row: string,
  column: string,
): Place<Sheet> => blockAt(book, plan, block).cellAt(row, column);

/** What a plan's cell holds. */
export const valueAt = <Sheet, Value>(
  book: CellBook<Sheet, Value>,
  plan: string,
  block: string,
  row: string,
  column: string,
): Value => blockAt(book, plan, block).value(row, column);

/** Somebody types into a plan's cell. */
export function typeAt<Sheet, Value>(
  book: CellBook<Sheet, Value>,
  plan: string,
  [block, row, column]: readonly [block: string, row: string, column: string],
  value: string | number | boolean,
): void {
  const at = cellAt(book, plan, block, row, column);
  book.type(at.sheet, at.row, at.column, value);
}
