import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { bundleWorkbench } from '../../../src/workbench/bundle.mjs';
import { unpackBrowser } from '../../e2e/browser.ts';
import { workbenchFolder } from '../../e2e/workbench-server.ts';
import { distFolder, everythingFolder, oneFileFolder } from './built-folders.ts';

/**
 * Builds dist/ before the tests, so that they run what is shipped, the same in one file and with
 * everything, the workbench once for all that start it, and unpacks the browser.
 */
export default async function buildOnce(): Promise<void> {
  unpackBrowser();
  builtInto(distFolder, { inOneFile: false, flavours: [] });
  builtInto(oneFileFolder, { inOneFile: true, flavours: [] });
  builtInto(everythingFolder, { inOneFile: false, flavours: ['all'] });
  await bundleWorkbench({ outdir: workbenchFolder });
}

function builtInto(
  folder: string,
  settings: { readonly inOneFile: boolean; readonly flavours: readonly string[] },
): void {
  const given = JSON.stringify({ ...settings, into: path.resolve(folder) });
  const script = `import { buildAddOn } from './build.mjs'; await buildAddOn(${given});`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
}
