import type { Quantity, SampleSize } from '../define.ts';

/** Things counted one by one: a week's count and the next week's add up. */
export const counted = { unit: 'count', over: 'sum', min: 0 } as const;

/** Unique people or a count that is only true for the whole time asked about. */
export const unique = { unit: 'count', over: 'whole', min: 0 } as const;

/** Money spent. */
export const spent = { unit: 'money', over: 'sum', min: 0 } as const;

/** Money earned; refunds can exceed it, so it may be negative. */
export const earned = { unit: 'money', over: 'sum' } as const;

/**
 * The same quantity in the period compared with. Growth from a negative base has no percentage, so
 * it may not be negative.
 */
export function previous(quantity: Quantity, called: string, sample: SampleSize): Quantity {
  return { ...quantity, called, min: 0, sample };
}
