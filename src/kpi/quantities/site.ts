import type { Quantity } from '../define.ts';
import { counted, unique } from './shapes.ts';

/** Where articles usually live on a site; a reader's own paths replace these. */
const articles = ['/blog', '/tin-tuc', '/bai-viet', '/kien-thuc'] as const;

export const sessions: Quantity = {
  ...counted,
  called: 'sessions',
  sources: { ga4: { metric: 'sessions' } },
  sample: { each: 12_000 },
};

/** People who used the site; counted once however often they came. */
export const activeUsers: Quantity = {
  ...unique,
  called: 'activeUsers',
  sources: { ga4: { metric: 'activeUsers' } },
  sample: { each: 9000 },
};

export const organicSessions: Quantity = {
  ...counted,
  called: 'organicSessions',
  sources: {
    ga4: {
      metric: 'sessions',
      only: [{ dimension: 'sessionDefaultChannelGroup', is: ['Organic Search'] }],
    },
  },
  sample: { of: 'TRAFFIC', share: 0.34 },
};

/** Sessions longer than 10 seconds, with a key event, or with two or more page views. */
export const engagedSessions: Quantity = {
  ...counted,
  called: 'engagedSessions',
  sources: { ga4: { metric: 'engagedSessions' } },
  sample: { of: 'TRAFFIC', share: 0.61 },
};

export const contentSessions: Quantity = {
  ...counted,
  called: 'contentSessions',
  sources: {
    ga4: { metric: 'sessions', only: [{ dimension: 'landingPage', startsWith: articles }] },
  },
  sample: { of: 'TRAFFIC', share: 0.3 },
};

export const engagedContentSessions: Quantity = {
  ...counted,
  called: 'engagedContentSessions',
  sources: {
    ga4: { metric: 'engagedSessions', only: [{ dimension: 'landingPage', startsWith: articles }] },
  },
  sample: { of: 'CONTENTENGRATE.sessions', share: 0.58 },
};

export const blogViews: Quantity = {
  ...counted,
  called: 'blogViews',
  sources: {
    ga4: { metric: 'screenPageViews', only: [{ dimension: 'pagePath', startsWith: articles }] },
  },
  sample: { each: 5200 },
};

export const contentLeads: Quantity = {
  ...counted,
  called: 'contentLeads',
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
  called: 'engagementSeconds',
  unit: 'seconds',
  over: 'sum',
  min: 0,
  sources: { ga4: { metric: 'userEngagementDuration' } },
  sample: { of: 'TRAFFIC', times: 48 },
};

export const sessionSeconds: Quantity = {
  called: 'sessionSeconds',
  unit: 'seconds',
  over: 'sum',
  min: 0,
  sample: { of: 'TRAFFIC', times: 130 },
};

/** Position among search results, 1 being the first, weighted by impressions. */
export const searchPosition: Quantity = {
  called: 'searchPosition',
  unit: 'rank',
  over: 'whole',
  min: 1,
  sources: {
    searchConsole: 'position',
    ga4: { metric: 'organicGoogleSearchAveragePosition' },
  },
  sample: { level: 11.5, drift: -0.15 },
};
