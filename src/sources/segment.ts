import type { Row } from './source.ts';

const longest = 200;
/** As Google Analytics calls what has no name. */
const unnamed = '(not set)';

/** A campaign's, a channel's, a page's name as it stands in a cell: on one line, and never empty. */
export function segmentOf(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const line = name.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
  const characters = Array.from(line);
  return (characters.length > longest ? characters.slice(0, longest).join('') : line) || unnamed;
}

/**
 * Rows in the order of the data sheet, one for each day, input and segment. Segments that differ only
 * in capitals are one, as they are to the formulas that read them; the first spelling stays.
 */
export function sortRows(rows: readonly Row[]): readonly Row[] {
  const spelling = new Map<string, string>();
  const found = new Map<string, Row>();
  for (const row of [...rows].sort(byPlace)) {
    const folded = row.segment.toLowerCase();
    const known = spelling.get(folded) ?? row.segment;
    spelling.set(folded, known);
    const key = JSON.stringify([row.from, row.to, row.input, folded]);
    // What is not told apart stands once; it is never added to itself.
    const before = row.segment === '' ? 0 : (found.get(key)?.value ?? 0);
    found.set(key, { ...row, segment: known, value: before + row.value });
  }
  return [...found.values()].sort(byPlace);
}

const byPlace = (one: Row, other: Row): number =>
  one.to - other.to ||
  one.from - other.from ||
  compare(one.input, other.input) ||
  compare(one.segment, other.segment) ||
  one.value - other.value;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
