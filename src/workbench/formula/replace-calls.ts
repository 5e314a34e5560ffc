import { excelFunction } from './excel-functions.ts';
import { isSpace, type Piece, parseFormula, type RangePiece } from './parse.ts';
import { columnIndex, columnName, toEngine } from './translate.ts';

/** The functions a workbook file does not know, and what stands for them there. */
export interface OwnFunctions {
  /** Names, in capitals, of those that answer a range element by element. */
  readonly each: ReadonlySet<string>;
  /** Names of those that take a range as one thing: `KPI_TOTAL`. */
  readonly whole: ReadonlySet<string>;
  /**
   * The call as the spreadsheet itself would compute it, without `=`; arguments are texts of
   * formulas in English habits, empty where one is left out. `null` when there is no such formula.
   */
  twin(name: string, args: readonly string[]): string | null;
}

/** Where in a spilled answer a cell stands, counted from 0. */
export interface Offset {
  readonly row: number;
  readonly column: number;
}

/** A formula as a workbook file holds it, without `=`. */
export interface Portable {
  readonly formula: string;
  /** Has to be computed as an array, or a range in it would be taken for one of its cells. */
  readonly asArray: boolean;
}

/**
 * Prepares a formula for a workbook file: `cellAt` gives the text for one cell of its answer, with
 * our functions replaced, innermost first. In a spilled answer each range is narrowed to that
 * cell's part of it, except where a function takes the whole range. `null` where it cannot be said
 * without this spreadsheet: unknown functions, names, tables, arrays built of cells.
 */
export function portable(
  formula: string,
  own: OwnFunctions,
  sheetNames: ReadonlyMap<string, string>,
  areaNames: ReadonlySet<string> = new Set(),
): { cellAt(offset: Offset | null): Portable | null } {
  const pieces = parseFormula(toEngine(formula, 'en_US'));
  return {
    cellAt(offset) {
      if (pieces === null) return null;
      const writer = new Writer(own, { sheetNames, areaNames }, offset);
      try {
        const text = writer.write(pieces, 'values', true);
        return text.length > longestFormula ? null : { formula: text, asArray: writer.asArray };
      } catch (refused) {
        if (refused instanceof NotPortable) return null;
        throw refused;
      }
    },
  };
}

const longestFormula = 8000;
const portableErrors = /^#(?:N\/A|DIV\/0!|NULL!|VALUE!|REF!|NAME\?|NUM!)$/i;

class NotPortable extends Error {}

/**
 * What becomes of a range here: kept whole (`array`: and gone through cell by cell), or narrowed to
 * one cell where the formula has spilled.
 */
type Around = 'ranges' | 'array' | 'values' | 'places';

const isInside = (around: Around): boolean => around === 'ranges' || around === 'array';

/** What a formula can speak of in the file: sheets by their names here, and named areas. */
interface InFile {
  readonly sheetNames: ReadonlyMap<string, string>;
  readonly areaNames: ReadonlySet<string>;
}

class Writer {
  asArray = false;
  private readonly own: OwnFunctions;
  private readonly file: InFile;
  private readonly offset: Offset | null;

  constructor(own: OwnFunctions, file: InFile, offset: Offset | null) {
    this.own = own;
    this.file = file;
    this.offset = offset;
  }

  write(pieces: readonly Piece[], around: Around, alone = false): string {
    const only = alone && pieces.filter((piece) => !isSpace(piece)).length === 1;
    // An operator over a range makes an array of it, whatever function stands around.
    const combined = pieces.some((piece) => piece.kind === 'token' && isArithmetic(piece));
    return pieces.map((piece) => this.one(piece, around, only, combined)).join('');
  }

  private one(piece: Piece, around: Around, only: boolean, combined: boolean): string {
    switch (piece.kind) {
      case 'token':
        return this.token(piece.token.kind, piece.token.text);
      case 'cell':
        return this.sheet(piece.sheet) + piece.text;
      case 'range':
        return this.range(piece, around, combined);
      case 'group':
        if (piece.open === '{') return this.constants(piece.pieces);
        return `(${this.write(piece.pieces, around)})`;
      case 'call':
        return this.call(piece.name, piece.args, around, only);
    }
  }

  private call(
    spelled: string,
    args: readonly (readonly Piece[])[],
    around: Around,
    only: boolean,
  ): string {
    const name = spelled.toUpperCase();
    const own = this.own.whole.has(name) ? 'ranges' : this.own.each.has(name) ? 'values' : null;
    if (own !== null) {
      const inside = own === 'values' && isInside(around) ? 'array' : own;
      const texts = args.map((arg) => this.write(arg, inside).trim());
      const twin = this.own.twin(name, texts);
      if (twin === null) throw new NotPortable();
      return only ? twin : `(${twin})`;
    }
    const known = excelFunction(name);
    if (known === undefined) throw new NotPortable();
    if (known.takes === 'places' && this.offset !== null && !isInside(around)) {
      throw new NotPortable();
    }
    const inside = known.takes === 'values' && isInside(around) ? 'array' : known.takes;
    const texts = args.map((arg) => this.write(arg, inside));
    return `${known.spelling}(${texts.join(',')})`;
  }

  private range(range: RangePiece, around: Around, combined: boolean): string {
    const whole = `${this.sheet(range.sheet)}${range.start}:${range.end}`;
    const isKept = around !== 'values' || this.offset === null;
    if (isKept && (combined || around === 'array' || around === 'values')) this.asArray = true;
    if (isKept) return whole;
    return this.sheet(range.sheet) + narrowed(range, this.offset);
  }

  private token(kind: string, text: string): string {
    if (kind === 'error' && !portableErrors.test(text)) throw new NotPortable();
    if (kind === 'name' && !this.isName(text)) throw new NotPortable();
    if (kind === 'bracket' || kind === 'quotedSheet') throw new NotPortable();
    if (kind === 'operator' && /[@#~!:]/.test(text)) throw new NotPortable();
    return text;
  }

  /** A named area is a range: in a spilled answer it would have to be narrowed to a cell of it. */
  private isName(text: string): boolean {
    if (/^(?:TRUE|FALSE)$/i.test(text)) return true;
    return this.offset === null && this.file.areaNames.has(text.toLowerCase());
  }

  /** A file's arrays hold constants only. */
  private constants(pieces: readonly Piece[]): string {
    if (this.offset !== null) throw new NotPortable();
    const text = pieces.map((piece) => {
      if (piece.kind !== 'token') throw new NotPortable();
      return this.token(piece.token.kind, piece.token.text);
    });
    return `{${text.join('')}}`;
  }

  private sheet(written: string): string {
    if (written === '') return '';
    const bare = written.slice(0, -1);
    const name = bare.startsWith("'") ? bare.slice(1, -1).replaceAll("''", "'") : bare;
    const known = this.file.sheetNames.get(name.toLowerCase());
    if (known === undefined) throw new NotPortable();
    return `'${known.replaceAll("'", "''")}'!`;
  }
}

const isArithmetic = (piece: Piece): boolean =>
  piece.kind === 'token' && piece.token.kind === 'operator' && !/[!:]/.test(piece.token.text);

const cellParts = /^(\$?)([A-Z]*)(\$?)(\d*)$/i;

/** The cell of a range that belongs to one cell of the answer; a single row or column repeats. */
function narrowed({ start, end }: RangePiece, offset: Offset): string {
  const from = corner(start);
  const to = corner(end);
  const isOneRow = from.row !== null && from.row === to.row;
  const isOneColumn = from.column !== null && from.column === to.column;
  const row = (from.row ?? 1) + (isOneRow ? 0 : offset.row);
  const column = (from.column ?? 0) + (isOneColumn ? 0 : offset.column);
  return `${from.columnFixed}${columnName(column)}${from.rowFixed}${row}`;
}

function corner(text: string) {
  const [, first = '', letters = '', second = '', digits = ''] = cellParts.exec(text) ?? [];
  return {
    column: letters === '' ? null : columnIndex(letters),
    row: digits === '' ? null : Number(digits),
    columnFixed: letters === '' ? '' : first,
    rowFixed: letters === '' ? first : second,
  };
}
