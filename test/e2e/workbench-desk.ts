import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Handle, SeenCell } from '../../src/workbench/page/handle.ts';
import { Started } from '../kit/run/started.ts';
import { drawSeldom, newContext, typeInCell } from './browser.ts';
import { type RunningWorkbench, startWorkbench } from './workbench-server.ts';

interface Shared {
  readonly workbench: Handle;
}

/** The workbench in a browser, and the hands of a person on it. */
export interface WorkbenchDesk {
  readonly page: Page;
  readonly panel: FrameLocator;
  /** Opens the page, anew where it is open already. */
  load(): Promise<void>;
  settle(): Promise<void>;
  read(a1: string): Promise<SeenCell>;
  sheets(): Promise<string[]>;
  /**
   * Goes to a cell, as a click on it does: the keyboard is the grid's from then on. The sheet is the
   * active one when its name is left out.
   */
  select(a1: string, sheet?: string): Promise<void>;
  /** Types with the keyboard into the grid, as a person does. */
  type(a1: string, text: string): Promise<void>;
  choose(menu: string, item: string): Promise<void>;
  /** Imports a file and stays on its sheet. */
  importFile(file: string, menu: string, item: string): Promise<void>;
}

/** One workbench for a test file, opened once: its tests follow one another in the same cells. */
export function workbenchDesk(locale: 'en-US' | 'vi-VN'): WorkbenchDesk {
  const started = new Started();
  let workbench: RunningWorkbench;
  let page: Page;
  /** Errors of the page, and what it asked of the outside. */
  const unwanted: string[] = [];

  const load = async () => {
    await page.goto(workbench.address);
    await page.waitForFunction(() => 'workbench' in window);
    await settle();
  };
  const settle = () => page.evaluate(() => (window as unknown as Shared).workbench.settle());
  const sheets = () => page.evaluate(() => (window as unknown as Shared).workbench.sheets());
  const select = (a1: string, sheet?: string) =>
    page.evaluate(
      ([at, name]) => {
        (document.activeElement as HTMLElement | null)?.blur();
        return (window as unknown as Shared).workbench.select(at, name);
      },
      [a1, sheet] as const,
    );
  const choose = async (menu: string, item: string) => {
    await page.getByRole('menuitem', { name: menu, exact: true }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };

  beforeAll(async () => {
    const starting = started.add(startWorkbench(), ({ stop }) => stop());
    const context = await started.add(
      newContext({
        locale,
        viewport: { width: 1100, height: 600 },
        acceptDownloads: true,
        permissions: ['clipboard-read', 'clipboard-write'],
      }),
      (opened) => opened.close(),
    );
    workbench = await starting;
    await context.addInitScript(drawSeldom);
    page = await context.newPage();
    page.on('pageerror', (error) => unwanted.push(String(error)));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (`${origin}/` === workbench.address || /^(?:data|blob|about):$/.test(protocol)) return;
      unwanted.push(request.url());
    });
    await load();
  });
  afterEach(() => expect(unwanted.splice(0)).toEqual([]));
  afterAll(() => started.stop());

  const read = (a1: string) =>
    page.evaluate(
      (at) => (window as unknown as Shared).workbench.read(at),
      a1,
    ) as Promise<SeenCell>;

  return {
    get page() {
      return page;
    },
    get panel() {
      return page.frameLocator('iframe');
    },
    load,
    settle,
    sheets,
    select,
    choose,
    read,
    type: async (a1, text) => {
      const isBlank = async () => {
        await settle();
        const { text: shown, formula } = await read(a1);
        return text !== '' && shown === '' && !formula;
      };
      await typeInCell(page, text, { at: a1, select, isBlank });
    },
    importFile: async (file, menu, item) => {
      const before = (await sheets()).length;
      const chooser = page.waitForEvent('filechooser');
      await choose(menu, item);
      await (await chooser).setFiles(file);
      await expect.poll(async () => (await sheets()).length).toBe(before + 1);
      await page.locator('.toast').first().waitFor();
      await page.keyboard.press('Escape');
      await settle();
    },
  };
}
