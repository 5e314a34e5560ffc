import { defineConfig } from 'vitest/config';

/** What needs published files that stand beside the checkout: no part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/shared/*.shared.ts'],
    reporters: ['default', './test/kit/run/closing-line.ts'],
    globalSetup: ['test/shared/published-files.ts', 'test/kit/run/build-once.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 1,
    isolate: false,
  },
});
