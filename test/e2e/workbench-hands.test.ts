import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Handle, SeenCell } from '../../src/workbench/page/handle.ts';
import { launchBrowser } from './browser.ts';
import { type RunningWorkbench, startWorkbench } from './workbench-server.ts';

let browser: Browser;
let workbench: RunningWorkbench;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  workbench = await startWorkbench();
  context = await browser.newContext({
    locale: 'vi-VN',
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  await page.goto(workbench.address);
  await page.waitForFunction(() => 'workbench' in window, null, { timeout: 60_000 });
  await settle();
});
afterEach(async () => {
  await context?.close();
  workbench?.stop();
});

const settle = () =>
  page.evaluate(() => (window as unknown as { workbench: Handle }).workbench.settle());
const read = (a1: string): Promise<SeenCell> =>
  page.evaluate((at) => (window as unknown as { workbench: Handle }).workbench.read(at), a1);
const select = (a1: string) =>
  page.evaluate((at) => (window as unknown as { workbench: Handle }).workbench.select(at), a1);

async function type(a1: string, text: string): Promise<void> {
  await select(a1);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await settle();
}

async function paste(a1: string, text: string): Promise<void> {
  await select(a1);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

const choose = async (menu: string, item: string) => {
  await page.getByRole('menuitem', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};

/** Types without choosing a cell first: it arrives only where the grid has the keyboard. */
async function typeOn(text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await settle();
}

describe('what is pasted from outside', () => {
  it('is read like typing, by the habits of the spreadsheet’s locale', async () => {
    await paste('P2', '=CPL(1,5; 3)');
    await expect.poll(async () => (await read('P2')).formula).toBe('=CPL(1,5; 3)');
    await settle();
    expect((await read('P2')).text).toBe('0,5');
    await paste('P3', '1.234,5');
    await expect.poll(async () => (await read('P3')).text).toBe('1.234,50');
    await paste('P4', 'a <b>\t2.613\n12,5%\t=CPL(3; 1,5)\n');
    await expect.poll(async () => (await read('Q5')).formula).toBe('=CPL(3; 1,5)');
    await settle();
    const texts = await Promise.all(['P4', 'Q4', 'P5', 'Q5'].map(read));
    expect(texts.map(({ text }) => text)).toEqual(['a <b>', '2.613', '12,50%', '2']);
  });
});

describe('the keyboard', () => {
  it('comes back to the grid after dialogs, imports and the panel', async () => {
    await select('P2');
    await choose('Tệp', 'Tạo mới từ bảng mẫu');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await typeOn('mot');
    expect((await read('P2')).text).toBe('mot');

    await choose('Tiện ích mở rộng', 'Mở thanh bên');
    await page.frameLocator('iframe').getByRole('heading', { name: 'KPI theo quý' }).waitFor();
    await page.locator('.panel .cross').click();
    await page.locator('.panel').waitFor({ state: 'hidden' });
    await typeOn('hai');
    expect((await read('P3')).text).toBe('hai');

    const chooser = page.waitForEvent('filechooser');
    await choose('Tệp', 'Nhập tệp CSV…');
    await (await chooser).setFiles(path.resolve('src/workbench/example/ads.csv'));
    await page.locator('.toast').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.toast').count()).toBe(0);
    await typeOn('ba');
    expect((await read('A1')).text).toBe('ba');
  });

  it('stays on an open menu when the language changes under it', async () => {
    await page.getByRole('menuitem', { name: 'Tiện ích mở rộng', exact: true }).click();
    await page.evaluate(() =>
      fetch('/settings', {
        method: 'POST',
        headers: { 'x-workbench-key': document.documentElement.dataset.key ?? '' },
        body: JSON.stringify({ language: 'en' }),
      }),
    );
    await page.getByRole('menuitem', { name: 'Open panel', exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Open panel');
  });
});

describe('a spilled answer', () => {
  it('that is blocked says so, and comes back when the way is free', async () => {
    await type('P4', '=CPL(C8:C10; F8:F10)');
    const free = (await read('P5')).text;
    expect(free).toMatch(/^2,4/);
    await type('P5', 'x');
    expect((await read('P4')).text).toBe('#REF!');
    expect((await read('P4')).sentence).toContain('đang chứa dữ liệu');
    await select('P5');
    await page.keyboard.press('Delete');
    await settle();
    expect((await read('P5')).text).toBe(free);
  });
});
