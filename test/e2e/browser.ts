import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The version of the Chromium that comes with the packages: each needs a folder of its own. */
const packaged = '147.0.0';
const plainArgs = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];

/**
 * Starts Chromium without a face. `CHROME_PATH` names another one; where the packaged one does not
 * run (anything but Linux on x64) the installed Chrome is used.
 */
export async function launchBrowser(): Promise<Browser> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return launch({ executablePath: chosen, args: plainArgs });
  if (process.platform !== 'linux' || process.arch !== 'x64') return launch({ channel: 'chrome' });
  return launch({ executablePath: await unpack(), args: plainArgs });
}

/** Unpacks the packaged Chromium where no other version of it is found in its place. */
async function unpack(): Promise<string> {
  const folder = path.join(tmpdir(), `marketing-kpis-chromium-${packaged}`);
  mkdirSync(folder, { recursive: true });
  // Read at import: it makes the package bring the system libraries it needs.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  // Its own font list knows one fixed folder only; a page without any font ends the browser.
  process.env.FONTCONFIG_FILE = fontList(folder);
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  try {
    const { default: packagedChromium } = await import('@sparticuz/chromium');
    return await packagedChromium.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

function fontList(folder: string): string {
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`,
  );
  return file;
}

async function launch(options: Parameters<typeof chromium.launch>[0]): Promise<Browser> {
  const browser = await chromium.launch({
    headless: true,
    ...options,
    env: process.env as Record<string, string>,
    handleSIGINT: true,
    handleSIGTERM: true,
  });
  // A browser that outlives a failed test would keep its runner from ending.
  const process_ = (browser as unknown as { process?: () => { kill(): void } }).process?.();
  const kill = () => process_?.kill();
  process.on('exit', kill);
  browser.on('disconnected', () => process.off('exit', kill));
  return browser;
}

/**
 * For the page itself: its grid draws once a second only. Nobody looks at it, and to draw
 * without a graphics card costs more than all else a page does.
 */
export function drawSeldom(): void {
  if (window !== window.top) return;
  window.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), 1000);
  window.cancelAnimationFrame = (id) => window.clearTimeout(id);
}
