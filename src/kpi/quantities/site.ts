import type { Quantity } from '../define.ts';
import { counted, unique } from './shapes.ts';

/** Where articles usually live on a site; a reader's own paths replace these. */
const articles = ['/blog', '/tin-tuc', '/bai-viet', '/kien-thuc'] as const;

export const sessions: Quantity = {
  ...counted,
  title: { en: 'sessions', vi: 'số phiên truy cập' },
  none: { en: 'no sessions', vi: 'không có phiên truy cập' },
  sources: { ga4: { metric: 'sessions' } },
  sample: { each: 12_000 },
};

/** People who used the site; counted once however often they came. */
export const activeUsers: Quantity = {
  ...unique,
  title: { en: 'active users', vi: 'số người dùng hoạt động' },
  none: { en: 'no active users', vi: 'không có người dùng' },
  sources: { ga4: { metric: 'activeUsers' } },
  sample: { each: 9000 },
};

export const organicSessions: Quantity = {
  ...counted,
  title: { en: 'organic sessions', vi: 'số phiên tự nhiên' },
  sources: {
    ga4: {
      metric: 'sessions',
      only: [{ dimension: 'sessionDefaultChannelGroup', is: ['Organic Search'] }],
    },
    searchConsole: 'clicks',
    semrush: 'Ot',
  },
  sample: { of: 'TRAFFIC', share: 0.34 },
};

/** Sessions longer than 10 seconds, with a key event, or with two or more page views. */
export const engagedSessions: Quantity = {
  ...counted,
  title: { en: 'engaged sessions', vi: 'số phiên có tương tác' },
  sources: { ga4: { metric: 'engagedSessions' } },
  sample: { of: 'TRAFFIC', share: 0.61 },
};

export const contentSessions: Quantity = {
  ...counted,
  title: { en: 'sessions that began on content', vi: 'số phiên bắt đầu từ nội dung' },
  none: { en: 'no sessions on content', vi: 'không có phiên từ nội dung' },
  sources: {
    ga4: { metric: 'sessions', only: [{ dimension: 'landingPage', startsWith: articles }] },
  },
  sample: { of: 'TRAFFIC', share: 0.3 },
};

export const engagedContentSessions: Quantity = {
  ...counted,
  title: {
    en: 'engaged sessions that began on content',
    vi: 'số phiên có tương tác bắt đầu từ nội dung',
  },
  sources: {
    ga4: { metric: 'engagedSessions', only: [{ dimension: 'landingPage', startsWith: articles }] },
  },
  sample: { of: 'CONTENTENGRATE.sessions', share: 0.58 },
};

export const blogViews: Quantity = {
  ...counted,
  title: { en: 'blog page views', vi: 'số lượt xem trang blog' },
  sources: {
    ga4: { metric: 'screenPageViews', only: [{ dimension: 'pagePath', startsWith: articles }] },
  },
  sample: { each: 5200 },
};

export const contentLeads: Quantity = {
  ...counted,
  title: { en: 'leads from content', vi: 'số lead từ nội dung' },
  sources: {
    ga4: {
      metric: 'keyEvents',
      only: [
        { dimension: 'eventName', is: ['generate_lead'] },
        { dimension: 'landingPage', startsWith: articles },
      ],
    },
  },
  sample: { of: 'LEADS', share: 0.28 },
};

/** Seconds in which the page was in front of somebody. */
export const engagementSeconds: Quantity = {
  title: { en: 'engagement time in seconds', vi: 'thời gian tương tác (giây)' },
  unit: 'seconds',
  over: 'sum',
  min: 0,
  sources: { ga4: { metric: 'userEngagementDuration' } },
  sample: { of: 'TRAFFIC', times: 48 },
};

export const sessionSeconds: Quantity = {
  title: { en: 'time of all sessions in seconds', vi: 'tổng thời lượng phiên (giây)' },
  unit: 'seconds',
  over: 'sum',
  min: 0,
  sample: { of: 'TRAFFIC', times: 130 },
};

/** Position among search results, 1 being the first, weighted by impressions. */
export const searchPosition: Quantity = {
  title: { en: 'average position in search', vi: 'thứ hạng tìm kiếm trung bình' },
  unit: 'rank',
  over: 'whole',
  min: 1,
  sources: {
    searchConsole: 'position',
    ga4: { metric: 'organicGoogleSearchAveragePosition' },
    semrush: 'Po',
  },
  sample: { level: 11.5, drift: -0.15 },
};
