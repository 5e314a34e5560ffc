import { defineCount, defineKpi, type Kpi } from './define.ts';
import { product, talking } from './identity.ts';
import {
  customersAtEnd,
  customersAtStart,
  newCustomers,
  salesAndMarketingCost,
} from './quantities/customers.ts';

/** KPIs of winning customers. */
export const customerKpis: readonly Kpi[] = [
  defineKpi({
    k: 'K47',
    name: 'CAC',
    title: { en: 'Customer acquisition cost', vi: 'Chi phí thu hút khách hàng (CAC)' },
    summary: {
      en: 'What it costs in sales and marketing to win one new customer.',
      vi: 'Bạn tốn bao nhiêu chi phí bán hàng và marketing để có một khách hàng mới.',
    },
    alsoCalled: {
      en: ['CAC', 'cost per new customer'],
      vi: ['chi phí có khách mới', 'chi phí có được khách hàng', 'chi phí sở hữu khách hàng'],
    },
    inputs: { cost: salesAndMarketingCost, newCustomers },
    formula: 'cost / newCustomers',
    unit: 'moneyEach',
    better: 'lower',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'customer',
    roles: ['manager', 'sales'],
    guardrails: ['NEWCUSTOMERS', 'CLV', 'RETENTION'],
    traits: ['undefined'],
    identities: [product('newCustomerCost', 'CAC.cost', ['NEWCUSTOMERS', 'CAC'])],
    pitfalls: [
      {
        en: 'CAC holds salaries, tools and agencies too, but not the cost of the product. Ad cost alone gives CPA.',
        vi: 'CAC gồm cả lương, công cụ và agency, nhưng không gồm giá vốn sản phẩm. Chỉ tính tiền quảng cáo thì đó là CPA.',
      },
      {
        en: 'Leave out what you spend on existing customers, and do not count their repeat orders.',
        vi: 'Hãy bỏ phần chi cho khách cũ và không tính đơn mua lại của họ.',
      },
      {
        en: "Where selling takes months, set this quarter's new customers against the cost of the quarter in which they were courted.",
        vi: 'Nếu quá trình bán kéo dài nhiều tháng, hãy so khách mới quý này với chi phí của quý đã tiếp cận họ.',
      },
    ],
    source: 'https://valuefinex.com/glossary/customer-acquisition-cost-cac',
    examples: [{ given: { cost: 240000000, newCustomers: 300 }, gives: 800000 }],
  }),
  defineKpi({
    k: 'K48',
    name: 'ACQRATE',
    title: { en: 'Customer acquisition rate', vi: 'Tỷ lệ thu hút khách hàng' },
    summary: {
      en: 'How many new customers you won for each customer you began with.',
      vi: 'Số khách hàng mới bằng bao nhiêu phần trăm số khách hàng bạn có đầu kỳ.',
    },
    alsoCalled: {
      en: ['acquisition rate'],
      vi: ['tỷ lệ có khách mới', 'tỷ lệ khách hàng mới'],
    },
    inputs: { newCustomers, customersAtStart },
    formula: 'newCustomers / customersAtStart',
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'customer',
    roles: ['manager'],
    bounds: { min: 0 },
    pitfalls: [
      {
        en: 'Others divide by the prospects contacted. This one divides by the customers at the start of the period.',
        vi: 'Có nơi chia cho số người đã tiếp cận. Ở đây chia cho số khách hàng đầu kỳ.',
      },
      {
        en: 'It says nothing about customers lost: read it beside churn.',
        vi: 'Tỷ lệ này không nói gì về khách đã rời bỏ: hãy xem cùng tỷ lệ khách hàng rời bỏ.',
      },
    ],
    source: 'https://caleido.io/yleista/blog/customer-acquisition-rate',
    examples: [{ given: { newCustomers: 90, customersAtStart: 720 }, gives: 0.125 }],
  }),
  defineCount({
    k: 'K49',
    name: 'NEWCUSTOMERS',
    title: { en: 'New customers', vi: 'Số lượng khách hàng mới' },
    summary: {
      en: 'How many people or firms bought from you for the first time.',
      vi: 'Bao nhiêu người hoặc doanh nghiệp mua của bạn lần đầu.',
    },
    alsoCalled: { en: ['first-time buyers'], vi: ['khách mới', 'khách mua lần đầu'] },
    counts: newCustomers,
    unit: 'count',
    better: 'higher',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'customer',
    roles: ['sales'],
    guardrails: ['CAC', 'RETENTION', 'REPEATRATE', 'CSAT', 'CANCELRATE', 'ROI', 'AOV'],
    twins: ['ACQRATE'],
    identities: [
      product('newCustomers', 'NEWCUSTOMERS', ['LEADS', 'LEADCVR'], {
        businesses: talking,
        taking: [['LEADCVR.customers', 'NEWCUSTOMERS']],
      }),
    ],
    figure: { of: 'newCustomers', choice: 1 },
    pitfalls: [
      {
        en: 'Google Analytics calls somebody on a new device new: the CRM or the shop knows better.',
        vi: 'Google Analytics coi người dùng thiết bị mới là khách mới: số trong CRM hoặc phần mềm bán hàng đúng hơn.',
      },
    ],
    source: 'https://developers.google.com/analytics/devguides/reporting/data/v1/api-schema',
  }),
  defineKpi({
    k: 'K50',
    name: 'CUSTOMERGROWTH',
    title: { en: 'Customer growth', vi: 'Tăng trưởng số lượng khách hàng' },
    summary: {
      en: 'By how much the number of your customers grew over the period.',
      vi: 'Số khách hàng của bạn tăng bao nhiêu phần trăm trong kỳ.',
    },
    alsoCalled: {
      en: ['customer base growth'],
      vi: ['tăng trưởng khách hàng', 'mức tăng khách hàng'],
    },
    inputs: { customersAtEnd, customersAtStart },
    formula: '(customersAtEnd - customersAtStart) / customersAtStart',
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'customer',
    roles: ['manager', 'department'],
    pitfalls: [
      {
        en: 'Growth can hide churn: many new customers may cover for many who left.',
        vi: 'Tăng trưởng có thể che mất số khách rời bỏ: khách mới nhiều bù cho khách cũ đã rời đi.',
      },
      {
        en: 'Say after how long without an order somebody stops being a customer, and keep to it.',
        vi: 'Hãy quy định sau bao lâu không mua thì không còn tính là khách hàng, và giữ nguyên quy định đó.',
      },
    ],
    source: 'https://competitiveinsight.io/resources/calculators/customer-growth-rate-calculator',
    examples: [{ given: { customersAtEnd: 920, customersAtStart: 800 }, gives: 0.15 }],
  }),
];
