import type { Quantity } from '../define.ts';
import { counted } from './shapes.ts';

const social = {
  dimension: 'sessionDefaultChannelGroup',
  is: ['Organic Social', 'Paid Social'],
} as const;
const campaign = { dimension: 'sessionCampaignName', asked: true } as const;

/** The action you want from a visit: an order, a form, a call. */
export const conversions: Quantity = {
  ...counted,
  title: { en: 'conversions', vi: 'số lượt chuyển đổi' },
  sources: {
    ga4: { metric: 'keyEvents', only: [{ dimension: 'eventName', asked: true }] },
  },
  sample: { of: 'TRAFFIC', share: 0.021 },
};

export const campaignConversions: Quantity = {
  ...counted,
  title: { en: 'campaign conversions', vi: 'số lượt chuyển đổi từ chiến dịch' },
  sources: {
    ga4: { metric: 'keyEvents', only: [campaign] },
    platform: 'conversions',
  },
  sample: { of: 'CAMPAIGNCVR.visits', share: 0.026 },
};

export const campaignSessions: Quantity = {
  ...counted,
  title: { en: 'campaign sessions', vi: 'số phiên từ chiến dịch' },
  none: { en: 'no campaign sessions', vi: 'không có phiên từ chiến dịch' },
  sources: { ga4: { metric: 'sessions', only: [campaign] } },
  sample: { each: 3400 },
};

export const socialConversions: Quantity = {
  ...counted,
  title: { en: 'conversions from social media', vi: 'số lượt chuyển đổi từ mạng xã hội' },
  sources: { ga4: { metric: 'keyEvents', only: [social] } },
  sample: { of: 'SOCIALCVR.visits', share: 0.014 },
};

export const socialSessions: Quantity = {
  ...counted,
  title: { en: 'sessions from social media', vi: 'số phiên từ mạng xã hội' },
  none: { en: 'no sessions from social media', vi: 'không có phiên từ mạng xã hội' },
  sources: { ga4: { metric: 'sessions', only: [social] } },
  sample: { each: 1700 },
};
