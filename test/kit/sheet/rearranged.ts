import type { Cell, Drawing, Rectangle } from '../../../src/sheet/layout/drawing.ts';

/**
 * What people do to a sheet with a spreadsheet's own means, done to a drawing as Google does it:
 * formulas and names follow what moves, what speaks of a cell that is gone says `#REF!`. Rows and
 * columns count from 1.
 */

interface Ends {
  readonly from: number;
  readonly to: number;
}

/** Where a run of rows or columns comes to stand; `null` where none of it is left. */
type Moved = (ends: Ends) => Ends | null;

const reference =
  /"(?:[^"]|"")*"|\b[A-Za-z_][\w.]*[({!]|\bKPI_\w+|(\$?)([A-Z]{1,3})(\$?)(\d+)(?::(\$?)([A-Z]{1,3})(\$?)(\d+))?/g;

const lettersOf = (column: number): string =>
  column > 26
    ? lettersOf(Math.floor((column - 1) / 26)) + lettersOf(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

const numberOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A formula after rows and columns have moved. */
function follow(formula: string, rows: Moved, columns: Moved): string {
  return formula.replace(
    reference,
    (whole, d1, left: string | undefined, d2, top, d3, right = left, d4, bottom = top) => {
      if (left === undefined) return whole;
      const across = columns({ from: numberOf(left), to: numberOf(right) });
      const down = rows({ from: Number(top), to: Number(bottom) });
      if (!across || !down) return '#REF!';
      const first = `${d1}${lettersOf(across.from)}${d2}${down.from}`;
      return whole.includes(':') ? `${first}:${d3}${lettersOf(across.to)}${d4}${down.to}` : first;
    },
  );
}

const same: Moved = (ends) => ends;

/** Without one row or column. */
const without =
  (gone: number): Moved =>
  ({ from, to }) => {
    const ends = { from: from > gone ? from - 1 : from, to: to >= gone ? to - 1 : to };
    return ends.to < ends.from ? null : ends;
  };

/** With an empty one before it. */
const before =
  (at: number): Moved =>
  ({ from, to }) => ({ from: from >= at ? from + 1 : from, to: to >= at ? to + 1 : to });

function moved(drawing: Drawing, rows: Moved, columns: Moved, cells: Drawing['cells']): Drawing {
  return {
    ...drawing,
    rows: cells.length,
    columns: cells[0]?.length ?? 0,
    cells: cells.map((line) =>
      line.map((cell) =>
        cell.formula === undefined
          ? cell
          : { ...cell, formula: follow(cell.formula, rows, columns) },
      ),
    ),
    names: drawing.names.flatMap((name) => movedArea(name, rows, columns)),
    rules: drawing.rules.flatMap((rule) =>
      movedArea(rule, rows, columns).map((area) => ({
        ...area,
        when: follow(area.when, rows, columns),
      })),
    ),
  };
}

/** A rectangle after rows and columns have moved; none where nothing is left of it. */
function movedArea<Kind extends Rectangle>(area: Kind, rows: Moved, columns: Moved): Kind[] {
  const down = rows({ from: area.row, to: area.row + area.rows - 1 });
  const across = columns({ from: area.column, to: area.column + area.columns - 1 });
  if (!down || !across) return [];
  const [row, column] = [down.from, across.from];
  return [{ ...area, row, column, rows: down.to - row + 1, columns: across.to - column + 1 }];
}

const blank: Cell = { style: 'plain' };

export const deleteRow = (drawing: Drawing, row: number): Drawing =>
  moved(drawing, without(row), same, drawing.cells.toSpliced(row - 1, 1));

export const deleteColumn = (drawing: Drawing, column: number): Drawing =>
  moved(
    drawing,
    same,
    without(column),
    drawing.cells.map((line) => line.toSpliced(column - 1, 1)),
  );

export const insertRow = (drawing: Drawing, row: number): Drawing =>
  moved(
    drawing,
    before(row),
    same,
    drawing.cells.toSpliced(
      row - 1,
      0,
      (drawing.cells[0] ?? []).map(() => blank),
    ),
  );

export const insertColumn = (drawing: Drawing, column: number): Drawing =>
  moved(
    drawing,
    same,
    before(column),
    drawing.cells.map((line) => line.toSpliced(column - 1, 0, blank)),
  );

/** A formula as it reads so many rows below and columns to the right: what has no `$` moves along. */
export function shifted(formula: string, rows: number, columns: number): string {
  return formula.replace(reference, (whole, d1, left, d2, top, d3, right, d4, bottom) => {
    if (left === undefined) return whole;
    const corner = (fixed: string, letters: string, dollar: string, number: string) =>
      `${fixed}${fixed ? letters : lettersOf(numberOf(letters) + columns)}${dollar}${dollar ? number : Number(number) + rows}`;
    const first = corner(d1, left, d2, top);
    return bottom === undefined ? first : `${first}:${corner(d3, right, d4, bottom)}`;
  });
}

/** A cell that was copied to another row: what its formula says of its own row follows. */
const copied = ({ formula, ...cell }: Cell, by: number): Cell =>
  formula === undefined ? cell : { ...cell, formula: shifted(formula, by, 0) };

const copiedLine = (line: readonly Cell[], by: number): Cell[] =>
  line.map((cell) => copied(cell, by));

/** A row copied into a new one right below it. */
export function copyRow(drawing: Drawing, row: number): Drawing {
  const room = insertRow(drawing, row + 1);
  const line = copiedLine(room.cells[row - 1] ?? [], 1);
  return { ...room, cells: room.cells.with(row, line) };
}

/** Rows from `first` on in another order: `order` says which of them comes first, second, … */
export function sortRows(drawing: Drawing, first: number, order: readonly number[]): Drawing {
  const cells = [...drawing.cells];
  for (const [to, from] of order.entries()) {
    cells[first - 1 + to] = copiedLine(drawing.cells[first - 1 + from] ?? [], to - from);
  }
  return { ...drawing, cells };
}

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Every cell of an area holds something else, in the look it had. */
export function overwrite(
  drawing: Drawing,
  { row, column, rows, columns }: Area,
  content: (row: number, column: number) => Pick<Cell, 'value' | 'text'>,
): Drawing {
  const inside = (down: number, across: number) =>
    down >= row && down < row + rows && across >= column && across < column + columns;
  return {
    ...drawing,
    cells: drawing.cells.map((line, down) =>
      line.map((cell, across) =>
        inside(down + 1, across + 1)
          ? { style: cell.style, ...content(down + 1, across + 1) }
          : cell,
      ),
    ),
  };
}

export const narrowName = (drawing: Drawing, name: string, change: Partial<Area>): Drawing => ({
  ...drawing,
  names: drawing.names.map((each) => (each.name === name ? { ...each, ...change } : each)),
});

/** The row of a key within a named block. */
export function rowOf(drawing: Drawing, name: string, key: string): number {
  const area = drawing.names.find((each) => each.name === name);
  const at = drawing.cells.findIndex(
    (line, row) =>
      area !== undefined &&
      row >= area.row &&
      row < area.row - 1 + area.rows &&
      line[1]?.value === key,
  );
  if (at < 0) throw new Error(`${name} has no row ${key}.`);
  return at + 1;
}
