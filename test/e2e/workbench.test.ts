import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Handle, SeenCell } from '../../src/workbench/page/handle.ts';
import { calculated } from '../support/table.ts';
import { countAds } from './ads.ts';
import { launchBrowser } from './browser.ts';
import { type RunningWorkbench, startWorkbench } from './workbench-server.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const example = path.resolve('src/workbench/example/ads.csv');
const real = path.resolve('../shared/data/facebook-ad-campaigns.csv');
const files = [
  existsSync(real) ? (['the real ad file', real] as const) : (['the ad file', example] as const),
];
if (!existsSync(real)) console.log('The real ad file is absent: the committed one stands for it.');

let browser: Browser;
let workbench: RunningWorkbench;
let context: BrowserContext;
let unwanted: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);
afterAll(() => browser?.close());
afterEach(async () => {
  await context?.close();
  workbench?.stop();
  expect(unwanted).toEqual([]);
});

/** A workbench of its own, opened by somebody with this language. */
async function open(language: 'en-US' | 'vi-VN'): Promise<Page> {
  unwanted = [];
  workbench = await startWorkbench();
  context = await browser.newContext({
    locale: language,
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => unwanted.push(String(error)));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (`${origin}/` === workbench.address || /^(?:data|blob|about):$/.test(protocol)) return;
    unwanted.push(request.url());
  });
  await load(page);
  return page;
}

async function load(page: Page): Promise<void> {
  await page.goto(workbench.address);
  await page.waitForFunction(() => 'workbench' in window, null, { timeout: 60_000 });
  await settle(page);
}

const settle = (page: Page) =>
  page.evaluate(() => (window as unknown as { workbench: Handle }).workbench.settle());
const read = (page: Page, a1: string): Promise<SeenCell> =>
  page.evaluate((at) => (window as unknown as { workbench: Handle }).workbench.read(at), a1);
const select = (page: Page, a1: string) =>
  page.evaluate((at) => (window as unknown as { workbench: Handle }).workbench.select(at), a1);

/** Types with the keyboard into the grid, as a person does. */
async function type(page: Page, a1: string, text: string): Promise<void> {
  await select(page, a1);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await settle(page);
}

async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('menuitem', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function importFile(page: Page, file: string, menu = 'File', item = 'Import CSV…') {
  const chooser = page.waitForEvent('filechooser');
  await choose(page, menu, item);
  await (await chooser).setFiles(file);
  const sheets = () =>
    page.evaluate(() => (window as unknown as { workbench: Handle }).workbench.sheets().length);
  await expect.poll(sheets, { timeout: 30_000 }).toBe(3);
  await page.keyboard.press('Escape');
  await settle(page);
}

const number = (cell: SeenCell) => Number(cell.text.replace(/,/g, ''));

describe.each(files)('over %s', (_, file) => {
  it('somebody imports it, types formulas and gets the right numbers', async () => {
    const page = await open('en-US');
    const ads = countAds(file);
    await importFile(page, file);
    expect((await read(page, 'J1')).text).toBe('Spent');
    await type(page, 'N2', `=CPL(J2:J${ads.ads + 1}; K2:K${ads.ads + 1})`);
    await type(page, 'O1', '=CPC(J:J; I:I)');
    await type(page, 'Q2', '=KPI_TOTAL("CPL"; J:J; K:K)');
    await type(page, 'Q3', '=KPI_TOTAL("CPA"; J:J; L:L)');
    await type(page, 'Q4', '=KPI_TOTAL("CTR"; I:I; H:H)');
    await type(page, 'Q5', '=KPI_TOTAL("CPC"; J:J; I:I)');
    await type(page, 'Q6', '=COUNTIF(O1:O2000; "no clicks")');
    expect(number(await read(page, 'Q2'))).toBeCloseTo(ads.spent / ads.leads, 4);
    expect(number(await read(page, 'Q3'))).toBeCloseTo(ads.spent / ads.customers, 4);
    expect(number(await read(page, 'Q4'))).toBeCloseTo(ads.clicks / ads.impressions, 8);
    expect(number(await read(page, 'Q5'))).toBeCloseTo(ads.spent / ads.clicks, 5);
    expect(number(await read(page, 'Q6'))).toBe(ads.withoutClicks);
    expect(ads.withoutClicks).toBeGreaterThan(150);
    const first = { cost: number(await read(page, 'J2')), leads: number(await read(page, 'K2')) };
    expect(number(await read(page, 'N2'))).toBeCloseTo(first.cost / first.leads, 5);
    expect((await read(page, 'N2')).formula).toBe(`=CPL(J2:J${ads.ads + 1}, K2:K${ads.ads + 1})`);
  });
});

describe('in Vietnamese', () => {
  it('the same file reads the same, with the habits and words of the sheet', async () => {
    const page = await open('vi-VN');
    const ads = countAds(example);
    await importFile(page, example, 'Tệp', 'Nhập tệp CSV…');
    await type(page, 'Q2', '=KPI_TOTAL("CPL"; J:J; K:K)');
    const shown = (await read(page, 'Q2')).text;
    expect(shown).toContain(',');
    expect(Number(shown.replace(',', '.'))).toBeCloseTo(ads.spent / ads.leads, 4);
    await type(page, 'O1', '=CPC(J:J; I:I)');
    await type(page, 'Q6', '=COUNTIF(O1:O2000; "không có lượt nhấp")');
    expect((await read(page, 'Q6')).text).toBe(String(ads.withoutClicks));
    await type(page, 'Q7', '=CPL(1,5; 3)');
    expect((await read(page, 'Q7')).text).toBe('0,5');
    expect((await read(page, 'Q7')).formula).toBe('=CPL(1,5; 3)');
    await type(page, 'Q8', '=CPL("abc"; 3)');
    expect((await read(page, 'Q8')).text).toBe('#ERROR!');
    expect((await read(page, 'Q8')).sentence).toContain('không phải');
  });

  it('language and locale switch at any time, and cells follow', async () => {
    const page = await open('vi-VN');
    await type(page, 'A30', '=CPL(10; 0)');
    expect((await read(page, 'A30')).text).toBe('không có lead');
    await page.locator('#choose-locale').selectOption('en_US');
    await expect.poll(async () => (await read(page, 'A30')).text).toBe('no leads');
    await page.locator('#choose-language').selectOption('en');
    await expect.poll(() => page.getByRole('menuitem', { name: 'Extensions' }).count()).toBe(1);
    await choose(page, 'Extensions', 'Insert function');
    await panelOf(page).getByRole('heading', { name: 'Insert a function' }).waitFor();
  });
});

const panelOf = (page: Page): FrameLocator => page.frameLocator('iframe');

describe('the panel', () => {
  it('finds a function without diacritics, takes the selection and inserts the formula', async () => {
    const page = await open('vi-VN');
    await importFile(page, example, 'Tệp', 'Nhập tệp CSV…');
    await choose(page, 'Tiện ích mở rộng', 'Chèn hàm');
    const panel = panelOf(page);
    await panel.locator('#query').fill('chi phi moi lead');
    await panel.locator('[data-name=CPL]').first().click();
    await select(page, 'J2:J1144');
    await panel.locator('.field:has(#argument-cost) .take').click();
    await expect.poll(() => panel.locator('#argument-cost').inputValue()).toContain('J2:J1144');
    await select(page, 'K2:K1144');
    await panel.locator('.field:has(#argument-leads) .take').click();
    const ads = countAds(example);
    const cpl = new Intl.NumberFormat('vi', { maximumFractionDigits: 4 }).format(
      ads.spent / ads.leads,
    );
    await expect.poll(() => panel.locator('.preview .answer').textContent()).toBe(cpl);
    await panel.locator('button.main[type=submit]').click();
    await panel.locator('.done').waitFor();
    expect(await panel.locator('.done').textContent()).toContain('N2');
    expect(await panel.locator('.done .written').textContent()).toBe(
      '=KPI_TOTAL("CPL";J2:J1144;K2:K1144)',
    );
    await settle(page);
    await expect
      .poll(async () => (await read(page, 'N2')).formula)
      .toBe('=KPI_TOTAL("CPL";J2:J1144;K2:K1144)');
    const cell = await read(page, 'N2');
    expect(Number(cell.text.replace(',', '.'))).toBeCloseTo(ads.spent / ads.leads, 1);
  });

  it('opens on help from the menu', async () => {
    const page = await open('en-US');
    await choose(page, 'Extensions', 'Help');
    await panelOf(page).getByRole('heading', { name: 'Help' }).waitFor();
  });
});

describe('the page', () => {
  it('keeps cells, sheet and panel over a reload', async () => {
    const page = await open('en-US');
    await type(page, 'A30', '=CPL(1200; 300)');
    await choose(page, 'Extensions', 'Open panel');
    const quarters = panelOf(page).getByRole('heading', { name: 'KPIs by quarter' });
    await quarters.waitFor();
    await load(page);
    expect((await read(page, 'A30')).text).toBe('4');
    await quarters.waitFor();
  });

  it('undoes what was typed', async () => {
    const page = await open('en-US');
    await type(page, 'A30', '7');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await read(page, 'A30')).text).toBe('');
  });

  it('exports a workbook without a function of ours in it, with the same numbers', async () => {
    const page = await open('en-US');
    const download = page.waitForEvent('download');
    await choose(page, 'File', 'Export .xlsx');
    const workbook = new Workbook();
    await workbook.xlsx.readFile(await (await download).path());
    const ours = new RegExp(
      `\\b(?:${calculated.map(({ name }) => name).join('|')}|KPI|KPI_TOTAL)\\(`,
    );
    let formulas = 0;
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (!cell.formula) return;
          formulas++;
          expect(cell.formula).not.toMatch(ours);
        }),
      );
    }
    expect(formulas).toBeGreaterThan(1143);
    const ads = countAds(example);
    const total = workbook.worksheets[0]?.getCell('H12').result;
    expect(Number(total)).toBeCloseTo(ads.spent / ads.leads, 6);
  });

  it('has nothing axe complains about, in its bar, its menus and the panel', async () => {
    const page = await open('vi-VN');
    await choose(page, 'Tiện ích mở rộng', 'Chèn hàm');
    await panelOf(page).locator('#query').waitFor();
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: {
          run(of: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      };
      const found = await axe.run({ include: ['.bar', 'aside'] });
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(violations).toEqual([]);
  });
});
