import type { BrowserContext, Frame, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Language } from '../../src/messages/compiled/languages.ts';
import { workbenchWords } from '../../src/messages/compiled/workbench.ts';
import type { Handle, SeenSheet } from '../../src/workbench/page/handle.ts';
import { Started } from '../kit/run/started.ts';
import { drawSeldom, newContext, typeInCell } from './browser.ts';
import { SeenPlan } from './seen-plan.ts';
import { type RunningWorkbench, startWorkbench } from './workbench-server.ts';

/** The eighteenth day after a quarter began: that quarter is proposed, and more than 10% of it is over. */
const today = '2026-10-19';
/** The button that goes on. */
export const next = 'footer .main';

interface Shared {
  readonly workbench: Handle;
}

/** A page of the workbench, and the hands of a person on it. */
export class Visitor {
  clicks = 0;

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {}

  get panel(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** The panel's own frame, for what no locator can say. */
  frame(): Frame {
    const frame = this.page.frames().find((each) => each !== this.page.mainFrame());
    if (!frame) throw new Error('The panel is not open.');
    return frame;
  }

  async click(selector: string): Promise<void> {
    this.clicks += 1;
    await this.panel.locator(selector).first().click();
  }

  async press(name: string): Promise<void> {
    this.clicks += 1;
    await this.panel.getByRole('button', { name, exact: true }).first().click();
  }

  /** A click into the field, then typing. */
  async fill(selector: string, text: string): Promise<void> {
    this.clicks += 1;
    await this.panel.locator(selector).fill(text);
  }

  /** A list takes two clicks: one to open it, one on what is chosen. */
  async choose(selector: string, value: string): Promise<void> {
    this.clicks += 2;
    await this.panel.locator(selector).selectOption(value);
  }

  async waitFor(selector: string): Promise<void> {
    await this.panel.locator(selector).first().waitFor();
  }

  async menu(menu: string, item: string): Promise<void> {
    await this.page.getByRole('menuitem', { name: menu, exact: true }).click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  async openPanel(): Promise<void> {
    const extensions = workbenchWords(this.language).menus.extensions;
    await this.menu(extensions, this.language === 'vi' ? 'Mở thanh bên' : 'Open panel');
    await this.waitFor('main h1');
  }

  /** The first page of the part about quarters, read anew. */
  async home(): Promise<void> {
    const tab = this.panel.locator('header nav button').first();
    await tab.click();
    await tab.click();
    await this.waitFor('main button');
  }

  async openPlan(name: string): Promise<void> {
    await this.home();
    await this.panel.locator('.plans button', { hasText: name }).first().click();
    await this.waitFor('.standings');
  }

  settle(): Promise<void> {
    return this.page.evaluate(() => (window as unknown as Shared).workbench.settle());
  }

  /** An empty spreadsheet, as new as the first one was; the panel is closed with what it showed. */
  async startOver(): Promise<void> {
    await this.post('/example', {});
    await expect.poll(() => this.sheets()).toHaveLength(1);
    await this.settle();
  }

  /** From now on it is another day. */
  async onDay(day: string): Promise<void> {
    await this.post('/clock', { today: day });
    await this.settle();
  }

  /** Calls a function of the add-on's, as its panel does. */
  async run(name: string, ...args: readonly unknown[]): Promise<unknown> {
    const answer = (await this.post('/run', { name, args })) as { ok?: unknown; error?: string };
    if (answer.error !== undefined) throw new Error(`${name}: ${answer.error}`);
    return answer.ok;
  }

  /** Asks the workbench's server, as its page does. */
  private post(path: string, body: object): Promise<unknown> {
    return this.page.evaluate(
      async ([where, asked]) => {
        const answer = await fetch(where, {
          method: 'POST',
          headers: { 'x-workbench-key': document.documentElement.dataset.key ?? '' },
          body: JSON.stringify(asked),
        });
        return answer.json();
      },
      [path, body] as const,
    );
  }

  sheets(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as Shared).workbench.sheets());
  }

  all(sheet: string): Promise<SeenSheet> {
    return this.page.evaluate(
      (name) => (window as unknown as Shared).workbench.all(name) as SeenSheet,
      sheet,
    );
  }

  /** The ground a conditional format gives a cell. */
  colour(a1: string, sheet: string): Promise<string | null> {
    return this.page.evaluate((asked) => (window as unknown as Shared).workbench.colour(...asked), [
      a1,
      sheet,
    ] as const);
  }

  command(id: string, sheet: string, params: object): Promise<boolean> {
    return this.page.evaluate(
      (asked) => (window as unknown as Shared).workbench.command(...asked),
      [id, sheet, params] as const,
    );
  }

  /** A plan's sheet as it is seen now, to be read by block, row and column. */
  async plan(sheet: string): Promise<SeenPlan> {
    const names = await this.page.evaluate(() => (window as unknown as Shared).workbench.names());
    return new SeenPlan(
      await this.all(sheet),
      names.filter((each) => each.sheet === sheet && each.name.startsWith('KPI_')),
    );
  }

  /** Goes to a cell, as a click on it does: the keyboard is the grid's from then on. */
  async select(a1: string, sheet: string): Promise<void> {
    await this.page.evaluate(
      ([at, name]) => {
        (document.activeElement as HTMLElement | null)?.blur();
        return (window as unknown as Shared).workbench.select(at, name);
      },
      [a1, sheet] as const,
    );
  }

  async type(a1: string, text: string, sheet: string): Promise<void> {
    const isBlank = async () => {
      await this.settle();
      const cell = await this.page.evaluate(
        ([at, name]) => (window as unknown as Shared).workbench.read(at, name),
        [a1, sheet] as const,
      );
      return cell.text === '' && !cell.formula;
    };
    await typeInCell(this.page, text, { at: a1, select: (at) => this.select(at, sheet), isBlank });
  }
}

/** One workbench for a test file, visited by one person unless a test lets others in. */
export function quarterDesk(language: Language, day = today) {
  const started = new Started();
  let workbench: RunningWorkbench;
  let context: BrowserContext;
  let first: Visitor;
  const unwanted: string[] = [];

  const visit = async (): Promise<Visitor> => {
    const page = await context.newPage();
    page.on('pageerror', (error) => unwanted.push(String(error)));
    await page.goto(workbench.address);
    await page.waitForFunction(() => 'workbench' in window);
    const visitor = new Visitor(page, language);
    await visitor.settle();
    return visitor;
  };
  beforeAll(async () => {
    const starting = started.add(startWorkbench(undefined, day, true), ({ stop }) => stop());
    context = await started.add(
      newContext({
        locale: language === 'vi' ? 'vi-VN' : 'en-US',
        viewport: { width: 1000, height: 500 },
        acceptDownloads: true,
        permissions: ['clipboard-read', 'clipboard-write'],
      }),
      (opened) => opened.close(),
    );
    workbench = await starting;
    await context.addInitScript(drawSeldom);
    first = await visit();
  }, 120_000);
  afterAll(async () => {
    await started.stop();
    expect(unwanted).toEqual([]);
  });
  return { visitor: () => first, visit };
}
