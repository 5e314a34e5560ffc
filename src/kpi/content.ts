import { defineCount, defineKpi, type Kpi } from './define.ts';
import {
  activeUsers,
  blogViews,
  contentLeads,
  contentSessions,
  engagedContentSessions,
  engagedSessions,
  engagementSeconds,
  sessionSeconds,
  sessions,
} from './quantities/site.ts';

/** KPIs of content and of what people do on the site. */
export const contentKpis: readonly Kpi[] = [
  defineKpi({
    k: 'K23',
    name: 'CONTENTENGRATE',
    title: { en: 'Content engagement rate', vi: 'Tỷ lệ gắn kết với nội dung' },
    summary: {
      en: 'What share of the visits that began on your content was engaged.',
      vi: 'Bao nhiêu phần trăm lượt truy cập bắt đầu từ trang nội dung có tương tác.',
    },
    alsoCalled: {
      en: ['GA4 engagement rate', 'content engagement'],
      vi: ['tỷ lệ tương tác nội dung', 'mức độ gắn kết nội dung'],
    },
    inputs: { engagedSessions: engagedContentSessions, sessions: contentSessions },
    formula: 'engagedSessions / sessions',
    must: ['engagedSessions <= sessions'],
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'engagement',
    roles: ['content'],
    pitfalls: [
      {
        en: 'This is the engagement of Google Analytics: over 10 seconds, or a key event, or two page views. It is not the rate of social media.',
        vi: 'Đây là tương tác theo Google Analytics: trên 10 giây, hoặc có sự kiện chính, hoặc xem ít nhất hai trang. Đây không phải tỷ lệ tương tác trên mạng xã hội.',
      },
      {
        en: 'Take sessions that began on content pages in both numbers, not those of the whole site.',
        vi: 'Hãy lấy phiên bắt đầu từ trang nội dung cho cả hai con số, không lấy phiên của cả website.',
      },
    ],
    source: 'https://support.google.com/analytics/answer/12195621',
    examples: [{ given: { engagedSessions: 625, sessions: 1000 }, gives: 0.625 }],
  }),
  defineCount({
    k: 'K24',
    name: 'BLOGTRAFFIC',
    title: { en: 'Blog traffic', vi: 'Lưu lượng truy cập blog' },
    summary: {
      en: 'How often the pages of your blog were viewed.',
      vi: 'Các trang blog của bạn được xem bao nhiêu lượt.',
    },
    alsoCalled: {
      en: ['blog views', 'article views'],
      vi: ['traffic blog', 'lượt xem bài viết', 'lượt đọc blog'],
    },
    counts: blogViews,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'awareness',
    roles: ['content'],
    pitfalls: [
      {
        en: 'Check which addresses belong to the blog: /blog, /tin-tuc, /bai-viet and /kien-thuc are only suggestions.',
        vi: 'Hãy kiểm tra địa chỉ nào thuộc blog: /blog, /tin-tuc, /bai-viet và /kien-thuc chỉ là gợi ý.',
      },
      {
        en: 'Views are not readers: watch time on page beside it.',
        vi: 'Lượt xem chưa phải là người đọc: hãy xem kèm thời gian trên trang.',
      },
    ],
    source: 'https://developers.google.com/analytics/devguides/reporting/data/v1/api-schema',
  }),
  defineKpi({
    k: 'K25',
    name: 'TIMEONPAGE',
    title: { en: 'Engagement time per user', vi: 'Thời gian trên trang' },
    summary: {
      en: 'How many seconds the page was in front of each user on average.',
      vi: 'Trung bình mỗi người dùng xem trang bao nhiêu giây.',
    },
    alsoCalled: {
      en: ['time on page', 'average engagement time'],
      vi: ['thời gian tương tác trung bình', 'thời gian ở lại trang', 'time on page'],
    },
    inputs: { engagementSeconds, activeUsers },
    formula: 'engagementSeconds / activeUsers',
    unit: 'secondsEach',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'engagement',
    roles: ['content'],
    pitfalls: [
      {
        en: 'Google Analytics 4 has no “time on page”: this is engagement time per active user, and old figures cannot be compared with it.',
        vi: 'Google Analytics 4 không còn “thời gian trên trang”: đây là thời gian tương tác của mỗi người dùng hoạt động, không so được với số liệu cũ.',
      },
      {
        en: 'Users do not add up over weeks: for a quarter take the users of the quarter.',
        vi: 'Không cộng được số người dùng của các tuần: muốn tính cho cả quý, hãy lấy số người dùng của cả quý.',
      },
    ],
    source: 'https://support.google.com/analytics/answer/11109416',
    examples: [{ given: { engagementSeconds: 90000, activeUsers: 1200 }, gives: 75 }],
  }),
  defineKpi({
    k: 'K26',
    name: 'SESSIONTIME',
    title: { en: 'Average session duration', vi: 'Thời lượng phiên trung bình' },
    summary: {
      en: 'How many seconds a visit lasts on average.',
      vi: 'Trung bình một lượt truy cập kéo dài bao nhiêu giây.',
    },
    alsoCalled: {
      en: ['session duration', 'visit duration'],
      vi: ['thời lượng phiên', 'thời gian mỗi phiên'],
    },
    inputs: { totalSeconds: sessionSeconds, sessions },
    formula: 'totalSeconds / sessions',
    unit: 'secondsEach',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'engagement',
    roles: ['digital', 'content'],
    pitfalls: [
      {
        en: 'To join several weeks, first multiply each average by its sessions and add up the seconds.',
        vi: 'Muốn gộp nhiều tuần, hãy nhân mỗi số trung bình với số phiên rồi cộng số giây lại trước khi chia.',
      },
      {
        en: 'Long is not always good: on a help page a short visit can be a found answer.',
        vi: 'Lâu chưa hẳn là tốt: ở trang hướng dẫn, phiên ngắn có khi là vì người dùng đã tìm thấy câu trả lời.',
      },
    ],
    source: 'https://developers.google.com/analytics/devguides/reporting/data/v1/api-schema',
    examples: [{ given: { totalSeconds: 150000, sessions: 1250 }, gives: 120 }],
  }),
  defineKpi({
    k: 'K27',
    name: 'BOUNCE',
    title: { en: 'Bounce rate', vi: 'Tỷ lệ thoát (Bounce rate)' },
    summary: {
      en: 'What share of the visits ended without any engagement.',
      vi: 'Bao nhiêu phần trăm lượt truy cập kết thúc mà không có tương tác.',
    },
    alsoCalled: {
      en: ['bounces'],
      vi: ['tỷ lệ thoát', 'tỷ lệ thoát trang', 'bounce', 'tỷ lệ số trang không truy cập'],
    },
    inputs: { engagedSessions, sessions },
    formula: '(sessions - engagedSessions) / sessions',
    must: ['engagedSessions <= sessions'],
    unit: 'fraction',
    better: 'lower',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'engagement',
    roles: ['content', 'digital'],
    pitfalls: [
      {
        en: 'In Google Analytics 4 it is 1 minus the share of engaged sessions: over 10 seconds, or a key event, or two page views. Figures from Universal Analytics, until 2023, meant something else.',
        vi: 'Trong Google Analytics 4, tỷ lệ này bằng 1 trừ tỷ lệ phiên có tương tác (trên 10 giây, hoặc có sự kiện chính, hoặc xem ít nhất hai trang). Số liệu của Universal Analytics, dùng đến năm 2023, mang nghĩa khác.',
      },
      {
        en: 'Bounce is not exit: the exit rate says on which page visits end, and every visit ends somewhere.',
        vi: 'Bounce không phải Exit: tỷ lệ Exit cho biết lượt truy cập kết thúc ở trang nào, mà lượt nào cũng phải kết thúc ở một trang nào đó.',
      },
    ],
    source: 'https://support.google.com/analytics/answer/12195621',
    examples: [{ given: { engagedSessions: 625, sessions: 1000 }, gives: 0.375 }],
  }),
  defineCount({
    k: 'K41',
    name: 'CONTENTLEADS',
    title: { en: 'Leads from content', vi: 'Số lượng khách hàng tiềm năng từ nội dung' },
    summary: {
      en: 'How many leads came to you through an article, a video or another piece of content.',
      vi: 'Bao nhiêu lead đến với bạn qua bài viết, video hoặc nội dung khác.',
    },
    alsoCalled: {
      en: ['content leads', 'blog leads'],
      vi: ['lead từ nội dung', 'lead từ blog', 'lead từ content'],
    },
    counts: contentLeads,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'lead',
    roles: ['content'],
    pitfalls: [
      {
        en: 'Here a lead comes from content when the visit began on it. Another rule gives another number: keep one.',
        vi: 'Ở đây lead được tính cho nội dung khi lượt truy cập bắt đầu từ đó. Quy tắc khác sẽ ra số khác: hãy giữ nguyên một quy tắc.',
      },
    ],
    source: 'https://support.google.com/analytics/answer/9267568',
  }),
];
