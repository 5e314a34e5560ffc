import { beforeAll, describe, expect, it } from 'vitest';
import { calculate, type Found } from '../support/ironcalc.ts';
import { calculated } from '../support/table.ts';
import {
  expectAllAgree,
  rowCases,
  sheetOf,
  type TwinCase,
  totalCases,
} from '../support/twin-cases.ts';
import { typedAsText } from '../support/twin-cells.ts';
import { calculateInUniver } from '../support/univer.ts';

const neededOf = (inputs: object) =>
  Object.values(inputs).filter(({ optional }) => !optional).length;

describe.each(calculated.map((kpi) => [kpi.name, kpi] as const))('the twin of %s', (_, kpi) => {
  const agrees = (cases: TwinCase[]) => expectAllAgree(cases, calculate(sheetOf(cases)));

  it('agrees with the function, row by row, on anything a cell may hold', () => {
    agrees(rowCases(kpi, 60));
  });

  it('agrees when what may be left out is left out', () => {
    agrees(rowCases(kpi, 30, neededOf(kpi.inputs)));
  });

  it('agrees on totals of small ranges, header and gaps included', () => {
    // This engine has no arrays inside functions: it finds a first or last number at the ends only.
    agrees(totalCases(kpi, 25, false));
  });
});

describe('in the engine of the workbench', () => {
  const cases = new Map<string, TwinCase[]>(
    calculated.map((kpi) => [
      kpi.name,
      [
        ...rowCases(kpi, 25),
        ...rowCases(kpi, 10, neededOf(kpi.inputs)),
        ...totalCases(kpi, 10, true),
      ],
    ]),
  );
  let found: Found[][];
  beforeAll(async () => {
    found = await calculateInUniver(sheetOf([...cases.values()].flat()));
  });

  it.each([...cases.keys()])('the twin of %s agrees with the function as well', (name) => {
    const all = [...cases.entries()];
    const before = all
      .slice(
        0,
        all.findIndex(([each]) => each === name),
      )
      .flatMap(([, own]) => own);
    const top = before.reduce((rows, { cells }) => rows + cells.length, 0);
    expectAllAgree(cases.get(name) ?? [], found.slice(top));
  });
});

it('numbers typed as text are among the cells compared', () => {
  const cells = calculated.flatMap((kpi) => rowCases(kpi, 60)).flatMap((each) => each.cells.flat());
  expect(cells.filter(typedAsText).length).toBeGreaterThan(60);
});
