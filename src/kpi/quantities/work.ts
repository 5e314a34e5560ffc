import type { Quantity } from '../define.ts';
import { counted } from './shapes.ts';

export const workHours: Quantity = {
  title: { en: 'hours worked', vi: 'số giờ làm việc' },
  unit: 'hours',
  over: 'sum',
  min: 0,
  sample: { each: 40 },
};

/** Tests that ran to their planned end. */
export const abTests: Quantity = {
  ...counted,
  title: { en: 'A/B tests finished', vi: 'số thử nghiệm A/B đã hoàn thành' },
  sample: { each: 1 },
};
