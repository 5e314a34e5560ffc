import type { Area, Host, Selected } from '../ports/host.ts';

const cell = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const column = String.raw`\$?[A-Z]{1,3}`;
const address = new RegExp(
  `^(?:('(?:[^']|'')+'|[^'!:;,"()]+)!)?(${cell}(?::(?:${cell}|${column}))?|${column}:${column})$`,
  'i',
);

/** Where a reference as formulas write it lies; `null` when it is none, or its sheet does not exist. */
export function locateReference(text: string, host: Host): Selected | null {
  const parts = address.exec(text.trim());
  if (!parts) return null;
  const [, sheet, a1 = ''] = parts;
  const name = sheet?.startsWith("'") ? sheet.slice(1, -1).replace(/''/g, "'") : sheet;
  return host.locate(name ?? host.activeSheet(), a1.toUpperCase());
}

/** Whether a text has the form of a reference at all. */
export const looksLikeReference = (text: string): boolean => address.test(text.trim());

/** An address as a formula on the sheet `from` writes it. */
export const reference = (to: { sheet: string; a1: string }, from: string | null): string =>
  to.sheet === from ? to.a1 : `${quoted(to.sheet)}!${to.a1}`;

/** Always in quotes: a sheet may be called TRUE or A1. */
const quoted = (sheet: string): string => `'${sheet.replace(/'/g, "''")}'`;

/** `J2`, `J2:J1144`: the address of an area. */
export function a1({ row, column: first, rows, columns }: Omit<Area, 'sheet'>): string {
  const start = `${letters(first)}${row}`;
  return rows === 1 && columns === 1
    ? start
    : `${start}:${letters(first + columns - 1)}${row + rows - 1}`;
}

function letters(index: number): string {
  const rest = Math.floor((index - 1) / 26);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(65 + ((index - 1) % 26))}`;
}

export const overlap = (one: Area, other: Area): boolean =>
  one.sheet === other.sheet &&
  one.row < other.row + other.rows &&
  other.row < one.row + one.rows &&
  one.column < other.column + other.columns &&
  other.column < one.column + one.columns;
