import type { Quantity } from '../define.ts';
import { counted } from './shapes.ts';

/** Deals won, by the date on which they were closed. */
export const wonDeals: Quantity = {
  ...counted,
  called: 'wonDeals',
  sources: {
    hubspot: 'dealsWon',
    salesforce: 'dealsWon',
    zoho: 'dealsWon',
  },
  sample: { each: 11 },
};

/** Deals lost, by the date on which they were closed. */
export const lostDeals: Quantity = {
  ...counted,
  called: 'lostDeals',
  sources: {
    hubspot: 'dealsLost',
    salesforce: 'dealsLost',
    zoho: 'dealsLost',
  },
  sample: { each: 16 },
};

export const opportunities: Quantity = {
  ...counted,
  called: 'opportunities',
  sources: {
    hubspot: 'opportunities',
    salesforce: 'dealsCreated',
    zoho: 'dealsCreated',
  },
  sample: { each: 31 },
};

/** Sales closed, counted, not valued. */
export const closedSales: Quantity = {
  ...counted,
  called: 'closedSales',
  sources: {
    hubspot: 'dealsWon',
    salesforce: 'dealsWon',
    zoho: 'dealsWon',
  },
  sample: { of: 'SALESCVR.opportunities', share: 0.34 },
};

/** Customers who came out of the leads they are compared with. */
export const customersFromLeads: Quantity = {
  ...counted,
  called: 'customersFromLeads',
  sources: {},
  sample: { of: 'LEADS', share: 0.085 },
};

export const orders: Quantity = {
  ...counted,
  called: 'orders',
  sources: { ga4: { metric: 'ecommercePurchases' }, platform: 'orders' },
  sample: { each: 125 },
};

export const cancelledOrders: Quantity = {
  ...counted,
  called: 'cancelledOrders',
  sources: { platform: 'cancelled orders' },
  sample: { of: 'CANCELRATE.orders', share: 0.06 },
};

export const unitsSold: Quantity = {
  ...counted,
  called: 'unitsSold',
  sources: { ga4: { metric: 'itemsPurchased' }, platform: 'items sold' },
  sample: { of: 'CANCELRATE.orders', times: 1.7 },
};
