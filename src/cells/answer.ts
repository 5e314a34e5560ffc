import type { Language } from '../messages/compiled/languages.ts';
import { type Arguments, sortArguments, valuesAt } from './arguments.ts';
import type { CellKpi, CellTable, Formula } from './cell-kpi.ts';
import { element } from './element.ts';
import { type CellResult, isRefusal, type Refusal } from './refusal.ts';
import { hasHeader, rowsInUse } from './rows.ts';
import { sentence } from './sentence.ts';

/** What a cell shows: a number, a text, or a rectangle of them that spills. */
export type Shown = number | string | (number | string)[][];

/** The sentence language, asked for only when a sentence has to be shown. */
export type Speak = () => Language;

/** A refusal that fills the whole cell: the spreadsheet shows `#ERROR!` with the message on it. */
export class Refused extends Error {
  override name = 'Refused';
}

/**
 * What the function of a KPI shows for its arguments. Alone, a refusal throws `Refused`; inside a
 * range only the element that deserves it carries the sentence, the rest compute.
 */
export function answer(
  kpi: CellKpi,
  given: readonly unknown[],
  table: CellTable,
  speak: Speak,
): Shown {
  const sorted = sortArguments(kpi, given);
  if ('why' in sorted) return refuse(kpi.name, sorted, speak);
  if (sorted.size) return spread(kpi, sorted, table, speak);
  const value = kpi.quick(...sorted.singles);
  return alone(
    kpi.name,
    Number.isFinite(value) ? value : element(kpi, sorted.singles, table),
    speak,
  );
}

/** Shows an outcome that is the whole answer; a refusal throws. */
export function alone(name: string, outcome: CellResult, speak: Speak): Shown {
  return isRefusal(outcome) ? refuse(name, outcome, speak) : shown(name, outcome, speak);
}

export function refuse(name: string, refusal: Refusal, speak: Speak): never {
  throw new Refused(sentence(name, refusal, speak()));
}

function shown(name: string, outcome: CellResult, speak: Speak): number | string {
  if (typeof outcome !== 'object') return outcome;
  return isRefusal(outcome) ? sentence(name, outcome, speak()) : outcome.none[speak()];
}

function spread(kpi: CellKpi, sorted: Arguments, table: CellTable, speak: Speak): Shown {
  const rows = rowsInUse(sorted);
  if (rows === 0) return '';
  const header = hasHeader(sorted, table);
  const columns = sorted.size?.columns ?? 0;
  const closely: Closely = (row, column) =>
    header && row === 0
      ? ''
      : shown(kpi.name, element(kpi, valuesAt(sorted, row, column), table), speak);
  return columns === 1
    ? oneColumn(kpi.quick, sorted, rows, closely)
    : manyColumns(kpi.quick, sorted, rows, columns, closely);
}

/** What an element shows that the quick way could not take. */
type Closely = (row: number, column: number) => number | string;

/*
 * The two loops that run once per cell. They spell out what a loop over the inputs would do, which
 * would cost several times as much, and a single column is by far the most usual range. A value is
 * finite exactly when its difference to itself is zero.
 */

function oneColumn(
  quick: Formula,
  { grids: [g0, g1, g2, g3], singles: [s0, s1, s2, s3] }: Arguments,
  rows: number,
  closely: Closely,
): (number | string)[][] {
  const out: (number | string)[][] = new Array(rows);
  for (let row = 0; row < rows; row++) {
    const value = quick(
      g0 ? g0[row]![0] : s0,
      g1 ? g1[row]![0] : s1,
      g2 ? g2[row]![0] : s2,
      g3 ? g3[row]![0] : s3,
    );
    out[row] = [value - value === 0 ? value : closely(row, 0)];
  }
  return out;
}

function manyColumns(
  quick: Formula,
  { grids: [g0, g1, g2, g3], singles: [s0, s1, s2, s3] }: Arguments,
  rows: number,
  columns: number,
  closely: Closely,
): (number | string)[][] {
  const out: (number | string)[][] = new Array(rows);
  for (let row = 0; row < rows; row++) {
    const line: (number | string)[] = new Array(columns);
    for (let column = 0; column < columns; column++) {
      const value = quick(
        g0 ? g0[row]![column] : s0,
        g1 ? g1[row]![column] : s1,
        g2 ? g2[row]![column] : s2,
        g3 ? g3[row]![column] : s3,
      );
      line[column] = value - value === 0 ? value : closely(row, column);
    }
    out[row] = line;
  }
  return out;
}
