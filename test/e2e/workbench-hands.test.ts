import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { typeInCell } from './browser.ts';
import { workbenchDesk } from './workbench-desk.ts';

const desk = workbenchDesk('vi-VN');
const { settle, read, select, type, choose } = desk;

async function paste(a1: string, text: string): Promise<void> {
  await select(a1);
  await desk.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await desk.page.keyboard.press('Control+v');
}

/** What a cell shows: it comes from the server, a moment after it was typed. */
const shown = (a1: string) => expect.poll(async () => (await read(a1)).text);

/** Types without choosing a cell first: it arrives only where the grid has the keyboard. */
async function typeOn(text: string): Promise<void> {
  const isBlank = async () => {
    await settle();
    return false;
  };
  await typeInCell(desk.page, text, { select, isBlank });
}

describe('what is pasted from outside', () => {
  it('is read like typing, by the habits of the spreadsheet’s locale', async () => {
    await paste('P2', '=CPL(1,5; 3)');
    await expect.poll(async () => (await read('P2')).formula).toBe('=CPL(1,5; 3)');
    await shown('P2').toBe('0,5');
    await paste('P3', '1.234,5');
    await shown('P3').toBe('1.234,50');
    await paste('P4', 'a <b>\t2.613\n12,5%\t=CPL(3; 1,5)\n');
    await expect.poll(async () => (await read('Q5')).formula).toBe('=CPL(3; 1,5)');
    await expect
      .poll(() => Promise.all(['P4', 'Q4', 'P5', 'Q5'].map(async (a1) => (await read(a1)).text)))
      .toEqual(['a <b>', '2.613', '12,50%', '2']);
  });
});

describe('a spilled answer', () => {
  it('that is blocked says so, and comes back when the way is free', async () => {
    await type('S4', '=CPL(C8:C10; F8:F10)');
    await shown('S5').toMatch(/^2,4/);
    const free = (await read('S5')).text;
    await type('S5', 'x');
    await shown('S4').toBe('#REF!');
    await expect.poll(async () => (await read('S4')).sentence).toContain('đang chứa dữ liệu');
    await select('S5');
    await desk.page.keyboard.press('Delete');
    await settle();
    await shown('S5').toBe(free);
  });
});

describe('the keyboard', () => {
  it('comes back to the grid after dialogs, imports and the panel', async () => {
    await select('P2');
    await choose('Tệp', 'Tạo mới từ bảng mẫu');
    await desk.page.keyboard.press('Escape');
    await desk.page.locator('dialog').waitFor({ state: 'detached' });
    await typeOn('mot');
    await shown('P2').toBe('mot');

    await choose('Tiện ích mở rộng', 'Mở thanh bên');
    await desk.page.frameLocator('iframe').getByRole('heading', { name: 'KPI theo quý' }).waitFor();
    await desk.page.locator('.panel .cross').click();
    await desk.page.locator('.panel').waitFor({ state: 'hidden' });
    await typeOn('hai');
    await shown('P3').toBe('hai');

    const chooser = desk.page.waitForEvent('filechooser');
    await choose('Tệp', 'Nhập tệp CSV…');
    await (await chooser).setFiles(path.resolve('src/workbench/example/ads.csv'));
    await desk.page.locator('.toast').waitFor();
    await desk.page.keyboard.press('Escape');
    expect(await desk.page.locator('.toast').count()).toBe(0);
    await typeOn('ba');
    await shown('A1').toBe('ba');
  });

  it('stays on an open menu when the language changes under it', async () => {
    await desk.page.getByRole('menuitem', { name: 'Tiện ích mở rộng', exact: true }).click();
    await desk.page.evaluate(() =>
      fetch('/settings', {
        method: 'POST',
        headers: { 'x-workbench-key': document.documentElement.dataset.key ?? '' },
        body: JSON.stringify({ language: 'en' }),
      }),
    );
    await desk.page.getByRole('menuitem', { name: 'Open panel', exact: true }).waitFor();
    await desk.page.keyboard.press('ArrowDown');
    expect(await desk.page.evaluate(() => document.activeElement?.textContent)).toBe('Open panel');
  });
});
