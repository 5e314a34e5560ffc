import type { Quantity } from '../define.ts';
import { counted, unique } from './shapes.ts';

/** How many follow on the last day. */
export const followers: Quantity = {
  title: { en: 'followers', vi: 'số người theo dõi' },
  unit: 'count',
  over: 'last',
  min: 0,
  sources: { platform: 'followers_count' },
};

/** People reached, each once in the time asked about. */
export const reach: Quantity = {
  ...unique,
  title: { en: 'people reached', vi: 'số người tiếp cận' },
  none: { en: 'nobody reached', vi: 'chưa tiếp cận được ai' },
  sources: { platform: 'reach' },
};

export const likes: Quantity = {
  ...counted,
  title: { en: 'likes', vi: 'số lượt thích' },
  sources: { platform: 'likes' },
};

export const comments: Quantity = {
  ...counted,
  title: { en: 'comments', vi: 'số bình luận' },
  sources: { platform: 'comments' },
};

export const shares: Quantity = {
  ...counted,
  title: { en: 'shares', vi: 'số lượt chia sẻ' },
  sources: { platform: 'shares' },
};

/** Likes, comments and shares together, and whatever else the platform counts as interaction. */
export const interactions: Quantity = {
  ...counted,
  title: { en: 'interactions', vi: 'số lượt tương tác' },
  sources: { platform: 'total_interactions' },
};

export const posts: Quantity = {
  ...counted,
  title: { en: 'posts published', vi: 'số bài đã đăng' },
  sources: { platform: 'posts' },
};
