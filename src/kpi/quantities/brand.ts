import type { Quantity } from '../define.ts';
import { counted } from './shapes.ts';

/** Times the brand was named, on whichever channels are listened to. */
export const mentions: Quantity = {
  ...counted,
  title: { en: 'brand mentions', vi: 'số lượt đề cập thương hiệu' },
  none: { en: 'no mentions', vi: 'không có lượt đề cập' },
  sources: { platform: 'mentions' },
  sample: { each: 140 },
};

export const positiveMentions: Quantity = {
  ...counted,
  title: { en: 'positive mentions', vi: 'số lượt đề cập tích cực' },
  sources: { platform: 'positive mentions' },
  sample: { of: 'MENTIONS', share: 0.42 },
};

export const negativeMentions: Quantity = {
  ...counted,
  title: { en: 'negative mentions', vi: 'số lượt đề cập tiêu cực' },
  sources: { platform: 'negative mentions' },
  sample: { of: 'MENTIONS', share: 0.14 },
};

/** Your part of the voice: mentions, search visibility or ad spend. */
export const ownVoice: Quantity = {
  title: { en: 'your own voice', vi: 'mức hiện diện của bạn' },
  unit: 'same',
  over: 'sum',
  min: 0,
  sources: { semrush: 'Ot', platform: 'mentions' },
  sample: { each: 900 },
};

/** The competitors' voice together, in the same measure as one's own. */
export const competitorsVoice: Quantity = {
  title: { en: "competitors' voice", vi: 'mức hiện diện của đối thủ' },
  unit: 'same',
  over: 'sum',
  min: 0,
  sources: { semrush: 'Ot', platform: 'mentions' },
  sample: { each: 3100 },
};

export const ownSales: Quantity = {
  title: { en: 'your own sales', vi: 'doanh số của bạn' },
  unit: 'same',
  over: 'sum',
  min: 0,
  sample: { of: 'MARKETSHARE.market', share: 0.082 },
};

/** Everybody's sales in the market, your own included, in the same measure. */
export const marketSales: Quantity = {
  title: { en: 'sales of the whole market', vi: 'doanh số cả thị trường' },
  unit: 'same',
  over: 'sum',
  min: 0,
  none: { en: 'no market sales', vi: 'thị trường không có doanh số' },
  sample: { each: 640_000 },
};

export const marketShare: Quantity = {
  title: { en: 'market share', vi: 'thị phần' },
  unit: 'fraction',
  over: 'whole',
  min: 0,
  max: 1,
  sample: { level: 0.082, drift: 0.0003 },
};
