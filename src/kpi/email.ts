import { defineKpi, type Kpi } from './define.ts';
import { product } from './identity.ts';
import {
  delivered,
  emailClicks,
  emailConversions,
  opens,
  unsubscribes,
} from './quantities/email.ts';

/** KPIs of e-mail marketing. */
export const emailKpis: readonly Kpi[] = [
  defineKpi({
    k: 'K30',
    name: 'OPENRATE',
    title: { en: 'E-mail open rate', vi: 'Tỷ lệ mở email' },
    summary: {
      en: 'What share of the e-mails that arrived was opened.',
      vi: 'Trong số email gửi thành công, bao nhiêu phần trăm được mở.',
    },
    alsoCalled: { en: ['open rate', 'OR'], vi: ['tỷ lệ mở', 'tỷ lệ mở thư'] },
    inputs: { opens, delivered },
    formula: 'opens / delivered',
    must: ['opens <= delivered'],
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'engagement',
    roles: ['digital', 'content'],
    guardrails: ['EMAILCTR', 'CTOR', 'EMAILCVR'],
    traits: ['overstated'],
    pitfalls: [
      {
        en: 'Since 2021 Apple Mail Privacy Protection loads e-mails unread, so opens are overstated. Judge by clicks.',
        vi: 'Từ 2021, Apple Mail Privacy Protection tự tải thư dù chưa ai đọc nên lượt mở bị đội lên. Hãy đánh giá bằng lượt nhấp.',
      },
      {
        en: 'Count each recipient once per e-mail, and divide by e-mails delivered, not sent.',
        vi: 'Mỗi người nhận chỉ tính một lần cho mỗi email, và chia cho số email gửi thành công, không chia cho tổng số email đã gửi.',
      },
    ],
    source: 'https://mailchimp.com/help/about-open-and-click-rates/',
    examples: [{ given: { opens: 375, delivered: 1000 }, gives: 0.375 }],
  }),
  defineKpi({
    k: 'K31',
    name: 'EMAILCTR',
    title: { en: 'E-mail click rate', vi: 'Tỷ lệ nhấp email' },
    summary: {
      en: 'What share of the e-mails that arrived got a click.',
      vi: 'Trong số email gửi thành công, bao nhiêu phần trăm có người nhấp.',
    },
    alsoCalled: {
      en: ['e-mail CTR', 'click rate'],
      vi: ['tỷ lệ click email', 'tỷ lệ nhấp trong email marketing'],
    },
    inputs: { clicks: emailClicks, delivered },
    formula: 'clicks / delivered',
    must: ['clicks <= delivered'],
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'engagement',
    roles: ['digital', 'content', 'department'],
    guardrails: ['UNSUBRATE', 'EMAILCVR'],
    twins: ['CTOR'],
    identities: [product('emailClicks', 'EMAILCTR', ['OPENRATE', 'CTOR'])],
    pitfalls: [
      {
        en: 'Use unique clicks: somebody who clicks five times is one person.',
        vi: 'Hãy đếm theo số người nhấp: một người nhấp năm lần vẫn là một người.',
      },
      {
        en: 'Clicks per e-mail delivered and clicks per open (CTOR) are two rates. Say which one you report.',
        vi: 'Chia cho email gửi thành công và chia cho lượt mở (CTOR) là hai tỷ lệ khác nhau. Hãy ghi rõ bạn báo cáo tỷ lệ nào.',
      },
    ],
    source: 'https://mailchimp.com/help/about-open-and-click-rates/',
    examples: [{ given: { clicks: 25, delivered: 800 }, gives: 0.03125 }],
  }),
  defineKpi({
    k: 'K31',
    name: 'CTOR',
    title: { en: 'Click-to-open rate', vi: 'Tỷ lệ nhấp trên lượt mở (CTOR)' },
    summary: {
      en: 'Of those who opened the e-mail, what share clicked.',
      vi: 'Trong số người mở email, bao nhiêu phần trăm đã nhấp.',
    },
    alsoCalled: {
      en: ['CTOR', 'click-to-open'],
      vi: ['tỷ lệ nhấp sau khi mở', 'tỷ lệ click trên mở'],
    },
    inputs: { clicks: emailClicks, opens },
    formula: 'clicks / opens',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'engagement',
    roles: ['digital', 'content'],
    pitfalls: [
      {
        en: 'Opens that Apple Mail reports unread make CTOR too low; compare only e-mails to similar lists.',
        vi: 'Lượt mở ảo do Apple Mail làm CTOR thấp hơn thực tế; chỉ so sánh các email gửi cho danh sách giống nhau.',
      },
      {
        en: 'Clicks can exceed opens: mail programs that block images hide the open, not the click.',
        vi: 'Lượt nhấp có thể nhiều hơn lượt mở: ứng dụng email chặn ảnh thì không ghi được lượt mở nhưng vẫn ghi lượt nhấp.',
      },
    ],
    source: 'https://www.campaignmonitor.com/resources/glossary/click-to-open-rate-ctor/',
    examples: [{ given: { clicks: 30, opens: 240 }, gives: 0.125 }],
  }),
  defineKpi({
    k: 'K32',
    name: 'UNSUBRATE',
    title: { en: 'Unsubscribe rate', vi: 'Tỷ lệ hủy đăng ký email' },
    summary: {
      en: 'What share of the recipients asked not to get your e-mails any more.',
      vi: 'Bao nhiêu phần trăm người nhận yêu cầu ngừng nhận email của bạn.',
    },
    alsoCalled: {
      en: ['unsubscribe rate', 'opt-out rate'],
      vi: ['tỷ lệ hủy đăng ký', 'tỷ lệ bỏ theo dõi email'],
    },
    inputs: { unsubscribes, delivered },
    formula: 'unsubscribes / delivered',
    must: ['unsubscribes <= delivered'],
    unit: 'fraction',
    better: 'lower',
    group: 'output',
    level: 'operational',
    timing: 'lagging',
    funnel: 'retention',
    roles: ['digital'],
    pitfalls: [
      {
        en: 'Spam complaints hurt more than unsubscribes and are not in this rate: watch them too.',
        vi: 'Bị báo thư rác gây hại hơn hủy đăng ký và không nằm trong tỷ lệ này: hãy theo dõi cả hai.',
      },
      {
        en: 'A rate near zero can mean that the link is hard to find, not that everybody is content.',
        vi: 'Tỷ lệ gần bằng 0 có thể do liên kết hủy khó tìm, không hẳn vì ai cũng hài lòng.',
      },
    ],
    source: 'https://mailchimp.com/resources/email-marketing-benchmarks/',
    examples: [{ given: { unsubscribes: 4, delivered: 1024 }, gives: 0.00390625 }],
  }),
  defineKpi({
    k: 'K33',
    name: 'EMAILCVR',
    title: { en: 'E-mail conversion rate', vi: 'Tỷ lệ chuyển đổi email' },
    summary: {
      en: 'How many of the e-mails delivered led to what you wanted: an order, a form, a booking.',
      vi: 'Bao nhiêu phần trăm email gửi thành công dẫn tới hành động bạn muốn: đặt hàng, điền form, đặt lịch.',
    },
    alsoCalled: {
      en: ['e-mail CVR'],
      vi: ['tỷ lệ chuyển đổi từ email marketing'],
    },
    inputs: { conversions: emailConversions, delivered },
    formula: 'conversions / delivered',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'lagging',
    funnel: 'customer',
    roles: ['digital'],
    pitfalls: [
      {
        en: 'Some tools divide by clicks instead: such a rate is many times higher. Here the base is e-mails delivered.',
        vi: 'Một số công cụ chia cho lượt nhấp nên tỷ lệ cao hơn nhiều lần. Ở đây mẫu số là số email gửi thành công.',
      },
      {
        en: 'The often quoted “2–5%” is a click rate, not a conversion rate: set the target from your own past results.',
        vi: 'Con số “2–5%” hay được nhắc là tỷ lệ nhấp, không phải tỷ lệ chuyển đổi: hãy đặt chỉ tiêu theo số liệu cũ của chính bạn.',
      },
      {
        en: 'Tag the links (medium = email), or these conversions are credited to other channels.',
        vi: 'Hãy gắn thẻ UTM cho liên kết (medium = email), nếu không chuyển đổi sẽ bị ghi cho kênh khác.',
      },
    ],
    source: 'https://www.mailgun.com/resources/learn/glossary/conversion-rate/',
    examples: [{ given: { conversions: 8, delivered: 2048 }, gives: 0.00390625 }],
  }),
];
