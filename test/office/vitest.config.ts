import { defineConfig } from 'vitest/config';

/** What needs LibreOffice, a program that npm does not bring: no part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/office/*.office.ts'],
    reporters: ['default', './test/kit/run/closing-line.ts'],
    globalSetup: ['test/office/needs-libreoffice.ts', 'test/kit/run/build-once.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 1,
    isolate: false,
  },
});
