import { beforeAll, describe, expect, it } from 'vitest';
import { rolePlans } from '../../src/templates/roles.ts';
import { planPagesEn } from '../../src/words/plan-pages.en.ts';
import { planPanelEn } from '../../src/words/plan-panel.en.ts';
import { sheetEn } from '../../src/words/sheet.en.ts';
import { next, quarterDesk } from './quarter-desk.ts';

const desk = quarterDesk('en');
const roles = Object.keys(rolePlans);

describe('the panel', () => {
  beforeAll(() => desk.visitor().openPanel());

  it.each(roles)('builds the quarter of: %s', async (role) => {
    const visitor = desk.visitor();
    await visitor.home();
    await visitor.click('main button.main');
    await visitor.fill('#name', `Ann ${role}`);
    await visitor.choose('#role', role);
    await visitor.click(next);
    await visitor.waitFor('#objective');
    if (role === 'other') {
      // Nothing is proposed to somebody who is none of these: they look for what they need.
      await visitor.click('.finder-box summary');
      await visitor.fill('#kpi-query', 'cost per lead');
      await visitor.panel.locator('#kpi-query').press('Enter');
    }
    for (const step of ['.numbers', '.check', '.summary', '.done']) {
      await visitor.click(next);
      await visitor.waitFor(step);
    }
    await visitor.settle();
    const tab = `Ann ${role} · Q4 2026`;
    expect(await visitor.sheets()).toContain(tab);
    const plan = await visitor.plan(tab);
    expect(plan.errors()).toEqual([]);
    expect(plan.inputs().length).toBeGreaterThan(0);
    const kpis = plan.keys('score');
    expect(kpis.length).toBeGreaterThan(0);
    for (const kpi of kpis) expect(plan.text('score', kpi, 'status')).toBe(sheetEn.noTarget);
    // Taken back, so that the next role finds a spreadsheet as new as this one did.
    await visitor.home();
    await visitor.click('.undo button');
    await expect.poll(() => visitor.sheets()).not.toContain(tab);
  });

  it('shows what all of it looks like with sample numbers, and says that they are made up', async () => {
    const visitor = desk.visitor();
    await visitor.home();
    await visitor.click('main button.main');
    await visitor.click(`.way:has-text("${planPanelEn.who.sample}")`);
    await visitor.waitFor('.summary');
    await visitor.click(next);
    await visitor.waitFor('.done');
    await visitor.settle();
    const tab = (await visitor.sheets()).find((name) =>
      name.startsWith(planPanelEn.who.sampleName),
    );
    const plan = await visitor.plan(tab ?? '');
    expect(plan.shows(sheetEn.sample)).toBe(true);
    expect(plan.errors()).toEqual([]);
    const shapes = plan.keys('score').map((kpi) => plan.text('score', kpi, 'status').slice(0, 1));
    expect(new Set(shapes)).toEqual(new Set(['●', '▲', '■']));
    await visitor.press(planPanelEn.build.go);
    await visitor.waitFor('.standings');
    await visitor.home();
    expect(await visitor.panel.locator('main').textContent()).toContain(planPagesEn.home.sample);
  });
});
