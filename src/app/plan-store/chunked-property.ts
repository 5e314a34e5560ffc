import type { Spreadsheet } from '../ports/spreadsheet.ts';

/** A note holds 9 KB, of which the head's count takes a little. */
const most = 8_900;

const piece = (key: string, index: number): string => (index === 0 ? key : `${key}.${index}`);

/**
 * Keeps a text of any length in as many notes as it takes. The first, which says how many there
 * are, is gone before the others change and comes last: a run that is cut off leaves none. Where it
 * cannot be kept, nothing of it stays, and the text before it, which had its place, comes back.
 */
export function keepLongNote(key: string, text: string, spreadsheet: Spreadsheet): void {
  const notes = spreadsheet.notes();
  const before = longNote(key, notes);
  dropPieces(key, notes, spreadsheet);
  try {
    keepPieces(key, text, spreadsheet);
  } catch (error) {
    // Pieces without a first one take up room, and nobody would find them.
    for (let index = piecesOf(text).length - 1; index >= 0; index -= 1) {
      spreadsheet.keepNote(piece(key, index), null);
    }
    if (before !== null) keepPieces(key, before, spreadsheet);
    throw error;
  }
}

function keepPieces(key: string, text: string, spreadsheet: Spreadsheet): void {
  const pieces = piecesOf(text);
  for (let index = pieces.length - 1; index > 0; index -= 1) {
    spreadsheet.keepNote(piece(key, index), pieces[index] ?? '');
  }
  spreadsheet.keepNote(key, `${pieces.length}|${pieces[0] ?? ''}`);
}

/** Cut where so many bytes are full, never inside a character. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  let bytes = 0;
  let at = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes + size > most) {
      pieces.push(text.slice(from, at));
      from = at;
      bytes = 0;
    }
    bytes += size;
    at += character.length;
  }
  return [...pieces, text.slice(from)];
}

/** `null` where nothing is kept, or where a piece of it is missing. */
export function longNote(key: string, notes: Readonly<Record<string, string>>): string | null {
  const head = /^(\d{1,3})\|/.exec(own(notes, key) ?? '');
  if (!head) return null;
  const pieces = [(own(notes, key) ?? '').slice(head[0].length)];
  for (let index = 1; index < Number(head[1]); index += 1) {
    const next = own(notes, piece(key, index));
    if (next === undefined) return null;
    pieces.push(next);
  }
  return pieces.join('');
}

/** Drops a text: its head first, then from the end, so that what a cut leaves is found again. */
export const dropLongNote = (key: string, spreadsheet: Spreadsheet): void =>
  dropPieces(key, spreadsheet.notes(), spreadsheet);

function dropPieces(
  key: string,
  notes: Readonly<Record<string, string>>,
  spreadsheet: Spreadsheet,
): void {
  if (own(notes, key) !== undefined) spreadsheet.keepNote(key, null);
  let count = 1;
  while (own(notes, piece(key, count)) !== undefined) count += 1;
  for (let index = count - 1; index > 0; index -= 1) spreadsheet.keepNote(piece(key, index), null);
}

/** Pieces of texts whose first note is gone: a run that was cut off has left them, and nobody reads them. */
export const strayPieces = (notes: Readonly<Record<string, string>>): string[] =>
  Object.keys(notes).filter((key) => {
    const [, whole] = /^((?:journal|plan)\.[a-z0-9_]+|undo|overview)\.\d{1,3}$/.exec(key) ?? [];
    return whole !== undefined && own(notes, whole) === undefined;
  });

const own = (notes: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.keys(notes).includes(key) ? notes[key] : undefined;
