import type { Quantity } from '../define.ts';
import { counted, unique } from './shapes.ts';

/** How many follow on the last day. */
export const followers: Quantity = {
  title: { en: 'followers', vi: 'số người theo dõi' },
  unit: 'count',
  over: 'last',
  min: 0,
  sources: { platform: 'followers_count' },
  sample: { stock: 18_200, gains: 160, loses: 45 },
};

/** People reached, each once in the time asked about. */
export const reach: Quantity = {
  ...unique,
  title: { en: 'people reached', vi: 'số người tiếp cận' },
  none: { en: 'nobody reached', vi: 'chưa tiếp cận được ai' },
  sources: { platform: 'reach' },
  sample: { each: 52_000 },
};

export const likes: Quantity = {
  ...counted,
  title: { en: 'likes', vi: 'số lượt thích' },
  sources: { platform: 'likes' },
  sample: { each: 2600 },
};

export const comments: Quantity = {
  ...counted,
  title: { en: 'comments', vi: 'số bình luận' },
  sources: { platform: 'comments' },
  sample: { each: 340 },
};

export const shares: Quantity = {
  ...counted,
  title: { en: 'shares', vi: 'số lượt chia sẻ' },
  sources: { platform: 'shares' },
  sample: { each: 190 },
};

/** Likes, comments and shares together, and whatever else the platform counts as interaction. */
export const interactions: Quantity = {
  ...counted,
  title: { en: 'interactions', vi: 'số lượt tương tác' },
  sources: { platform: 'total_interactions' },
  sample: { each: 3400 },
};

export const posts: Quantity = {
  ...counted,
  title: { en: 'posts published', vi: 'số bài đã đăng' },
  sources: { platform: 'posts' },
  sample: { each: 9 },
};
