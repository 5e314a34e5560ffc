import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { sourceFacts } from '../../../src/app/connect/accounts.ts';
import type { Context } from '../../../src/app/ports/context.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import { inputsOfPlan } from '../../../src/plan/model/inputs.ts';
import { proposedFrom } from '../../../src/sources/ga4/propose.ts';
import { type Sources, shippedSources } from '../../../src/sources/registry.ts';
import { newContext } from '../../e2e/browser.ts';
import { circumstancesOf } from '../plans/plans.ts';
import { events, installDataStandIn, type Said } from './data-stand-in.ts';
import { typedPlan } from './data-way.ts';
import { installStandIn } from './spreadsheet-stand-in.ts';

/** What is built, of which the panel is shown at the width Sheets gives it. */
const built = fileURLToPath(new URL('../../../dist', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Any address will do, as long as pages of it may store something. */
const address = 'http://panel.test/';
/** Where a page is between two tests. */
const left = `${address}left`;

/** What the sources say of themselves, for the page that cannot ask them. */
function said(language: Language, sources: Sources): Said {
  const [first] = sources.all;
  return {
    language,
    sources: sourceFacts({ sources, language } as Context),
    typed: null,
    none: first?.words(language).list?.none('?') ?? [],
    proposals: inputsOfPlan(typedPlan).flatMap((input) => proposedFrom(input, '', events) ?? []),
  };
}

/** The files of the panel beside its page, by name. */
const panelFiles = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.startsWith('panel-'))
      .map((file) => [path.parse(file).name, readFileSync(path.join(folder, file), 'utf8')]),
  );

export type Opening = 'home' | 'insert' | 'help';

/** Pages whose clock was taken over: no other test could go on with them. */
const spent = new WeakSet<Page>();

/** Takes over the clock of a page, which stands still from then on. */
export async function stopClock(page: Page): Promise<void> {
  spent.add(page);
  await page.clock.install();
}

/** A page that the tests of a file in one language use one after the other. */
interface Used {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the panel opens with. */
  opening: Opening;
}

/**
 * Runs the panel in a real browser; at the end of every test, nothing went wrong in its page. Each
 * test loads the panel anew; a browser that knows the page loads it in a fraction of the time.
 */
export function panelInBrowser(
  sources = shippedSources,
  typed: Said['typed'] = null,
  builtIn: () => string = () => built,
): (language: Language, opening: Opening) => Promise<Page> {
  const known = new Map<Language, Used>();
  let used: Used | undefined;
  /** Errors of the page, and anything it asked of the outside. */
  const unwanted: string[] = [];
  afterEach(async () => {
    if (used && spent.has(used.page)) await used.context.close();
    else await used?.page.goto(left);
    used = undefined;
    expect(unwanted.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    for (const { context } of known.values()) await context.close();
    known.clear();
  });

  async function newPage(language: Language, opening: Opening): Promise<Used> {
    const context = await newContext({ viewport: { width: 300, height: 700 }, locale: language });
    const page = await context.newPage();
    const mine: Used = { page, context, opening };
    page.on('pageerror', (error) => unwanted.push(String(error)));
    await page.route('**/*', async (route) => {
      const url = route.request().url();
      const contentType = 'text/html; charset=utf-8';
      // What one test has left in the page's storage, the next one does not find.
      if (url === left) {
        return route.fulfill({ contentType, body: '<script>sessionStorage.clear()</script>' });
      }
      if (url !== address) {
        unwanted.push(url);
        return route.abort();
      }
      const body = readFileSync(path.join(builtIn(), `sidebar-${language}.html`), 'utf8');
      return route.fulfill({
        contentType,
        body: body.replace('data-view="home"', `data-view="${mine.opening}"`),
      });
    });
    await page.addInitScript(installStandIn, {
      language,
      circumstances: circumstancesOf(),
      files: panelFiles(builtIn()),
    });
    await page.addInitScript(installDataStandIn, { ...said(language, sources), typed });
    return mine;
  }

  return async (language, opening) => {
    const before = known.get(language);
    used = before && !spent.has(before.page) ? before : await newPage(language, opening);
    used.opening = opening;
    known.set(language, used);
    await used.page.goto(address);
    await used.page.waitForSelector('main');
    return used.page;
  };
}

/** The violations axe finds, and what is too wide. */
async function complaints(page: Page): Promise<unknown[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: unknown[] }> };
    };
    return (await axe.run({ resultTypes: ['violations'] })).violations;
  });
  return [...violations, ...(await tooWide(page))];
}

/** What sticks out of the panel, and labels that are cut off: what another language can change. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const tooWide = document.documentElement.scrollWidth - window.innerWidth;
    const cut = [...document.querySelectorAll('label')].filter(
      (label) => label.scrollWidth > label.clientWidth,
    );
    return [
      ...(tooWide > 0 ? [`${tooWide} px too wide`] : []),
      ...cut.map((label) => `Cut off: ${label.textContent}`),
    ];
  });
}

/** All that is checked in Vietnamese, and in English the words: the rest is the same in every language. */
export const complaintsIn = (language: Language) => (language === 'vi' ? complaints : tooWide);

/** The requests of the calls of one name so far. */
export const sent = <T>(page: Page, call: string): Promise<T[]> =>
  page.evaluate(
    (name) => window.standIn.calls.filter(([called]) => called === name).map(([, first]) => first),
    call,
  ) as Promise<T[]>;

export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? '');
