import type { Page } from 'playwright-core';
import { bundleWorkbench } from '../../src/workbench/bundle.mjs';
import type { Handle, SeenSheet } from '../../src/workbench/page/handle.ts';
import { newContext, unpackBrowser } from '../e2e/browser.ts';
import { SeenPlan } from '../e2e/seen-plan.ts';
import { startWorkbench, workbenchFolder } from '../e2e/workbench-server.ts';
import { planOfSize } from '../kit/plans/plan-of-size.ts';

type Shared = { readonly workbench: Handle };
const rounds = 7;

/**
 * What somebody waits for in the workbench: until its page can be typed into, and until a number typed
 * into a week stands in the scorecard. Beside each stands how often the same browser could sort a list
 * of numbers meanwhile.
 */
export async function workbenchFigures(): Promise<Record<string, number>> {
  unpackBrowser();
  await bundleWorkbench({ outdir: workbenchFolder });
  const context = await newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
  const figures: Record<string, number> = {};
  try {
    const ready: number[] = [];
    const again: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const workbench = await startWorkbench();
      for (const took of [ready, again]) {
        const page = await context.newPage();
        took.push(await readyIn(page, workbench.address));
        reference.push(await sorted(page));
        await page.close();
      }
      await workbench.stop();
    }
    const workbench = await startWorkbench(undefined, '2026-10-19', true);
    const page = await context.newPage();
    const typed = await typedIn(page, workbench.address);
    const beside = await sorted(page);
    await workbench.stop();
    const unit = least([...reference, beside]);
    Object.assign(figures, {
      'workbench.ready.ms': Math.round(least(ready)),
      'workbench.ready.againMs': Math.round(least(again)),
      'workbench.ready.ratio': Math.round(least(ready) / unit),
      'workbench.typed.ms': Math.round(middle(typed)),
      'workbench.typed.ratio': Math.round(middle(typed) / unit),
    });
  } finally {
    await context.browser()?.close();
  }
  return figures;
}

const least = (took: readonly number[]): number => Math.min(...took);
const middle = (took: readonly number[]): number =>
  [...took].sort((one, other) => one - other)[Math.floor(took.length / 2)]!;

/** From the call of the address until a key that is pressed opens an editor. */
async function readyIn(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' });
  const ready = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.documentElement.dataset.ready !== 'true') requestAnimationFrame(look);
          // What has been drawn by now is seen a frame later.
          else requestAnimationFrame(() => resolve(performance.now()));
        };
        look();
      }),
  );
  await page.keyboard.type('7');
  await page.waitForFunction(
    () => (window as unknown as Shared).workbench.editing()?.text === '7',
    null,
    { timeout: 10_000 },
  );
  await page.keyboard.press('Escape');
  return ready;
}

/** A quarter of ten KPIs; a number typed into a week, until the scorecard shows what it comes to. */
async function typedIn(page: Page, address: string): Promise<number[]> {
  await page.goto(address);
  await page.waitForFunction(() => 'workbench' in window);
  const settle = () => page.evaluate(() => (window as unknown as Shared).workbench.settle());
  const quarter = { year: 2026, month: 10 } as const;
  const built = await run(page, 'buildPlan', {
    plan: planOfSize(10, 'abc123', quarter),
    sample: true,
  });
  if (built.error !== undefined) throw new Error(built.error);
  await settle();
  const { sheet, scored, at } = await placesIn(page);
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate(
      ([cell, name]) => (window as unknown as Shared).workbench.select(cell!, name),
      [at, sheet],
    );
    await settle();
    await page.keyboard.type(String(7000 + round));
    const shown = page.evaluate(
      ([cell, name]) =>
        new Promise<number>((resolve) => {
          const { workbench } = window as unknown as Shared;
          const before = workbench.read(cell!, name).text;
          let begun = 0;
          addEventListener(
            'keydown',
            () => {
              begun = performance.now();
            },
            { capture: true, once: true },
          );
          const look = () => {
            if (workbench.read(cell!, name).text === before) requestAnimationFrame(look);
            else requestAnimationFrame(() => resolve(performance.now() - begun));
          };
          requestAnimationFrame(look);
        }),
      [scored, sheet],
    );
    await page.waitForTimeout(50);
    await page.keyboard.press('Enter');
    took.push(await shown);
  }
  return took;
}

/** Calls a function of the add-on's, as its panel does. */
const run = (page: Page, name: string, ...args: readonly unknown[]): Promise<{ error?: string }> =>
  page.evaluate(
    async ([called, given]) => {
      const answer = await fetch('/run', {
        method: 'POST',
        headers: { 'x-workbench-key': document.documentElement.dataset.key ?? '' },
        body: JSON.stringify({ name: called, args: given }),
      });
      return (await answer.json()) as { error?: string };
    },
    [name, args] as const,
  );

/** Where the scorecard says what came of a KPI, and a week of an input of it. */
async function placesIn(page: Page) {
  const { names, sheets } = await page.evaluate(() => {
    const { workbench } = window as unknown as Shared;
    return { names: workbench.names(), sheets: workbench.sheets() };
  });
  const sheet = sheets.find((each) =>
    names.some((one) => one.sheet === each && one.name.endsWith('_score')),
  )!;
  const cells = await page.evaluate(
    (name) => (window as unknown as Shared).workbench.all(name) as SeenSheet,
    sheet,
  );
  const seen = new SeenPlan(
    cells,
    names.filter((one) => one.sheet === sheet && one.name.startsWith('KPI_')),
  );

  const week = seen.keys('input')[1]!;
  return {
    sheet,
    scored: seen.a1('score', seen.keys('score')[0]!, 'actual'),
    at: seen.a1('input', week, seen.inputs()[0]!),
  };
}

/** How long this browser takes to sort the same numbers. */
const sorted = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const took: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      const numbers = Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 20_011);
      const begun = performance.now();
      numbers.sort((one, other) => one - other);
      took.push(performance.now() - begun);
    }
    return Math.min(...took);
  });
