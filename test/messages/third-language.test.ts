import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Node } from '../../src/messages/compile/messages.ts';
import type { Language } from '../../src/messages/compiled/languages.ts';
import type { Plan } from '../../src/plan/model/plan.ts';
import { type Product, productWith } from '../kit/messages/product.ts';
import { kitOf, saidOtherwise } from '../kit/messages/product-desk.ts';
import { isPseudo, pseudo } from '../kit/messages/pseudo.ts';
import { panelInBrowser } from '../kit/panel/panel-page.ts';
import { next } from '../kit/panel/plans-way.ts';
import { lan, planned } from '../kit/plans/plans.ts';

/** A language that nobody speaks. */
const third = 'xx' as Language;

type Texts = { readonly [key: string]: Node };

/** A product with one more folder of texts; `changed` may take something out of a file of it. */
const withThird = (changed: (area: string, texts: Texts) => Texts = (_, texts) => texts): Product =>
  productWith((areas) => {
    const all = new Map(areas);
    for (const [file, texts] of areas) {
      const [language, area = ''] = file.split(/\/(.*)/s);
      if (language !== 'en') continue;
      const theirs = area === 'language.json' ? { ...texts, short: 'XX' } : pseudo(texts);
      all.set(`${third}/${area}`, changed(area, theirs as Texts));
    }
    return all;
  });

const plan = (): Plan =>
  lan(
    { language: third },
    ['TRAFFIC', 'LEADS', 'CPL', 'MKTSPEND', 'CSAT'].map((kpi) =>
      planned(kpi, { baseline: 10, target: 20 }),
    ),
  );

describe('a third language is one folder', () => {
  let product: Product;
  beforeAll(() => {
    product = withThird();
    expect(product.build('readme')).toBe('');
  });
  afterAll(() => product.remove());

  const open = panelInBrowser(undefined, null, () => path.join(product.folder, 'dist'));
  const inThird = async (opening: 'home' | 'insert'): Promise<Page> => {
    const page = await open('en', opening);
    await page.click(`.languages [lang=${third}]`);
    return page;
  };

  it('of which the compiler asks nothing', () => {
    const rooms = ['.', 'src/apps-script', 'src/sidebar', 'src/workbench'];
    expect(product.types(rooms)).toBe('');
  });

  it('that the panel’s answers and every sheet speak', async () => {
    const { openFakeDesk } = await kitOf(product);
    const desk = openFakeDesk();
    desk.host.user = 'xx_XX';
    expect(desk.panel.openPlan('nobody')).toMatchObject({
      problem: expect.toSatisfy(isPseudo),
    });
    expect(desk.panel.buildPlan({ plan: plan(), sample: false })).toHaveProperty('ok');
    const view = desk.panel.openPlan(plan().id);
    expect(view).toMatchObject({ ok: { plan: plan(), noticed: [], problems: [] } });
    expect(saidOtherwise(desk, isPseudo, plan())).toEqual([]);
  });

  it('that calls KPIs by its own names where they are chosen', async () => {
    const titles = (page: Page) => page.locator('main .title').allTextContents();
    const wizard = await inThird('home');
    await wizard.click('main button.main');
    await wizard.fill('#name', 'Lan');
    await wizard.selectOption('#role', 'digital');
    await wizard.click(next);
    await wizard.waitForSelector('#objective');
    const proposed = await titles(wizard);
    expect(proposed.length).toBeGreaterThan(4);
    expect(proposed.filter((title) => !isPseudo(title))).toEqual([]);
    await wizard.click(next);
    await wizard.waitForSelector('.number-card');
    const cards = await wizard
      .locator('.number-card')
      .evaluateAll((found) => found.map((card) => card.getAttribute('aria-label') ?? ''));
    expect(cards.filter((title) => !isPseudo(title))).toEqual([]);
  });

  it('in which functions are looked for and explained', async () => {
    const page = await inThird('insert');
    await page.fill('#query', String(pseudo('Cost per lead')));
    await page.press('#query', 'Enter');
    await page.waitForSelector('form.insert');
    expect(await page.locator('h1 .code').textContent()).toBe('CPL');
    expect(await page.locator('.formula').textContent()).toSatisfy(isPseudo);
  });

  it('that cells and the help of functions speak', () => {
    const code = readFileSync(path.join(product.folder, 'dist', 'Code.js'), 'utf8');
    const context = vm.createContext({
      SpreadsheetApp: {
        getActiveSpreadsheet: () => ({ getSpreadsheetLocale: () => 'xx_XX' }),
      },
    });
    vm.runInContext(code, context);
    const call = (formula: string): unknown => vm.runInContext(formula, context);
    expect(call('CPL(1200, 0)')).toBe(pseudo('no leads'));
    expect(() => call('CPL("many", 300)')).toThrow(String(pseudo('lead-generation cost')));
    expect(call(`ATTAINMENT(90, 100, "${pseudo('higher')}")`)).toBe(0.9);
    expect(code).toContain(`; ${pseudo('Cost per lead')}). What one lead costs you`);
  });
});

describe('a text that a third language lacks', () => {
  let product: Product | undefined;
  afterEach(() => product?.remove());

  const without = (field: string, texts: Texts): Texts =>
    Object.fromEntries(Object.entries(texts).filter(([key]) => key !== field));

  it.each([
    ['menu.json', 'menuOpen', (texts: Texts) => without('menuOpen', texts)],
    [
      'catalogue/kpis/leads.json',
      'CPL.title',
      (texts: Texts) => ({ ...texts, CPL: without('title', texts.CPL as Texts) }),
    ],
  ])('stops the build, which says where: %s, “%s”', (file, key, changed) => {
    product = withThird((area, texts) => (area === file ? changed(texts) : texts));
    expect(product.build()).toContain(`src/messages/xx/${file}: “${key}” is missing.`);
    expect(existsSync(path.join(product.folder, 'dist'))).toBe(false);
  });
});
