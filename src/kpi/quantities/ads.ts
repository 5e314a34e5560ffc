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
  title: { en: 'ad cost', vi: 'chi phí quảng cáo' },
  none: { en: 'no ad cost', vi: 'không có chi phí quảng cáo' },
  sources: { ga4: { metric: 'advertiserAdCost' }, platform: 'spend' },
  sample: { of: 'CPC.clicks', times: 2800 },
};

export const adClicks: Quantity = {
  ...counted,
  title: { en: 'ad clicks', vi: 'số lượt nhấp quảng cáo' },
  none: { en: 'no clicks', vi: 'không có lượt nhấp' },
  sources: { ga4: { metric: 'advertiserAdClicks' }, platform: 'clicks' },
  sample: { each: 6400 },
};

export const adImpressions: Quantity = {
  ...counted,
  title: { en: 'ad impressions', vi: 'số lượt hiển thị quảng cáo' },
  none: { en: 'no ad impressions', vi: 'không có lượt hiển thị quảng cáo' },
  sources: { ga4: { metric: 'advertiserAdImpressions' }, platform: 'impressions' },
  sample: { of: 'CPC.clicks', times: 62 },
};

/** Clicks on anything shown: an ad or a search result. */
export const clicks: Quantity = {
  ...counted,
  title: { en: 'clicks', vi: 'số lượt nhấp' },
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
  title: { en: 'impressions', vi: 'số lượt hiển thị' },
  none: { en: 'no impressions', vi: 'không có lượt hiển thị' },
  sources: {
    ga4: { metric: 'advertiserAdImpressions' },
    searchConsole: 'impressions',
    platform: 'impressions',
  },
  sample: { each: 420_000 },
};

export const adConversions: Quantity = {
  ...counted,
  title: { en: 'conversions from ads', vi: 'số lượt chuyển đổi từ quảng cáo' },
  none: { en: 'no conversions', vi: 'không có chuyển đổi' },
  sources: { ga4: { metric: 'keyEvents', only: paid }, platform: 'conversions' },
  sample: { of: 'CPC.clicks', share: 0.024 },
};

export const adRevenue: Quantity = {
  ...earned,
  title: { en: 'revenue from ads', vi: 'doanh thu từ quảng cáo' },
  sources: { ga4: { metric: 'totalRevenue', only: paid }, platform: 'conversion value' },
  sample: { of: 'CPC.cost', times: 3.4 },
};
