import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planAnswersWords } from '../../src/messages/compiled/plan-answers.ts';
import { planPagesWords } from '../../src/messages/compiled/plan-pages.ts';
import { planPanelWords } from '../../src/messages/compiled/plan-panel.ts';
import { dayOf } from '../../src/plan/calendar/day.ts';
import { compareSheet } from '../kit/engine/recalculated/compare.ts';
import { recalculated } from '../kit/engine/recalculated/recalculate.ts';
import { next, quarterDesk, type Visitor } from './quarter-desk.ts';
import type { SeenPlan } from './seen-plan.ts';

const planAnswersVi = planAnswersWords('vi');
const planPagesVi = planPagesWords('vi');
const planPanelVi = planPanelWords('vi');

const desk = quarterDesk('vi');
const say = planPagesVi.plan;
/** The tab of the plan; one test gives it another name, as its user may. */
let tab = 'Lan · Q4 2026';

/** What does not follow the day's date. */
const figures = ['baseline', 'target', 'actual', 'attainment', 'expected', 'status', 'through'];
const scorecard = (plan: SeenPlan) =>
  Object.fromEntries(
    plan
      .keys('score')
      .map((kpi) => [kpi, figures.map((column) => plan.value('score', kpi, column))]),
  );

async function paste(lan: Visitor, a1: string, rows: readonly (readonly string[])[]) {
  await lan.select(a1, tab);
  const text = rows.map((row) => row.join('\t')).join('\n');
  await lan.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await lan.page.keyboard.press('Control+v');
  await lan.settle();
}

/** What the scorecard shows of a KPI. */
async function shown(lan: Visitor, kpi: string, column: 'target' | 'status'): Promise<string> {
  await lan.settle();
  return (await lan.plan(tab)).text('score', kpi, column);
}
const target = (lan: Visitor, kpi: string) => shown(lan, kpi, 'target');
const status = (lan: Visitor, kpi: string) => shown(lan, kpi, 'status');

const light = { '●': '#e6f4ea', '▲': '#fef7e0', '■': '#fce8e6' } as Readonly<
  Record<string, string>
>;

/** That every status has the colour of its shape, in the scorecard and in the first month. */
async function expectColours(lan: Visitor): Promise<void> {
  await lan.settle();
  const plan = await lan.plan(tab);
  for (const [block, column] of [
    ['score', 'status'],
    ['month', 'm1met'],
  ] as const) {
    for (const kpi of plan.keys(block)) {
      const wanted = light[plan.text(block, kpi, column).slice(0, 1)] ?? null;
      const cell = plan.a1(block, kpi, column);
      const shown = expect.poll(() => lan.colour(cell, tab), { message: `${kpi} ${column}` });
      await shown.toBe(wanted);
    }
  }
}

const logged = async (lan: Visitor): Promise<string> => {
  const { texts } = await lan.all(planAnswersVi.sharedTitle.log);
  return texts.map((line) => line.join(' | ')).join('\n');
};

async function edit(visitor: Visitor, kpi: string, typed: string): Promise<void> {
  await visitor.press(say.edit);
  await visitor.waitFor(`#${kpi}-target`);
  await visitor.fill(`#${kpi}-target`, typed);
  // Asked once, and known from then on.
  if ((await visitor.panel.locator('#who').count()) > 0) await visitor.fill('#who', 'Minh');
}

describe('a quarter', () => {
  it('stands after a few clicks for a new user who accepts what is proposed', async () => {
    const lan = desk.visitor();
    await lan.openPanel();
    const begun = performance.now();
    await lan.click('main button.main');
    await lan.fill('#name', 'Lan');
    await lan.choose('#role', 'digital');
    for (const step of ['#objective', '.numbers', '.check', '.summary', '.done']) {
      await lan.click(next);
      await lan.waitFor(step);
    }
    await lan.press(planPanelVi.build.go);
    await lan.waitFor('.standings');
    const seconds = (performance.now() - begun) / 1000;
    console.log(`A quarter: ${lan.clicks} clicks, ${seconds.toFixed(1)} s here.`);
    expect(lan.clicks).toBeLessThanOrEqual(12);
    await lan.settle();
    expect(await lan.sheets()).toContain(tab);
    const plan = await lan.plan(tab);
    expect(plan.shows('Quý 4/2026 · Chuyên viên digital marketing · Lan')).toBe(true);
    const kpis = ['TRAFFIC', 'LEADS', 'CVR', 'CPL', 'MKTSPEND', 'LEADQUALITY'];
    expect(plan.keys('score')).toEqual(kpis);
    for (const kpi of kpis) {
      expect(plan.text('score', kpi, 'status'), kpi).toBe('○ chưa có chỉ tiêu');
      expect(plan.text('score', kpi, 'owner'), kpi).toBe('Lan');
    }
    expect(plan.inputs().slice(0, 4)).toEqual(['TRAFFIC', 'LEADS', 'CVR.conversions', 'CPL.cost']);
    expect(plan.errors()).toEqual([]);
  });

  it('follows what is typed into its cells', async () => {
    const lan = desk.visitor();
    const before = await lan.plan(tab);
    await paste(lan, before.a1('score', 'TRAFFIC', 'target'), [
      ['9.200'],
      ['400'],
      ['2%'],
      ['60.000'],
    ]);
    expect(await status(lan, 'LEADS')).toBe('○ chưa có số liệu');
    const weeks = before.keys('input');
    await paste(lan, before.a1('input', weeks[0] ?? '', 'TRAFFIC'), [
      ['300', '12', '6', '1.200.000'],
      ['500', '30', '10', '3.000.000'],
      ['700', '40', '14', '4.000.000'],
    ]);
    const plan = await lan.plan(tab);
    const row = (kpi: string) => ({
      actual: plan.value('score', kpi, 'actual'),
      attainment: Number(plan.value('score', kpi, 'attainment')).toFixed(6),
      expected: Number(plan.value('score', kpi, 'expected')).toFixed(6),
      status: plan.text('score', kpi, 'status'),
    });
    // Eighteen of the quarter's ninety-two days are settled.
    const share = 18 / 92;
    expect(row('LEADS')).toEqual({
      actual: 82,
      attainment: (82 / 400).toFixed(6),
      expected: (400 * share).toFixed(6),
      status: '● đúng tiến độ',
    });
    expect(row('TRAFFIC')).toEqual({
      actual: 1500,
      attainment: (1500 / 9200).toFixed(6),
      expected: (9200 * share).toFixed(6),
      status: '▲ cần chú ý',
    });
    expect(row('CVR')).toMatchObject({ actual: 30 / 1500, status: '● đạt' });
    expect(row('CPL')).toEqual({
      actual: 8_200_000 / 82,
      attainment: (60_000 / 100_000).toFixed(6),
      expected: (60_000).toFixed(6),
      status: '■ chưa đạt',
    });
    expect(plan.text('score', 'CVR', 'attainment')).toBe('100,0%');
    expect(plan.shows('số liệu chốt đến 18/10')).toBe(true);
    expect(plan.errors()).toEqual([]);

    await lan.type(plan.a1('input', weeks[2] ?? '', 'LEADS'), '4', tab);
    // 46 of the 78 leads that should be there by now.
    expect(await status(lan, 'LEADS')).toBe('■ chậm tiến độ');
    await lan.type(plan.a1('input', weeks[2] ?? '', 'LEADS'), 'bốn mươi', tab);
    const unsaid = await lan.plan(tab);
    expect(unsaid.text('input', '.warnings', 'LEADS')).toBe('⚠ tuần 12/10: không phải số');
    expect(unsaid.value('score', 'LEADS', 'actual')).toBe(42);
    await lan.type(plan.a1('input', weeks[2] ?? '', 'LEADS'), '40', tab);
    expect(await status(lan, 'LEADS')).toBe('● đúng tiến độ');
  });

  it('takes a new target from the panel, and notices one that is typed into the cell', async () => {
    const lan = desk.visitor();
    await lan.openPlan('Lan');
    await edit(lan, 'LEADS', '500');
    await lan.press(planPanelVi.steps.save);
    await lan.waitFor('.standings');
    await expect.poll(() => target(lan, 'LEADS')).toBe('500');
    // 82 of 97.8 by now.
    expect(await status(lan, 'LEADS')).toBe('▲ cần chú ý');
    expect(await logged(lan)).toMatch(/Minh \| Lan \| LEADS \| chỉ tiêu \| 400 \| 500/);

    const plan = await lan.plan(tab);
    await lan.type(plan.a1('score', 'LEADS', 'target'), '410', tab);
    await lan.openPlan('Lan');
    await expect
      .poll(() => lan.panel.locator('main').textContent())
      .toMatch(/chỉ tiêu trước là 500, nay trong trang tính là 410/);
    expect(await status(lan, 'LEADS')).toBe('● đúng tiến độ');
  });

  it('asks the second of two people who change the same at the same time, and shows both', async () => {
    const lan = desk.visitor();
    const hoa = await desk.visit();
    await hoa.waitFor('main h1');
    await hoa.openPlan('Lan');
    await lan.openPlan('Lan');
    await edit(hoa, 'TRAFFIC', '9300');
    await edit(lan, 'TRAFFIC', '9400');
    await lan.press(planPanelVi.steps.save);
    await lan.waitFor('.standings');
    await hoa.press(planPanelVi.steps.save);
    await hoa.waitFor('.conflict');
    const { mine, theirs } = planPagesVi.changed;
    expect(await hoa.panel.locator('.conflict label').allTextContents()).toEqual([
      `${mine}: 9.300`,
      `${theirs}: 9.400`,
    ]);
    await hoa.panel.locator('#conflict-0-theirs').check();
    await hoa.click('.conflict button');
    await hoa.waitFor('.standings');
    await hoa.page.close();
    expect(await target(lan, 'TRAFFIC')).toBe('9.400');
    // The direct edit before is in the log, without a name.
    expect(await logged(lan)).toMatch(/sửa trực tiếp trong trang tính \| Lan \| LEADS .* 410/);
  });

  it('closes when the next one begins, hands it what was measured, and opens again by undo', async () => {
    const lan = desk.visitor();
    const filling = await lan.plan(tab);
    const rest = filling.keys('input').slice(3);
    await paste(
      lan,
      filling.a1('input', rest[0] ?? '', 'TRAFFIC'),
      rest.map(() => ['100', '10', '2', '1.000.000']),
    );
    await lan.onDay('2027-01-05');
    await lan.openPlan('Lan');
    await lan.settle();
    const before = await lan.plan(tab);
    expect(before.value('score', 'LEADS', 'actual')).toBe(82 + 130);
    await lan.press(say.rollOver);
    await lan.waitFor('#LEADS-baseline');
    expect(await lan.panel.locator('#LEADS-baseline').inputValue()).toBe('212');
    expect(await lan.panel.locator('#CPL-baseline').inputValue()).toBe('100.000');
    for (const step of ['.check', '.summary', '.done']) {
      await lan.click(next);
      await lan.waitFor(step);
    }
    await lan.settle();
    const following = await lan.plan('Lan · Q1 2027');
    for (const kpi of ['TRAFFIC', 'LEADS', 'CVR', 'CPL']) {
      expect(following.value('score', kpi, 'baseline'), kpi).toBeCloseTo(
        Number(before.value('score', kpi, 'actual')),
        9,
      );
    }
    expect(following.errors()).toEqual([]);
    const frozen = await lan.plan(tab);
    expect(frozen.formulas()).toEqual([]);
    expect(scorecard(frozen)).toEqual(scorecard(before));

    await lan.home();
    await lan.click('.undo button');
    await expect.poll(() => lan.sheets()).not.toContain('Lan · Q1 2027');
    await lan.settle();
    const open = await lan.plan(tab);
    expect(open.cells.formulas).toEqual(before.cells.formulas);
    expect(scorecard(open)).toEqual(scorecard(before));
  });

  it('is found again after its sheet was renamed, widened and sorted', async () => {
    const lan = desk.visitor();
    const before = await lan.plan(tab);
    const renamed = 'Quý của Lan';
    await lan.command('sheet.command.set-worksheet-name', tab, { name: renamed });
    tab = renamed;
    await lan.command('sheet.command.insert-col-by-range', tab, {
      range: { startRow: 0, endRow: before.cells.texts.length - 1, startColumn: 4, endColumn: 4 },
      direction: 1,
    });
    const [top, across] = (await lan.plan(tab)).place('score', 'TRAFFIC', 'target');
    const [bottom] = before.place('score', 'CPL', 'target');
    await lan.command('sheet.command.sort-range', tab, {
      range: { startRow: top, endRow: bottom, startColumn: 0, endColumn: 30 },
      orderRules: [{ colIndex: across, type: 'asc' }],
      hasTitle: false,
    });
    const after = await lan.plan(tab);
    expect(after.keys('score').slice(0, 4)).toEqual(['CVR', 'LEADS', 'TRAFFIC', 'CPL']);
    expect(scorecard(after)).toEqual(scorecard(before));
    expect(after.errors()).toEqual([]);
    await expectColours(lan);
    const [row] = after.place('score', 'LEADS', 'target');
    const range = { startRow: row, endRow: row, startColumn: 0, endColumn: 30, rangeType: 1 };
    await lan.command('sheet.command.insert-row-by-range', tab, { range, direction: 0 });
    await expectColours(lan);
    await lan.command('sheet.command.remove-row-by-range', tab, { range });
    await expectColours(lan);
    await lan.openPlan('Lan');
    await edit(lan, 'CPL', '90000');
    await lan.press(planPanelVi.steps.save);
    await lan.waitFor('.standings');
    await expect.poll(() => target(lan, 'CPL')).toMatch(/^90\.000/);
    expect(await status(lan, 'CPL')).toBe('▲ gần đạt');
  });

  it('shows the same in the file it is exported to, formula by formula', async () => {
    const lan = desk.visitor();
    const download = lan.page.waitForEvent('download');
    await lan.menu('Tệp', 'Xuất tệp .xlsx');
    const bytes = readFileSync(await (await download).path());
    const file = await recalculated(bytes, dayOf(2027, 1, 5));
    const { cells } = await lan.plan(tab);
    const found = compareSheet(file, tab, {
      rows: cells.values.length,
      columns: cells.values[0]?.length ?? 0,
      value: (row, column) => cells.values[row]?.[column],
      formula: (row, column) => cells.formulas[row]?.[column] ?? '',
    });
    expect(found).toEqual({
      compared: 972,
      inCells: 29,
      overHeaders: 6,
      onlyValues: [],
      differing: [],
    });
  });
});
