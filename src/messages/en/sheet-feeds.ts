/** What a plan's sheet says about data that flows in, in English. */
export const sheetFeedsEn = {
  // The block «data that flows in»
  feeds: 'Data that flows in',
  feedsHint:
    'Each refresh writes these cells. Blank weeks have no data yet; a week not covered to its end shows what there is so far.',
  feedInput: 'Input',
  feedWhere: 'Source',
  feedWhat: 'What counts',
  feedFrom: 'Covered from',
  feedThrough: 'Covered to',
  feedSettled: 'Settled to',
  feedUpdated: 'Updated',
  feedTrust: 'Keep in mind',
  feedNotes: {
    from: 'From this day to the one beside it, a day without a number is 0. All other days are unknown.',
    through: 'Up to the end of this day everything is in.',
    settled: 'Days after this one are provisional: the source may still change them.',
    updated: 'When the data was fetched, in the spreadsheet’s time zone.',
  },
  rate: '1 {from} = ? {to}',
  rateNote:
    'One rate for the whole quarter. While it is blank, amounts in {from} are left blank: without a rate they would be wrong.',
  rateHelp: 'Enter a number above 0.',
  rateMissing: '⚠ exchange rate {from} missing',

  // Where a number comes from, and what counts
  property: 'Google Analytics · {name}',
  table: 'Tab “{name}”',
  flowsIn: '⟳ {where}',
  alsoTyped: '{where} · some typed by hand',
  column: 'column “{name}”',
  countRows: 'number of rows',
  only: 'only {tests}',
  is: '{dimension} = {values}',
  startsWith: '{dimension} begins with {values}',
  or: ' or ',
  and: ' and ',
  splitBy: 'told apart by {dimension}',
  flowNote: 'Flows in: {where}, {what}.',

  // The line under the title
  liveProvisional:
    'week {week}/{weeks} {bar} · data settled up to {day}, provisional days after it: {n}',
  liveAllProvisional: 'week {week}/{weeks} {bar} · days of data: {n}, all provisional',
  liveStale: ' · ▲ data that flows in is {n} days behind',
  liveMissing: ' · ▲ days missing at the quarter’s end: {n}',
  liveWaiting: ' · ▲ some data has not flowed in yet',
  provisional: 'provisional days: {n}',

  // The block «by segment»
  split: 'By {what}',
  splitBySegment: 'By segment',
  /** Metrics of Google Analytics, as people say them. */
  metrics: {
    sessions: 'sessions',
    engagedSessions: 'engaged sessions',
    engagementRate: 'engagement rate',
    bounceRate: 'bounce rate',
    averageSessionDuration: 'average session duration',
    sessionKeyEventRate: 'share of sessions with a key event',
    totalUsers: 'total users',
    activeUsers: 'active users',
    newUsers: 'new users',
    userEngagementDuration: 'engagement time',
    screenPageViews: 'views',
    eventCount: 'events',
    keyEvents: 'key events',
    totalRevenue: 'total revenue',
    purchaseRevenue: 'purchase revenue',
    averagePurchaseRevenue: 'average purchase revenue',
    ecommercePurchases: 'purchases',
    transactions: 'transactions',
    totalPurchasers: 'purchasers',
    firstTimePurchasers: 'first-time purchasers',
    itemsPurchased: 'items purchased',
    advertiserAdCost: 'ad cost',
    advertiserAdClicks: 'ad clicks',
    advertiserAdImpressions: 'ad impressions',
    advertiserAdCostPerClick: 'ad cost per click',
    returnOnAdSpend: 'return on ad spend',
    organicGoogleSearchClicks: 'clicks in Google search',
    organicGoogleSearchImpressions: 'impressions in Google search',
    organicGoogleSearchClickThroughRate: 'click-through rate in Google search',
    organicGoogleSearchAveragePosition: 'average position in Google search',
  },
  /** Dimensions of Google Analytics that people know by another name. */
  dimensions: {
    sessionDefaultChannelGroup: 'channel group',
    sessionCampaignName: 'campaign',
    sessionSourceMedium: 'source / medium',
    sessionSource: 'source',
    sessionMedium: 'medium',
    pagePath: 'page',
    landingPage: 'landing page',
    deviceCategory: 'device',
    eventName: 'event',
  },
  splitHint:
    'The largest ones by name, then everything else. Totals first, then one division: the last row is the scorecard’s number.',
  splitHead: 'Segment',
  splitThrough: 'Data up to',
  splitRest: 'Everything else',
  splitTotal: 'Total',
};

export type SheetFeedsWords = typeof sheetFeedsEn;
