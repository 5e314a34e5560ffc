import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleWorkbench } from '../../../src/workbench/bundle.mjs';
import type { Handle } from '../../../src/workbench/page/handle.ts';
import { newContext } from '../../e2e/browser.ts';
import {
  type RunningWorkbench,
  startWorkbench,
  workbenchFolder,
} from '../../e2e/workbench-server.ts';
import { Started } from '../../kit/run/started.ts';
import { bookScript, type Step } from '../../kit/workbench/book-desk.ts';
import { planLike } from '../../kit/workbench/drawn.ts';

const started = new Started();
let workbench: RunningWorkbench;
let folder: string;
let page: Page;
const unwanted: string[] = [];

const handle = <T>(work: (workbench: Handle) => T) =>
  page.evaluate(`(${work})(window.workbench)`) as Promise<Awaited<T>>;
const settle = () => handle((it) => it.settle());
const run = <T>(name: string, ...args: unknown[]): Promise<T> =>
  page.evaluate(
    async ([script, given]) => {
      const key = document.documentElement.dataset.key ?? '';
      const answer = await fetch('/run', {
        method: 'POST',
        headers: { 'x-workbench-key': key },
        body: JSON.stringify({ name: script, args: given }),
      });
      const result = (await answer.json()) as { ok?: unknown; error?: string };
      if (result.error) throw new Error(result.error);
      return result.ok as never;
    },
    [name, args] as const,
  );
const act = <T>(...steps: Step[]): Promise<T> => run<T>('steps', steps);
const load = async () => {
  await page.goto(workbench.address);
  await page.waitForFunction(() => 'workbench' in window);
  await settle();
};
const picture = async (name: string) => {
  if (process.env.PICTURES) {
    await page.screenshot({ path: path.join(process.env.PICTURES, `${name}.png`) });
  }
};

let id: number;
beforeAll(async () => {
  folder = await started.add(mkdtemp(path.join(os.tmpdir(), 'add-on-')), (made) =>
    rm(made, { recursive: true, force: true }),
  );
  await writeFile(path.join(folder, 'Code.js'), await bookScript());
  await writeFile(path.join(folder, 'sidebar.html'), '<p>panel</p>');
  await writeFile(path.join(folder, 'appsscript.json'), '{"timeZone":"Etc/UTC"}');
  await bundleWorkbench({ outdir: workbenchFolder });
  const starting = started.add(startWorkbench(folder), ({ stop }) => stop());
  const context = await started.add(
    newContext({
      locale: 'vi-VN',
      viewport: { width: 1280, height: 800 },
      acceptDownloads: true,
    }),
    (opened) => opened.close(),
  );
  workbench = await starting;
  page = await context.newPage();
  page.on('pageerror', (error) => unwanted.push(String(error)));
  await load();
  id = await act<number>(['addSheet', 'Lan · Q1 2027', 60, 14]);
  await act(
    ['draw', id, planLike],
    ['setNames', id, planLike.names],
    ['settle'],
    ['showSheet', id],
  );
  await settle();
}, 180_000);
afterAll(async () => {
  await started.stop();
  expect(unwanted).toEqual([]);
});

const chart = () => page.locator('.over-grid .chart svg');
const fold = () => page.locator('.over-grid .fold').first();
const texts = () => chart().locator('text').allTextContents();
const read = (a1: string) =>
  page.evaluate(
    (at) => (window as unknown as { workbench: Handle }).workbench.read(at),
    a1,
  ) as Promise<{ text: string; formula: string; sentence: string }>;
const type = async (a1: string, text: string) => {
  await page.evaluate(
    ([at, typed]) => (window as unknown as { workbench: Handle }).workbench.type(at!, typed!),
    [a1, text],
  );
};
const lines = async () => (await chart().locator('path').first().getAttribute('d')) ?? '';

describe('a plan’s sheet in the page', () => {
  it('shows the sheet that a script brings before the user', async () => {
    await expect.poll(() => handle((it) => it.sheets())).toContain('Lan · Q1 2027');
    await expect.poll(async () => (await read('D3')).text).toBe('900');
    expect((await read('A3')).sentence).toBe('Lead là người để lại số điện thoại.');
    expect((await read('E3')).formula).toBe('=IF(ISNUMBER(D3);D3/C3;"")');
    await picture('plan');
  });

  it('draws the chart over its cells, from what they hold, and follows what is typed', async () => {
    await expect.poll(texts).toContain('Khách hàng tiềm năng');
    expect(await texts()).toEqual(expect.arrayContaining(['Lũy kế', 'Cần đạt', '1.000']));
    const before = await lines();
    await type('C18', '500');
    await expect.poll(lines).not.toBe(before);
    const corner = await chart().boundingBox();
    await page.mouse.move(700, 500);
    await page.mouse.wheel(0, 100);
    await expect.poll(async () => (await chart().boundingBox())?.y).toBeLessThan(corner!.y);
    await page.mouse.wheel(0, -200);
    await expect.poll(async () => (await chart().boundingBox())?.y).toBe(corner!.y);
    await picture('chart');
  });

  it('folds rows away and back, for everybody', async () => {
    await expect.poll(() => fold().getAttribute('aria-expanded')).toBe('true');
    await fold().click();
    await expect.poll(() => fold().getAttribute('aria-expanded')).toBe('false');
    await settle();
    expect(await run('groups', 'Lan · Q1 2027', 12)).toEqual([1, 'A12:A19', true]);
    await picture('folded');
    await fold().click();
    await expect.poll(() => fold().getAttribute('aria-expanded')).toBe('true');
  });

  it('copies a sheet with its names and its chart', async () => {
    await page.getByText('Lan · Q1 2027', { exact: true }).first().click({ button: 'right' });
    await page.getByText('Sao chép', { exact: true }).first().click();
    await expect.poll(() => handle((it) => it.sheets().length)).toBe(4);
    await settle();
    const names = await act<{ name: string }[]>(['names']);
    expect(names.map(({ name }) => name).filter((name) => name.includes('!'))).toHaveLength(2);
    await expect.poll(texts).toContain('Khách hàng tiềm năng');
    await picture('copy');
    const copy = (await act<{ id: number; name: string }[]>(['sheets'])).find(({ name }) =>
      name.startsWith('Bản sao của'),
    )!;
    await act(['showSheet', id], ['deleteSheet', copy.id]);
  });

  it('shows the same when it is opened again', async () => {
    await load();
    await expect.poll(async () => (await read('D3')).text).toBe('1.400');
    await expect.poll(texts).toContain('Khách hàng tiềm năng');
    expect(await fold().getAttribute('aria-expanded')).toBe('true');
    expect((await read('A3')).sentence).toBe('Lead là người để lại số điện thoại.');
    await picture('again');
  });

  it('takes everything off the page when a script wipes the sheet', async () => {
    await act(['wipe', id], ['settle']);
    await settle();
    await expect.poll(() => chart().count()).toBe(0);
    await expect.poll(() => page.locator('.over-grid .fold').count()).toBe(0);
    await expect.poll(async () => (await read('A1')).text).toBe('');
    await picture('wiped');
  });
});
