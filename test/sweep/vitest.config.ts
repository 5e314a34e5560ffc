import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** The tests that try only some of what they could. */
const sweeps = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((file) => path.join('test', file))
  .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes('/sweep.ts'));

// `npm run sweep`: the same tests over everything. It takes hours, not minutes.
const all = mergeConfig(base, {
  test: { env: { SWEEP: 'all' }, testTimeout: 6 * 3_600_000 },
});
all.test.include = sweeps;
export default all;
