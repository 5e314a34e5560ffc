import { alone, longestStretch, refuse, type Shown, type Speak } from './answer.ts';
import { type Arguments, type Grid, sortArguments } from './arguments.ts';
import type { CellInput, CellKpi, CellTable } from './cell-kpi.ts';
import { element } from './element.ts';
import { blank, type Limits, limitsOf, look, noNumber } from './near.ts';
import { type InputReading, readInput } from './read.ts';
import type { Refusal } from './refusal.ts';
import { hasHeader, rowsInUse } from './rows.ts';

/**
 * A KPI over a whole range: every input is totalled first, each in its own way (`Over`), then the
 * formula is used once. A row that is known only in part is refused and named: leaving it out
 * would make the answer wrong without a sign.
 */
export function total(
  kpi: CellKpi,
  given: readonly unknown[],
  table: CellTable,
  speak: Speak,
): Shown {
  const sorted = sortArguments(kpi, given);
  if ('why' in sorted) return refuse(kpi.name, sorted, speak);
  const totals = sorted.size ? totalled(kpi, sorted, table) : sorted.singles;
  if ('why' in totals) return refuse(kpi.name, totals, speak);
  return alone(kpi.name, element(kpi, totals, table), speak);
}

function totalled(kpi: CellKpi, sorted: Arguments, table: CellTable): unknown[] | Refusal {
  const totals = [...sorted.singles];
  const ranges = kpi.inputs.flatMap((input, index) => {
    const grid = sorted.grids[index];
    return grid ? [new Tally(input, index, grid)] : [];
  });
  const found = addRows(ranges, sorted, table);
  if ('why' in found) return found;
  for (const { index, sum, word } of ranges) totals[index] = found.known > 0 ? (word ?? sum) : '';
  return totals;
}

/** A range, and what it comes to by now. */
class Tally {
  readonly input: CellInput;
  readonly index: number;
  readonly grid: Grid;
  /** What is added up as it is: nothing of a choice, nor of what must not be combined. */
  readonly limits: Limits;
  readonly combines: boolean;
  readonly sums: boolean;
  readonly lasts: boolean;
  sum = 0;
  /** The one answer of a choice. */
  word: string | null = null;

  constructor(input: CellInput, index: number, grid: Grid) {
    this.input = input;
    this.index = index;
    this.grid = grid;
    const { over } = input;
    this.sums = over === 'sum';
    this.lasts = over === 'last';
    this.combines = this.sums || this.lasts || over === 'first';
    this.limits = this.combines ? limitsOf(input) : noNumber;
  }

  /** What a sum becomes with one more value, which is not the first. */
  with(sum: number, value: number): number {
    if (this.sums) return sum + value;
    return this.lasts ? value : sum;
  }
}

/** Adds up all rows; what is no plain number takes a close look, one by one. */
function addRows(
  tallies: readonly Tally[],
  sorted: Arguments,
  table: CellTable,
): { readonly known: number } | Refusal {
  const columns = sorted.size?.columns ?? 0;
  const end = rowsInUse(sorted) * columns;
  let known = 0;
  // Places are counted row by row. How the first is combined is another matter than all others.
  let at = hasHeader(sorted, table) ? columns : 0;
  while (at < end) {
    const stretch = Math.min(end, at + longestStretch);
    if (known > 0) at = addPlain(tallies, at, stretch, columns);
    if (known > 0 && at === stretch) continue;
    const row = Math.floor(at / columns);
    const added = addClosely(tallies, row, at % columns, known, table);
    if (typeof added === 'object') return added;
    known += added;
    at++;
  }
  return { known };
}

/**
 * Adds, from one place on, what is plain in all ranges and passes over what is blank in all; answers
 * the first place where neither is so. Spelt out and with its sums at hand, as it runs once a cell.
 */
function addPlain(tallies: readonly Tally[], from: number, end: number, columns: number): number {
  const [t0, t1, t2, t3] = tallies;
  if (!t0) return from;
  const [g0, g1, g2, g3] = [t0.grid, t1?.grid, t2?.grid, t3?.grid];
  let [n0, n1, n2, n3] = [t0.sum, t1?.sum ?? 0, t2?.sum ?? 0, t3?.sum ?? 0];
  let row = Math.floor(from / columns);
  let column = from % columns;
  let at = from;
  for (; at < end; at++) {
    const v0 = g0[row]![column];
    const v1 = g1 ? g1[row]![column] : undefined;
    const v2 = g2 ? g2[row]![column] : undefined;
    const v3 = g3 ? g3[row]![column] : undefined;
    const s0 = look(v0, t0.limits);
    const s1 = t1 ? look(v1, t1.limits) : s0;
    const s2 = t2 ? look(v2, t2.limits) : s0;
    const s3 = t3 ? look(v3, t3.limits) : s0;
    if ((s0 | s1 | s2 | s3) === 0) {
      n0 = t0.with(n0, v0 as number);
      if (t1) n1 = t1.with(n1, v1 as number);
      if (t2) n2 = t2.with(n2, v2 as number);
      if (t3) n3 = t3.with(n3, v3 as number);
    } else if ((s0 & s1 & s2 & s3) !== blank || (s0 | s1 | s2 | s3) !== blank) break;
    column++;
    if (column === columns) {
      row++;
      column = 0;
    }
  }
  t0.sum = n0;
  if (t1) t1.sum = n1;
  if (t2) t2.sum = n2;
  if (t3) t3.sum = n3;
  return at;
}

/** The same, the exact way: how many more are known, or why there is no total. */
function addClosely(
  tallies: readonly Tally[],
  row: number,
  column: number,
  known: number,
  table: CellTable,
): 0 | 1 | Refusal {
  const readings = tallies.map(({ input, grid }) => readInput(grid[row]?.[column], input, table));
  const trouble = troubleIn(readings, tallies, row + 1);
  if (trouble) return trouble;
  if (readings.every(({ is }) => is === 'blank')) return 0;
  for (const [at, tally] of tallies.entries()) {
    const reading = readings[at];
    if (reading?.is !== 'value') continue;
    if (known > 0 && !tally.combines) return { why: 'whole', input: tally.input.title };
    if (typeof reading.value === 'string') tally.word = reading.value;
    else tally.sum = known === 0 ? reading.value : tally.with(tally.sum, reading.value);
  }
  return 1;
}

function troubleIn(
  readings: readonly InputReading[],
  ranges: readonly { readonly input: CellInput }[],
  row: number,
): Refusal | null {
  for (const [at, reading] of readings.entries()) {
    const input = ranges[at]?.input.title;
    if (reading.is === 'refused') return { why: 'inRow', row, refusal: reading.refusal };
    if (reading.is === 'own' && input) {
      return { why: 'inRow', row, refusal: { why: 'text', input, value: reading.text } };
    }
  }
  const known = readings.findIndex(({ is }) => is === 'value');
  const blank = readings.findIndex(({ is }) => is === 'blank');
  const knownInput = ranges[known]?.input.title;
  const blankInput = ranges[blank]?.input.title;
  if (!knownInput || !blankInput) return null;
  return { why: 'halfKnown', known: knownInput, blank: blankInput, row };
}
