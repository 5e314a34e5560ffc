import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { panelWords } from '../../../src/messages/compiled/panel.ts';
import { complaintsIn, focused, panelInBrowser, sent } from '../../kit/panel/panel-page.ts';
import { oneFileFolder } from '../../kit/run/built-folders.ts';

const open = panelInBrowser();
const openWhole = panelInBrowser(undefined, null, () => oneFileFolder);

/** The files that were fetched so far, each fetch by itself. */
const fetched = (page: Page) => sent<string[]>(page, 'panelPart');
const fail = (page: Page, failure: string) =>
  page.evaluate((said) => {
    window.standIn.failure = said;
  }, failure);
const begin = 'main button.main';

/** Goes on once the panel has fetched so many times. */
const whenFetched = (page: Page, times: number) =>
  page.waitForFunction(
    (count) => window.standIn.answered.filter((name) => name === 'panelPart').length >= count,
    times,
  );

describe('what comes after the first page', () => {
  it('is fetched when everything of that has been answered: the steps to a quarter, in one language', async () => {
    const page = await open('vi', 'home');
    await whenFetched(page, 1);
    const before = await page.evaluate(() => window.standIn.calls.map(([name]) => name));
    expect(before.slice(0, before.indexOf('panelPart'))).toEqual(['panelStart', 'planStart']);
    const [files = []] = await fetched(page);
    expect([...files].sort()).toEqual(
      ['panel-common', 'panel-common-vi', 'panel-wizard', 'panel-wizard-vi'].sort(),
    );
    await page.click(begin);
    await page.waitForSelector('#name');
    expect(await fetched(page)).toHaveLength(1);
  });

  it('is fetched at once where the panel opens with it', async () => {
    const page = await open('en', 'insert');
    const [first, second] = await page.evaluate(() => window.standIn.calls.map(([name]) => name));
    expect([first, second].sort()).toEqual(['panelPart', 'panelStart']);
    await page.click('header nav button >> nth=0');
    await page.waitForSelector('main h1');
    await page.click('header nav button >> nth=1');
    await page.waitForSelector('#query');
    expect((await fetched(page)).flat().filter((name) => name === 'panel-functions')).toHaveLength(
      1,
    );
  });

  it('takes the focus to its heading when it has come', async () => {
    const page = await open('en', 'home');
    await page.evaluate(() => {
      window.standIn.lasts.panelPart = 400;
    });
    await page.reload();
    await page.waitForSelector(begin);
    await page.evaluate(() => {
      window.standIn.lasts.panelPart = 400;
    });
    await page.click(begin);
    await page.waitForSelector('#name');
    expect(await focused(page)).toContain('Step 1');
  });

  it('comes in another language as texts alone, and what was fetched already is not fetched again', async () => {
    const page = await open('en', 'home');
    await whenFetched(page, 1);
    await page.click('.languages [lang=vi]');
    await page.waitForSelector('html[lang=vi]');
    const [, texts = []] = await fetched(page);
    expect([...texts].sort()).toEqual(
      ['panel-common-vi', 'panel-first-vi', 'panel-wizard-vi'].sort(),
    );
    await page.click('.languages [lang=en]');
    await page.waitForSelector('html[lang=en]');
    expect(await fetched(page)).toHaveLength(2);
  });
});

describe.each(['en', 'vi'] as const)('a part that does not come, in %s', (language) => {
  const say = panelWords(language);
  const complaints = complaintsIn(language);

  it('is told in a sentence with a button to try again, and what was filled in is kept', async () => {
    const page = await open(language, 'home');
    await whenFetched(page, 1);
    await page.click(begin);
    await page.fill('#name', 'Lan');
    await fail(page, 'NetworkError');
    await page.click('header nav button >> nth=1');
    await page.waitForSelector('.problem');
    const why = say.failures.network;
    expect(await page.textContent('.problem')).toBe(say.part.failed({ why }));
    expect(await complaints(page)).toEqual([]);
    await page.click(begin);
    await page.waitForSelector('.problem');
    await fail(page, '');
    await page.click(begin);
    await page.waitForSelector('#query');
    await page.click('header nav button >> nth=0');
    expect(await page.inputValue('#name')).toBe('Lan');
  });

  it('is told where the add-on was updated meanwhile', async () => {
    const page = await open(language, 'home');
    await whenFetched(page, 1);
    await page.evaluate(() => {
      window.standIn.api.panelPart = (names) => ({ ok: names.map(() => '') });
    });
    await page.click('header nav button >> nth=1');
    await page.waitForSelector('.problem');
    const why = say.part.renewed;
    expect(await page.textContent('.problem')).toBe(say.part.failed({ why }));
  });

  it('leaves the panel in its language where the texts of another do not come', async () => {
    const page = await open(language, 'home');
    await fail(page, 'NetworkError');
    const other = language === 'vi' ? 'en' : 'vi';
    await page.click(`.languages [lang=${other}]`);
    await page.waitForSelector('.problem');
    const why = say.failures.network;
    expect(await page.textContent('.problem')).toBe(say.part.silent({ why }));
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await sent(page, 'chooseLanguage')).toEqual([]);
    await fail(page, '');
    await page.click(`.languages [lang=${other}]`);
    await page.waitForSelector(`html[lang=${other}]`);
    expect(await page.locator('.problem').count()).toBe(0);
  });
});

describe('a panel that is delivered whole', () => {
  it('fetches neither pages nor languages', async () => {
    const page = await openWhole('en', 'insert');
    await page.waitForSelector('#query');
    await page.click('.languages [lang=vi]');
    await page.waitForSelector('html[lang=vi]');
    await page.click('header nav button >> nth=0');
    await page.click(begin);
    await page.waitForSelector('#name');
    expect(await focused(page)).toContain('Bước 1');
    expect(await fetched(page)).toEqual([]);
  });
});
