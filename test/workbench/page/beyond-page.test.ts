import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Handle } from '../../../src/workbench/page/handle.ts';
import { newContext } from '../../e2e/browser.ts';
import { type RunningWorkbench, startWorkbench } from '../../e2e/workbench-server.ts';
import { Started } from '../../kit/run/started.ts';
import { beyondScript } from '../../kit/workbench/beyond-desk.ts';

const started = new Started();
let workbench: RunningWorkbench;
let folder: string;
let page: Page;
const unwanted: string[] = [];

const handle = <T>(work: (workbench: Handle) => T) =>
  page.evaluate(`(${work})(window.workbench)`) as Promise<Awaited<T>>;
const run = (name: string, ...args: unknown[]): Promise<unknown> =>
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
      return result.ok;
    },
    [name, args] as const,
  );
const menu = (name: string) => page.getByRole('menuitem', { name, exact: true });
const list = (name: string) => page.getByRole('menu', { name, exact: true });
const picture = async (name: string) => {
  if (process.env.PICTURES) {
    await page.screenshot({ path: path.join(process.env.PICTURES, `${name}.png`) });
  }
};

beforeAll(async () => {
  folder = await started.add(mkdtemp(path.join(os.tmpdir(), 'add-on-')), (made) =>
    rm(made, { recursive: true, force: true }),
  );
  await writeFile(path.join(folder, 'Code.js'), beyondScript);
  await writeFile(path.join(folder, 'sidebar.html'), '<p>panel</p>');
  await writeFile(path.join(folder, 'appsscript.json'), '{"timeZone":"Etc/UTC"}');
  const starting = started.add(startWorkbench(folder, '2026-11-22'), ({ stop }) => stop());
  const context = await started.add(
    newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 800 } }),
    (opened) => opened.close(),
  );
  workbench = await starting;
  page = await context.newPage();
  page.on('pageerror', (error) => unwanted.push(String(error)));
  await page.goto(workbench.address);
  await page.waitForFunction(() => 'workbench' in window);
}, 180_000);
afterAll(async () => {
  await started.stop();
  expect(unwanted).toEqual([]);
});

describe('the workbench’s own menus', () => {
  it('say which day it is and what runs when, and let time go by', async () => {
    await menu('Đồng hồ').click();
    const clock = list('Đồng hồ');
    await expect.poll(() => clock.innerText()).toContain('CN, 22/11/2026');
    expect(await clock.innerText()).toContain('Chưa có gì tự chạy');
    await page.keyboard.press('Escape');
    await run('start');
    await menu('Đồng hồ').click();
    await expect.poll(() => clock.innerText()).toContain('onTick · lần tới 20:00 CN, 22/11/2026');
    await picture('clock');
    await menu('Tua tới một giờ').click();
    await expect
      .poll(() => page.locator('.toast').allInnerTexts())
      .toEqual([expect.stringContaining('Bây giờ là 20:00')]);
    expect(await run('ran')).toContain('22 13:00');
    await menu('Đồng hồ').click();
    await expect.poll(() => clock.innerText()).toContain('lần trước chạy lúc 20:00');
    await menu('Chạy ngay').click();
    await expect
      .poll(
        async () =>
          String(await run('ran'))
            .trim()
            .split('\n').length,
      )
      .toBe(2);
    const { triggers } = await handle((it) => it.clock({ hours: 24 }));
    expect(triggers).toHaveLength(1);
    expect(
      String(await run('ran'))
        .trim()
        .split('\n'),
    ).toHaveLength(26);
  });

  it('show the mails that left, as the texts they are', async () => {
    await run('mail', 'lan@example.com');
    await expect.poll(() => handle((it) => it.outbox().length)).toBe(1);
    await menu('Hộp thư đi').click();
    await menu('Numbers').click();
    const dialog = page.getByRole('dialog', { name: 'Numbers' });
    expect(await dialog.innerText()).toContain('They <b>came</b>.');
    expect(await dialog.innerText()).toContain('me@example.com → lan@example.com');
    await picture('mail');
    await dialog.getByRole('button', { name: 'Đóng' }).click();
  });

  it('switch on what goes wrong elsewhere, and off again', async () => {
    const busy = page
      .getByRole('menuitemcheckbox', { name: /từ chối vì bận/, includeHidden: true })
      .first();
    await menu('Sự cố').click();
    expect(await busy.getAttribute('aria-checked')).toBe('false');
    await picture('faults');
    await busy.click();
    await expect.poll(() => busy.getAttribute('aria-checked')).toBe('true');
    await handle((it) => it.fault('busy', false));
    await expect.poll(() => busy.getAttribute('aria-checked')).toBe('false');
  });
});
