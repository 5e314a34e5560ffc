import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { roleIds } from '../../../src/kpi/roles.ts';
import { firstDay, lastDay } from '../../../src/plan/calendar/calendar.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { damageColumn } from '../../../src/sheet/calc/whole-rows.ts';
import { sealOf } from '../../../src/sheet/data/feed-columns.ts';
import { affectedKpis, damageOf } from '../../../src/sheet/integrity/damage.ts';
import {
  changedBlocks,
  type FormulaBlock,
  fingerprintsOfDrawing,
} from '../../../src/sheet/integrity/fingerprint.ts';
import type { BlockName } from '../../../src/sheet/layout/block.ts';
import type { Drawing } from '../../../src/sheet/layout/drawing.ts';
import type { SheetInput } from '../../../src/sheet/layout/sheet-input.ts';
import { blockOf } from '../../../src/sheet/plan/blocks.ts';
import { planBlocks, planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { readPlan } from '../../../src/sheet/plan/read-plan.ts';
import { evenly } from '../../kit/run/kill-points.ts';
import { sweep } from '../../kit/run/sweep.ts';
import {
  type AllFetched,
  computedFed,
  fedFacts,
  feedOf,
  flowsOf,
  shop,
} from '../../kit/sheet/fed-facts.ts';
import {
  expectSame,
  type Filled,
  factsOf,
  rolePlan,
  sampled,
  typedOf,
  valueAt,
} from '../../kit/sheet/plan-facts.ts';
import {
  copyRow,
  deleteColumn,
  deleteRow,
  insertColumn,
  insertRow,
  narrowName,
  overwrite,
  sortRows,
} from '../../kit/sheet/rearranged.ts';
import { standing } from '../../kit/sheet/standing-blocks.ts';

/**
 * Every block of a plan's sheet, damaged in every way people damage sheets: it is noticed, or every
 * number is still the right one, which plain code tells without a sheet.
 */

/** As a spreadsheet of another locale gives formulas back. */
const givenBack = (formula: string | undefined): string =>
  (formula ?? '').replace(/"(?:[^"]|"")*"|;/g, (part) => (part === ';' ? ', ' : part));

const formulasOf = ({ cells }: Drawing) =>
  cells.map((line) => line.map(({ formula }) => givenBack(formula)));

const found = (drawing: Drawing): FormulaBlock[] => {
  const formulas = formulasOf(drawing);
  return standing(drawing).map((block) => {
    const { row, column, rows, columns } = block.area;
    return {
      ...block,
      sheet: 1,
      formulas: formulas
        .slice(row - 1, row - 1 + rows)
        .map((line) => line.slice(column - 1, column - 1 + columns)),
    };
  });
};

/** A sheet to be damaged, and what it is computed with. */
interface Sound {
  readonly name: string;
  readonly facts: SheetInput;
  readonly filled: Filled;
  /** What flowed in; nothing where all is typed. */
  readonly fetched: AllFetched;
}

function typedSheet(name: string, plan: Plan): Sound {
  const made = sampled(plan);
  const typed = typedOf(factsOf(made.plan).parts, made.filled);
  return { name, facts: factsOf(made.plan, { typed }), filled: made.filled, fetched: {} };
}

/** Leads flow in by channel up to a day, sessions up to another; their cost is typed. */
function fedSheet(name: string, plan: Plan): Sound {
  const made = sampled(plan);
  const fed = {
    ...made.plan,
    accounts: [shop],
    feeds: [feedOf('LEADS', shop, { split: 'kênh' }), feedOf('TRAFFIC', shop)],
  };
  const first = firstDay(fed.quarter);
  const rows = (days: number, each: number) =>
    Array.from({ length: days }, (_, at) => ({
      from: first + at,
      to: first + at,
      segment: at % 3 === 0 ? 'Organic' : 'Paid',
      value: each + (at % 5),
    }));
  const fetched = {
    LEADS: { from: first, through: first + 39, rows: rows(40, 3) },
    TRAFFIC: { from: first, through: first + 41, rows: rows(42, 50) },
  };
  const { LEADS: _, TRAFFIC: __, ...inputs } = made.filled.inputs;
  const filled = { ...made.filled, inputs };
  const typed = typedOf(factsOf(fed).parts, filled);
  return { name, facts: fedFacts(fed, fetched, { typed }), filled, fetched };
}

const sheets: readonly Sound[] = [
  typedSheet('typed', rolePlan('digital', 'vi')),
  fedSheet('flowing in', rolePlan('digital', 'en')),
  ...sweep(
    [],
    roleIds.map((role) => typedSheet(role, rolePlan(role, 'vi'))),
  ),
];

interface Deed {
  readonly what: string;
  readonly block: BlockName;
  readonly done: () => Drawing;
}

const nameOf = (block: BlockName) => `KPI_abc123_${block}`;
const hit = { value: 5000 };

function deedsOn(
  drawing: Drawing,
  { name, row, column, rows, columns }: Drawing['names'][number],
): Deed[] {
  const block = blockOf(name)?.block;
  if (!block) return [];
  const keyed = Array.from({ length: rows }, (_, down) => row + down).filter(
    (each) => String(drawing.cells[each - 1]?.[1]?.value ?? '') !== '',
  );
  const table = keyed.filter((each) => {
    const key = String(drawing.cells[each - 1]?.[1]?.value);
    return each > row && !key.startsWith('.');
  });
  const deed = (what: string, done: () => Drawing): Deed => ({
    what: `${block}: ${what}`,
    block,
    done,
  });
  const inRow = (each: number) => ({ row: each, column, rows: 1, columns });
  const first = Math.min(...table);
  const order = table.map((each) => each - first).reverse();
  const contiguous = order.length > 1 && Math.max(...order) === order.length - 1;
  // What marks damage is written anew by every look: until then a KPI is not judged, no more.
  const watched = Array.from({ length: columns }, (_, across) => column + across).filter(
    (each) => drawing.cells[row - 1]?.[each - 1]?.value !== damageColumn,
  );
  return [
    ...keyed.flatMap((each) => [
      deed(`row ${each} deleted`, () => deleteRow(drawing, each)),
      deed(`row ${each} copied`, () => copyRow(drawing, each)),
      deed(`row ${each} blanked`, () => overwrite(drawing, inRow(each), () => ({}))),
      deed(`what row ${each} shows blanked`, () =>
        overwrite(drawing, { ...inRow(each), column: 3 }, () => ({})),
      ),
      deed(`row ${each} pasted over`, () =>
        overwrite(drawing, { ...inRow(each), column: 3 }, () => hit),
      ),
    ]),
    ...watched.flatMap((each) => [
      deed(`column ${each} deleted`, () => deleteColumn(drawing, each)),
      deed(`column ${each} pasted over`, () =>
        overwrite(drawing, { row: row + 1, column: each, rows: rows - 1, columns: 1 }, () => hit),
      ),
      ...evenly(keyed, 4).map((down) =>
        deed(`${each} of row ${down} typed over`, () =>
          overwrite(drawing, { row: down, column: each, rows: 1, columns: 1 }, () => hit),
        ),
      ),
    ]),
    ...(contiguous ? [deed('sorted', () => sortRows(drawing, first, order))] : []),
    deed('sorted with its head', () =>
      sortRows(drawing, row + 1, order.length > 2 ? [2, 1, 0] : []),
    ),
    deed('name a row short', () => narrowName(drawing, name, { rows: rows - 1 })),
    deed('name a row late', () => narrowName(drawing, name, { row: row + 1, rows: rows - 1 })),
    deed('name a column short', () => narrowName(drawing, name, { columns: columns - 1 })),
    deed('name without its keys', () =>
      narrowName(drawing, name, { column: 3, columns: columns - 2 }),
    ),
    deed('name gone', () => ({
      ...drawing,
      names: drawing.names.filter((each) => each.name !== nameOf(block)),
    })),
  ];
}

/** What people may do without anything being wrong. */
function harmless(drawing: Drawing): Deed[] {
  const places = evenly(
    Array.from({ length: drawing.rows }, (_, row) => row + 1),
    sweep(3, drawing.rows),
  );
  return [
    ...places.map(
      (row): Deed => ({
        what: `row inserted before ${row}`,
        block: 'score',
        done: () => insertRow(drawing, row),
      }),
    ),
    ...[3, 5, 9].map(
      (column): Deed => ({
        what: `column inserted before ${column}`,
        block: 'score',
        done: () => insertColumn(drawing, column),
      }),
    ),
  ];
}

/** That the sheet shows what its own typed cells come to, but for KPIs that are not judged. */
async function expectRight(
  { facts, fetched }: Sound,
  what: string,
  done: Drawing,
  but: readonly string[],
): Promise<void> {
  const card = { plan: facts.plan, native: false };
  const blocks = planBlocks(facts);
  const { plan, typed } = readPlan(standing(done), card, catalogue, facts.sources, blocks);
  const cell = (part: number, column: string) => typed.input?.[String(part)]?.[column] ?? null;
  const filled: Filled = {
    inputs: Object.fromEntries(
      facts.inputs
        .filter(({ key }) => !Object.keys(fetched).includes(key))
        .map(({ key }) => [key, facts.parts.map(({ from }) => cell(from, key))]),
    ),
    weights: facts.parts.map(({ from }) => {
      const weight = cell(from, 'weight');
      return typeof weight === 'number' ? weight : null;
    }),
  };
  // How far it came is what its cells say, unless somebody has typed over one of them.
  const covered = Object.fromEntries(
    Object.entries(fetched).map(([input, found]) => {
      const day = (column: string) => {
        const value = typed.feeds?.[input]?.[column];
        return typeof value === 'number' ? value : null;
      };
      const [from, through, settled] = [day('from'), day('through'), day('settled')];
      const isSealed = sealOf({ from, through, settled }) === day('seal');
      const known = (value: number | null) => (isSealed ? (value ?? Number.NaN) : Number.NaN);
      return [input, { ...found, from: known(from), through: known(through) }];
    }),
  );
  const today = lastDay(plan.quarter);
  const sheet = await computedFed(facts, fetched, today, () => done);
  // What the sheet itself warns of, above the column, is no secret: a number in a closed cell.
  const warned = facts.inputs
    .filter(({ key }) => /⚠/.test(String(valueAt(sheet, 'input', '.warnings', key))))
    .flatMap(({ usedBy }) => usedBy.map(({ kpi }) => kpi));
  const kpis = plan.kpis.filter(({ kpi }) => !but.includes(kpi) && !warned.includes(kpi));
  const judged = { ...facts, plan: { ...plan, kpis } };
  try {
    expectSame(sheet, judged, filled, flowsOf(judged, covered, {}));
  } catch (error) {
    throw new Error(`${what}, but for ${but.join(', ')}: ${(error as Error).message}`);
  }
}

describe.each(sheets)('a damaged sheet, $name', (sound) => {
  const { facts } = sound;
  const drawing = planDrawing(facts, '{}');
  const prints = fingerprintsOfDrawing(drawing, formulasOf(drawing));
  const blocks = planBlocks(facts);
  const noticed = (done: Drawing) => changedBlocks(prints, found(done));

  /** What is noticed of a deed, and which KPIs are not judged after it. */
  function judged({ what, done: doing }: Deed) {
    const done = doing();
    const changed = noticed(done);
    const damages = changed.length > 0 ? damageOf(changed, blocks, found(done)) : [];
    expect(damages.length > 0, what).toBe(changed.length > 0);
    return { what, done, changed, kpis: affectedKpis(damages, facts) };
  }

  it('is whole before anything is done to it, in whatever locale', () => {
    expect(noticed(drawing)).toEqual([]);
    const sent = drawing.cells.map((line) => line.map(({ formula = '' }) => formula));
    expect(changedBlocks(fingerprintsOfDrawing(drawing, sent), found(drawing))).toEqual([]);
  });

  it('is noticed, or shows the right numbers all the same', { timeout: 3_600_000 }, async () => {
    const all = drawing.names.flatMap((area) => deedsOn(drawing, area));
    expect(all.length).toBeGreaterThan(500);
    const tried = evenly(all, sweep(24, all.length)).map(judged);
    const silent = tried.filter(({ changed }) => changed.length === 0);
    const partly = tried.filter(
      ({ changed, kpis }) => changed.length > 0 && kpis.length < facts.plan.kpis.length,
    );
    expect(tried.length - silent.length).toBeGreaterThan(silent.length / 2);
    expect(partly.length).toBeGreaterThan(1);
    // Of what is noticed, the KPIs that do not rest on it stay right.
    const shown = [silent, partly].flatMap((some) => evenly(some, sweep(1, some.length)));
    for (const { what, done, kpis } of shown) await expectRight(sound, what, done, kpis);
  });

  it('is not what a sheet is into which somebody inserted rows and columns', () => {
    for (const { what, done } of harmless(drawing)) expect(noticed(done()), what).toEqual([]);
  });
});
