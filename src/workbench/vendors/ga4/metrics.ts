import type { Tally } from './events/tally.ts';

type MetricType = 'TYPE_INTEGER' | 'TYPE_FLOAT' | 'TYPE_SECONDS' | 'TYPE_CURRENCY';

/** What a metric is counted from. */
export type FactTable = 'visits' | 'items' | 'ads' | 'search';

export interface Metric {
  readonly facts: FactTable;
  readonly type: MetricType;
  readonly title: string;
  readonly category: string;
  readonly restricted?: 'NO_REVENUE_METRICS' | 'NO_COST_METRICS';
  readonly read: (tally: Tally, smallest: number) => number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const counted = (category: string, title: string, read: Metric['read']): Metric => ({
  facts: 'visits',
  type: 'TYPE_INTEGER',
  title,
  category,
  read,
});
const ratio = (category: string, title: string, read: Metric['read']): Metric => ({
  ...counted(category, title, read),
  type: 'TYPE_FLOAT',
});
const seconds = (category: string, title: string, read: Metric['read']): Metric => ({
  ...counted(category, title, read),
  type: 'TYPE_SECONDS',
});
const revenue = (title: string, read: Metric['read']): Metric => ({
  ...counted('Revenue', title, read),
  type: 'TYPE_CURRENCY',
  restricted: 'NO_REVENUE_METRICS',
});
const ofAds = (title: string, type: MetricType, read: Metric['read']): Metric => ({
  facts: 'ads',
  type,
  title,
  category: 'Advertising',
  read,
});
const cost = { restricted: 'NO_COST_METRICS' } as const;
const ofSearch = (title: string, type: MetricType, read: Metric['read']): Metric => ({
  facts: 'search',
  type,
  title,
  category: 'Search Console',
  read,
});

const table: Readonly<Record<string, Metric>> = {
  sessions: counted('Session', 'Sessions', (of) => of.sessions.size),
  engagedSessions: counted('Session', 'Engaged sessions', (of) => of.engaged.size),
  engagementRate: ratio('Session', 'Engagement rate', (of) =>
    share(of.engaged.size, of.sessions.size),
  ),
  bounceRate: ratio('Session', 'Bounce rate', (of) =>
    share(of.sessions.size - of.engaged.size, of.sessions.size),
  ),
  averageSessionDuration: seconds('Session', 'Average session duration', (of) =>
    share(of.sessionSeconds, of.sessions.size),
  ),
  sessionKeyEventRate: ratio('Session', 'Session key event rate', (of) =>
    share(of.withKeyEvent.size, of.sessions.size),
  ),
  totalUsers: counted('User', 'Total users', (of) => of.users.size),
  activeUsers: counted('User', 'Active users', (of) => of.active.size),
  newUsers: counted('User', 'New users', (of) => of.newcomers.size),
  userEngagementDuration: seconds('User', 'User engagement', (of) => of.attention),
  screenPageViews: counted('Page / Screen', 'Views', (of) => of.views),
  eventCount: counted('Event', 'Event count', (of) => of.events),
  keyEvents: counted('Event', 'Key events', (of) => of.keyEvents),
  totalRevenue: revenue('Total revenue', (of, smallest) => (of.orderValue + of.adValue) / smallest),
  purchaseRevenue: revenue('Purchase revenue', (of, smallest) => of.orderValue / smallest),
  averagePurchaseRevenue: revenue(
    'Average purchase revenue',
    (of, smallest) => share(of.orderValue, of.orders) / smallest,
  ),
  ecommercePurchases: counted('Ecommerce', 'Ecommerce purchases', (of) => of.orders),
  transactions: counted('Ecommerce', 'Transactions', (of) => of.orders),
  totalPurchasers: counted('Ecommerce', 'Total purchasers', (of) => of.buyers.size),
  firstTimePurchasers: counted('Ecommerce', 'First time purchasers', (of) => of.firstBuyers.size),
  itemsPurchased: {
    ...counted('Ecommerce', 'Items purchased', (of) => of.items),
    facts: 'items',
  },
  advertiserAdCost: {
    ...ofAds('Ads cost', 'TYPE_CURRENCY', (of, smallest) => of.adCost / smallest),
    ...cost,
  },
  advertiserAdClicks: ofAds('Ads clicks', 'TYPE_INTEGER', (of) => of.adClicks),
  advertiserAdImpressions: ofAds('Ads impressions', 'TYPE_INTEGER', (of) => of.adImpressions),
  advertiserAdCostPerClick: {
    ...ofAds(
      'Ads cost per click',
      'TYPE_CURRENCY',
      (of, smallest) => share(of.adCost, of.adClicks) / smallest,
    ),
    ...cost,
  },
  returnOnAdSpend: {
    ...ofAds('Return on ad spend', 'TYPE_FLOAT', (of) =>
      share(of.orderValue + of.adValue, of.adCost),
    ),
    ...cost,
  },
  organicGoogleSearchClicks: ofSearch(
    'Organic Google Search clicks',
    'TYPE_INTEGER',
    (of) => of.searchClicks,
  ),
  organicGoogleSearchImpressions: ofSearch(
    'Organic Google Search impressions',
    'TYPE_INTEGER',
    (of) => of.searchImpressions,
  ),
  organicGoogleSearchClickThroughRate: ofSearch(
    'Organic Google Search click through rate',
    'TYPE_FLOAT',
    (of) => share(of.searchClicks, of.searchImpressions),
  ),
  organicGoogleSearchAveragePosition: ofSearch(
    'Organic Google Search average position',
    'TYPE_FLOAT',
    (of) => share(of.searchPlaces, of.searchImpressions),
  ),
};

export const metrics: ReadonlyMap<string, Metric> = new Map(Object.entries(table));
