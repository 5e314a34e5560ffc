import { defineCount, defineKpi, type Kpi } from './define.ts';
import { byDeals, byVisits, product } from './identity.ts';
import { orders, unitsSold } from './quantities/deals.ts';
import { campaignRevenue, marketingRevenue, revenue, salesValue } from './quantities/money.ts';
import { previous } from './quantities/shapes.ts';

/** KPIs of what is sold and what it brings in. */
export const revenueKpis: readonly Kpi[] = [
  defineCount({
    k: 'K54',
    name: 'SALES',
    title: { en: 'Sales value', vi: 'Doanh số bán hàng' },
    summary: {
      en: 'The value of all orders closed in the period.',
      vi: 'Tổng giá trị các đơn hàng đã chốt trong kỳ.',
    },
    alsoCalled: {
      en: ['bookings', 'order value', 'GMV', 'online sales'],
      vi: ['doanh số', 'doanh số trực tuyến', 'doanh số hàng tháng', 'giá trị đơn chốt'],
    },
    counts: salesValue,
    unit: 'money',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'revenue',
    roles: ['manager', 'sales'],
    guardrails: ['CANCELRATE', 'ROI', 'AOV', 'CSAT', 'RETENTION', 'REPEATRATE', 'ROAS'],
    twins: ['REVENUE'],
    identities: [
      product('salesByVisits', 'SALES', ['TRAFFIC', 'CVR', 'AOV'], { ...byVisits, sales: 'sales' }),
      product('salesByDeals', 'SALES', ['SQLS', 'WINRATE', 'AOV'], { ...byDeals, sales: 'sales' }),
    ],
    figure: { of: 'revenue', choice: 3 },
    pitfalls: [
      {
        en: 'Sales value is what was ordered; revenue is what the accounts recognise. Agree on one before setting a target.',
        vi: 'Doanh số là giá trị đơn chốt; doanh thu là phần kế toán ghi nhận. Hãy thống nhất dùng số nào trước khi đặt chỉ tiêu.',
      },
      {
        en: 'Decide whether VAT, shipping and cancelled orders are in it, and keep it so all quarter.',
        vi: 'Hãy quyết định có gồm VAT, phí giao hàng và đơn hủy hay không, rồi giữ nguyên cả quý.',
      },
    ],
    source: 'https://studentjob.vn/blog/doanh-so-la-gi-phan-biet-doanh-so-va-doanh-thu',
  }),
  defineCount({
    k: 'K54',
    name: 'UNITSSOLD',
    title: { en: 'Units sold', vi: 'Sản lượng bán hàng' },
    summary: {
      en: 'How many pieces were sold in the period.',
      vi: 'Bao nhiêu sản phẩm đã bán được trong kỳ.',
    },
    alsoCalled: {
      en: ['items sold', 'sales volume'],
      vi: ['số lượng bán ra', 'doanh số theo số lượng', 'sản lượng'],
    },
    counts: unitsSold,
    unit: 'count',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'revenue',
    roles: ['sales'],
    guardrails: ['CANCELRATE', 'AOV', 'SALES', 'REVENUE'],
    pitfalls: [
      {
        en: 'Some firms call this figure “doanh số” too: say units when you mean units.',
        vi: 'Có nơi cũng gọi con số này là “doanh số”: nếu nói về số lượng, hãy ghi rõ là sản lượng.',
      },
    ],
    source: 'https://cafedoanhnhan.com/2023/10/16/phan-biet-doanh-thu-va-doanh-so/',
  }),
  defineCount({
    k: 'K55',
    name: 'REVENUE',
    title: { en: 'Revenue', vi: 'Doanh thu' },
    summary: {
      en: 'What the business earned in the period, as the accounts recognise it.',
      vi: 'Doanh thu của doanh nghiệp trong kỳ, theo ghi nhận của kế toán.',
    },
    alsoCalled: {
      en: ['turnover', 'recognised revenue'],
      vi: ['doanh thu kinh doanh', 'doanh thu ghi nhận'],
    },
    counts: revenue,
    unit: 'money',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'revenue',
    roles: ['manager', 'sales'],
    guardrails: ['CANCELRATE', 'ROI', 'AOV', 'CSAT', 'RETENTION', 'REPEATRATE', 'ROAS'],
    twins: ['REVENUEGROWTH'],
    identities: [
      product('revenueByVisits', 'REVENUE', ['TRAFFIC', 'CVR', 'AOV'], {
        ...byVisits,
        taking: [...byVisits.taking, ['REVENUE', 'SALES']],
        sales: 'revenue',
      }),
      product('revenueByDeals', 'REVENUE', ['SQLS', 'WINRATE', 'AOV'], {
        ...byDeals,
        taking: [...byDeals.taking, ['REVENUE', 'SALES']],
        sales: 'revenue',
      }),
    ],
    figure: { of: 'revenue', choice: 4 },
    pitfalls: [
      {
        en: "Google Analytics' revenue is a stand-in: it misses offline orders and late refunds. The accounts decide.",
        vi: 'Doanh thu trong Google Analytics chỉ để tham khảo: nó thiếu đơn ngoài website và khoản hoàn tiền muộn. Số của kế toán mới là số chốt.',
      },
      {
        en: 'A month with more refunds than sales has negative revenue. That is a number, not a mistake.',
        vi: 'Tháng nào hoàn tiền nhiều hơn bán được thì doanh thu âm. Đó là con số thật, không phải lỗi.',
      },
    ],
    source: 'https://www.investopedia.com/terms/r/revenue.asp',
  }),
  defineKpi({
    k: 'K56',
    name: 'REVENUEGROWTH',
    title: { en: 'Revenue growth', vi: 'Mức tăng trưởng doanh thu' },
    summary: {
      en: 'By what percentage revenue grew compared with the period before.',
      vi: 'Doanh thu tăng bao nhiêu phần trăm so với kỳ trước.',
    },
    alsoCalled: {
      en: ['sales growth', 'YoY revenue'],
      vi: ['tăng trưởng doanh thu', 'tăng trưởng doanh số', 'tỷ lệ tăng doanh thu'],
    },
    inputs: {
      now: revenue,
      before: previous(
        revenue,
        {
          en: 'no revenue in the period before',
          vi: 'kỳ trước không có doanh thu',
        },
        { of: 'REVENUE', times: 0.91 },
      ),
    },
    formula: '(now - before) / before',
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'revenue',
    roles: ['manager'],
    pitfalls: [
      {
        en: 'Compare with the same season of last year: a quarter with Tet against one without tells of Tet, not of you.',
        vi: 'Hãy so với cùng kỳ năm trước: so quý có Tết với quý không có Tết là đang đo Tết chứ không đo bạn.',
      },
      {
        en: 'From zero or from a loss there is no percentage: give the difference in money.',
        vi: 'Kỳ trước bằng 0 hoặc âm thì không có phần trăm: hãy nêu mức chênh lệch bằng tiền.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/Relative_change',
    examples: [{ given: { now: 1380000000, before: 1200000000 }, gives: 0.15 }],
  }),
  defineKpi({
    k: 'K57',
    name: 'AOV',
    title: { en: 'Average order value', vi: 'Giá trị đơn hàng trung bình (AOV)' },
    summary: {
      en: 'How much one order is worth on average.',
      vi: 'Trung bình mỗi đơn hàng có giá trị bao nhiêu.',
    },
    alsoCalled: {
      en: ['AOV', 'average basket', 'basket size'],
      vi: ['giá trị trung bình đơn', 'giá trị giỏ hàng', 'đơn trung bình'],
    },
    inputs: { revenue: salesValue, orders },
    formula: 'revenue / orders',
    unit: 'moneyEach',
    better: 'higher',
    group: 'impact',
    level: 'operational',
    timing: 'lagging',
    funnel: 'revenue',
    roles: ['sales', 'digital'],
    pitfalls: [
      {
        en: 'Say whether refunds and shipping are taken out; a refunded order leaves both numbers.',
        vi: 'Hãy ghi rõ đã trừ hoàn tiền và phí giao hàng chưa; đơn đã hoàn thì bỏ ở cả doanh số và số đơn.',
      },
      {
        en: 'One large order moves the average: look at it before you celebrate.',
        vi: 'Một đơn lớn có thể kéo cả số trung bình lên: hãy xem kỹ trước khi mừng.',
      },
    ],
    source: 'https://www.shopify.com/blog/average-order-value',
    examples: [{ given: { revenue: 96000000, orders: 240 }, gives: 400000 }],
  }),
  defineCount({
    k: 'K58',
    name: 'MKTREVENUE',
    title: { en: 'Marketing-originated revenue', vi: 'Doanh thu do marketing tạo ra' },
    summary: {
      en: 'Revenue from customers whom marketing first brought in.',
      vi: 'Doanh thu từ những khách hàng mà marketing là nơi đầu tiên đưa họ đến.',
    },
    alsoCalled: {
      en: ['marketing-sourced revenue'],
      vi: ['doanh thu do tiếp thị tạo ra', 'doanh thu từ marketing'],
    },
    counts: marketingRevenue,
    unit: 'money',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'revenue',
    roles: ['manager'],
    twins: ['MKTREVSHARE'],
    traits: ['attributed'],
    identities: [product('marketingShare', 'MKTREVENUE', ['MKTREVSHARE', 'REVENUE'])],
    figure: { of: 'revenue', choice: 1 },
    pitfalls: [
      {
        en: 'The figure depends on the attribution rule: write the rule beside it and do not change it within a quarter.',
        vi: 'Con số phụ thuộc quy tắc ghi nhận nguồn: hãy ghi quy tắc bên cạnh và không đổi giữa quý.',
      },
    ],
    source: 'https://knowledge.hubspot.com/reports/understand-attribution-reporting',
  }),
  defineKpi({
    k: 'K58',
    name: 'MKTREVSHARE',
    title: {
      en: 'Marketing share of revenue',
      vi: 'Tỷ trọng doanh thu do marketing tạo ra',
    },
    summary: {
      en: 'What share of all revenue comes from customers whom marketing brought in.',
      vi: 'Bao nhiêu phần trăm tổng doanh thu đến từ khách hàng do marketing mang về.',
    },
    alsoCalled: {
      en: ['marketing contribution', 'marketing-originated share'],
      vi: ['đóng góp của marketing', 'tỷ lệ doanh thu từ marketing'],
    },
    inputs: { marketingRevenue, revenue },
    formula: 'marketingRevenue / revenue',
    must: ['revenue >= 0', 'marketingRevenue <= revenue'],
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'revenue',
    roles: ['manager'],
    traits: ['attributed'],
    pitfalls: [
      {
        en: 'Take both from the same system and the same dates: closed deals over recognised revenue mixes two clocks.',
        vi: 'Hãy lấy cả hai con số từ cùng hệ thống và cùng thời gian: giá trị đơn chốt chia cho doanh thu ghi nhận là trộn hai mốc thời gian.',
      },
    ],
    source: 'https://knowledge.hubspot.com/reports/understand-attribution-reporting',
    examples: [{ given: { marketingRevenue: 450000000, revenue: 1200000000 }, gives: 0.375 }],
  }),
  defineCount({
    k: 'K59',
    name: 'CAMPAIGNREV',
    title: { en: 'Campaign revenue', vi: 'Doanh thu từ các chiến dịch' },
    summary: {
      en: 'Revenue credited to your campaigns.',
      vi: 'Doanh thu được ghi nhận cho các chiến dịch của bạn.',
    },
    alsoCalled: {
      en: ['revenue by campaign'],
      vi: ['doanh thu chiến dịch'],
    },
    counts: campaignRevenue,
    unit: 'money',
    better: 'higher',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'revenue',
    roles: ['digital', 'manager', 'department'],
    guardrails: ['ROAS', 'ROI', 'MKTSPEND', 'CAMPAIGNCVR'],
    traits: ['attributed'],
    figure: { of: 'revenue', choice: 2 },
    pitfalls: [
      {
        en: 'Google Analytics and the ad platforms credit the same order differently: take one of them for all campaigns.',
        vi: 'Google Analytics và nền tảng quảng cáo ghi nhận cùng một đơn theo cách khác nhau: hãy dùng một nguồn cho mọi chiến dịch.',
      },
    ],
    source: 'https://developers.google.com/analytics/devguides/reporting/data/v1/api-schema',
  }),
];
