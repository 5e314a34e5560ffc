import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/workbench/desk/desk.ts';
import { type KeptDesk, parseKeptDesk } from '../../../src/workbench/storage/kept-desk.ts';
import { ok } from '../../kit/desk/answers.ts';
import { type BuiltDesk, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { lan } from '../../kit/plans/plans.ts';

const settings = { language: 'vi', locale: 'vi_VN' } as const;

/** A desk as the next server opens it: out of the text that the one before has written. */
async function reopened(text: string): Promise<BuiltDesk> {
  const found = parseKeptDesk(text);
  if (!('kept' in found)) throw new Error(found.unreadable);
  // What is asked for at opening is another language: what was kept wins.
  return openBuiltDesk({ language: 'en', locale: 'en_US' }, undefined, undefined, found.kept);
}

/** Everything a person can see of a spreadsheet, sheet by sheet. */
function seen({ cells, engine }: Desk) {
  return engine
    .workbook()
    .getSheets()
    .map((sheet) => {
      const id = sheet.getSheetId();
      const { rows, columns } = cells.extent(id);
      const each = <T>(read: (row: number, column: number) => T) =>
        Array.from({ length: rows }, (_, r) =>
          Array.from({ length: columns }, (__, c) => read(r, c)),
        );
      const { cellData: _, ...looks } = sheet.getConfig();
      return {
        id,
        name: sheet.getName(),
        shown: each((r, c) => cells.display(id, r, c, 'vi_VN')),
        formulas: each((r, c) => cells.formula(id, r, c, 'vi_VN')),
        hiddenRows: Array.from({ length: rows }, (__, row) => sheet.getRowVisible(row)),
        looks: JSON.parse(JSON.stringify(looks)),
      };
    });
}

/** Without the rules of sheets that have none. */
const filled = (all: object) =>
  Object.fromEntries(
    Object.entries(all).filter(([, one]) => !Array.isArray(one) || one.length > 0),
  );

/** What stands beside the cells: names, charts and groups among them, rules, formats. */
const besides = ({ engine }: Desk) =>
  Object.fromEntries(
    (engine.snapshot().resources ?? []).map(({ name, data }) => [
      name,
      filled(JSON.parse(data || '{}')),
    ]),
  );

describe('a spreadsheet with a plan, kept and opened again', () => {
  let before: BuiltDesk;
  let after: BuiltDesk;
  let text: string;
  let kept: KeptDesk;
  const plan = lan({ quarter: { year: 2026, month: 10 } });

  beforeAll(async () => {
    before = await openBuiltDesk(settings);
    const { desk } = before;
    await desk.setClock(Date.UTC(2026, 10, 20, 5));
    ok(await before.panel.buildPlan({ plan, sample: true }));
    const opened = ok(await before.panel.openPlan('abc123'));
    const kpis = opened.plan.kpis.map((each) =>
      each.kpi === 'LEADS' ? { ...each, target: 7 } : each,
    );
    const request = { plan: { ...opened.plan, kpis }, revision: opened.revision, who: 'Minh' };
    ok(await before.panel.changePlan(request));
    desk.closed.close({ sheetId: 'sheet-1', area: null });
    desk.external.triggers.create('lan@example.com', 'onTick', 3_600_000, desk.now());
    await desk.settle();
    text = JSON.stringify(desk.kept());
    kept = JSON.parse(text) as KeptDesk;
    after = await reopened(text);
    await after.desk.settle();
  });
  afterAll(() => {
    before.desk.dispose();
    after.desk.dispose();
  });

  it('shows the same in every cell, by the same formulas', () => {
    const [was, is] = [seen(before.desk), seen(after.desk)];
    expect(was.length).toBeGreaterThan(1);
    expect(was.flatMap(({ formulas }) => formulas.flat()).filter(Boolean).length).toBeGreaterThan(
      50,
    );
    expect(is).toEqual(was);
  });

  it('has its names, charts, groups, rules and formats', () => {
    const was = besides(before.desk);
    expect(JSON.stringify(was)).toMatch(/__chart_.*__rows_|__rows_.*__chart_/);
    expect(JSON.stringify(was)).toContain('allows-');
    expect(besides(after.desk)).toEqual(was);
  });

  it('has its language, its clock, its triggers and what others have closed', () => {
    expect(after.desk.settings).toEqual(settings);
    expect(Math.abs(after.desk.now() - before.desk.now())).toBeLessThan(1000);
    expect(after.desk.triggers()).toEqual(before.desk.triggers());
    expect(after.desk.triggers().length).toBeGreaterThan(0);
    expect(
      after.desk.closed.mayEdit('sheet-1', {
        startRow: 0,
        startColumn: 0,
        endRow: 0,
        endColumn: 0,
      }),
    ).toBe(false);
  });

  it('goes on where it was: the plan is found, can be changed, and what came before be undone', async () => {
    after.desk.closed.open();
    const { plans } = ok(await after.panel.planStart());
    expect(plans).toHaveLength(1);
    const open = async () => ok(await after.panel.openPlan('abc123'));
    const opened = await open();
    expect(opened.statuses[0]?.target).toBe('7');
    ok(await after.panel.undo());
    expect((await open()).statuses[0]?.target).toBe('1.240');
    const now = await open();
    const kpis = now.plan.kpis.map((each) =>
      each.kpi === 'LEADS' ? { ...each, target: 5 } : each,
    );
    const request = { plan: { ...now.plan, kpis }, revision: now.revision, who: '' };
    expect(ok(await after.panel.changePlan(request)).statuses[0]?.target).toBe('5');
  });

  it('reads back what it wrote as the same text', async () => {
    const again = await reopened(text);
    await again.desk.settle();
    const { workbook: _, ...rest } = JSON.parse(JSON.stringify(again.desk.kept())) as KeptDesk;
    const { workbook: __, ...was } = kept;
    expect(rest).toEqual(was);
    again.desk.dispose();
  });
});
