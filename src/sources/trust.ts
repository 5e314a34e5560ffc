import type { Trust } from './source.ts';

/** Nothing is wrong with what nobody has answered yet. */
export const wholeTrust: Trust = {
  sampled: null,
  thresholded: false,
  otherRow: false,
  blocked: [],
  currency: null,
  zone: null,
};

/** What is to be known of numbers that came in two answers. */
export const bothTrusts = (one: Trust, other: Trust): Trust => ({
  sampled:
    one.sampled === null || other.sampled === null
      ? (one.sampled ?? other.sampled)
      : Math.min(one.sampled, other.sampled),
  thresholded: one.thresholded || other.thresholded,
  otherRow: one.otherRow || other.otherRow,
  blocked: [...new Set([...one.blocked, ...other.blocked])],
  currency: one.currency ?? other.currency,
  zone: one.zone ?? other.zone,
});
