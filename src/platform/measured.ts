import type { Measured, MeasuredMs } from './report.ts';

/** What a self-check found on the real platform. Written from its report by `npm run measured`. */
export const measured: Measured = { about: '', found: {}, refused: {} };

/** How long each line of that report took. */
export const measuredMs: MeasuredMs = {};
