/** What is said about Google Analytics, in English. */
export const googleAnalyticsEn = {
  title: 'Google Analytics',
  connect: 'Connect Google Analytics',
  why: 'Choose the property to read. Nothing is changed in Google Analytics.',
  where: 'Google Analytics · {name}',
  list: {
    searchExample: 'Name of the property or account',
    opening: 'Looking for your properties…',
    reading: 'Reading the property…',
    other: 'Another property',
  },
  none: 'No property found.',
  noneFor: (search: string) => `No property is called “${search}”.`,
  searchWay: 'Try a shorter word, or empty the search box to see them all.',
  noneWay:
    'Ask whoever runs Google Analytics to give the account you use here the role “Viewer”. Are you signed in with several Google accounts? Open this spreadsheet in a window with only one.',
  zone: 'Time zone',
  currency: 'Currency',
  otherZone: (theirs: string, ours: string) =>
    `Its days begin and end by ${theirs}, this spreadsheet’s by ${ours}. The numbers keep the property’s days, as on the Google Analytics screen.`,
  otherCurrency: (theirs: string, ours: string) =>
    `It counts money in ${theirs}, the plan in ${ours}. Where amounts flow in, type the exchange rate once on the sheet.`,
  keyEvents: 'Key events',
  noKeyEvents:
    'This property has no key event. Mark one in Google Analytics (Admin, Key events) to count leads.',
  chooseEvent: 'Choose your key event.',
  notFound: (title: string, field: string) =>
    `${title}: the property does not know “${field}”. Choose another metric or condition.`,
  notTogether: (title: string, field: string) =>
    `${title}: “${field}” cannot be combined with what else is asked. Choose another metric, condition or split.`,
  mayNotSee: (title: string, field: string) =>
    `${title}: you may not see “${field}” in this property. Ask its administrator for access.`,
  ofEarlierTime: (title: string) =>
    `${title}: this is a number of an earlier period, and Google Analytics brings those of this quarter. Type it by hand.`,
  troubles: {
    noPermission: {
      what: (where: string) => `${where}: you may not read this property.`,
      way: 'Ask its administrator for the Viewer role, or choose another property.',
    },
    signedOut: {
      what: (where: string) => `${where}: Google no longer accepts your sign-in.`,
      way: 'Reload the page, open the panel and allow access again. With several Google accounts, stay signed in only with the one that may read the property.',
    },
    apiOff: {
      what: (where: string) => `${where}: the Google Analytics API is switched off.`,
      way: 'Ask whoever installed the add-on to switch on “Google Analytics Data API” in the Google Cloud project.',
    },
    propertyGone: {
      what: (where: string) => `${where}: the property does not exist any more.`,
      way: 'Choose another property for these inputs, or type them by hand.',
    },
    badField: {
      what: (where: string, detail: string) =>
        `${where}: Google Analytics does not know${detail ? ` “${detail}”` : ' one of the fields'}.`,
      way: 'Choose another metric or condition for the input.',
    },
    mixedFields: {
      what: (where: string, detail: string) =>
        `${where}: ${detail ? `“${detail}”` : 'one of the fields'} cannot be combined with the others.`,
      way: 'Choose another metric, condition or split for the input.',
    },
    quotaHour: {
      what: (where: string) => `${where}: Google Analytics answers no more questions this hour.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    quotaDay: {
      what: (where: string) => `${where}: Google Analytics answers no more questions today.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    quotaAtOnce: {
      what: (where: string) =>
        `${where}: too many reports of this property were asked for at the same time.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    quotaSmallGroups: {
      what: (where: string) =>
        `${where}: Google Analytics answers no more questions about small groups of people this hour.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves. Fewer conditions on age, gender or interests help.',
    },
    busy: {
      what: (where: string) => `${where}: Google Analytics is busy.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    otherCurrency: {
      what: (where: string, detail: string) =>
        `${where}: the currency is another one now${detail ? ` (${detail})` : ''}.`,
      way: 'Choose the property again on the data page, and type the exchange rate on the sheet.',
    },
    otherZone: {
      what: (where: string, detail: string) =>
        `${where}: the time zone is another one now${detail ? ` (${detail})` : ''}.`,
      way: 'Choose the property again on the data page; the quarter is then fetched anew.',
    },
    blockedMetric: {
      what: (where: string, detail: string) =>
        `${where}: you may not see ${detail ? `“${detail}”` : 'some of the metrics'}.`,
      way: 'Ask the administrator of the property for access to cost and revenue data.',
    },
  },
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
};
