import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
  type Page,
} from 'playwright-core';
import type { Handle } from '../../src/workbench/page/handle.ts';

const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
/** The packaged Chromium runs on Linux on x64; elsewhere the installed Chrome is used. */
const isPackaged = process.platform === 'linux' && process.arch === 'x64';

/** Where the packaged Chromium is unpacked once for all tests; each version has a folder of its own. */
function packagedFolder(): string {
  const file = path.resolve('node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return path.resolve(`node_modules/.cache/marketing-kpis/chromium-${version}`);
}

/** Unpacks the packaged Chromium; called before there are workers, so that none starts half of it. */
export function unpackBrowser(): void {
  if (process.env.CHROME_PATH || !isPackaged) return;
  const script = path.resolve('test/kit/run/unpack-chromium.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, packagedFolder()], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Chromium could not be unpacked:\n${stderr}`);
}

/** Which Chromium is started, and how. `CHROME_PATH` names another one. */
function browserOptions(): LaunchOptions {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return { executablePath: chosen, args };
  if (!isPackaged) return { channel: 'chrome' };
  const folder = packagedFolder();
  return {
    executablePath: path.join(folder, 'chromium'),
    args,
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      // Its own font list knows one fixed folder only; a page without any font ends the browser.
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

let launched: Promise<Browser> | undefined;

/** No test is about time: on a busy machine a page may take as long as it needs. */
const patienceMs = 180_000;

/**
 * A context in the one Chromium of a worker, without a face, started when the first test asks for it.
 * It ends with its worker: whoever opens a context in it closes that context.
 */
export async function newContext(options: BrowserContextOptions): Promise<BrowserContext> {
  launched ??= chromium.launch({ headless: true, ...browserOptions() });
  const context = await (await launched).newContext(options);
  context.setDefaultTimeout(patienceMs);
  return context;
}

/**
 * For the page itself: its grid draws once a second only, for nobody looks at it, and to draw
 * without a graphics card costs more than all else a page does. While somebody types it draws as
 * it would: its editor opens with a frame, and keys that come before one are lost.
 */
export function drawSeldom(): void {
  if (window !== window.top) return;
  const waiting = new Map<number, FrameRequestCallback>();
  let asked = 0;
  let typedAt = Number.NEGATIVE_INFINITY;
  let timer: number | undefined;
  const frame = () => {
    timer = undefined;
    const draws = [...waiting.values()];
    waiting.clear();
    for (const draw of draws) {
      try {
        draw(performance.now());
      } catch (error) {
        reportError(error);
      }
    }
  };
  window.requestAnimationFrame = (draw) => {
    asked += 1;
    waiting.set(asked, draw);
    timer ??= window.setTimeout(frame, performance.now() - typedAt < 500 ? 16 : 1000);
    return asked;
  };
  window.cancelAnimationFrame = (id) => waiting.delete(id);
  const types = () => {
    typedAt = performance.now();
    window.clearTimeout(timer);
    timer = window.setTimeout(frame, 16);
  };
  window.addEventListener('keydown', types, true);
}

/** Over which cell an editor is open, and what stands in it. */
const editing = (page: Page) =>
  page.evaluate(() => (window as unknown as { workbench: Handle }).workbench.editing());

/** A cell to be typed into; where `at` is left out, whichever the grid is on. */
interface TypedCell {
  readonly at?: string;
  select(a1: string): Promise<void>;
  /** What it shows once everything is calculated. */
  isBlank(): Promise<boolean>;
}

/**
 * Types into a cell, and confirms. A person sees the editor open over it, the text in it, and
 * afterwards that it is there; a test waits for all three, for a grid that is drawn once a second may
 * lag behind, and on a busy machine keys are lost. What did not arrive is given up and typed again.
 */
export async function typeInCell(
  page: Page,
  text: string,
  { at, select, isBlank }: TypedCell,
): Promise<void> {
  const listens = () => (document.activeElement as HTMLElement | null)?.isContentEditable === true;
  const until = async (is: () => Promise<boolean>) => {
    const end = performance.now() + 2000;
    while (performance.now() < end) {
      if (await is()) return true;
      await page.waitForTimeout(20);
    }
    return false;
  };
  const stands = (part: string) =>
    until(async () => {
      const now = await editing(page);
      return now?.text === part && (at === undefined || now.a1 === at);
    });
  const found: unknown[] = [];
  for (let tries = 0; tries < 10; tries += 1) {
    // Coming from another cell the grid looks anew at the one it comes to.
    if (at !== undefined && tries > 0) await select(at === 'A1' ? 'A2' : 'A1');
    if (at !== undefined) await select(at);
    await page.waitForFunction(listens, null, { polling: 20 });
    const [first = '', ...others] = text;
    await page.keyboard.type(first);
    if (await stands(first)) {
      await page.keyboard.type(others.join(''));
      if (await stands(text)) {
        await page.keyboard.press('Enter');
        const closed = await until(async () => (await editing(page)) === null);
        if (closed && !(await isBlank())) return;
      }
    }
    found.push(await editing(page));
    await page.keyboard.press('Escape');
  }
  throw new Error(`«${text}» could not be typed into ${at}: ${JSON.stringify(found)}.`);
}
