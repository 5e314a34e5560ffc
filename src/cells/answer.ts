import type { Language } from '../messages/compiled/languages.ts';
import { type Arguments, sortArguments, valuesAt } from './arguments.ts';
import type { CellKpi, CellTable, Formula } from './cell-kpi.ts';
import { element } from './element.ts';
import { nearLook } from './near.ts';
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
  const near = nearLook(kpi, sorted, table);
  const closely: Closely = (row, column, v0, v1, v2, v3) => {
    if (header && row === 0) return '';
    const found = near(v0, v1, v2, v3);
    if (found !== undefined) return found === '' ? '' : found[speak()];
    return shown(kpi.name, element(kpi, valuesAt(sorted, row, column), table), speak);
  };
  const out: (number | string)[][] = new Array(rows);
  const [, second, ...others] = kpi.inputs;
  const areTwo = second && others.length === 0 && sorted.grids.every(Boolean);
  const fill = columns > 1 ? fillRows : areTwo ? fillColumnOfTwo : fillColumn;
  for (let from = 0; from < rows; from += longestStretch) {
    fill(out, from, Math.min(rows, from + longestStretch), kpi.quick, sorted, closely);
  }
  return out;
}

/** What an element shows that the quick way could not take; its values are handed on as they are. */
type Closely = (
  row: number,
  column: number,
  v0: unknown,
  v1: unknown,
  v2: unknown,
  v3: unknown,
) => number | string;

/*
 * The loops that run once per cell. They spell out what a loop over the inputs would do, which would
 * cost several times as much; a single column is by far the most usual range, and two of them the most
 * usual call. A value is finite exactly when its difference to itself is zero. A line of a number and one of anything are
 * written apart: V8 keeps numbers as they are where an array has never held anything else.
 */

/** Engines make a function fast that is called often sooner than one that runs for long. */
export const longestStretch = 500;

function fillColumnOfTwo(
  out: (number | string)[][],
  from: number,
  end: number,
  quick: Formula,
  { grids: [g0, g1] }: Arguments,
  closely: Closely,
): void {
  if (!g0 || !g1) return;
  for (let row = from; row < end; row++) {
    const v0 = g0[row]![0];
    const v1 = g1[row]![0];
    const value = quick(v0, v1);
    if (value - value === 0) out[row] = [value];
    else out[row] = [closely(row, 0, v0, v1, undefined, undefined)];
  }
}

function fillColumn(
  out: (number | string)[][],
  from: number,
  end: number,
  quick: Formula,
  { grids: [g0, g1, g2, g3], singles: [s0, s1, s2, s3] }: Arguments,
  closely: Closely,
): void {
  for (let row = from; row < end; row++) {
    const v0 = g0 ? g0[row]![0] : s0;
    const v1 = g1 ? g1[row]![0] : s1;
    const v2 = g2 ? g2[row]![0] : s2;
    const v3 = g3 ? g3[row]![0] : s3;
    const value = quick(v0, v1, v2, v3);
    if (value - value === 0) out[row] = [value];
    else out[row] = [closely(row, 0, v0, v1, v2, v3)];
  }
}

function fillRows(
  out: (number | string)[][],
  from: number,
  end: number,
  quick: Formula,
  { grids: [g0, g1, g2, g3], singles: [s0, s1, s2, s3], size }: Arguments,
  closely: Closely,
): void {
  const columns = size?.columns ?? 0;
  for (let row = from; row < end; row++) {
    const line: (number | string)[] = new Array(columns);
    for (let column = 0; column < columns; column++) {
      const v0 = g0 ? g0[row]![column] : s0;
      const v1 = g1 ? g1[row]![column] : s1;
      const v2 = g2 ? g2[row]![column] : s2;
      const v3 = g3 ? g3[row]![column] : s3;
      const value = quick(v0, v1, v2, v3);
      line[column] = value - value === 0 ? value : closely(row, column, v0, v1, v2, v3);
    }
    out[row] = line;
  }
}
