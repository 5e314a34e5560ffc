import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageWords } from '../../../src/messages/compiled/language.ts';
import { languages } from '../../../src/messages/compiled/languages.ts';
import { shippedSources } from '../../../src/sources/registry.ts';
import type { Product } from '../../kit/messages/product.ts';
import { isPseudo, pseudoProduct } from '../../kit/messages/pseudo.ts';
import { toData, toMapping } from '../../kit/panel/data-way.ts';
import { complaintsIn, panelInBrowser } from '../../kit/panel/panel-page.ts';
import { next } from '../../kit/panel/plans-way.ts';

let product: Product;
beforeAll(() => {
  product = pseudoProduct();
  expect(product.build('readme')).toBe('');
});
afterAll(() => product.remove());

const open = panelInBrowser(undefined, null, () => path.join(product.folder, 'dist'));
const tooWide = complaintsIn('en');

const read = (folder: string): string =>
  readdirSync(folder)
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
/**
 * What is no text of the panel: names of languages, what the spreadsheet and its sources answer, for
 * whom other files stand in here.
 */
const known = [
  ...languages.map((language) => Object.values(languageWords(language)).join('–')),
  read('test/kit/panel'),
  read('src/messages/en/sources'),
  // Names of permissions are put into what some of them need.
  ...shippedSources.all.map(({ words }) => words('en').needs),
]
  .join('\n')
  .toLowerCase();
/** What stands between words of the catalogue: lists, formulas. */
const between = /[,:()÷×−+·“”]|\s–\s/;
const isKnown = (text: string): boolean =>
  text.split(between).every((part) => known.includes(part.trim().toLowerCase()));

/** What a reader of the pseudo-language finds in English: the panel said it without its messages. */
async function inEnglish(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      // What currencies and months are called the browser knows.
      if (!parentElement?.closest('script, style, #currency, #firstMonth'))
        found.push(textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title'])
        found.push(element.getAttribute(name) ?? '');
    }
    return found;
  });
  return [...new Set(texts.map((text) => text.trim()))].filter(
    (text) => /[a-z]{3}/.test(text) && !isPseudo(text) && !isKnown(text),
  );
}

/** What is wrong with the screens of a page, screen by screen. */
function complaintsOf(page: Page) {
  const left = new Set<string>();
  const look = async (screen: string) => {
    for (const each of await tooWide(page)) left.add(`${screen}: ${each}`);
    for (const each of await inEnglish(page)) left.add(`${screen}: ${each}`);
  };
  return { left, look };
}

describe('the panel in a language a quarter longer than English', () => {
  it('asks for a quarter, builds it and shows it in that language, and nothing is too wide', async () => {
    const page = await open('en', 'home');
    const { left, look } = complaintsOf(page);
    await look('home');
    await page.click('main button.main');
    await page.waitForSelector('#name');
    await page.click(next);
    await page.waitForSelector('.error');
    await look('who');
    await page.fill('#name', 'Lan');
    await page.selectOption('#role', 'digital');
    await page.click(next);
    await page.waitForSelector('#objective');
    await look('what');
    await page.click(next);
    await page.waitForSelector('.numbers');
    await look('numbers');
    await page.click(next);
    await page.waitForSelector('.finding');
    await look('check');
    await page.click(next);
    await page.waitForSelector('.summary');
    await look('build');
    await page.click(next);
    await page.waitForSelector('.done');
    await look('done');
    await page.click('.done .main');
    await page.waitForSelector('.standings');
    await look('plan');
    await page.click('.back');
    await page.waitForSelector('.plans');
    await look('plans');
    await page.click('.quiet-ways button:nth-child(1)');
    await page.waitForSelector('#department-name');
    await look('department');
    await page.click('.back');
    await page.click('.quiet-ways button:nth-child(2)');
    await page.click('.actions button');
    await page.waitForSelector('.asking');
    await look('remove');
    await page.click('.back');
    await page.click('main button.main');
    await page.click('.way:nth-of-type(3)');
    await page.waitForSelector('#table');
    await page.click('form > button');
    await page.waitForSelector('.read li');
    await look('pasted table');
    expect([...left]).toEqual([]);
  });

  it('says in it what flows in', async () => {
    const page = await open('en', 'home');
    const { left, look } = complaintsOf(page);
    await toData(page);
    await look('nothing flows in');
    await toMapping(page);
    await look('what is proposed');
    await page.check('[data-input=LEADS] .values label:has-text("contact_form") input');
    await page.click('footer .main');
    await page.waitForSelector('.schedule');
    await look('data');
    expect([...left]).toEqual([]);
  });

  it('says in it how functions are put into cells, and what helps', async () => {
    const page = await open('en', 'insert');
    const { left, look } = complaintsOf(page);
    await look('functions');
    await page.fill('#query', 'zzz');
    await page.waitForSelector('.empty');
    await look('nothing found');
    await page.fill('#query', 'attainment');
    await page.press('#query', 'Enter');
    await page.waitForSelector('form.insert');
    await page.click('button.main');
    await page.waitForSelector('.error');
    await look('function');
    await page.click('header nav button >> nth=2');
    await page.waitForSelector('main h1');
    await look('help');
    expect([...left]).toEqual([]);
  });
});
