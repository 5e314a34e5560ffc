import { spawnSync } from 'node:child_process';
import { bundleWorkbench } from '../../src/workbench/bundle.mjs';
import { workbenchFolder } from '../e2e/workbench-server.ts';

/**
 * Builds dist/ before the tests, so that they run what is shipped, and the workbench once for all
 * that start it.
 */
export default async function buildOnce(): Promise<void> {
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
  await bundleWorkbench({ outdir: workbenchFolder });
}
