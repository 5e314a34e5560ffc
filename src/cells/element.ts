import type { CellKpi, CellTable, CellWay } from './cell-kpi.ts';
import { type InputReading, readInput } from './read.ts';
import type { CellResult } from './refusal.ts';

/**
 * One KPI from one value per input, the slow and exact way: what `quick` could not take. An error
 * in a cell comes first, as in any spreadsheet; then blank, which is unknown and makes the answer
 * unknown; then whatever is wrong, in the order of the inputs; then rules and zero divisors.
 */
export function element(kpi: CellKpi, values: readonly unknown[], table: CellTable): CellResult {
  const inputs = readInputs(kpi, values, table);
  return 'values' in inputs ? calculate(kpi, inputs.way, inputs.values) : inputs.instead;
}

type Inputs =
  | { readonly way: CellWay; readonly values: readonly (number | string | undefined)[] }
  | { readonly instead: CellResult };

function readInputs(kpi: CellKpi, values: readonly unknown[], table: CellTable): Inputs {
  const readings: (InputReading | undefined)[] = kpi.inputs.map((input, index) =>
    values[index] === undefined ? undefined : readInput(values[index], input, table),
  );
  const known = readings.map((reading) => (reading?.is === 'value' ? reading.value : undefined));
  const way = wayOf(kpi, values, known);
  const used = way.reads.map((index) => readings[index]);
  const error = used.find((each) => each?.is === 'refused' && each.refusal.why === 'error');
  const instead = error ?? used.find((each) => each?.is === 'blank') ?? used.find(isNoValue);
  if (!instead) return { way, values: known };
  if (instead.is === 'refused') return { instead: instead.refusal };
  return { instead: instead.is === 'own' ? instead.text : '' };
}

const isNoValue = (reading: InputReading | undefined): boolean =>
  reading !== undefined && reading.is !== 'value';

/** The first way whose condition holds; the last one has none. */
function wayOf(
  kpi: CellKpi,
  values: readonly unknown[],
  known: readonly (number | string | undefined)[],
): CellWay {
  const way = kpi.ways.find(
    ({ given, chosen }) =>
      (given === undefined || values[given] !== undefined) &&
      (chosen === undefined || known[chosen.input] === chosen.is),
  );
  if (!way) throw new Error(`${kpi.name} has no unconditional way.`);
  return way;
}

function calculate(
  kpi: CellKpi,
  way: CellWay,
  values: readonly (number | string | undefined)[],
): CellResult {
  for (const { left, sign, right } of way.must) {
    const leftValue = left.of(...values);
    const rightValue = right.of(...values);
    if (sign === '<=' ? leftValue <= rightValue : leftValue >= rightValue) continue;
    return { why: 'impossible', sign, left: left.text, right: right.text, leftValue, rightValue };
  }
  const zero = way.divisors.find((divisor) => divisor.of(...values) === 0);
  if (zero) return { none: zero.none };
  const value = kpi.quick(...values);
  return Number.isFinite(value) ? value : { why: 'tooLarge' };
}
