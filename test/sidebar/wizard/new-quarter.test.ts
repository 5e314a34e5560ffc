import { describe, expect, it } from 'vitest';
import type { BuildRequest } from '../../../src/app/api/plan-api.ts';
import { focused, panelInBrowser, sent } from '../../kit/panel/panel-page.ts';
import { build, next, toNumbers } from '../../kit/panel/plans-way.ts';

const open = panelInBrowser();

describe('a new quarter', () => {
  it('takes seven clicks from the first page to the finished sheet, and a name', async () => {
    const page = await open('vi', 'home');
    await page.evaluate(() => {
      const counted = window as unknown as { clicks: number };
      counted.clicks = 0;
      addEventListener('click', () => counted.clicks++, true);
    });
    await build(page);
    await page.waitForSelector('.done');
    // Choosing in a list counts as one click more than the browser tells.
    expect(await page.evaluate(() => (window as unknown as { clicks: number }).clicks)).toBe(6);
    const [request] = await sent<BuildRequest>(page, 'buildPlan');
    expect(request?.plan).toMatchObject({
      name: 'Lan',
      role: 'digital',
      quarter: { year: 2027, month: 1 },
      language: 'vi',
    });
    expect(request?.plan.id).toMatch(/^[a-z0-9]{6}$/);
    expect(request?.plan.kpis.every(({ owner }) => owner === 'Lan')).toBe(true);
    expect(request?.plan.kpis.every(({ target }) => target === null)).toBe(true);
    expect(request?.sample).toBe(false);
  });

  it('works by keyboard alone: Enter goes from field to field, and on', async () => {
    const page = await open('vi', 'home');
    const press = (key: string) => page.keyboard.press(key);
    await press('Tab');
    await press('Enter');
    await page.waitForSelector('#name');
    expect(await focused(page)).toContain('Ai và khi nào');
    await page.focus('#name');
    await page.keyboard.type('Lan');
    await press('Tab');
    await page.keyboard.type('Chuyên viên d');
    await page.focus('#name');
    await press('Enter');
    await page.waitForSelector('#objective');
    expect(await focused(page)).toContain('Mục tiêu và KPI');
    await page.focus(next);
    await press('Enter');
    await page.waitForSelector('.numbers');
    const fields = await page.$$eval('.numbers input', (all) =>
      all.filter((each) => !each.closest('details:not([open])')).map(({ id }) => id),
    );
    await page.focus(`#${fields[0]}`);
    const visited: string[] = [];
    for (const _ of fields) {
      visited.push(await page.evaluate(() => document.activeElement?.id ?? ''));
      await press('Enter');
    }
    expect(visited).toEqual(fields);
    await press('Enter');
    await page.waitForSelector('.check');
    expect(await focused(page)).toContain('Kiểm tra');
  });

  it('takes last quarter from its sheet, and says how a relative target was read', async () => {
    const page = await open('vi', 'home');
    await page.evaluate(() => {
      window.standIn.actuals = { LEADS: 1030 };
    });
    await toNumbers(page);
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#LEADS-baseline')?.value === '1.030',
    );
    await page.fill('#LEADS-target', '+20 %');
    expect(await page.textContent('#LEADS-target-hint')).toBe('= 1.236 (+20% so với quý trước)');
    await page.fill('#CPL-target', '85k');
    expect((await page.textContent('#CPL-target-hint'))?.replace(/\s/g, ' ')).toBe('= 85.000 ₫');
    await page.fill('#TRAFFIC-target', 'nhiều hơn');
    await page.click(next);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('TRAFFIC-target');
    expect(await page.textContent('#TRAFFIC-target-wrong')).toContain('nhập một số');
  });

  it('fixes what the doctor finds with one click, takes that back, and ignores what is not wanted', async () => {
    const page = await open('vi', 'home');
    await toNumbers(page);
    await page.click(next);
    await page.waitForSelector('.finding');
    const titles = () => page.$$eval('.finding', (all) => all.map((each) => each.ariaLabel));
    const before = await titles();
    await page.click('.finding .small-way >> nth=0');
    await page.waitForSelector('.undone');
    expect(await titles()).not.toEqual(before);
    await page.click('.undone button');
    expect(await titles()).toEqual(before);
    await page.click('.finding >> nth=0 >> .doing .link >> nth=-1');
    expect(await titles()).not.toContain(before[0]);
    await page.click(next);
    await page.click(next);
    await page.waitForSelector('.done');
    const [request] = await sent<BuildRequest>(page, 'buildPlan');
    expect(request?.plan.ignored).toHaveLength(1);
  });

  it('says what targets imply together, and makes them agree with one click', async () => {
    const page = await open('vi', 'home');
    await page.click('main button.main');
    await page.fill('#name', 'Lan');
    await page.selectOption('#role', 'digital');
    await page.click('.about summary');
    await page.selectOption('#business', 'online');
    await page.click(next);
    await page.click('.finder-box summary');
    await page.fill('#kpi-query', 'SALES');
    await page.press('#kpi-query', 'Enter');
    await page.click(next);
    await page.waitForSelector('#SALES-target');
    for (const [kpi, baseline, target] of [
      ['TRAFFIC', '52.000', '+15%'],
      ['CVR', '2%', '2,5%'],
      ['SALES', '1,04 tỷ', '+20%'],
    ]) {
      await page.fill(`#${kpi}-baseline`, baseline ?? '');
      await page.fill(`#${kpi}-target`, target ?? '');
    }
    await page.click(next);
    const section = page.locator('section[aria-labelledby=agree]');
    await section.waitFor();
    expect(await section.textContent()).toContain('giảm 16,5%');
    await section.locator('button').first().click();
    await page.waitForFunction(
      () =>
        !document.querySelector('section[aria-labelledby=agree]')?.textContent?.includes('16,5%'),
    );
    await page.click('.trail-steps button >> nth=2');
    expect(await page.inputValue('#SALES-target')).not.toBe('+20%');
    expect(await page.inputValue('#SALES-baseline')).toBe('1,04 tỷ');
  });

  it('keeps everything over a reload, and on the way back and forth', async () => {
    const page = await open('vi', 'home');
    await toNumbers(page);
    await page.fill('#LEADS-target', '1,2tr');
    await page.reload();
    await page.waitForSelector('.numbers');
    expect(await page.inputValue('#LEADS-target')).toBe('1,2tr');
    await page.click('header nav button >> nth=1');
    await page.waitForSelector('#query');
    await page.click('header nav button >> nth=0');
    await page.waitForSelector('.numbers');
    await page.click('.trail-steps button >> nth=0');
    await page.waitForSelector('#name');
    expect(await page.inputValue('#name')).toBe('Lan');
    await page.click('.trail-steps button >> nth=2');
    expect(await page.inputValue('#LEADS-target')).toBe('1,2tr');
    await page.click('.back');
    await page.waitForSelector('.unfinished');
    await page.click('.unfinished .main');
    await page.waitForSelector('.numbers');
  });

  it('leads from a refusal to the field it is about', async () => {
    const page = await open('en', 'home');
    await build(page, 'Refused');
    await page.waitForSelector('.problem');
    expect(await page.textContent('.problem')).toBe('The weight of CPL is wrong.');
    await page.click('form > button');
    await page.waitForSelector('.numbers');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('CPL-weight');
  });

  it('tries again with the same plan where no answer came', async () => {
    const page = await open('en', 'home');
    await page.evaluate(() => {
      window.standIn.failure = '';
    });
    await toNumbers(page);
    await page.click(next);
    await page.click(next);
    await page.evaluate(() => {
      window.standIn.failure = 'NetworkError';
    });
    await page.click(next);
    await page.waitForSelector('.problem');
    await page.evaluate(() => {
      window.standIn.failure = '';
    });
    await page.click(next);
    await page.waitForSelector('.done');
    const ids = (await sent<BuildRequest>(page, 'buildPlan')).map(({ plan }) => plan.id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('begins with sample numbers, a draft, or an old table right away', async () => {
    const page = await open('vi', 'home');
    await page.click('main button.main');
    await page.click('.way:nth-of-type(1)');
    await page.waitForSelector('.summary');
    await page.click(next);
    await page.waitForSelector('.done');
    expect((await sent<BuildRequest>(page, 'buildPlan'))[0]?.sample).toBe(true);
    await page.click('.done button >> nth=1');
    await page.waitForSelector('#name');
    await page.fill('#name', 'Minh');
    await page.click('.way:nth-of-type(2)');
    await page.click(next);
    await page.waitForSelector('.done');
    const [first, second] = await sent<BuildRequest>(page, 'buildPlan');
    expect(second?.sample).toBe(false);
    expect(second?.plan.id).not.toBe(first?.plan.id);
    await page.click('header nav button >> nth=0');
    await page.click('main button.main');
    await page.fill('#name', 'Hoa');
    await page.selectOption('#role', 'digital');
    await page.click('.way:nth-of-type(3)');
    await page.click('form > button');
    await page.waitForSelector('.read li');
    await page.click(next);
    await page.waitForSelector('#objective');
    const kpis = await page.$$eval('.kpis [data-kpi]', (all) =>
      all.map((each) => each.getAttribute('data-kpi')),
    );
    expect(kpis).toEqual(['LEADS', 'CVR', 'OWN_A']);
  });

  it('helps somebody who is none of the roles to what they need', async () => {
    const page = await open('en', 'home');
    await page.click('main button.main');
    await page.fill('#name', 'Ann');
    await page.selectOption('#role', 'other');
    await page.click(next);
    await page.waitForSelector('#objective');
    await page.click('.finder-box summary');
    await page.fill('#kpi-query', 'cost per lead');
    await page.press('#kpi-query', 'Enter');
    for (const step of ['.numbers', '.check', '.summary', '.done']) {
      await page.click(next);
      await page.waitForSelector(step);
    }
    const [request] = await sent<BuildRequest>(page, 'buildPlan');
    expect(request?.plan.kpis.map(({ kpi }) => kpi)).toEqual(['CPL']);
  });
});
