import { defineKpi, type Kpi } from './define.ts';
import {
  campaignConversions,
  campaignSessions,
  conversions,
  socialConversions,
  socialSessions,
} from './quantities/conversion.ts';
import { sessions } from './quantities/site.ts';

/** KPIs of visits that turn into what you wanted. */
export const conversionKpis: readonly Kpi[] = [
  defineKpi({
    k: 'K43',
    name: 'CVR',
    title: { en: 'Website conversion rate', vi: 'Tỷ lệ chuyển đổi website (CVR)' },
    summary: {
      en: 'What share of the visits ends in what you wanted: an order, a form, a call.',
      vi: 'Bao nhiêu phần trăm lượt truy cập dẫn tới hành động bạn muốn: đặt hàng, điền form, gọi điện.',
    },
    alsoCalled: {
      en: ['CVR', 'CR', 'conversion rate'],
      vi: ['tỷ lệ chuyển đổi', 'tỷ lệ chuyển đổi từ khách truy cập thành khách hàng'],
    },
    inputs: { conversions, visits: sessions },
    formula: 'conversions / visits',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'lagging',
    funnel: 'customer',
    roles: ['digital'],
    twins: ['VISITTOLEAD'],
    traits: ['undefined'],
    pitfalls: [
      {
        en: 'From 2% to 2.5% is half a percentage point up and growth of 25%. Say which of the two you mean.',
        vi: 'Từ 2% lên 2,5% là tăng 0,5 điểm %, tức tăng trưởng 25%. Hãy ghi rõ bạn đang nói đến con số nào.',
      },
      {
        en: 'Name the conversion. Orders and newsletter sign-ups in one rate say nothing.',
        vi: 'Hãy nêu rõ chuyển đổi là gì. Gộp đơn hàng với đăng ký nhận tin thì tỷ lệ không nói lên điều gì.',
      },
      {
        en: 'Never average the rates of channels or days: total conversions and visits, then divide once.',
        vi: 'Đừng lấy trung bình tỷ lệ của các kênh hay các ngày: hãy cộng chuyển đổi và lượt truy cập rồi chia một lần.',
      },
    ],
    source: 'https://support.google.com/analytics/answer/9267568',
    examples: [{ given: { conversions: 40, visits: 1280 }, gives: 0.03125 }],
  }),
  defineKpi({
    k: 'K44',
    name: 'CAMPAIGNCVR',
    title: {
      en: 'Campaign conversion rate',
      vi: 'Tỷ lệ chuyển đổi từ một chiến dịch marketing',
    },
    summary: {
      en: 'What share of the visits a campaign brought ends in what it was made for.',
      vi: 'Bao nhiêu phần trăm lượt truy cập do chiến dịch mang về dẫn tới hành động mà chiến dịch nhắm đến.',
    },
    alsoCalled: {
      en: ['campaign CVR'],
      vi: ['tỷ lệ chuyển đổi chiến dịch', 'hiệu quả chiến dịch'],
    },
    inputs: { conversions: campaignConversions, visits: campaignSessions },
    formula: 'conversions / visits',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'lagging',
    funnel: 'customer',
    roles: ['digital', 'department'],
    pitfalls: [
      {
        en: 'Ad platforms divide by clicks and count conversions after a mere view as well: take both numbers from one system.',
        vi: 'Nền tảng quảng cáo chia cho lượt nhấp và tính cả chuyển đổi sau lượt xem: hãy lấy cả hai con số từ cùng một hệ thống.',
      },
      {
        en: 'Some people convert days after the visit: leave a young campaign time before judging it.',
        vi: 'Có người vài ngày sau mới chuyển đổi: với chiến dịch mới chạy, hãy chờ thêm rồi mới đánh giá.',
      },
    ],
    source: 'https://support.google.com/google-ads/answer/2684489',
    examples: [{ given: { conversions: 18, visits: 288 }, gives: 0.0625 }],
  }),
  defineKpi({
    k: 'K45',
    name: 'SOCIALCVR',
    title: { en: 'Social conversion rate', vi: 'Tỷ lệ chuyển đổi từ mạng xã hội' },
    summary: {
      en: 'What share of the visits from social media ends in what you wanted.',
      vi: 'Bao nhiêu phần trăm lượt truy cập từ mạng xã hội dẫn tới hành động bạn muốn.',
    },
    alsoCalled: {
      en: ['social media conversion rate'],
      vi: ['chuyển đổi từ Facebook', 'chuyển đổi từ TikTok', 'tỷ lệ chuyển đổi social'],
    },
    inputs: { conversions: socialConversions, visits: socialSessions },
    formula: 'conversions / visits',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'lagging',
    funnel: 'customer',
    roles: ['social'],
    traits: ['attributed'],
    pitfalls: [
      {
        en: 'Orders closed in messages never reach the site and are missing here: count them separately.',
        vi: 'Đơn chốt qua tin nhắn không đi qua website nên không có ở đây: hãy đếm riêng.',
      },
      {
        en: 'Links in apps often lose their origin and appear as direct visits: tag them with UTM.',
        vi: 'Liên kết trong ứng dụng hay mất nguồn và bị tính là truy cập trực tiếp: hãy gắn thẻ UTM.',
      },
    ],
    source: 'https://support.google.com/analytics/answer/9756891',
    examples: [{ given: { conversions: 12, visits: 768 }, gives: 0.015625 }],
  }),
];
