import type { Quantity } from '../define.ts';
import { counted, spent, unique } from './shapes.ts';

/** Everything spent to win new customers: media, tools, agencies, salaries and commissions. */
export const salesAndMarketingCost: Quantity = {
  ...spent,
  called: 'salesAndMarketingCost',
  sample: { of: 'CAC.newCustomers', times: 620_000 },
};

/** Customers who bought for the first time. */
export const newCustomers: Quantity = {
  ...counted,
  called: 'newCustomers',
  sources: {
    ga4: { metric: 'firstTimePurchasers' },
    hubspot: 'customers',
  },
  sample: { each: 38 },
};

export const customersAtStart: Quantity = {
  called: 'customersAtStart',
  unit: 'count',
  over: 'first',
  min: 0,
  sample: { stock: 2400, gains: 'CAC.newCustomers', loses: 'CHURN.customersLost' },
};

export const customersAtEnd: Quantity = {
  called: 'customersAtEnd',
  unit: 'count',
  over: 'last',
  min: 0,
  sample: { stock: 2400, gains: 'CAC.newCustomers', loses: 'CHURN.customersLost' },
};

/** Customers of the start who left; those who came and left in between are not in it. */
export const customersLost: Quantity = {
  ...counted,
  called: 'customersLost',
  sample: { each: 22 },
};

/** People who bought at least once in the time asked about. */
export const buyers: Quantity = {
  ...unique,
  called: 'buyers',
  sources: { ga4: { metric: 'totalPurchasers' } },
  sample: { each: 420 },
};

/** People who bought at least twice in the time asked about. */
export const repeatBuyers: Quantity = {
  ...unique,
  called: 'repeatBuyers',
  sample: { of: 'REPEATRATE.customers', share: 0.27 },
};

export const orderValue: Quantity = {
  called: 'orderValue',
  unit: 'moneyEach',
  over: 'whole',
  min: 0,
  sources: { ga4: { metric: 'averagePurchaseRevenue' } },
  sample: { level: 452_000, drift: 1500 },
};

export const ordersPerYear: Quantity = {
  called: 'ordersPerYear',
  unit: 'countPerYear',
  over: 'whole',
  min: 0,
  sample: { level: 3.2, drift: 0 },
};

export const customerYears: Quantity = {
  called: 'customerYears',
  unit: 'years',
  over: 'whole',
  min: 0,
  sample: { level: 2.5, drift: 0 },
};
