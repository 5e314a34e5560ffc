import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { BuildRequest } from '../../../src/app/api/plan-api.ts';
import { complaintsIn, panelInBrowser, sent } from '../../kit/panel/panel-page.ts';
import { next } from '../../kit/panel/plans-way.ts';

const open = panelInBrowser();

async function pasted(page: Page, table: string): Promise<void> {
  await page.click('main button.main');
  await page.fill('#name', 'Lan');
  await page.selectOption('#role', 'digital');
  await page.click('.way:nth-of-type(3)');
  await page.fill('#table', table);
  await page.click('footer .main');
  await page.waitForSelector('.read li');
}

/** A table as people keep it: names of their own, no unit, a number of which nothing tells. */
const messy = [
  'KPI\tMục tiêu\tQuý trước',
  'Cost / message\t40.000 đ\t45.000 đ',
  'New followers\t500\t400',
  'Chi phí đơn\t60.000 đ\t70.000 đ',
  'Số bài đăng\t60\t48',
  'Tỷ lệ hoàn thành\t95%\t90%',
].join('\n');

async function toTheSheet(page: Page): Promise<BuildRequest | undefined> {
  await page.click('footer .main');
  await page.waitForSelector('#objective');
  await page.click(next);
  await page.waitForSelector('.numbers');
  await page.click(next);
  await page.waitForSelector('.check');
  await page.click(next);
  await page.waitForSelector('.summary');
  await page.click(next);
  await page.waitForSelector('.done');
  const [request] = await sent<BuildRequest>(page, 'buildPlan');
  return request;
}

describe('a pasted table of names of one’s own', () => {
  it.each(['en', 'vi'] as const)(
    'asks a click for each thing its names do not say (%s)',
    async (language) => {
      const page = await open(language, 'home');
      await pasted(page, messy);
      const readings = await page.$$eval('.reading', (all) => all.map((each) => each.textContent));
      expect(readings).toHaveLength(4);
      expect(readings[0]).toContain('Cost ÷ message');
      const asked = await page.$$eval('.read fieldset', (all) => all.length);
      // One name says nothing, one only which way is better.
      expect(asked).toBe(3);
      expect(await complaintsIn(language)(page)).toEqual([]);
      await page.click('#row-4-unsaid');
      await page.click('#row-4-unsaid-better-1');
      await page.click('#row-5-unsaid');
      const request = await toTheSheet(page);
      expect(request?.plan.own).toMatchObject([
        {
          title: 'Cost / message',
          unit: 'moneyEach',
          better: 'lower',
          how: { is: 'ratio' },
          unsaid: [],
        },
        { title: 'New followers', better: 'higher', how: { over: 'sum' }, unsaid: [] },
        { title: 'Chi phí đơn', better: 'lower', how: { over: 'sum' }, unsaid: [] },
        { title: 'Số bài đăng', better: 'higher', how: { over: 'sum' }, unsaid: [] },
        { title: 'Tỷ lệ hoàn thành', better: 'higher', how: { over: 'whole' }, unsaid: [] },
      ]);
    },
  );

  it('can be built unanswered: the doctor says it, and leads to the question', async () => {
    const page = await open('vi', 'home');
    await pasted(page, messy);
    await page.click('footer .main');
    await page.waitForSelector('#objective');
    await page.click(next);
    await page.waitForSelector('.numbers');
    await page.click(next);
    await page.waitForSelector('.check');
    const found = page.locator('.finding', { hasText: 'Chưa rõ cách hiểu KPI' });
    expect(await found.textContent()).toContain('chưa được đánh giá');
    await found.locator('button.link').first().click();
    await page.waitForSelector('.numbers');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('OWN_C-unsaid');
  });

  it('divides what somebody says it divides', async () => {
    const page = await open('vi', 'home');
    await pasted(page, messy);
    await page.click('#row-4-unsaid-3');
    await page.fill('#row-4-unsaid-top', 'Chi phí');
    await page.fill('#row-4-unsaid-bottom', 'đơn');
    await page.click('#row-4-unsaid-better-1');
    const request = await toTheSheet(page);
    expect(request?.plan.own[2]).toMatchObject({
      unit: 'moneyEach',
      how: { is: 'ratio', top: 'Chi phí', bottom: 'đơn' },
      unsaid: [],
    });
  });
});

describe('numbers of a pasted table', () => {
  it('of which nothing tells how they are written are decided by one click', async () => {
    const page = await open('en', 'home');
    await pasted(page, 'KPI\tTarget\tActual\nLeads\t1.500\t1.200\nSố bài đăng\t60\t48');
    // A count of bare numbers beside it tells: only what stands alone is asked.
    expect(await page.textContent('.read li:nth-child(2) .line')).toContain('1,200 → 1,500');
    await page.click('footer .quiet');
    await page.fill('#table', 'KPI\tTarget\nLeads\t1.500\nĐối tác\t7.250');
    await page.click('footer .main');
    await page.waitForSelector('.questions');
    const ways = page.locator('.small-way');
    expect(await ways.allTextContents()).toEqual(['1,500', '1.5']);
    await page.click('#row-3-unsaid');
    await ways.first().click();
    expect(await page.textContent('.read li:nth-child(2) .line')).toContain('1,500');
    expect(await page.textContent('.read li:nth-child(3) .line')).toContain('7,250');
    // What was answered meanwhile stays.
    expect(await page.isChecked('#row-3-unsaid')).toBe(true);
    expect(await page.locator('.small-way').count()).toBe(0);
  });

  it('in other money than the plan’s are left out until the plan counts in that', async () => {
    const page = await open('en', 'home');
    await pasted(page, 'KPI\tTarget\nCPL\t$12.50\nLeads\t900');
    expect(await page.textContent('.questions .warn')).toContain('USD');
    expect(await page.textContent('.read li:nth-child(2) .line')).not.toContain('12');
    await page.click('.small-way');
    expect(await page.textContent('.read li:nth-child(2) .line')).toContain('$12.50');
    const request = await toTheSheet(page);
    expect(request?.plan.circumstances.currency).toBe('USD');
  });
});
