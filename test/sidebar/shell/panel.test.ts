import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FunctionRequest } from '../../../src/app/api/api.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import {
  complaintsIn,
  focused,
  panelInBrowser,
  sent as sentTo,
} from '../../kit/panel/panel-page.ts';

const inBrowser = panelInBrowser();
const open = (language: Language) => inBrowser(language, 'insert');
const sent = (page: Page, call: string) => sentTo<FunctionRequest>(page, call);

async function openFunction(page: Page, name: string): Promise<void> {
  await page.fill('#query', name);
  await page.press('#query', 'Enter');
  await page.waitForSelector('form.insert');
}

describe.each(['en', 'vi'] as const)('the panel in %s', (language) => {
  const complaints = complaintsIn(language);

  it('passes the checks of accessibility in every view, and nothing is too wide', async () => {
    const page = await open(language);
    expect(await complaints(page)).toEqual([]);
    await page.fill('#query', 'leads');
    await page.waitForSelector('.counts');
    expect(await complaints(page)).toEqual([]);
    await page.fill('#query', 'zzz');
    await page.waitForSelector('.empty');
    expect(await complaints(page)).toEqual([]);
    await openFunction(page, 'attainment');
    await page.click('button.main');
    await page.waitForSelector('.error');
    await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
    expect(await complaints(page)).toEqual([]);
    for (const take of (await page.$$('button.take')).slice(0, 2)) await take.click();
    await page.waitForSelector('.answers');
    expect(await complaints(page)).toEqual([]);
    await page.evaluate(() => window.standIn.occupied.push('Q2'));
    await page.fill('#target', 'Q2');
    await page.press('#target', 'Enter');
    await page.waitForSelector('.asking');
    expect(await complaints(page)).toEqual([]);
    await page.click('.asking .main');
    await page.waitForSelector('.done');
    expect(await complaints(page)).toEqual([]);
  });

  it('opens on help when asked to', async () => {
    const page = await inBrowser(language, 'help');
    expect(await page.textContent('main h1')).toBe(language === 'vi' ? 'Trợ giúp' : 'Help');
    expect(await complaints(page)).toEqual([]);
  });
});

describe('inserting a function', () => {
  it('works by keyboard alone, and says where it went', async () => {
    const page = await open('vi');
    await page.keyboard.type('chi phi cho moi khach hang tiem nang');
    await page.keyboard.press('Enter');
    await page.waitForSelector('form.insert');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1200');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('K2');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.done');
    expect(await focused(page)).toContain('Đã chèn vào Q2');
    expect(await sent(page, 'insertFunction')).toEqual([
      { name: 'CPL', inputs: ['1200', 'K2'], answer: 'rows', target: '', replace: false },
    ]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.functions');
    expect(await focused(page)).toContain('CPL');
  });

  it('takes the selection, shows its header as text, and totals ranges', async () => {
    const page = await open('en');
    await openFunction(page, 'CPL');
    for (const take of (await page.$$('button.take')).slice(0, 2)) await take.click();
    await page.waitForSelector('.answer');
    expect(await page.textContent('.picked')).toBe('Spent <b> · My ads · 1,143 rows');
    await page.click('text=One answer per row');
    await page.waitForSelector('.answers');
    const answers = (await sent(page, 'previewFunction')).map(({ answer }) => answer);
    expect(answers).toEqual(['total', 'rows']);
    expect((await sent(page, 'previewFunction'))[0]?.inputs[0]).toBe("'My ads'!J2:J1144");
  });

  it('puts problems where they belong, and asks before it replaces', async () => {
    const page = await open('en');
    await openFunction(page, 'CPL');
    await page.fill('#argument-cost', '12');
    await page.fill('#argument-leads', 'Z9');
    await page.waitForSelector('#argument-leads-wrong');
    expect(await page.textContent('#argument-leads-wrong')).toBe('There is nothing in Z9.');
    await page.fill('#argument-leads', 'K2');
    await page.fill('#target', 'M1');
    await page.waitForSelector('.written');
    // What came into the cell after the preview is asked about all the same.
    await page.evaluate(() => window.standIn.occupied.push('M1'));
    await page.press('#target', 'Enter');
    await page.waitForSelector('.asking');
    expect(await focused(page)).toBe('Cancel');
    await page.keyboard.press('Enter');
    await page.waitForSelector('button[type=submit]');
    expect(await focused(page)).toBe('Insert');
    await page.keyboard.press('Enter');
    await page.click('.asking .main');
    await page.waitForSelector('.done');
    expect((await sent(page, 'insertFunction')).at(-1)?.replace).toBe(true);
  });

  it('says what to do when the calls do not get through', async () => {
    const page = await open('en');
    await openFunction(page, 'CPL');
    await page.evaluate(() => {
      window.standIn.failure = 'Error code PERMISSION_DENIED.';
    });
    await page.click('button.take >> nth=0');
    await page.waitForSelector('#argument-cost-wrong');
    expect(await page.textContent('#argument-cost-wrong')).toContain('several Google accounts');
  });

  it('keeps what was filled in over a reload and a change of language', async () => {
    const page = await open('en');
    await openFunction(page, 'CPL');
    await page.fill('#argument-cost', 'J2');
    await page.reload();
    await page.waitForSelector('form.insert');
    expect(await page.inputValue('#argument-cost')).toBe('J2');
    await page.click('text=VI');
    await page.waitForSelector('text=Chi phí tạo lead');
    expect(await page.inputValue('#argument-cost')).toBe('J2');
    expect(await page.getAttribute('html', 'lang')).toBe('vi');
  });
});
