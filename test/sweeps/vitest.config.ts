import { mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

// `npm run sweep`: the same tests over everything. It takes hours, not minutes.
const all = mergeConfig(base, {
  test: { env: { SWEEP: 'all' }, testTimeout: 6 * 3_600_000 },
});
all.test.include = ['test/sweeps/**/*.test.ts'];
export default all;
