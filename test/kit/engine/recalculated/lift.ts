import {
  type CallPiece,
  type CellPiece,
  isSpace,
  type Piece,
  parseFormula,
  type RangePiece,
} from '../../../../src/workbench/formula/parse.ts';
import { columnIndex } from '../../../../src/workbench/formula/translate.ts';
import { address } from '../ironcalc.ts';
import { liftedHere, overEach, overWhole } from './functions.ts';

interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** A formula as the engine gets it. */
export interface Lifted {
  readonly formula: string;
  /** The calls that go through a range and stand in cells of their own, by their functions. */
  readonly over: readonly string[];
}

/** The sheet with the cells that calls over ranges are computed in, one for each element. */
export const helperSheet = '_each';

/** Where a formula stands, and what goes on around a part of it. */
interface Around {
  readonly sheet: string;
  /** Ranges are gone through cell by cell. */
  readonly array: boolean;
  /** Written for another sheet than the formula's own. */
  readonly elsewhere: boolean;
  readonly over: string[];
}

/**
 * Writes a file's formulas so that the engine computes them as Excel does. It goes through ranges
 * with a few functions only: over others it answers `0` or an error. Calls of these are computed in
 * cells of their own, element by element, by the same engine, and the formula refers to them.
 * Whatever is not understood is an error here: nothing is left out.
 */
export class Lift {
  /** Formulas of the helper sheet, by row and column counted from 0. */
  readonly helpers: { readonly row: number; readonly column: number; readonly formula: string }[] =
    [];
  private readonly known = new Map<string, string>();
  private nextColumn = 0;

  /** `names`: what named areas stand for, by the name in capitals. `today`: the day of `TODAY()`. */
  constructor(
    private readonly names: ReadonlyMap<string, RangePiece>,
    private readonly today: number,
  ) {}

  lift(formula: string, sheet: string, isArray: boolean): Lifted {
    const pieces = parseFormula(`=${formula}`);
    if (pieces === null) throw new Error(`Not a formula: ${formula}`);
    const over: string[] = [];
    const around = { sheet, array: isArray, elsewhere: false, over };
    if (!isArray && this.shape(pieces) !== null) throw new OneCell(formula);
    return { formula: this.write(pieces, around), over };
  }

  private write(pieces: readonly Piece[], around: Around): string {
    return pieces.map((piece) => this.one(piece, around)).join('');
  }

  private one(piece: Piece, around: Around): string {
    switch (piece.kind) {
      case 'token':
        return piece.token.text;
      case 'cell':
        return prefix(piece, around) + piece.text;
      case 'range':
        return `${prefix(piece, around)}${piece.start}:${piece.end}`;
      case 'group':
        return piece.open + this.write(piece.pieces, around) + piece.close;
      case 'call':
        return this.call(piece, around);
    }
  }

  private call(call: CallPiece, around: Around): string {
    const name = bare(call.name);
    if (name === 'TODAY') return String(this.today);
    if (overWhole.has(name)) {
      const array = around.array || name === 'SUMPRODUCT';
      const args = call.args.map((arg) => {
        const asItStands = this.isAsItStands(arg);
        if (!array && !asItStands && this.shape(arg) !== null) throw new OneCell(call.name);
        return this.write(arg, { ...around, array: array || asItStands });
      });
      return `${name}(${args.join(',')})`;
    }
    if (!overEach.has(name)) throw new Error(`What does ${name} do with a range?`);
    const shape = this.shape([call]);
    if (shape !== null && !around.array) throw new OneCell(call.name);
    if (shape !== null && !liftedHere.has(name) && name !== 'INDEX') {
      around.over.push(name);
      return this.helper(call, shape, around);
    }
    return `${name}(${call.args.map((arg) => this.write(arg, around)).join(',')})`;
  }

  /** The range of cells in which a call is computed element by element. */
  private helper(call: CallPiece, { rows, columns }: Shape, around: Around): string {
    const key = `${rows} ${columns} ${this.element([call], 0, 0, around)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const left = this.nextColumn;
    this.nextColumn += columns;
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const formula = this.element([call], row, column, around);
        this.helpers.push({ row, column: left + column, formula });
      }
    }
    const area = `${helperSheet}!${address(0, left)}:${address(rows - 1, left + columns - 1)}`;
    this.known.set(key, area);
    return area;
  }

  /** A part of a formula for one element of the ranges in it. */
  private element(pieces: readonly Piece[], row: number, column: number, around: Around): string {
    const there = { ...around, elsewhere: true };
    const at = (piece: Piece): string => {
      if (this.shape([piece]) === null) return this.one(piece, there);
      switch (piece.kind) {
        case 'range':
          return prefix(piece, there) + cellOf(piece, row, column);
        case 'token':
          return at(this.area(piece) as RangePiece);
        case 'group':
          return piece.open + piece.pieces.map(at).join('') + piece.close;
        case 'cell':
          return this.one(piece, there);
        case 'call': {
          const name = bare(piece.name);
          if (isPlace(piece)) return this.nth(piece, row, column, there);
          return `${name}(${piece.args.map((arg) => arg.map(at).join('')).join(',')})`;
        }
      }
    };
    return pieces.map(at).join('');
  }

  /** How many values a part of a formula has where ranges are gone through; `null` for one value. */
  private shape(pieces: readonly Piece[]): Shape | null {
    const shapes = pieces.flatMap((piece) => this.shapeOfOne(piece) ?? []);
    if (shapes.length === 0) return null;
    return {
      rows: Math.max(...shapes.map(({ rows }) => rows)),
      columns: Math.max(...shapes.map(({ columns }) => columns)),
    };
  }

  private shapeOfOne(piece: Piece): Shape | null {
    switch (piece.kind) {
      case 'cell':
        return null;
      case 'range':
        return sizeOf(piece);
      case 'token': {
        const area = this.area(piece);
        return area && sizeOf(area);
      }
      case 'group':
        return piece.open === '{' ? null : this.shape(piece.pieces);
      case 'call': {
        const name = bare(piece.name);
        if (isPlace(piece)) return placeOf(piece, sizeOf(this.indexed(piece)));
        if (name === 'INDEX') return null;
        return overWhole.has(name) ? null : this.shape(piece.args.flat());
      }
    }
  }

  /** A range, by its name too, or a column of one, and nothing computed of it. */
  private isAsItStands(arg: readonly Piece[]): boolean {
    const [only, ...more] = arg.filter((piece) => !isSpace(piece));
    if (only === undefined || more.length > 0) return false;
    if (only.kind === 'call') return isPlace(only);
    return only.kind === 'range' || this.area(only) !== null;
  }

  /** `INDEX(area,0,3)` at an element: `INDEX(area,7,3)`. */
  private nth(call: CallPiece, row: number, column: number, around: Around): string {
    const [area = [], ...at] = call.args;
    const [rows, columns] = at.map((arg) => (isZero(arg) ? null : this.write(arg, around)));
    return `INDEX(${this.write(area, around)},${rows ?? row + 1},${columns ?? column + 1})`;
  }

  private area(piece: Piece): RangePiece | null {
    if (piece.kind !== 'token' || piece.token.kind !== 'name') return null;
    return this.names.get(piece.token.text.toUpperCase()) ?? null;
  }

  /** The area of which `INDEX` takes a row or a column. */
  private indexed(call: CallPiece): RangePiece {
    const [from] = call.args[0]?.filter((each) => !isSpace(each)) ?? [];
    const area = from?.kind === 'range' ? from : from && this.area(from);
    if (!area) throw new Error(`Of what is it a column? ${this.write([call], nowhere)}`);
    return area;
  }
}

const nowhere: Around = { sheet: '', array: true, elsewhere: false, over: [] };

const bare = (name: string): string => name.toUpperCase().replace(/^_XLFN\./, '');

const prefix = ({ sheet }: CellPiece | RangePiece, around: Around): string =>
  sheet === '' && around.elsewhere ? `'${around.sheet.replaceAll("'", "''")}'!` : sheet;

const isZero = (arg: readonly Piece[] | undefined): boolean => {
  const [only, ...more] = arg?.filter((piece) => !isSpace(piece)) ?? [];
  return more.length === 0 && only?.kind === 'token' && only.token.text === '0';
};

/** `INDEX(area,0,3)`: a whole column of an area, or a whole row. */
const isPlace = (call: CallPiece): boolean =>
  bare(call.name) === 'INDEX' && (isZero(call.args[1]) || isZero(call.args[2]));

function placeOf(call: CallPiece, area: Shape | null): Shape | null {
  if (area === null) return null;
  const rows = isZero(call.args[1]) ? area.rows : 1;
  const columns = isZero(call.args[2]) ? area.columns : 1;
  return rows * columns > 1 ? { rows, columns } : null;
}

/** Outside of array formulas, Excel takes the one cell of a range that is in the formula's row. */
class OneCell extends Error {
  constructor(where: string) {
    super(`Excel takes one cell of a range in ${where}`);
  }
}

function corner(text: string): { row: number; column: number } {
  const [, letters, digits] = /^\$?([A-Z]+)\$?(\d+)$/i.exec(text) ?? [];
  if (!letters || !digits)
    throw new Error(`A range without an end cannot be gone through: ${text}`);
  return { row: Number(digits) - 1, column: columnIndex(letters) };
}

function sizeOf({ start, end }: RangePiece): Shape | null {
  const [from, to] = [corner(start), corner(end)];
  const shape = { rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
  return shape.rows * shape.columns > 1 ? shape : null;
}

/** The cell of a range that belongs to an element; a single row or column repeats. */
function cellOf({ start, end }: RangePiece, row: number, column: number): string {
  const [from, to] = [corner(start), corner(end)];
  return address(
    from.row + (from.row === to.row ? 0 : row),
    from.column + (from.column === to.column ? 0 : column),
  );
}
