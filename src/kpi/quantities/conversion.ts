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
  called: 'conversions',
  sources: {
    ga4: { metric: 'keyEvents', only: [{ dimension: 'eventName', asked: true }] },
  },
  sample: { of: 'TRAFFIC', share: 0.021 },
};

export const campaignConversions: Quantity = {
  ...counted,
  called: 'campaignConversions',
  sources: {
    ga4: { metric: 'keyEvents', only: [campaign] },
    platform: 'conversions',
  },
  sample: { of: 'CAMPAIGNCVR.visits', share: 0.026 },
};

export const campaignSessions: Quantity = {
  ...counted,
  called: 'campaignSessions',
  sources: { ga4: { metric: 'sessions', only: [campaign] } },
  sample: { each: 3400 },
};

export const socialConversions: Quantity = {
  ...counted,
  called: 'socialConversions',
  sources: { ga4: { metric: 'keyEvents', only: [social] } },
  sample: { of: 'SOCIALCVR.visits', share: 0.014 },
};

export const socialSessions: Quantity = {
  ...counted,
  called: 'socialSessions',
  sources: { ga4: { metric: 'sessions', only: [social] } },
  sample: { each: 1700 },
};
