import { spawnSync } from 'node:child_process';

/** Builds dist/ before the tests, so that they run what is shipped. */
export default function buildOnce(): void {
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
}
