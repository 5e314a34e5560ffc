import type { Quantity } from '../define.ts';
import { counted, spent, unique } from './shapes.ts';

/** Everything spent to win new customers: media, tools, agencies, salaries and commissions. */
export const salesAndMarketingCost: Quantity = {
  ...spent,
  title: { en: 'sales and marketing cost', vi: 'chi phí bán hàng và marketing' },
  sample: { of: 'CAC.newCustomers', times: 620_000 },
};

/** Customers who bought for the first time. */
export const newCustomers: Quantity = {
  ...counted,
  title: { en: 'new customers', vi: 'số khách hàng mới' },
  none: { en: 'no new customers', vi: 'không có khách hàng mới' },
  sources: {
    ga4: { metric: 'firstTimePurchasers' },
    hubspot: 'hs_v2_date_entered_customer',
    salesforce: 'Account.CreatedDate',
    zoho: 'Accounts.Created_Time',
  },
  sample: { each: 38 },
};

export const customersAtStart: Quantity = {
  title: { en: 'customers at the start', vi: 'số khách hàng đầu kỳ' },
  unit: 'count',
  over: 'first',
  min: 0,
  none: { en: 'no customers at the start', vi: 'đầu kỳ không có khách hàng' },
  sample: { stock: 2400, gains: 'CAC.newCustomers', loses: 'CHURN.customersLost' },
};

export const customersAtEnd: Quantity = {
  title: { en: 'customers at the end', vi: 'số khách hàng cuối kỳ' },
  unit: 'count',
  over: 'last',
  min: 0,
  sample: { stock: 2400, gains: 'CAC.newCustomers', loses: 'CHURN.customersLost' },
};

/** Customers of the start who left; those who came and left in between are not in it. */
export const customersLost: Quantity = {
  ...counted,
  title: { en: 'customers lost', vi: 'số khách hàng rời bỏ' },
  sample: { each: 22 },
};

/** People who bought at least once in the time asked about. */
export const buyers: Quantity = {
  ...unique,
  title: { en: 'customers who bought', vi: 'số khách mua hàng' },
  none: { en: 'no customers who bought', vi: 'không có khách mua hàng' },
  sources: { ga4: { metric: 'totalPurchasers' } },
  sample: { each: 420 },
};

/** People who bought at least twice in the time asked about. */
export const repeatBuyers: Quantity = {
  ...unique,
  title: { en: 'customers who bought again', vi: 'số khách mua lại' },
  sample: { of: 'REPEATRATE.customers', share: 0.27 },
};

export const orderValue: Quantity = {
  title: { en: 'average order value', vi: 'giá trị đơn hàng trung bình' },
  unit: 'moneyEach',
  over: 'whole',
  min: 0,
  sources: { ga4: { metric: 'averagePurchaseRevenue' } },
  sample: { level: 452_000, drift: 1500 },
};

export const ordersPerYear: Quantity = {
  title: { en: 'orders per customer and year', vi: 'số đơn mỗi khách mua một năm' },
  unit: 'countPerYear',
  over: 'whole',
  min: 0,
  sample: { level: 3.2, drift: 0 },
};

export const customerYears: Quantity = {
  title: { en: 'years a customer stays', vi: 'số năm khách hàng gắn bó' },
  unit: 'years',
  over: 'whole',
  min: 0,
  sample: { level: 2.5, drift: 0 },
};
