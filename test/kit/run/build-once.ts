import { spawnSync } from 'node:child_process';
import { bundleWorkbench } from '../../../src/workbench/bundle.mjs';
import { unpackBrowser } from '../../e2e/browser.ts';
import { workbenchFolder } from '../../e2e/workbench-server.ts';

/**
 * Builds dist/ before the tests, so that they run what is shipped, the workbench once for all that
 * start it, and unpacks the browser.
 */
export default async function buildOnce(): Promise<void> {
  unpackBrowser();
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
  await bundleWorkbench({ outdir: workbenchFolder });
}
