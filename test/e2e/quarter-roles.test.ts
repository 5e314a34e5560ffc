import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { planPagesEn } from '../../src/words/plan-pages.en.ts';
import { planPanelEn } from '../../src/words/plan-panel.en.ts';
import { sheetEn } from '../../src/words/sheet.en.ts';
import { next, quarterDesk, type Visitor } from './quarter-desk.ts';

const desk = quarterDesk('en');

beforeAll(() => desk.visitor().openPanel());

// Taken back after each, so that the next one finds a spreadsheet as new as the first did.
afterEach(async () => {
  const visitor = desk.visitor();
  await visitor.home();
  await visitor.click('.undo button');
  await expect.poll(async () => (await visitor.sheets()).join()).not.toContain('Q4 2026');
});

describe('the panel', () => {
  it('helps somebody who is none of the roles to what they need', async () => {
    const visitor = desk.visitor();
    await visitor.click('main button.main');
    await visitor.fill('#name', 'Ann');
    await visitor.choose('#role', 'other');
    await visitor.click(next);
    await visitor.waitFor('#objective');
    await visitor.click('.finder-box summary');
    await visitor.fill('#kpi-query', 'cost per lead');
    await visitor.panel.locator('#kpi-query').press('Enter');
    for (const step of ['.numbers', '.check', '.summary', '.done']) {
      await visitor.click(next);
      await visitor.waitFor(step);
    }
    await visitor.settle();
    const plan = await visitor.plan('Ann · Q4 2026');
    expect(plan.errors()).toEqual([]);
    expect(plan.keys('score')).toEqual(['CPL']);
    expect(plan.inputs().length).toBeGreaterThan(0);
    expect(plan.text('score', 'CPL', 'status')).toBe(sheetEn.noTarget);
  });

  it('shows what all of it looks like with sample numbers, and says that they are made up', async () => {
    const visitor = desk.visitor();
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

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the panel as it is now. */
async function violations(visitor: Visitor): Promise<string[]> {
  const frame = visitor.frame();
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await checker.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** More keys than this nobody presses to get anywhere. */
const patience = 120;

/** Presses Tab until the focus stands on what is meant. */
async function tabTo(visitor: Visitor, selector: string): Promise<void> {
  const frame = visitor.frame();
  for (let pressed = 0; pressed < patience; pressed++) {
    const there = await frame.evaluate(
      (meant) => document.activeElement?.matches(meant) ?? false,
      selector,
    );
    if (there) return;
    await visitor.page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${selector}.`);
}

const heading = (visitor: Visitor): Promise<string> =>
  visitor.frame().evaluate(() => document.activeElement?.textContent ?? '');

/** English is gone through by `test/sidebar`, with the same checks and without a spreadsheet. */
describe('the five steps in Vietnamese', () => {
  const [role, ...titles] = [
    'Chuy',
    'Ai và khi nào',
    'Mục tiêu và KPI',
    'Chỉ tiêu',
    'Kiểm tra',
    'Tạo',
  ];

  it('are gone by the keyboard alone, and axe finds nothing wrong on any of them', async () => {
    const visitor = desk.visitor();
    const { keyboard } = visitor.page;
    await visitor.panel.locator('.languages [lang=vi]').click();
    await visitor.panel.locator('html[lang=vi]').waitFor();
    await visitor.panel.locator('main h1').focus();
    expect(await violations(visitor)).toEqual([]);
    await tabTo(visitor, 'main button.main');
    await keyboard.press('Enter');
    await visitor.waitFor('#name');
    expect(await heading(visitor)).toContain(titles[0] ?? '?');
    expect(await violations(visitor)).toEqual([]);
    await tabTo(visitor, '#name');
    await keyboard.type('Lan');
    await tabTo(visitor, '#role');
    await keyboard.type(role ?? '');
    await tabTo(visitor, 'footer .main');
    for (const [at, step] of ['#objective', '.numbers', '.check', '.summary'].entries()) {
      await keyboard.press('Enter');
      await visitor.waitFor(step);
      expect(await heading(visitor)).toContain(titles[at + 1] ?? '?');
      expect(await violations(visitor)).toEqual([]);
      await tabTo(visitor, 'footer .main');
    }
    await keyboard.press('Enter');
    await visitor.waitFor('.done');
    await expect.poll(() => visitor.sheets()).toContain('Lan · Q4 2026');
    expect(await violations(visitor)).toEqual([]);
    await tabTo(visitor, '.done .main');
    await keyboard.press('Enter');
    await visitor.waitFor('.standings');
    expect(await violations(visitor)).toEqual([]);
    await visitor.home();
    expect(await violations(visitor)).toEqual([]);
  });
});
