import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanApi } from '../../../src/app/api/plan-api.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { ok } from '../../kit/desk/answers.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

const built = (() => {
  const desk = openFakeDesk();
  ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
  return () => openFakeDesk(desk.book.copy());
})();
const sheetOf = ({ book }: FakeDesk) => book.named.get('KPI_abc123_score')?.sheet ?? 0;

/** Cells of a plan's sheet that belong to none of its blocks. */
function isFree({ book }: FakeDesk, row: number, column: number): boolean {
  return ![...book.named.values()].some(
    (area) =>
      area.sheet === sheetOf({ book } as FakeDesk) &&
      row >= area.row &&
      row < area.row + area.rows &&
      column >= area.column &&
      column < area.column + area.columns,
  );
}

const shorter = (plan: Plan): Plan => ({ ...plan, kpis: plan.kpis.slice(0, 2) });
const dearer = (plan: Plan): Plan => ({
  ...plan,
  kpis: plan.kpis.map((each) => ({ ...each, target: (each.target ?? 0) + 1, owner: 'Minh' })),
});
const changed = (desk: FakeDesk, change: (plan: Plan) => Plan) => {
  const view = desk.panel.openPlan('abc123');
  if (!('ok' in view)) return;
  const { plan, revision } = view.ok;
  desk.panel.changePlan({ plan: change(plan), revision, who: '' });
};
const next = lan({ id: 'next01', quarter: { year: 2027, month: 4 }, after: 'abc123' });

const deeds: Record<string, (desk: FakeDesk) => void> = {
  open: ({ panel }) => void panel.openPlan('abc123'),
  values: (desk) => changed(desk, dearer),
  rebuild: (desk) => changed(desk, shorter),
  portable: ({ panel }) => void panel.makePortable({ plan: 'abc123', native: true }),
  ours: ({ panel }) => void panel.makePortable({ plan: 'abc123', native: false }),
  repair: ({ panel }) => void panel.repairPlan('abc123'),
  next: ({ panel }) => void panel.buildPlan({ plan: next, sample: true }),
  undo: ({ panel }) => void panel.undo(),
};

describe('what is not ours', () => {
  it('stays, whatever is done with the plans around it', () => {
    const cell = fc.record({
      row: fc.integer({ min: 1, max: 90 }),
      column: fc.integer({ min: 1, max: 40 }),
      value: fc.constantFrom<string | number>('mine', 7, '=1+1'),
    });
    const deed = fc.constantFrom(...Object.keys(deeds).filter((each) => each !== 'next'));
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 12 }),
        fc.array(deed, { maxLength: 4 }),
        fc.boolean(),
        (cells, chosen, closes) => {
          const desk = built();
          const sheet = sheetOf(desk);
          const mine = cells.filter(({ row, column }) => isFree(desk, row, column));
          for (const { row, column, value } of mine) {
            desk.book.type(sheet, row, column, value);
            desk.book.type(desk.notes, row, column, value);
          }
          const held = mine.map(({ row, column }) => desk.book.peek(sheet, row, column));
          for (const each of [...chosen, ...(closes ? ['next'] : [])]) deeds[each]?.(desk);
          const holds = (on: number) =>
            mine.map(({ row, column }) => desk.book.peek(on, row, column));
          expect(desk.host.reported).toEqual([]);
          expect(holds(desk.notes)).toEqual(held);
          // Nothing of ours needs undoing where nothing of theirs stands.
          if (mine.length > 0) expect(holds(sheet)).toEqual(held);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is never deleted by taking a build back, wherever on its sheet somebody has typed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 95 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom<string | number>('mine', 3, '=1+1'),
        (row, column, value) => {
          const desk = built();
          const sheet = sheetOf(desk);
          const tab = desk.book.tabs.find(({ id }) => id === sheet);
          fc.pre(row <= (tab?.rows ?? 0));
          const was = desk.book.peek(sheet, row, column);
          const input = desk.book.named.get('KPI_abc123_input');
          const below = input !== undefined && row > input.row && row < input.row + input.rows;
          // What fills the hidden rows is seen by the error above it, which this spreadsheet has not.
          const calc = desk.book.named.get('KPI_abc123_calc');
          fc.pre(calc === undefined || row < calc.row);
          // A formula over a formula is a formula still; in a filled column nothing can be typed.
          fc.pre(was !== value && !String(was).startsWith('=') && !(below && column === 10));
          desk.book.type(sheet, row, column, value);
          ok(desk.panel.undo());
          expect(desk.book.tabs.some(({ id }) => id === sheet)).toBe(true);
          expect(desk.book.peek(sheet, row, column)).toBe(value);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('whatever the panel sends', () => {
  const calls: readonly (keyof PlanApi)[] = [
    'lastActuals',
    'buildPlan',
    'buildProgress',
    'openPlan',
    'goToPlan',
    'changePlan',
    'draftNext',
    'makePortable',
    'repairPlan',
    'forgetPlan',
    'adoptCopy',
    'buildDepartment',
    'closePlan',
    'removeEverything',
  ];
  const half = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(
      'abc123',
      'next01',
      '__proto__',
      'constructor',
      undefined,
      -1,
      Number.NaN,
    ),
    fc.record({ plan: fc.oneof(fc.jsonValue(), fc.constant(lan())), revision: fc.jsonValue() }),
    fc.record({ sheet: fc.integer(), name: fc.string() }, { requiredKeys: [] }),
    fc.record({
      quarter: fc.record({ year: fc.double(), month: fc.double() }),
      name: fc.jsonValue(),
    }),
    fc.record({
      plan: fc
        .tuple(fc.constantFrom(...Object.keys(lan())), fc.jsonValue())
        .map(([key, value]) => ({ ...lan({ id: 'fuzz01' }, [planned('CPL')]), [key]: value })),
    }),
  );

  it.each(calls)('%s answers it or says a sentence, and nothing goes wrong unseen', (call) => {
    fc.assert(
      fc.property(half, (request) => {
        const desk = built();
        const answer = (desk.panel[call] as (request: unknown) => object)(request);
        expect(Object.keys(answer).includes('ok') || 'problem' in answer).toBe(true);
        expect(desk.host.reported).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
