import type { Quantity } from '../define.ts';
import { counted, earned, spent } from './shapes.ts';

/** The channels of Google Analytics that are paid for. */
const paid = [
  {
    dimension: 'sessionDefaultChannelGroup',
    is: [
      'Paid Search',
      'Paid Social',
      'Paid Shopping',
      'Paid Video',
      'Paid Other',
      'Display',
      // Performance Max and Demand Gen: Google counts their cost with the other ads.
      'Cross-network',
      'Audio',
    ],
  },
] as const;

/** What the advertising platform charged; fees and people are not in it. */
export const adCost: Quantity = {
  ...spent,
  called: 'adCost',
  sources: { ga4: { metric: 'advertiserAdCost' }, platform: 'spend' },
  sample: { of: 'CPC.clicks', times: 2800 },
};

export const adClicks: Quantity = {
  ...counted,
  called: 'adClicks',
  sources: { ga4: { metric: 'advertiserAdClicks' }, platform: 'clicks' },
  sample: { each: 6400 },
};

export const adImpressions: Quantity = {
  ...counted,
  called: 'adImpressions',
  sources: { ga4: { metric: 'advertiserAdImpressions' }, platform: 'impressions' },
  sample: { of: 'CPC.clicks', times: 62 },
};

/** Clicks on anything shown: an ad or a search result. */
export const clicks: Quantity = {
  ...counted,
  called: 'clicks',
  sources: {
    ga4: { metric: 'advertiserAdClicks' },
    searchConsole: 'clicks',
    platform: 'clicks',
  },
  sample: { of: 'IMPRESSIONS', share: 0.018 },
};

/** Times anything was shown: an ad, a search result, a post. */
export const impressions: Quantity = {
  ...counted,
  called: 'impressions',
  sources: {
    ga4: { metric: 'advertiserAdImpressions' },
    searchConsole: 'impressions',
    platform: 'impressions',
  },
  sample: { each: 420_000 },
};

export const adConversions: Quantity = {
  ...counted,
  called: 'adConversions',
  sources: { ga4: { metric: 'keyEvents', only: paid }, platform: 'conversions' },
  sample: { of: 'CPC.clicks', share: 0.024 },
};

export const adRevenue: Quantity = {
  ...earned,
  called: 'adRevenue',
  sources: { ga4: { metric: 'totalRevenue', only: paid }, platform: 'conversion value' },
  sample: { of: 'CPC.cost', times: 3.4 },
};
