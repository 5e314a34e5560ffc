import type { Quantity } from '../define.ts';
import { counted } from './shapes.ts';

/** Times the brand was named, on whichever channels are listened to. */
export const mentions: Quantity = {
  ...counted,
  called: 'mentions',
  sources: { platform: 'mentions' },
  sample: { each: 140 },
};

export const positiveMentions: Quantity = {
  ...counted,
  called: 'positiveMentions',
  sources: { platform: 'positive mentions' },
  sample: { of: 'MENTIONS', share: 0.42 },
};

export const negativeMentions: Quantity = {
  ...counted,
  called: 'negativeMentions',
  sources: { platform: 'negative mentions' },
  sample: { of: 'MENTIONS', share: 0.14 },
};

/** Your part of the voice: mentions, search visibility or ad spend. */
export const ownVoice: Quantity = {
  called: 'ownVoice',
  unit: 'same',
  over: 'sum',
  min: 0,
  sources: { semrush: 'Ot', platform: 'mentions' },
  sample: { each: 900 },
};

/** The competitors' voice together, in the same measure as one's own. */
export const competitorsVoice: Quantity = {
  called: 'competitorsVoice',
  unit: 'same',
  over: 'sum',
  min: 0,
  sources: { semrush: 'competitorsOt', platform: 'mentions' },
  sample: { each: 3100 },
};

export const ownSales: Quantity = {
  called: 'ownSales',
  unit: 'same',
  over: 'sum',
  min: 0,
  sample: { of: 'MARKETSHARE.market', share: 0.082 },
};

/** Everybody's sales in the market, your own included, in the same measure. */
export const marketSales: Quantity = {
  called: 'marketSales',
  unit: 'same',
  over: 'sum',
  min: 0,
  sample: { each: 640_000 },
};

export const marketShare: Quantity = {
  called: 'marketShare',
  unit: 'fraction',
  over: 'whole',
  min: 0,
  max: 1,
  sample: { level: 0.082, drift: 0.0003 },
};
