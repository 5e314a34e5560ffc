import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellInput } from '../../src/cells/cell-kpi.ts';
import { element } from '../../src/cells/element.ts';
import { readInput } from '../../src/cells/read.ts';
import { calculated, cellKpi, kpiTotal, outcome, run, table } from '../kit/engine/table.ts';

/*
 * Ranges are hurried through: plain numbers, blanks and zeros never take the close look. Here each of
 * their cells takes it, and each total is added up by what a close look reads.
 */

const odd = [
  ...[' ', 'abc', '1,234', '1.234', '12%', '#N/A', true, new Date(0), 'no leads'],
  ...['CPL: leads is missing.', 'cao hơn', -1, -0, 1e308, Number.NaN],
];

/** What stands in a column: mostly numbers, in every fifth row a blank or a zero, now and then anything. */
function cell({ options, min = -100, max = 100 }: CellInput): fc.Arbitrary<unknown> {
  const usual = options
    ? fc.constantFrom(...Object.keys(options))
    : fc.oneof(fc.integer({ min, max }), fc.double({ min, max, noNaN: true }));
  return fc.oneof(
    { arbitrary: usual, weight: 16 },
    { arbitrary: fc.constantFrom<unknown>('', 0, null), weight: 4 },
    { arbitrary: fc.constantFrom<unknown>(...odd), weight: 1 },
  );
}

interface Given {
  readonly args: readonly unknown[];
  readonly rows: number;
  readonly columns: number;
}

/** Ranges of one shape for all inputs, but one value for some; the first is always a range. */
function ranges(inputs: readonly CellInput[]): fc.Arbitrary<Given> {
  const shape = fc.record({
    rows: fc.integer({ min: 2, max: 6 }),
    columns: fc.constantFrom(1, 1, 2),
  });
  return shape.chain(({ rows, columns }) => {
    const range = (input: CellInput) =>
      fc.array(fc.array(cell(input), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      });
    const args = inputs.map((input, index) =>
      index === 0
        ? range(input)
        : fc.oneof(
            { arbitrary: range(input) as fc.Arbitrary<unknown>, weight: 4 },
            { arbitrary: cell(input), weight: 1 },
          ),
    );
    return fc.tuple(...args).map((all) => ({ args: all, rows, columns }));
  });
}

const isBlank = (value: unknown) =>
  value === '' || value === null || (typeof value === 'string' && /^ +$/.test(value));

const isLabel = (value: unknown) => value === 'abc' || value === 'cao hơn';

/** What is at one place of all arguments, and whether a row is blank or a header in all ranges. */
function placesOf({ args, rows }: Given) {
  const grids = args.filter(Array.isArray) as unknown[][][];
  const at = (row: number, column: number) =>
    args.map((each) => (Array.isArray(each) ? each[row][column] : each));
  const every = (row: number, is: (value: unknown) => boolean) =>
    grids.every((grid) => grid[row]?.every(is));
  let end = rows;
  while (end > 0 && every(end - 1, isBlank)) end--;
  return { at, end, header: every(0, isLabel) };
}

describe.each(calculated.map(({ name }) => [name, cellKpi(name)] as const))('%s', (name, kpi) => {
  it('shows in each cell of a range what a close look at it says', () => {
    fc.assert(
      fc.property(ranges(kpi.inputs), (given) => {
        const { at, end, header } = placesOf(given);
        const shown = run(name, given.args);
        if (end === 0) {
          expect(shown).toBe('');
          return;
        }
        const close = Array.from({ length: end }, (_, row) =>
          Array.from({ length: given.columns }, (_, column) => {
            if (header && row === 0) return '';
            const filled = at(row, column).map((each, index) =>
              each === undefined ? kpi.inputs[index]?.default : each,
            );
            const found = element(kpi, filled, table);
            if (typeof found !== 'object') return found;
            return 'none' in found ? found.none.en : expect.stringContaining(`${name}: `);
          }),
        );
        expect(shown).toEqual(close);
      }),
      { numRuns: 150 },
    );
  });

  it('totals a range to what its cells come to one by one', () => {
    fc.assert(
      fc.property(ranges(kpi.inputs), (given) => {
        const total = outcome(() => kpiTotal([name, ...given.args]));
        const sums = addedUp(kpi.inputs, given);
        if (sums === null) expect(total).toHaveProperty('refused');
        else expect(total).toEqual(outcome(() => kpiTotal([name, ...sums])));
      }),
      { numRuns: 150 },
    );
  });
});

/** The totals of all ranges, or `null` where a row is refused. */
function addedUp(inputs: readonly CellInput[], given: Given): unknown[] | null {
  const { at, end, header } = placesOf(given);
  const sums = given.args.map((each) => (Array.isArray(each) ? '' : each));
  let known = 0;
  for (let row = header ? 1 : 0; row < end; row++) {
    for (let column = 0; column < given.columns; column++) {
      const values = at(row, column);
      const readings = inputs.flatMap((input, index) =>
        Array.isArray(given.args[index])
          ? [{ index, over: input.over, reading: readInput(values[index], input, table) }]
          : [],
      );
      if (readings.every(({ reading }) => reading.is === 'blank')) continue;
      known++;
      for (const { index, over, reading } of readings) {
        if (reading.is !== 'value') return null;
        if (known === 1 || over === 'last') sums[index] = reading.value;
        else if (over === 'sum') sums[index] = Number(sums[index]) + Number(reading.value);
        else if (over !== 'first') return null;
      }
    }
  }
  return sums;
}
