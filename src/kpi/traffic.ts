import { defineCount, defineKpi, type Kpi } from './define.ts';
import { previous } from './quantities/shapes.ts';
import { activeUsers, organicSessions, searchPosition, sessions } from './quantities/site.ts';

/** KPIs of people finding the site. */
export const trafficKpis: readonly Kpi[] = [
  defineCount({
    k: 'K01',
    name: 'TRAFFIC',
    title: { en: 'Website traffic (sessions)', vi: 'Lưu lượng truy cập website (phiên)' },
    summary: {
      en: 'How many visits your site had.',
      vi: 'Website của bạn nhận được bao nhiêu lượt truy cập.',
    },
    alsoCalled: {
      en: ['sessions', 'visits', 'web traffic'],
      vi: ['traffic', 'lượt truy cập', 'số phiên'],
    },
    counts: sessions,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'awareness',
    roles: ['digital', 'content', 'department'],
    guardrails: [
      'CVR',
      'VISITTOLEAD',
      'BOUNCE',
      'SESSIONTIME',
      'CONTENTENGRATE',
      'CAMPAIGNCVR',
      'LEADS',
    ],
    twins: ['VISITORS', 'TRAFFICGROWTH'],
    fallback: 1,
    pitfalls: [
      {
        en: 'Sessions are visits, not people: one person can make many. For people use VISITORS.',
        vi: 'Phiên là lượt truy cập, không phải số người: một người có thể có nhiều phiên. Muốn đếm người, hãy dùng VISITORS.',
      },
      {
        en: 'Traffic bought for its own sake moves nothing else: read it beside the conversion rate.',
        vi: 'Mua lưu lượng chỉ để đẹp số thì không mang lại gì: hãy xem cùng tỷ lệ chuyển đổi.',
      },
    ],
    source: 'https://support.google.com/analytics/answer/9191807',
  }),
  defineCount({
    k: 'K01',
    name: 'VISITORS',
    title: { en: 'Website visitors (users)', vi: 'Số người truy cập website' },
    summary: {
      en: 'How many different people used your site.',
      vi: 'Bao nhiêu người khác nhau đã truy cập website của bạn.',
    },
    alsoCalled: {
      en: ['users', 'unique visitors', 'active users'],
      vi: ['người dùng', 'khách truy cập', 'lượng người truy cập'],
    },
    counts: activeUsers,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'awareness',
    roles: ['digital', 'content'],
    guardrails: ['CVR', 'VISITTOLEAD', 'BOUNCE', 'SESSIONTIME', 'TIMEONPAGE', 'LEADS'],
    traits: ['vanity'],
    pitfalls: [
      {
        en: 'Users of days or channels do not add up: the same person is in several. Read the number for the whole period.',
        vi: 'Không cộng được số người dùng của các ngày hay các kênh: một người có thể được đếm nhiều lần. Hãy lấy số của cả kỳ.',
      },
      {
        en: 'Google Analytics estimates this number, and one person with two devices is two users.',
        vi: 'Google Analytics chỉ ước tính số này, và một người dùng hai thiết bị được tính là hai.',
      },
    ],
    source: 'https://support.google.com/analytics/answer/12253918',
  }),
  defineKpi({
    k: 'K02',
    name: 'TRAFFICGROWTH',
    title: { en: 'Traffic growth', vi: 'Tăng trưởng traffic website' },
    summary: {
      en: 'By what percentage your visits grew compared with the period before.',
      vi: 'Lượt truy cập tăng bao nhiêu phần trăm so với kỳ trước.',
    },
    alsoCalled: {
      en: ['growth of sessions'],
      vi: ['tăng traffic cho website', 'mức tăng lưu lượng truy cập'],
    },
    inputs: {
      now: sessions,
      before: previous(
        sessions,
        {
          en: 'no sessions in the period before',
          vi: 'kỳ trước không có phiên truy cập',
        },
        { of: 'TRAFFIC', times: 0.9 },
      ),
    },
    formula: '(now - before) / before',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'awareness',
    roles: ['digital'],
    pitfalls: [
      {
        en: 'Compare periods of equal length and season: Tet weeks against ordinary weeks say little.',
        vi: 'Hãy so hai kỳ dài bằng nhau và cùng mùa vụ: so tuần Tết với tuần thường không nói lên điều gì.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/Relative_change',
    examples: [{ given: { now: 23000, before: 20000 }, gives: 0.15 }],
  }),
  defineKpi({
    k: 'K03',
    name: 'ORGANICGROWTH',
    title: { en: 'Organic traffic growth', vi: 'Mức tăng lưu lượng truy cập tự nhiên' },
    summary: {
      en: 'By what percentage visits from unpaid search grew compared with the period before.',
      vi: 'Lượt truy cập từ tìm kiếm không trả tiền tăng bao nhiêu phần trăm so với kỳ trước.',
    },
    alsoCalled: {
      en: ['SEO traffic growth', 'organic growth'],
      vi: ['tăng traffic SEO', 'tăng trưởng organic', 'lưu lượng tự nhiên'],
    },
    inputs: {
      now: organicSessions,
      before: previous(
        organicSessions,
        {
          en: 'no organic sessions in the period before',
          vi: 'kỳ trước không có phiên tự nhiên',
        },
        { of: 'ORGANICGROWTH.now', times: 0.92 },
      ),
    },
    formula: '(now - before) / before',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'awareness',
    roles: ['content', 'digital'],
    pitfalls: [
      {
        en: 'Take both periods from one system: Search Console counts clicks, Google Analytics counts sessions.',
        vi: 'Hãy lấy số của cả hai kỳ từ cùng một hệ thống: Search Console đếm lượt nhấp, Google Analytics đếm phiên.',
      },
      {
        en: 'People who search your brand name are the fruit of advertising, not of SEO: look at them apart.',
        vi: 'Người tìm đúng tên thương hiệu là nhờ quảng cáo chứ không nhờ SEO: hãy tách riêng nhóm này.',
      },
    ],
    source: 'https://support.google.com/analytics/answer/9756891',
    examples: [{ given: { now: 9000, before: 8000 }, gives: 0.125 }],
  }),
  defineCount({
    k: 'K18',
    name: 'SEARCHRANK',
    title: { en: 'Average search position', vi: 'Thứ hạng trên công cụ tìm kiếm (SEO)' },
    summary: {
      en: 'At which place your pages stand in search results on average; 1 is the top.',
      vi: 'Trung bình các trang của bạn đứng thứ mấy trong kết quả tìm kiếm; 1 là đầu bảng.',
    },
    alsoCalled: {
      en: ['SEO ranking', 'average position', 'keyword ranking'],
      vi: ['thứ hạng SEO', 'thứ hạng từ khóa', 'vị trí trung bình'],
    },
    counts: searchPosition,
    unit: 'rank',
    better: 'lower',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'awareness',
    roles: ['content', 'digital', 'department'],
    pitfalls: [
      {
        en: 'Lower is better: from 8 to 5 is progress.',
        vi: 'Số càng nhỏ càng tốt: từ 8 xuống 5 là tiến bộ.',
      },
      {
        en: 'The average is weighted by impressions. Do not average the positions of pages yourself.',
        vi: 'Số trung bình này có trọng số theo lượt hiển thị. Đừng tự lấy trung bình vị trí các trang.',
      },
      {
        en: 'Ranking for new, hard keywords makes the average worse while traffic grows: look at clicks too.',
        vi: 'Thêm từ khóa mới và khó làm thứ hạng trung bình kém đi dù lưu lượng vẫn tăng: hãy xem cả lượt nhấp.',
      },
    ],
    source: 'https://support.google.com/webmasters/answer/7042828',
  }),
];
