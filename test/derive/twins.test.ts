import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twin } from '../../src/derive/twin.ts';
import { totalTwin } from '../../src/derive/twin-total.ts';
import type { Calculated } from '../../src/kpi/define.ts';
import { address, calculate, type Found, type Given } from '../support/ironcalc.ts';
import { calculated, kpiTotal, outcome, run } from '../support/table.ts';
import { asSeen, cellFor, expectAgreement, typedAsText } from '../support/twin-cells.ts';

const dialect = { language: 'en', separator: ',' } as const;
const rowsOfEach = 60;
const seed = 20_261_122;

/** Random rows for a KPI: whatever a cell may hold, in every input. */
const rowsFor = (kpi: Calculated): Given[][] =>
  fc.sample(fc.tuple(...Object.values(kpi.inputs).map(cellFor)), {
    numRuns: rowsOfEach,
    seed,
  });

describe.each(calculated.map((kpi) => [kpi.name, kpi] as const))('the twin of %s', (name, kpi) => {
  it('agrees with the function, row by row, on anything a cell may hold', () => {
    const rows = rowsFor(kpi);
    const cells = rows.map((row, at) => {
      const inputs = row.map((_, column) => address(at, column));
      return [...row, { formula: twin(kpi, inputs, dialect) }];
    });
    for (const [at, found] of calculate(cells).entries()) {
      const given = rows[at] ?? [];
      const ours = outcome(() => run(name, given.map(asSeen)));
      expectAgreement(ours, found.at(-1) as Found, given);
    }
  });

  it('agrees when what may be left out is left out', () => {
    const needed = Object.values(kpi.inputs).filter(({ optional }) => !optional).length;
    const rows = rowsFor(kpi).map((row) => row.slice(0, needed));
    const cells = rows.map((row, at) => {
      const inputs = row.map((_, column) => address(at, column));
      return [...row, { formula: twin(kpi, inputs, dialect) }];
    });
    for (const [at, found] of calculate(cells).entries()) {
      const given = rows[at] ?? [];
      expectAgreement(
        outcome(() => run(name, given.map(asSeen))),
        found.at(-1) as Found,
        given,
      );
    }
  });

  it('agrees on totals of small ranges, header and gaps included', () => {
    const column = (values: readonly Given[][], at: number) => values.map((row) => row[at] ?? null);
    const tables = fc.sample(tableFor(kpi), { numRuns: 25, seed });
    for (const values of tables) {
      const width = Object.keys(kpi.inputs).length;
      const isRange = (at: number) => 'over' in (Object.values(kpi.inputs)[at] ?? {});
      const inputs = Array.from({ length: width }, (_, at) => ({
        text: isRange(at)
          ? `${address(0, at)}:${address(values.length - 1, at)}`
          : address(values.length - 1, at),
        isRange: isRange(at),
      }));
      const formula = { formula: totalTwin(kpi, inputs, dialect) };
      const found = calculate([...values, [formula]]).at(-1)?.[0] as Found;
      const ranges = inputs.map((_, at) =>
        isRange(at)
          ? column(values, at).map((cell) => [asSeen(cell)])
          : asSeen(values.at(-1)?.[at] ?? null),
      );
      const ours = outcome(() => kpiTotal([name, ...ranges]));
      expectAgreement(ours, found, values.flat());
    }
  });
});

/** Small tables, mostly of plain numbers, so that totals are reached and not only refused. */
function tableFor(kpi: Calculated): fc.Arbitrary<Given[][]> {
  const inputs = Object.values(kpi.inputs);
  const plain = fc.tuple(
    ...inputs.map((input) =>
      'options' in input
        ? fc.constantFrom<Given>('higher', 'lower')
        : fc.integer({ min: 0, max: input.max ?? 900 }).map((value): Given => value),
    ),
  );
  const odd = fc.tuple(...inputs.map(cellFor));
  const blank = fc.constant<Given[]>(inputs.map(() => null));
  const row = fc.oneof(
    { arbitrary: plain, weight: 8 },
    { arbitrary: blank, weight: 2 },
    { arbitrary: odd, weight: 1 },
  );
  // This engine finds the first and last number of a column only at its ends.
  const atEnds = inputs.some((input) => 'over' in input && /first|last/.test(input.over));
  const known = (each: Given[] | undefined) => each?.every((cell) => typeof cell === 'number');
  const header = fc.constant<Given[]>(Object.values(kpi.inputs).map(({ title }) => title.vi));
  const body = fc
    .array(row as fc.Arbitrary<Given[]>, { minLength: 2, maxLength: 5 })
    .filter((rows) => !atEnds || Boolean(known(rows[0]) && known(rows.at(-1))));
  return fc.oneof(
    body,
    fc.tuple(header, body).map(([first, rest]) => [first, ...rest]),
  );
}

describe('twins', () => {
  it('are compared on rows that contain numbers typed as text, too', () => {
    const rows = calculated.flatMap(rowsFor);
    expect(rows.flat().filter(typedAsText).length).toBeGreaterThan(30);
  });
});
