import fc from 'fast-check';
import type { Shown } from '../../../src/cells/answer.ts';
import { twinOf } from '../../../src/derive/twin.ts';
import { totalTwin } from '../../../src/derive/twin-total.ts';
import type { Calculated } from '../../../src/kpi/define.ts';
import { inputTitle } from '../../../src/messages/catalogue.ts';
import { address, type Found, type Given } from './ironcalc.ts';
import { kpiTotal, outcome, run } from './table.ts';
import { asSeen, cellFor, expectAgreement } from './twin-cells.ts';

const dialect = { language: 'en', separator: ',' } as const;
const seed = 20_261_122;

/** Some cells, a formula over them, and what the function says of the same cells. */
export interface TwinCase {
  readonly cells: readonly (readonly Given[])[];
  /** The formula, when the first of the cells stands in this row, counted from 0. */
  readonly formula: (top: number) => string;
  readonly ours: { shown: Shown } | { refused: string };
}

/** Random rows: anything a cell may hold in every input; `inputs` cuts off optional ones. */
export function rowCases(kpi: Calculated, numRuns: number, inputs?: number): TwinCase[] {
  const cells = Object.values(kpi.inputs).map(cellFor);
  return fc.sample(fc.tuple(...cells), { numRuns, seed }).map((whole) => {
    const row = whole.slice(0, inputs);
    return {
      cells: [row],
      formula: (top) =>
        twinOf(
          kpi,
          row.map((_, column) => address(top, column)),
          dialect,
        ),
      ours: outcome(() => run(kpi.name, row.map(asSeen))),
    };
  });
}

/** Random small tables, header and gaps included; with `gapsAtEnds`, also at their ends. */
export function totalCases(kpi: Calculated, numRuns: number, gapsAtEnds: boolean): TwinCase[] {
  const inputs = Object.values(kpi.inputs);
  return fc.sample(tableFor(kpi, gapsAtEnds), { numRuns, seed }).map((cells) => {
    const column = (at: number) => cells.map((row) => [asSeen(row[at] ?? null)]);
    return {
      cells,
      formula: (top) => {
        const end = top + cells.length - 1;
        const texts = inputs.map((input, at) => ({
          text: 'over' in input ? `${address(top, at)}:${address(end, at)}` : address(end, at),
          isRange: 'over' in input,
        }));
        return totalTwin(kpi, texts, dialect);
      },
      ours: outcome(() =>
        kpiTotal([
          kpi.name,
          ...inputs.map((input, at) => ('over' in input ? column(at) : column(at).at(-1)?.[0])),
        ]),
      ),
    };
  });
}

/** The same tables lying on their side: each input is a row, as months across a sheet are. */
export function rowTotalCases(kpi: Calculated, numRuns: number, gapsAtEnds: boolean): TwinCase[] {
  const inputs = Object.values(kpi.inputs);
  return fc.sample(tableFor(kpi, gapsAtEnds, false), { numRuns, seed }).map((table) => {
    const cells = inputs.map((_, at) => table.map((row) => row[at] ?? null));
    const width = table.length;
    return {
      cells,
      formula: (top) => {
        const texts = inputs.map((input, at) => ({
          text:
            'over' in input
              ? `${address(top + at, 0)}:${address(top + at, width - 1)}`
              : address(top + at, width - 1),
          isRange: 'over' in input,
        }));
        return totalTwin(kpi, texts, dialect);
      },
      ours: outcome(() =>
        kpiTotal([
          kpi.name,
          ...inputs.map((input, at) => {
            const line = cells[at]?.map(asSeen) ?? [];
            return 'over' in input ? [line] : line.at(-1);
          }),
        ]),
      ),
    };
  });
}

/** All cases on one sheet, one below the other, each with its formula in column F of its first row. */
export function sheetOf(cases: readonly TwinCase[]): Given[][] {
  const rows: Given[][] = [];
  for (const { cells, formula } of cases) {
    const top = rows.length;
    for (const [at, line] of cells.entries()) {
      const padded = Array.from({ length: 5 }, (_, column) => line[column] ?? null);
      rows.push(at === 0 ? [...padded, { formula: formula(top) }] : padded);
    }
  }
  return rows;
}

/** Holds what an engine found on such a sheet against what the functions say. */
export function expectAllAgree(cases: readonly TwinCase[], found: readonly Found[][]): void {
  let top = 0;
  for (const { cells, ours } of cases) {
    expectAgreement(ours, found[top]?.[5] as Found, cells.flat());
    top += cells.length;
  }
}

/** Mostly plain numbers, so that totals are reached and not only refused. */
function tableFor(
  kpi: Calculated,
  gapsAtEnds: boolean,
  withHeader = true,
): fc.Arbitrary<Given[][]> {
  const inputs = Object.values(kpi.inputs);
  const plain = fc.tuple(
    ...inputs.map((input) =>
      'options' in input
        ? fc.constantFrom<Given>('higher', 'lower')
        : fc.integer({ min: 0, max: input.max ?? 900 }).map((value): Given => value),
    ),
  );
  const row: fc.Arbitrary<Given[]> = fc.oneof(
    { arbitrary: plain, weight: 8 },
    { arbitrary: fc.constant<Given[]>(inputs.map(() => null)), weight: 2 },
    { arbitrary: fc.tuple(...inputs.map(cellFor)), weight: 1 },
  );
  const known = (each: Given[] | undefined) => each?.every((cell) => typeof cell === 'number');
  const ends = inputs.some((input) => 'over' in input && /first|last/.test(input.over));
  const body = fc
    .array(row, { minLength: 2, maxLength: 5 })
    .filter((rows) => gapsAtEnds || !ends || Boolean(known(rows[0]) && known(rows.at(-1))));
  const header = fc.constant<Given[]>(inputs.map((input) => inputTitle(input, 'vi')));
  if (!withHeader) return body;
  return fc.oneof(
    body,
    fc.tuple(header, body).map(([first, rest]) => [first, ...rest]),
  );
}
