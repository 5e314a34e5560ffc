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
      way: 'Ask its administrator for the Viewer role, or whether it lies in the bin. Or choose another property.',
    },
    signedOut: {
      what: (where: string) => `${where}: Google no longer accepts your sign-in.`,
      way: 'Reload the page, open the panel and allow access again. With several Google accounts, stay signed in only with the one that may read the property.',
    },
    scopeMissing: {
      what: (where: string) =>
        `${where}: the permission to see Google Analytics data has not been given to the add-on.`,
      way: 'Allow it on the data page: in Google’s window, tick the box for Google Analytics.',
    },
    orgPolicy: {
      what: (where: string) => `${where}: your organisation’s rules do not let the add-on in.`,
      way: 'Ask the administrator of your Google accounts to allow the add-on, or let somebody with another account connect it.',
    },
    apiOff: {
      what: (where: string, detail: string) =>
        detail
          ? `${where}: “${detail}” is switched off for this add-on.`
          : `${where}: one of Google’s APIs is switched off for this add-on; Google does not say which.`,
      way: 'Ask whoever installed the add-on to switch it on in the Google Cloud project. It works some minutes later.',
    },
    projectSuspended: {
      what: (where: string) => `${where}: Google has suspended the Cloud project of this add-on.`,
      way: 'Only whoever installed the add-on can have it released, in the Google Cloud console. Type the numbers by hand until then.',
    },
    projectGone: {
      what: (where: string) =>
        `${where}: Google does not know the Cloud project of this add-on, or it has been deleted.`,
      way: 'Ask whoever installed the add-on to restore the project, or to choose another one in the script’s settings.',
    },
    billingOff: {
      what: (where: string) =>
        `${where}: billing is switched off in the Cloud project of this add-on.`,
      way: 'Ask whoever installed the add-on to link the project to a billing account.',
    },
    propertyGone: {
      what: (where: string) => `${where}: the property does not exist any more.`,
      way: 'Choose another property for these inputs, or type them by hand.',
    },
    propertyInBin: {
      what: (where: string) => `${where}: the property lies in the bin of Google Analytics.`,
      way: 'Its administrator can take it out again for 35 days (Admin, Bin). Or choose another property.',
    },
    noCurrency: {
      what: (where: string) => `${where}: the property has no currency.`,
      way: 'Its administrator sets one in Google Analytics (Admin, Property details). Then choose the property again.',
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
      what: (where: string) =>
        `${where}: all reports and tools together have used up this property’s questions of the hour.`,
      way: 'It goes on with the next hour. If a schedule is set, the numbers come by themselves.',
    },
    quotaOwnHour: {
      what: (where: string) =>
        `${where}: this add-on has used up its share of the property’s questions of the hour.`,
      way: 'It goes on with the next hour. If a schedule is set, the numbers come by themselves.',
    },
    quotaDay: {
      what: (where: string) =>
        `${where}: all reports and tools together have used up this property’s questions of the day.`,
      way: 'It goes on tomorrow. If a schedule is set, the numbers come by themselves.',
    },
    quotaAtOnce: {
      what: (where: string) =>
        `${where}: too many reports of this property were asked for at the same time.`,
      way: 'Try again in a minute. If a schedule is set, the numbers come by themselves.',
    },
    quotaSmallGroups: {
      what: (where: string) =>
        `${where}: Google Analytics answers no more questions about small groups of people this hour.`,
      way: 'It goes on with the next hour. Fewer conditions on age, gender or interests help.',
    },
    quotaErrors: {
      what: (where: string) =>
        `${where}: Google’s servers have failed too often this hour, so Google Analytics takes no more questions.`,
      way: 'It goes on with the next hour. If a schedule is set, the numbers come by themselves.',
    },
    quotaUnknown: {
      what: (where: string, detail: string) =>
        detail
          ? `${where}: a limit of Google’s is reached, we do not know which. Google said: “${detail}”.`
          : `${where}: a limit of Google’s is reached, we do not know which.`,
      way: 'It is tried again with the next hour.',
    },
    projectRate: {
      what: (where: string) =>
        `${where}: everybody who uses this add-on together asks Google too much this minute.`,
      way: 'Try again in some minutes. If a schedule is set, the numbers come by themselves.',
    },
    projectDay: {
      what: (where: string) =>
        `${where}: everybody who uses this add-on together has used up its questions of the day.`,
      way: 'It goes on tomorrow. If it happens often, tell whoever installed the add-on.',
    },
    userRate: {
      what: (where: string) => `${where}: your Google account asks Google too much this minute.`,
      way: 'Try again in some minutes, and refresh fewer spreadsheets at once.',
    },
    tooLong: {
      what: (where: string) => `${where}: Google Analytics took too long over the answer.`,
      way: 'Try again later. If it stays, choose fewer conditions or no split.',
    },
    busy: {
      what: (where: string) => `${where}: Google Analytics is not available at the moment.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    serverError: {
      what: (where: string) => `${where}: Google’s server reported an error of its own.`,
      way: 'Try again later. If it stays for a day, choose the metric again.',
    },
    noAddress: {
      what: (where: string) =>
        `${where}: Google has nothing at the address that this version of the add-on asks. That says nothing about your property.`,
      way: 'Reload the page to get the newest version. If it stays, tell whoever installed the add-on.',
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
