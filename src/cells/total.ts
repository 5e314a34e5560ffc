import { alone, refuse, type Shown, type Speak } from './answer.ts';
import { type Arguments, sortArguments } from './arguments.ts';
import type { CellInput, CellKpi, CellTable } from './cell-kpi.ts';
import { element } from './element.ts';
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
    return grid ? [{ input, index, grid }] : [];
  });
  const rows = rowsInUse(sorted);
  const columns = sorted.size?.columns ?? 0;
  let known = 0;
  for (const { index } of ranges) totals[index] = '';
  for (let row = hasHeader(sorted, table) ? 1 : 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const readings = ranges.map(({ input, grid }) =>
        readInput(grid[row]?.[column], input, table),
      );
      const trouble = troubleIn(readings, ranges, row + 1);
      if (trouble) return trouble;
      if (readings.every(({ is }) => is === 'blank')) continue;
      known++;
      for (const [at, { input, index }] of ranges.entries()) {
        const reading = readings[at];
        if (reading?.is !== 'value') continue;
        const sum = combine(totals[index], reading.value, input, known);
        if (sum === null) return { why: 'whole', input: input.title };
        totals[index] = sum;
      }
    }
  }
  return totals;
}

/** What a total becomes with one more value; `null` where values must not be combined. */
function combine(
  before: unknown,
  value: number | string,
  { over }: CellInput,
  known: number,
): unknown {
  if (known === 1 || over === 'last') return value;
  if (over === 'first') return before;
  return over === 'sum' ? Number(before) + Number(value) : null;
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
