/**
 * Formulas are typed and shown in the habits of the spreadsheet's locale; the engine reads commas
 * and decimal points only, and knows no range that is open at its end.
 *
 * | in the sheet, vi_VN | en_US    | the engine      |
 * | `A1;B1`             | `A1,B1`  | `A1,B1`         |
 * | `1,5`               | `1.5`    | `1.5`           |
 * | `{1\2;3\4}`         | `{1,2;3,4}` | `{1,2;3,4}`  |
 * | `A2:A`              | `A2:A`   | `A2:A1048576`   |
 * | `B2:2`              | `B2:2`   | `B2:XFD2`       |
 *
 * A `;` between arguments is accepted in every locale. The end of an open range may move when rows
 * are inserted or deleted, so that every end this far out reads as open (`isOpenEnd`). The engine
 * does not stop a range at the sheet's last row by itself: where it asks a reference for its
 * position (`BaseReferenceObject.getRangePosition`), an open end has to become the last row.
 */
import { type Token, tokenize } from './tokenize.ts';

const lastRow = 1_048_576;
const lastColumn = 'XFD';
const openFromRow = 1_000_000;
const openFromColumn = 16_000;

/** Whether the end of a range, counted from 0, stands for «to the end of the sheet». */
export const isOpenEnd = {
  row: (row: number): boolean => row + 1 >= openFromRow,
  column: (column: number): boolean => column >= openFromColumn,
};

const decimals = new Map<string, '.' | ','>();

/** How numbers in formulas are written in a spreadsheet locale: `vi_VN` → `,`. */
export function decimalOf(locale: string): '.' | ',' {
  let decimal = decimals.get(locale);
  if (decimal === undefined) {
    decimal = writesComma(locale) ? ',' : '.';
    decimals.set(locale, decimal);
  }
  return decimal;
}

function writesComma(locale: string): boolean {
  try {
    return new Intl.NumberFormat(locale.replace('_', '-')).format(1.5).includes(',');
  } catch {
    return false;
  }
}

/** From what a person of this locale types to what the engine reads; other text stays as it is. */
export function toEngine(text: string, locale: string): string {
  return translate(text, decimalOf(locale), (token, inside) => {
    if (token.kind === 'number') return token.text.replace(',', '.');
    if (token.kind !== 'separator') return token.text;
    return token.text === ';' && inside === '{' ? ';' : ',';
  })(closeRanges);
}

/** From what the engine holds to what a person of this locale reads; other text stays as it is. */
export function fromEngine(text: string, locale: string): string {
  const comma = decimalOf(locale) === ',';
  return translate(text, '.', (token, inside) => {
    if (!comma) return token.text;
    if (token.kind === 'number') return token.text.replace(/\.$/, '').replace('.', ',');
    if (token.kind !== 'separator' || token.text === ';') return token.text;
    return inside === '{' ? '\\' : ';';
  })(openRanges);
}

type Rewrite = (token: Token, inside: string) => string;

function translate(text: string, decimal: '.' | ',', rewrite: Rewrite) {
  return (ranges: (tokens: Token[]) => Token[]): string => {
    const tokens = text.startsWith('=') ? tokenize(text, decimal) : null;
    if (tokens === null) return text;
    const around: string[] = [];
    const translated = tokens.map((token) => {
      if (token.kind === 'open') around.push(token.text);
      if (token.kind === 'close') around.pop();
      return { kind: token.kind, text: rewrite(token, around[around.length - 1] ?? '') };
    });
    return ranges(translated)
      .map((token) => token.text)
      .join('');
  };
}

const cell = /^\$?[A-Z]{1,3}\$?[1-9]\d*$/i;
const wholeColumn = /^\$?[A-Z]{1,3}$/i;
const wholeRow = /^\$?[1-9]\d*$/;
const cellParts = /^(\$?)([A-Z]{1,3})(\$?)(\d+)$/i;

/** `A2:A` → `A2:A1048576` */
function closeRanges(tokens: Token[]): Token[] {
  return eachRangeEnd(tokens, (start, end) => {
    if (!cell.test(start)) return end;
    if (wholeColumn.test(end)) return `${end}${lastRow}`;
    return wholeRow.test(end) ? `${lastColumn}${end}` : end;
  });
}

/** `A2:A1048576` → `A2:A` */
function openRanges(tokens: Token[]): Token[] {
  return eachRangeEnd(tokens, (start, end) => {
    const parts = cell.test(start) ? cellParts.exec(end) : null;
    if (parts === null) return end;
    const [, columnFixed = '', column = '', rowFixed = '', row = ''] = parts;
    if (isOpenEnd.row(Number(row) - 1)) return `${columnFixed}${column}`;
    return isOpenEnd.column(columnIndex(column)) ? `${rowFixed}${row}` : end;
  });
}

function eachRangeEnd(tokens: Token[], rewrite: (start: string, end: string) => string): Token[] {
  return tokens.map((token, i) => {
    const start = tokens[i - 2];
    const colon = tokens[i - 1];
    const after = tokens[i + 1];
    const isEnd = token.kind === 'name' || token.kind === 'number';
    if (!isEnd || colon?.text !== ':' || start?.kind !== 'name') return token;
    // `A2:Rows!B3` names a sheet, `A2:F(1)` calls a function.
    if (after?.text === '!' || after?.text === '(') return token;
    return { kind: 'name', text: rewrite(start.text, token.text) };
  });
}

/** `A` → 0, `XFD` → 16,383 */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** 0 → `A`, 16,383 → `XFD` */
export function columnName(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
