import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '../kit/desk/answers.ts';
import { type BuiltDesk, openBuiltDesk } from '../kit/desk/built-desk.ts';
import { lan } from '../kit/plans/plans.ts';
import { distFolder, oneFileFolder } from '../kit/run/built-folders.ts';

/** The script in two files, as it ships, and in one, should Google refuse to run a text. */
describe.each([distFolder, oneFileFolder])('the add-on as %s has it', (folder) => {
  let built: BuiltDesk;
  beforeAll(async () => {
    const settings = { language: 'vi', locale: 'vi_VN' } as const;
    built = await openBuiltDesk(settings, undefined, undefined, undefined, folder);
    await built.desk.setClock(Date.UTC(2026, 9, 19, 5));
  });
  afterAll(() => built.desk.dispose());

  it.each(['onOpen', 'onInstall'])(
    'has its menu where it is installed and not enabled: %s',
    async (name) => {
      const result = await built.desk.run(name, [], { mode: 'NONE' });
      expect(result).toMatchObject({ ok: null });
      const menu = built.desk.menus.findLast(({ addOn }) => addOn);
      expect(menu?.entries).toContainEqual({
        kind: 'item',
        caption: 'Mở thanh bên',
        handler: 'openPanel',
      });
    },
  );

  it('shows the panel when the menu asks', async () => {
    expect(await built.desk.run('openHelp', [])).toMatchObject({ ok: null });
    expect(built.desk.panel?.html).toContain('data-view="help"');
  });

  it('computes cells: a number, a range, words, a refusal, by name and in total', async () => {
    const sheet = built.sheet('Sheet1');
    const formulas = {
      4: ['=CPL(1200,300)', 4],
      5: ['=SUM(CPL({10,20},{5,4}))', 7],
      6: ['=CPL(5,0)', 'không có lead'],
      7: ['=KPI("cpl",6,3)', 2],
      8: ['=KPI_TOTAL("CPL",{10,20},{5,5})', 3],
      9: ['=CPL("abc",1)', '#ERROR!'],
    };
    for (const [row, [formula]] of Object.entries(formulas)) {
      built.desk.cells.write(sheet, { [Number(row) - 1]: { 0: { f: String(formula) } } });
    }
    await built.desk.settle();
    for (const [row, [formula, shown]] of Object.entries(formulas)) {
      expect(built.book.peek(sheet, Number(row), 1), String(formula)).toEqual(shown);
    }
  });

  it('builds a plan, answers for it and is called by the clock', async () => {
    const plan = lan();
    const { sheet } = ok(await built.panel.buildPlan({ plan, sample: true }));
    expect(built.sheets()).toContain(sheet);
    await built.desk.settle();
    const { kpis } = ok(await built.panel.openPlan(plan.id)).plan;
    expect(kpis.map(({ kpi }) => kpi)).toEqual(plan.kpis.map(({ kpi }) => kpi));
    expect(await built.desk.run('onTick', [])).toMatchObject({ ok: null });
  });
});

describe('before the add-on is enabled in a file', () => {
  it('no file of the project can be read', async () => {
    const built = await openBuiltDesk({ language: 'en', locale: 'en_US' });
    const refused = await built.desk.run('openHelp', [], { mode: 'NONE' });
    expect(refused).toMatchObject({ error: expect.stringContaining('permission') });
    built.desk.dispose();
  });
});
