import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { calculated } from '../kit/engine/table.ts';
import { countAds } from './ads.ts';
import { expectRightNumbers } from './imported-ads.ts';
import { workbenchDesk } from './workbench-desk.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const example = path.resolve('src/workbench/example/ads.csv');
const desk = workbenchDesk('en-US');
const { load, settle, read, select, type, choose, importFile } = desk;

describe('the page', () => {
  it('exports a workbook without a function of ours in it, with the same numbers', async () => {
    const download = desk.page.waitForEvent('download');
    await choose('File', 'Export .xlsx');
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

  it('undoes what was typed', async () => {
    await type('A31', '7');
    await expect.poll(async () => (await read('A31')).text).toBe('7');
    await desk.page.keyboard.press('Control+z');
    await expect.poll(async () => (await read('A31')).text).toBe('');
  });

  it('keeps cells, sheet and panel over a reload', async () => {
    await type('A30', '=CPL(1200; 300)');
    await choose('Extensions', 'Open panel');
    const quarters = desk.panel.getByRole('heading', { name: 'KPIs by quarter' });
    await quarters.waitFor();
    await load();
    await expect.poll(async () => (await read('A30')).text).toBe('4');
    await quarters.waitFor();
  });

  it('opens help in the panel from the menu', async () => {
    await choose('Extensions', 'Help');
    await desk.panel.getByRole('heading', { name: 'Help' }).waitFor();
  });
});

describe('over a file of ads', () => {
  it('somebody imports it, types formulas and gets the right numbers', async () => {
    // The whole file is imported in Vietnamese, below.
    const folder = mkdtempSync(path.join(tmpdir(), 'ads-'));
    const some = path.join(folder, 'some-ads.csv');
    writeFileSync(some, readFileSync(example, 'utf8').split('\n').slice(0, 401).join('\n'));
    await expectRightNumbers(desk, some);
    rmSync(folder, { recursive: true });
  });
});

describe('in Vietnamese', () => {
  beforeAll(async () => {
    await select('A1', (await desk.sheets())[0]);
    await type('A32', '=CPL(10; 0)');
    // Nothing is polled outside of a test.
    await vi.waitFor(async () => expect((await read('A32')).text).toBe('no leads'), 60_000);
    await desk.page.locator('#choose-locale').selectOption('vi_VN');
    await desk.page.locator('#choose-language').selectOption('vi');
    await desk.page.getByRole('menuitem', { name: 'Tiện ích mở rộng' }).waitFor();
  });

  it('cells have followed the switch of the locale, and the menus that of the language', async () => {
    await expect.poll(async () => (await read('A32')).text).toBe('không có lead');
    await choose('Tiện ích mở rộng', 'Chèn hàm');
    await desk.panel.getByRole('heading', { name: 'Chèn hàm' }).waitFor();
  });

  it('nothing is found by axe in the bar, its menus and the panel', async () => {
    const { page } = desk;
    await desk.panel.locator('#query').waitFor();
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

  it('the panel finds a function without diacritics, takes the selection and inserts the formula', async () => {
    await importFile(example, 'Tệp', 'Nhập tệp CSV…');
    const { panel } = desk;
    await panel.locator('#query').fill('chi phi moi lead');
    await panel.locator('[data-name=CPL]').first().click();
    await select('J2:J1144');
    await panel.locator('.field:has(#argument-cost) .take').click();
    await expect.poll(() => panel.locator('#argument-cost').inputValue()).toContain('J2:J1144');
    await select('K2:K1144');
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
    await settle();
    await expect
      .poll(async () => (await read('N2')).formula)
      .toBe('=KPI_TOTAL("CPL";J2:J1144;K2:K1144)');
    const cell = await read('N2');
    expect(Number(cell.text.replace(',', '.'))).toBeCloseTo(ads.spent / ads.leads, 1);
  });

  it('an imported file reads the same, with the habits and words of the sheet', async () => {
    const ads = countAds(example);
    await expect.poll(async () => (await read('J1')).text).toBe('Spent');
    await type('Q2', '=KPI_TOTAL("CPL"; J:J; K:K)');
    await expect.poll(async () => (await read('Q2')).text).toContain(',');
    const shown = (await read('Q2')).text;
    expect(Number(shown.replace(',', '.'))).toBeCloseTo(ads.spent / ads.leads, 4);
    await type('O1', '=CPC(J:J; I:I)');
    await type('Q6', '=COUNTIF(O1:O2000; "không có lượt nhấp")');
    await expect.poll(async () => (await read('Q6')).text).toBe(String(ads.withoutClicks));
    await type('Q7', '=CPL(1,5; 3)');
    await expect.poll(async () => (await read('Q7')).text).toBe('0,5');
    await expect.poll(async () => (await read('Q7')).formula).toBe('=CPL(1,5; 3)');
    await type('Q8', '=CPL("abc"; 3)');
    await expect.poll(async () => (await read('Q8')).text).toBe('#ERROR!');
    await expect.poll(async () => (await read('Q8')).sentence).toContain('không phải');
  });
});
