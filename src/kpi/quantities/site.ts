import type { Quantity } from '../define.ts';
import { counted, unique } from './shapes.ts';

/** Where articles usually live on a site; a reader's own paths replace these. */
const articles = ['/blog', '/tin-tuc', '/bai-viet', '/kien-thuc'] as const;

export const sessions: Quantity = {
  ...counted,
  title: { en: 'sessions', vi: 'số phiên truy cập' },
  none: { en: 'no sessions', vi: 'không có phiên truy cập' },
  sources: { ga4: { metric: 'sessions' } },
};

/** People who used the site; counted once however often they came. */
export const activeUsers: Quantity = {
  ...unique,
  title: { en: 'active users', vi: 'số người dùng hoạt động' },
  none: { en: 'no active users', vi: 'không có người dùng' },
  sources: { ga4: { metric: 'activeUsers' } },
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
};

/** Sessions longer than 10 seconds, with a key event, or with two or more page views. */
export const engagedSessions: Quantity = {
  ...counted,
  title: { en: 'engaged sessions', vi: 'số phiên có tương tác' },
  sources: { ga4: { metric: 'engagedSessions' } },
};

export const contentSessions: Quantity = {
  ...counted,
  title: { en: 'sessions that began on content', vi: 'số phiên bắt đầu từ nội dung' },
  none: { en: 'no sessions on content', vi: 'không có phiên từ nội dung' },
  sources: {
    ga4: { metric: 'sessions', only: [{ dimension: 'landingPage', startsWith: articles }] },
  },
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
};

export const blogViews: Quantity = {
  ...counted,
  title: { en: 'blog page views', vi: 'số lượt xem trang blog' },
  sources: {
    ga4: { metric: 'screenPageViews', only: [{ dimension: 'pagePath', startsWith: articles }] },
  },
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
};

/** Seconds in which the page was in front of somebody. */
export const engagementSeconds: Quantity = {
  title: { en: 'engagement time in seconds', vi: 'thời gian tương tác (giây)' },
  unit: 'seconds',
  over: 'sum',
  min: 0,
  sources: { ga4: { metric: 'userEngagementDuration' } },
};

export const sessionSeconds: Quantity = {
  title: { en: 'time of all sessions in seconds', vi: 'tổng thời lượng phiên (giây)' },
  unit: 'seconds',
  over: 'sum',
  min: 0,
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
};
