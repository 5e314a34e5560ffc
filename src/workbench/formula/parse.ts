import { type Token, tokenize } from './tokenize.ts';

/** A range of cells as a formula names it. */
export interface RangePiece {
  readonly kind: 'range';
  /** `'My ads'!` or empty. */
  readonly sheet: string;
  readonly start: string;
  readonly end: string;
}

export interface CallPiece {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly (readonly Piece[])[];
}

interface GroupPiece {
  readonly kind: 'group';
  readonly open: string;
  readonly pieces: readonly Piece[];
  readonly close: string;
}

/** A single cell, with its sheet. */
export interface CellPiece {
  readonly kind: 'cell';
  readonly sheet: string;
  readonly text: string;
}

interface TokenPiece {
  readonly kind: 'token';
  readonly token: Token;
}

/** A formula's parts, in order: calls and brackets hold parts of their own. */
export type Piece = CallPiece | GroupPiece | RangePiece | CellPiece | TokenPiece;

const cellText = /^\$?[A-Z]{1,3}\$?[1-9]\d*$/i;
const columnText = /^\$?[A-Z]{1,3}$/i;
const rowText = /^\$?[1-9]\d*$/;

/** Takes a formula in English habits apart, without its `=`; `null` when it is not well formed. */
export function parseFormula(formula: string): Piece[] | null {
  if (!formula.startsWith('=')) return null;
  const tokens = tokenize(formula.slice(1), '.');
  if (tokens === null) return null;
  const reader = new Reader(tokens);
  const pieces = reader.read();
  return reader.isDone ? pieces : null;
}

class Reader {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get isDone(): boolean {
    return this.at === this.tokens.length;
  }

  /** Reads up to a closing bracket, or to a separator that belongs to the call around. */
  read(separates = false): Piece[] {
    const pieces: Piece[] = [];
    for (let token = this.peek(0); token !== undefined; token = this.peek(0)) {
      if (token.kind === 'close' || (separates && token.kind === 'separator')) break;
      pieces.push(this.readOne(token));
    }
    return pieces;
  }

  private readOne(token: Token): Piece {
    const reference = this.readReference();
    if (reference !== null) return reference;
    this.at += 1;
    if (token.kind === 'name' && this.peek(0)?.text === '(') return this.readCall(token.text);
    if (token.kind !== 'open') return { kind: 'token', token };
    const pieces = this.read();
    return { kind: 'group', open: token.text, pieces, close: this.readClose() };
  }

  private readCall(name: string): CallPiece {
    this.at += 1;
    const args: Piece[][] = [this.read(true)];
    while (this.peek(0)?.kind === 'separator') {
      this.at += 1;
      args.push(this.read(true));
    }
    this.readClose();
    const none = args.length === 1 && args[0]?.every(isSpace);
    return { kind: 'call', name, args: none ? [] : args };
  }

  /** A bracket left open at the end of a formula is closed, as spreadsheets do. */
  private readClose(): string {
    const token = this.peek(0);
    if (token?.kind !== 'close') return ')';
    this.at += 1;
    return token.text;
  }

  private readReference(): RangePiece | CellPiece | null {
    const named = this.peek(0);
    const hasSheet =
      (named?.kind === 'quotedSheet' || named?.kind === 'name') && this.peek(1)?.text === '!';
    const skipped = hasSheet ? 2 : 0;
    const sheet = hasSheet ? `${named?.text}!` : '';
    const start = this.peek(skipped);
    if (start?.kind !== 'name' && start?.kind !== 'number') return null;
    if (this.peek(skipped + 1)?.text === ':') {
      const end = this.peek(skipped + 2);
      for (const shape of [cellText, columnText, rowText]) {
        if (!shape.test(start.text) || !shape.test(end?.text ?? '')) continue;
        this.at += skipped + 3;
        return { kind: 'range', sheet, start: start.text, end: end?.text ?? '' };
      }
    }
    if (!cellText.test(start.text) || this.peek(skipped + 1)?.text === '(') return null;
    this.at += skipped + 1;
    return { kind: 'cell', sheet, text: start.text };
  }

  private peek(ahead: number): Token | undefined {
    return this.tokens[this.at + ahead];
  }
}

export const isSpace = (piece: Piece): boolean =>
  piece.kind === 'token' && piece.token.kind === 'space';
