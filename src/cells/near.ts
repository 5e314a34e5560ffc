import type { Text } from '../messages/every-language.ts';
import type { Arguments } from './arguments.ts';
import type { CellInput, CellKpi, CellTable, CellWay } from './cell-kpi.ts';
import { readInput } from './read.ts';

/** What an element shows that is blank or divides by zero; `undefined` where it takes a close look. */
export type NearLook = (
  v0: unknown,
  v1: unknown,
  v2: unknown,
  v3: unknown,
) => '' | Text | undefined;

/**
 * A look between the quick way and the close one, for what stands in many rows of a usual column:
 * blanks, and zeros to divide by. It takes nothing but numbers and blank cells, and says no more than
 * `element` would.
 */
export function nearLook(kpi: CellKpi, sorted: Arguments, table: CellTable): NearLook {
  const way = onlyWay(kpi, sorted, table);
  if (!way) return () => undefined;
  const [l0, l1, l2, l3] = kpi.inputs.map((input, index) =>
    way.reads.includes(index) && !input.options ? limitsOf(input) : null,
  );
  return (v0, v1, v2, v3) => {
    const seen = look(v0, l0) | look(v1, l1) | look(v2, l2) | look(v3, l3);
    if (seen >= unusual) return undefined;
    return seen === blank ? '' : zeroIn(way, v0, v1, v2, v3);
  };
}

/** The least and the most that a number may be. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

export const limitsOf = ({
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
}: CellInput): Limits => ({ min, max });

/** Limits that no number is within. */
export const noNumber: Limits = { min: 1, max: 0 };

export const blank = 1;
const unusual = 2;

/** What a value is to an input: 0 for a number within its limits, `blank`, or more; 0 where nothing is read. */
export function look(value: unknown, limits: Limits | null | undefined): number {
  if (!limits) return 0;
  if (typeof value !== 'number') return value === '' || value === null ? blank : unusual;
  return value >= limits.min && value <= limits.max && value - value === 0 ? 0 : unusual;
}

/** The words of the first divisor that is zero, where no rule is broken. */
function zeroIn(
  { must, divisors }: CellWay,
  v0: unknown,
  v1: unknown,
  v2: unknown,
  v3: unknown,
): Text | undefined {
  for (const { left, sign, right } of must) {
    const one = left.of(v0, v1, v2, v3);
    const other = right.of(v0, v1, v2, v3);
    if (!(sign === '<=' ? one <= other : one >= other)) return undefined;
  }
  for (const { of, none } of divisors) if (of(v0, v1, v2, v3) === 0) return none;
  return undefined;
}

/** The way that every element takes; `null` where a range chooses it, or what chooses it is unusual. */
function onlyWay(kpi: CellKpi, { grids, singles }: Arguments, table: CellTable): CellWay | null {
  const choices: unknown[] = [];
  for (const [index, input] of kpi.inputs.entries()) {
    if (!input.options) continue;
    const reading = readInput(singles[index], input, table);
    if (reading.is !== 'value') return null;
    choices[index] = reading.value;
  }
  const way = kpi.ways.find(
    ({ given, chosen }) =>
      (given === undefined || grids[given] || singles[given] !== undefined) &&
      (chosen === undefined || choices[chosen.input] === chosen.is),
  );
  return way ?? null;
}
