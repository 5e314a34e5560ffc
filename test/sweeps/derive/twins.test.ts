import { beforeAll, describe, expect, it } from 'vitest';
import { twinOf } from '../../../src/derive/twin.ts';
import { totalTwin } from '../../../src/derive/twin-total.ts';
import { calculate, type Found, type Given } from '../../kit/engine/ironcalc.ts';
import { calculated } from '../../kit/engine/table.ts';
import {
  expectAllAgree,
  rowCases,
  rowTotalCases,
  sheetOf,
  type TwinCase,
  totalCases,
} from '../../kit/engine/twin-cases.ts';
import { typedAsText } from '../../kit/engine/twin-cells.ts';
import { calculateInUniver } from '../../kit/engine/univer.ts';
import { sweep } from '../../kit/run/sweep.ts';

const neededOf = (inputs: object) =>
  Object.values(inputs).filter(({ optional }) => !optional).length;

describe.each(calculated.map((kpi) => [kpi.name, kpi] as const))('the twin of %s', (_, kpi) => {
  const agrees = (cases: TwinCase[]) => expectAllAgree(cases, calculate(sheetOf(cases)));

  it('agrees with the function, row by row, on anything a cell may hold', () => {
    agrees(rowCases(kpi, sweep(8, 200)));
  });

  it('agrees when what may be left out is left out', () => {
    agrees(rowCases(kpi, sweep(4, 100), neededOf(kpi.inputs)));
  });

  it('agrees on totals of small ranges, header and gaps included', () => {
    // This engine has no arrays inside functions: it finds a first or last number at the ends only.
    agrees(totalCases(kpi, sweep(3, 80), false));
    agrees(rowTotalCases(kpi, sweep(3, 6), false));
  });
});

describe('in the engine of the workbench', () => {
  const cases = new Map<string, TwinCase[]>(
    calculated.map((kpi) => [
      kpi.name,
      [
        ...rowCases(kpi, 15),
        ...rowCases(kpi, 6, neededOf(kpi.inputs)),
        ...totalCases(kpi, 6, true),
        ...rowTotalCases(kpi, 4, true),
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

describe('the texts a twin is made of', () => {
  const dialect = { language: 'en', separator: ',' } as const;
  const cpl = calculated.find(({ name }) => name === 'CPL')!;
  const attainment = calculated.find(({ name }) => name === 'ATTAINMENT')!;

  it.each([
    "'Q1 - Ads'!B2",
    "'Tháng 3 / 2026'!B2",
    "'it''s * mine'!B2",
    'SUMIF(A:A,"Brand - VN",B:B)',
  ])('stay as they are: %s', (text) => {
    const formula = twinOf(cpl, [text, 'C2'], dialect);
    expect(formula.split(text).length).toBeGreaterThan(3);
    const range = text.replace('B2', 'B2:B9');
    const total = totalTwin(cpl, [{ text: range, isRange: true }, undefined], dialect);
    expect(total).toContain(range);
  });

  it('are separated as the sheet wants it', () => {
    const formula = twinOf(cpl, ['A1', 'B1'], { language: 'vi', separator: ';' });
    expect(formula).not.toContain(',');
    expect(formula).toContain('"không có lead"');
  });

  it.each([
    ['"lower"', 1.5],
    ['" Lower "', 1.5],
    ['"thấp hơn"', 1.5],
    ['"cao hơn"', 2 / 3],
    ['"up"', { error: '#N/A' }],
    ['""', ''],
  ])('may hold a choice as a literal: %s', (word, expected) => {
    const formula = twinOf(attainment, ['2', '3', word], dialect);
    const found = calculate([[{ formula }]])[0]?.[0];
    if (typeof expected === 'number') expect(found).toBeCloseTo(expected, 12);
    else expect(found).toEqual(expected);
  });
});

it('a total over several columns takes a first row for a header only when all of it is labels', async () => {
  const cpl = calculated.find(({ name }) => name === 'CPL')!;
  const total = async (...rows: Given[][]) => {
    const inputs = ['A1:B3', 'C1:D3'].map((text) => ({ text, isRange: true }));
    const formula = totalTwin(cpl, inputs, { language: 'en', separator: ',' });
    return (await calculateInUniver([...rows, [{ formula }]]))[3]?.[0];
  };
  const numbers = [10, 5, 2, 1];
  expect(await total(['Cost', 5, 'Leads', 1], [10, 'x', 2, 'y'], numbers)).toHaveProperty('error');
  expect(await total(['Cost', 'Tiền', 'Leads', 'Lead'], numbers, numbers)).toBe(5);
  expect(await total(numbers, numbers, numbers)).toBe(5);
});
