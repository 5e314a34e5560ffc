import type { Quantity } from '../define.ts';
import { earned, spent } from './shapes.ts';

/** Value of the orders closed, whether paid yet or not. */
export const salesValue: Quantity = {
  ...earned,
  called: 'salesValue',
  sources: {
    ga4: { metric: 'purchaseRevenue' },
    hubspot: 'revenue',
    salesforce: 'wonAmount',
    zoho: 'wonAmount',
    platform: 'order value',
  },
  sample: { of: 'CANCELRATE.orders', times: 452_000 },
};

/** Revenue as the accounts recognise it. */
export const revenue: Quantity = {
  ...earned,
  called: 'revenue',
  sources: { ga4: { metric: 'totalRevenue' } },
  sample: { of: 'SALES', share: 0.94 },
};

/** Revenue of customers whom marketing brought, by one written rule of attribution. */
export const marketingRevenue: Quantity = {
  ...earned,
  called: 'marketingRevenue',
  sources: {
    salesforce: 'wonAmountBySource',
    zoho: 'wonAmountBySource',
  },
  sample: { of: 'REVENUE', share: 0.42 },
};

export const campaignRevenue: Quantity = {
  ...earned,
  called: 'campaignRevenue',
  sources: {
    ga4: {
      metric: 'totalRevenue',
      only: [{ dimension: 'sessionCampaignName', asked: true }],
    },
  },
  sample: { of: 'REVENUE', share: 0.3 },
};

export const inboundRevenue: Quantity = {
  ...earned,
  called: 'inboundRevenue',
  sources: {
    salesforce: 'wonAmountBySource',
    zoho: 'wonAmountBySource',
  },
  sample: { of: 'REVENUE', share: 0.16 },
};

/** Everything marketing cost: media, tools, agencies, people. */
export const marketingCost: Quantity = {
  ...spent,
  called: 'marketingCost',
  sample: { of: 'MKTREVENUE', times: 0.31 },
};

/** What content, SEO, e-mail and the people behind them cost. */
export const inboundCost: Quantity = {
  ...spent,
  called: 'inboundCost',
  sample: { of: 'INBOUNDROI.revenue', times: 0.3 },
};

export const plannedSpend: Quantity = {
  ...spent,
  called: 'plannedSpend',
  sample: { of: 'ROI.cost', times: 1.05 },
};

/** What remains of each unit of revenue after the cost of the goods: 0.4, shown as 40%. */
export const margin: Quantity = {
  called: 'margin',
  unit: 'fraction',
  over: 'whole',
  min: 0,
  max: 1,
};
