import type { Quantity } from '../define.ts';
import { counted } from './shapes.ts';

export const workHours: Quantity = {
  called: 'workHours',
  unit: 'hours',
  over: 'sum',
  min: 0,
  sample: { each: 40 },
};

/** Tests that ran to their planned end. */
export const abTests: Quantity = {
  ...counted,
  called: 'abTests',
  sample: { each: 1 },
};
