import { readFileSync } from 'node:fs';
import { dayOf } from '../../../src/plan/calendar/calendar.ts';
import type { TableCell } from '../../../src/sources/table/cells.ts';

/** A CSV as it comes into a spreadsheet: whole numbers and ISO days are read, other cells stay texts. */
export function readCsv(file: string | URL): TableCell[][] {
  return linesOf(readFileSync(file, 'utf8')).map((line) => line.map(cellOf));
}

export const exported = (name: string): TableCell[][] =>
  readCsv(new URL(`exports/${name}.csv`, import.meta.url));

function cellOf(text: string): TableCell {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return year ? dayOf(Number(year), Number(month), Number(day)) : text;
}

function linesOf(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line, at, all) => line !== '' || at < all.length - 1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );
}
