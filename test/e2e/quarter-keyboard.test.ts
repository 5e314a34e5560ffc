import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { quarterDesk, type Visitor } from './quarter-desk.ts';

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
describe('the five steps', () => {
  const desk = quarterDesk('vi');
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
    await visitor.openPanel();
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
