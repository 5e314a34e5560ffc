import type { Quantity } from '../define.ts';
import { counted, unique } from './shapes.ts';

/** How many follow on the last day. */
export const followers: Quantity = {
  called: 'followers',
  unit: 'count',
  over: 'last',
  min: 0,
  sources: { platform: 'followers_count' },
  sample: { stock: 18_200, gains: 160, loses: 45 },
};

/** People reached, each once in the time asked about. */
export const reach: Quantity = {
  ...unique,
  called: 'reach',
  sources: { platform: 'reach' },
  sample: { each: 52_000 },
};

export const likes: Quantity = {
  ...counted,
  called: 'likes',
  sources: { platform: 'likes' },
  sample: { each: 2600 },
};

export const comments: Quantity = {
  ...counted,
  called: 'comments',
  sources: { platform: 'comments' },
  sample: { each: 340 },
};

export const shares: Quantity = {
  ...counted,
  called: 'shares',
  sources: { platform: 'shares' },
  sample: { each: 190 },
};

/** Likes, comments and shares together, and whatever else the platform counts as interaction. */
export const interactions: Quantity = {
  ...counted,
  called: 'interactions',
  sources: { platform: 'total_interactions' },
  sample: { each: 3400 },
};

export const posts: Quantity = {
  ...counted,
  called: 'posts',
  sources: { platform: 'posts' },
  sample: { each: 9 },
};
