import type { Measured } from './report.ts';

/** What a self-check found on the real platform. Written from its report by `npm run measured`. */
export const measured: Measured = { about: '', found: {}, refused: {} };
