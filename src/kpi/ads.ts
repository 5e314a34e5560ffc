import { defineKpi, type Kpi } from './define.ts';
import { product } from './identity.ts';
import {
  adClicks,
  adConversions,
  adCost,
  adImpressions,
  adRevenue,
  clicks,
  impressions,
} from './quantities/ads.ts';

/** KPIs of advertising: what is shown, clicked and paid for. */
export const adKpis: readonly Kpi[] = [
  defineKpi({
    k: 'K28',
    name: 'CTR',
    title: { en: 'Click-through rate', vi: 'Tỷ lệ nhấp (CTR)' },
    summary: {
      en: 'How often people click when they see your ad or search result.',
      vi: 'Trong số lần quảng cáo hoặc kết quả tìm kiếm hiển thị, bao nhiêu phần trăm được nhấp vào.',
    },
    alsoCalled: {
      en: ['CTR', 'clickthrough rate', 'click rate'],
      vi: ['tỷ lệ click', 'tỷ lệ nhấp chuột', 'tỷ lệ click vào liên kết'],
    },
    inputs: { clicks, impressions },
    formula: 'clicks / impressions',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'engagement',
    roles: ['digital'],
    guardrails: ['CVR', 'CPA', 'BOUNCE', 'VISITTOLEAD', 'CAMPAIGNCVR'],
    pitfalls: [
      {
        en: 'Never average the CTR of several ads or days: total the clicks and the impressions, then divide once.',
        vi: 'Đừng lấy trung bình CTR của nhiều quảng cáo hay nhiều ngày: hãy cộng lượt nhấp và lượt hiển thị rồi chia một lần.',
      },
      {
        en: 'This is the CTR of ads and search. In e-mail, clicks are divided by e-mails delivered: use EMAILCTR.',
        vi: 'Đây là CTR của quảng cáo và tìm kiếm. Với email, lượt nhấp được chia cho số email gửi thành công: hãy dùng EMAILCTR.',
      },
      {
        en: 'Take clicks and impressions from the same place: “all clicks” and “link clicks” give different rates.',
        vi: 'Hãy lấy lượt nhấp và lượt hiển thị từ cùng một nguồn: “tất cả lượt nhấp” và “lượt nhấp vào liên kết” cho tỷ lệ khác nhau.',
      },
    ],
    source: 'https://support.google.com/google-ads/answer/2615875',
    examples: [{ given: { clicks: 50, impressions: 800 }, gives: 0.0625 }],
  }),
  defineKpi({
    k: 'K29',
    name: 'CPC',
    title: { en: 'Cost per click', vi: 'Chi phí cho mỗi lượt nhấp (CPC)' },
    summary: {
      en: 'What you pay on average for one click on your ads.',
      vi: 'Trung bình bạn trả bao nhiêu tiền cho một lượt nhấp vào quảng cáo.',
    },
    alsoCalled: {
      en: ['CPC', 'average CPC'],
      vi: ['chi phí mỗi click', 'giá mỗi nhấp chuột', 'giá click'],
    },
    inputs: { cost: adCost, clicks: adClicks },
    formula: 'cost / clicks',
    unit: 'moneyEach',
    better: 'lower',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'engagement',
    roles: ['digital'],
    guardrails: ['CVR', 'CPA', 'ROAS', 'VISITTOLEAD', 'CPL'],
    pitfalls: [
      {
        en: 'Cheap clicks that never convert are dear: read CPC together with cost per lead or per conversion.',
        vi: 'Lượt nhấp rẻ mà không ra chuyển đổi thì vẫn là đắt: hãy xem CPC cùng chi phí mỗi lead hoặc mỗi chuyển đổi.',
      },
      {
        en: 'Divide by the clicks of the ads you paid for, not by all visits to the site.',
        vi: 'Hãy chia cho lượt nhấp của chính quảng cáo bạn trả tiền, không chia cho toàn bộ lượt truy cập website.',
      },
    ],
    source: 'https://support.google.com/google-ads/answer/116495',
    examples: [{ given: { cost: 1500000, clicks: 600 }, gives: 2500 }],
  }),
  defineKpi({
    name: 'CPM',
    title: {
      en: 'Cost per thousand impressions',
      vi: 'Chi phí cho 1.000 lượt hiển thị (CPM)',
    },
    summary: {
      en: 'What it costs to have your ads shown a thousand times.',
      vi: 'Cần bao nhiêu tiền để quảng cáo hiển thị 1.000 lần.',
    },
    alsoCalled: {
      en: ['CPM', 'cost per mille'],
      vi: ['giá mỗi nghìn lượt hiển thị', 'chi phí mỗi nghìn lần hiển thị'],
    },
    inputs: { cost: adCost, impressions: adImpressions },
    formula: 'cost / impressions * 1000',
    unit: 'moneyEach',
    better: 'lower',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'awareness',
    roles: ['digital', 'brand'],
    guardrails: ['CTR', 'CPC', 'CPA'],
    traits: ['vanity'],
    identities: [
      product('thousandViews', 'CPM', ['CPC', 'CTR'], {
        constant: 1000,
        taking: [
          ['CTR.clicks', 'CPC.clicks'],
          ['CTR.impressions', 'CPM.impressions'],
        ],
      }),
    ],
    pitfalls: [
      {
        en: 'CPM is a price, not a result: a narrow, valuable audience costs more to reach.',
        vi: 'CPM là giá, không phải kết quả: tệp khách hàng hẹp và giá trị cao thì tiếp cận tốn hơn.',
      },
      {
        en: 'Impressions are not people: one person can be shown the ad many times.',
        vi: 'Lượt hiển thị không phải là số người: một người có thể thấy quảng cáo nhiều lần.',
      },
    ],
    source: 'https://support.google.com/google-ads/answer/6310',
    examples: [{ given: { cost: 500000, impressions: 16000 }, gives: 31250 }],
  }),
  defineKpi({
    k: 'K46',
    name: 'CPA',
    title: { en: 'Cost per conversion', vi: 'Chi phí cho mỗi chuyển đổi (CPA)' },
    summary: {
      en: 'What one conversion costs you in advertising.',
      vi: 'Mỗi chuyển đổi tốn bao nhiêu tiền quảng cáo.',
    },
    alsoCalled: {
      en: ['CPA', 'cost per action', 'cost per acquisition'],
      vi: ['chi phí mỗi hành động', 'giá mỗi chuyển đổi', 'chi phí chuyển đổi'],
    },
    inputs: { cost: adCost, conversions: adConversions },
    formula: 'cost / conversions',
    unit: 'moneyEach',
    better: 'lower',
    group: 'output',
    level: 'operational',
    timing: 'lagging',
    funnel: 'customer',
    roles: ['digital'],
    guardrails: ['AOV', 'ROAS', 'CAC', 'LEADQUALITY'],
    identities: [product('adClicks', 'CPA', ['CPC', 'CPC.clicks ÷ CPA.conversions'])],
    pitfalls: [
      {
        en: 'CPA is not CAC: a conversion may be a form or a repeat order. For the full cost of a new customer use CAC.',
        vi: 'CPA không phải CAC: chuyển đổi có thể chỉ là điền form hoặc đơn mua lại. Muốn biết chi phí đầy đủ cho một khách mới, hãy dùng CAC.',
      },
      {
        en: 'Without conversions there is no cost per conversion. A report that shows 0 here does not mean they were free.',
        vi: 'Không có chuyển đổi thì không có chi phí cho mỗi chuyển đổi. Báo cáo ghi số 0 ở đây không có nghĩa là miễn phí.',
      },
      {
        en: 'Cost and conversions must belong to the same ads: do not divide ad cost by the conversions of the whole site.',
        vi: 'Chi phí và chuyển đổi phải thuộc cùng nhóm quảng cáo: đừng chia chi phí quảng cáo cho chuyển đổi của cả website.',
      },
    ],
    source: 'https://support.google.com/google-ads/answer/6396841',
    examples: [{ given: { cost: 9000000, conversions: 72 }, gives: 125000 }],
  }),
  defineKpi({
    k: 'K61',
    name: 'ROAS',
    title: { en: 'Return on ad spend', vi: 'Lợi tức chi tiêu quảng cáo (ROAS)' },
    summary: {
      en: 'How much revenue each unit of money spent on ads brings.',
      vi: 'Mỗi đồng chi cho quảng cáo mang về bao nhiêu đồng doanh thu.',
    },
    alsoCalled: {
      en: ['ROAS'],
      vi: ['doanh thu trên chi phí quảng cáo', 'hiệu quả chi tiêu quảng cáo'],
    },
    inputs: { revenue: adRevenue, cost: adCost },
    formula: 'revenue / cost',
    unit: 'times',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'lagging',
    funnel: 'revenue',
    roles: ['digital'],
    guardrails: ['CAMPAIGNREV', 'SALES', 'REVENUE', 'MKTREVENUE', 'NEWCUSTOMERS'],
    traits: ['attributed'],
    identities: [product('adValue', 'ROAS.revenue ÷ CPA.conversions', ['ROAS', 'CPA'])],
    pitfalls: [
      {
        en: 'ROAS is revenue, not profit. You break even at 1 ÷ gross margin: with a margin of 25% that is 4.',
        vi: 'ROAS tính theo doanh thu, không phải lợi nhuận. Điểm hòa vốn là 1 ÷ biên lợi nhuận gộp: biên 25% thì ROAS phải đạt 4.',
      },
      {
        en: 'Each platform credits sales to itself; their revenues added together count the same order more than once.',
        vi: 'Nền tảng nào cũng nhận đơn hàng về mình: cộng doanh thu của các nền tảng thì một đơn bị tính nhiều lần.',
      },
    ],
    source: 'https://support.google.com/google-ads/answer/6268637',
    examples: [{ given: { revenue: 45000000, cost: 10000000 }, gives: 4.5 }],
  }),
];
