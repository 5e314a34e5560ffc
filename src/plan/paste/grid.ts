import { cleanText } from '../validation/field-reader.ts';

export type TextGrid = readonly (readonly string[])[];

/** More than these no KPI table has. */
export const mostRows = 200;
const mostColumns = 40;
const mostLetters = 400_000;
/** More than any of its texts may have in a plan, so that cutting them there is noticed. */
const longestCell = 2000;

/**
 * A pasted table as cells: what spreadsheets and web pages put on the clipboard (tabs, quotes round
 * cells of several lines), else columns parted by `|`, `;` or wide gaps. One row more than `mostRows`
 * is kept, so that it can be said that there were more.
 */
export function gridOf(pasted: string | TextGrid): TextGrid {
  const rows = typeof pasted === 'string' ? rowsOf(pasted.slice(0, mostLetters)) : pasted;
  return rows
    .slice(0, mostRows + 1)
    .map((row) =>
      row.slice(0, mostColumns).map((cell) => cleanText(String(cell).slice(0, longestCell))),
    );
}

function rowsOf(text: string): TextGrid {
  const plain = text.replace(/\r\n?/g, '\n');
  if (plain.includes('\t')) return quoted(plain, '\t');
  const lines = plain.split('\n').filter((line) => line.trim() !== '');
  const most = (sign: string) =>
    lines.filter((line) => line.includes(sign)).length * 2 > lines.length;
  if (most('|')) {
    const between = lines.filter((line) => !/^[\s|:+-]+$/.test(line));
    return between.map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|'),
    );
  }
  if (most(';')) return quoted(plain, ';');
  return lines.map((line) => line.trim().split(/ {2,}/));
}

/** Cells between `sign`; those in quotes may hold it, line breaks and doubled quotes. */
function quoted(text: string, sign: string): TextGrid {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const inQuotes = text[at] === '"' ? endOfQuotes(text, at, sign) : null;
    const end = inQuotes ?? endOfCell(text, at, sign);
    const cell = text.slice(at, end);
    row.push(inQuotes === null ? cell : cell.slice(1, -1).replace(/""/g, '"'));
    if (text[end] !== sign) {
      rows.push(row);
      row = [];
    } else if (end === text.length - 1) row.push('');
    at = end + 1;
  }
  return row.length ? [...rows, row] : rows;
}

function endOfCell(text: string, from: number, sign: string): number {
  let end = from;
  while (end < text.length && text[end] !== sign && text[end] !== '\n') end += 1;
  return end;
}

/** Behind the closing quote; `null` when a quote is only a sign in a text: `"KPI" team`. */
function endOfQuotes(text: string, from: number, sign: string): number | null {
  let at = from + 1;
  while (at < text.length) {
    if (text[at] !== '"') at += 1;
    else if (text[at + 1] === '"') at += 2;
    else break;
  }
  const next = text[at + 1];
  const closed = at < text.length && (next === undefined || next === sign || next === '\n');
  return closed ? at + 1 : null;
}
