import { defineConfig } from 'vitest/config';

/** What needs the packages of vendors, which stand beside it: no part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/clients/*.client.ts'],
    reporters: ['default', './test/kit/run/closing-line.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
    // What was compared is told as it is, without a heading for each line.
    disableConsoleIntercept: true,
  },
});
