import type { Quantity } from '../define.ts';
import { earned, spent } from './shapes.ts';

/** Value of the orders closed, whether paid yet or not. */
export const salesValue: Quantity = {
  ...earned,
  title: { en: 'sales value', vi: 'doanh số' },
  sources: {
    ga4: { metric: 'purchaseRevenue' },
    hubspot: 'amount_in_home_currency',
    salesforce: 'Opportunity.Amount',
    zoho: 'Deals.Amount',
    platform: 'order value',
  },
};

/** Revenue as the accounts recognise it. */
export const revenue: Quantity = {
  ...earned,
  title: { en: 'revenue', vi: 'doanh thu' },
  none: { en: 'no revenue', vi: 'không có doanh thu' },
  sources: { ga4: { metric: 'totalRevenue' } },
};

/** Revenue of customers whom marketing brought, by one written rule of attribution. */
export const marketingRevenue: Quantity = {
  ...earned,
  title: { en: 'revenue from marketing', vi: 'doanh thu do marketing tạo ra' },
  sources: {
    hubspot: 'hs_analytics_source',
    salesforce: 'Opportunity.LeadSource',
    zoho: 'Deals.Lead_Source',
  },
};

export const campaignRevenue: Quantity = {
  ...earned,
  title: { en: 'revenue from campaigns', vi: 'doanh thu từ chiến dịch' },
  sources: {
    ga4: {
      metric: 'totalRevenue',
      only: [{ dimension: 'sessionCampaignName', asked: true }],
    },
    salesforce: 'Opportunity.CampaignId',
  },
};

export const inboundRevenue: Quantity = {
  ...earned,
  title: { en: 'revenue from inbound', vi: 'doanh thu từ inbound' },
  sources: {
    hubspot: 'hs_analytics_source',
    salesforce: 'Opportunity.LeadSource',
    zoho: 'Deals.Lead_Source',
  },
};

/** Everything marketing cost: media, tools, agencies, people. */
export const marketingCost: Quantity = {
  ...spent,
  title: { en: 'marketing cost', vi: 'chi phí marketing' },
  none: { en: 'no marketing cost', vi: 'không có chi phí marketing' },
};

/** What content, SEO, e-mail and the people behind them cost. */
export const inboundCost: Quantity = {
  ...spent,
  title: { en: 'inbound cost', vi: 'chi phí inbound' },
  none: { en: 'no inbound cost', vi: 'không có chi phí inbound' },
};

export const plannedSpend: Quantity = {
  ...spent,
  title: { en: 'spend planned to date', vi: 'chi phí kế hoạch đến nay' },
  none: { en: 'no spend planned', vi: 'chi phí kế hoạch bằng 0' },
};

/** What remains of each unit of revenue after the cost of the goods: 0.4, shown as 40%. */
export const margin: Quantity = {
  title: { en: 'gross margin', vi: 'biên lợi nhuận gộp' },
  unit: 'fraction',
  over: 'whole',
  min: 0,
  max: 1,
};
