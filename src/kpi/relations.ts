/**
 * What each KPI can be pushed up by at the expense of, and what stands guard beside it: any one of
 * these will do, the first is proposed.
 */
export const guardrails: Readonly<Record<string, readonly string[]>> = {
  CPL: ['LEADQUALITY', 'MQLRATE', 'LEADSCORE', 'LEADCVR', 'SQLRATE'],
  LEADS: ['LEADQUALITY', 'MQLRATE', 'LEADSCORE', 'LEADCVR', 'MQLS', 'SQLS', 'SQLRATE'],
  CONTENTLEADS: ['LEADQUALITY', 'MQLRATE', 'TIMEONPAGE', 'CONTENTENGRATE', 'LEADCVR'],
  SIGNUPS: ['LEADQUALITY', 'MQLRATE', 'CVR', 'LEADCVR', 'RETENTION'],
  VISITTOLEAD: ['LEADQUALITY', 'MQLRATE', 'LEADSCORE', 'LEADS', 'LEADCVR'],
  MQLS: ['SQLRATE', 'SQLS', 'LEADCVR', 'WINRATE', 'SALES', 'REVENUE'],
  MQLRATE: ['SQLRATE', 'SQLS', 'LEADCVR', 'WINRATE'],
  SQLS: ['WINRATE', 'SALESCVR', 'LEADCVR', 'SALES', 'REVENUE'],
  TRAFFIC: [
    'CVR',
    'VISITTOLEAD',
    'BOUNCE',
    'SESSIONTIME',
    'CONTENTENGRATE',
    'CAMPAIGNCVR',
    'LEADS',
  ],
  VISITORS: ['CVR', 'VISITTOLEAD', 'BOUNCE', 'SESSIONTIME', 'TIMEONPAGE', 'LEADS'],
  BLOGTRAFFIC: ['TIMEONPAGE', 'CONTENTENGRATE', 'BOUNCE', 'CONTENTLEADS'],
  FOLLOWERS: ['ENGRATE', 'INTERACTIONS', 'SOCIALCVR'],
  REACH: ['ENGRATE', 'INTERACTIONS', 'SOCIALCVR'],
  INTERACTIONS: ['ENGRATE', 'SENTIMENT', 'SOCIALCVR', 'CAMPAIGNCVR'],
  LIKES: ['ENGRATE', 'COMMENTS', 'SHARES', 'SOCIALCVR'],
  IMPRESSIONS: ['CTR', 'REACH', 'ENGRATE', 'SOV', 'MENTIONS'],
  MENTIONS: ['SENTIMENT', 'POSITIVESHARE', 'NPS'],
  CTR: ['CVR', 'CPA', 'BOUNCE', 'VISITTOLEAD', 'CAMPAIGNCVR'],
  CPC: ['CVR', 'CPA', 'ROAS', 'VISITTOLEAD', 'CPL'],
  CPM: ['CTR', 'CPC', 'CPA'],
  CPA: ['AOV', 'ROAS', 'CAC', 'LEADQUALITY'],
  ROAS: ['CAMPAIGNREV', 'SALES', 'REVENUE', 'MKTREVENUE', 'NEWCUSTOMERS'],
  OPENRATE: ['EMAILCTR', 'CTOR', 'EMAILCVR'],
  EMAILCTR: ['UNSUBRATE', 'EMAILCVR'],
  NEWCUSTOMERS: ['CAC', 'RETENTION', 'REPEATRATE', 'CSAT', 'CANCELRATE', 'ROI', 'AOV'],
  CAC: ['NEWCUSTOMERS', 'CLV', 'RETENTION'],
  WINRATE: ['SQLS', 'SALES', 'REVENUE', 'NEWCUSTOMERS'],
  SALES: ['CANCELRATE', 'ROI', 'AOV', 'CSAT', 'RETENTION', 'REPEATRATE', 'ROAS'],
  REVENUE: ['CANCELRATE', 'ROI', 'AOV', 'CSAT', 'RETENTION', 'REPEATRATE', 'ROAS'],
  UNITSSOLD: ['CANCELRATE', 'AOV', 'SALES', 'REVENUE'],
  CAMPAIGNREV: ['ROAS', 'ROI', 'MKTSPEND', 'CAMPAIGNCVR'],
};

/** Pairs that say the same in two ways, so that weighing both counts one thing twice. */
export const twins: readonly (readonly [string, string])[] = [
  ['WINRATE', 'LOSSRATE'],
  ['RETENTION', 'CHURN'],
  ['CVR', 'VISITTOLEAD'],
  ['TRAFFIC', 'VISITORS'],
  ['TRAFFIC', 'TRAFFICGROWTH'],
  ['SALES', 'REVENUE'],
  ['REVENUE', 'REVENUEGROWTH'],
  ['MARKETSHARE', 'SHAREGAIN'],
  ['MKTREVENUE', 'MKTREVSHARE'],
  ['LEADQUALITY', 'MQLRATE'],
  ['EMAILCTR', 'CTOR'],
  ['INTERACTIONS', 'LIKES'],
  ['INTERACTIONS', 'COMMENTS'],
  ['INTERACTIONS', 'SHARES'],
  ['POSITIVESHARE', 'RATING'],
  ['MKTSPEND', 'PACE'],
  ['NEWCUSTOMERS', 'ACQRATE'],
];

/** Pleasant to look at; by themselves they bring neither a lead nor an order. */
export const vanity: readonly string[] = [
  'LIKES',
  'FOLLOWERS',
  'COMMENTS',
  'SHARES',
  'IMPRESSIONS',
  'REACH',
  'INTERACTIONS',
  'MENTIONS',
  'VISITORS',
  'ENGRATE',
  'CPM',
];

/** What people say, think or feel, in numbers. */
export const voices: readonly string[] = [
  'AWARENESS',
  'RECOGNITION',
  'SENTIMENT',
  'NPS',
  'CSAT',
  'POSITIVESHARE',
  'RATING',
  'VISIONFIT',
  'BRANDVALUE',
];

/** Known only after asking many people, which takes weeks and money. */
export const surveyKpis: readonly string[] = [
  'AWARENESS',
  'RECOGNITION',
  'NPS',
  'CSAT',
  'VISIONFIT',
  'BRANDVALUE',
];

/** Say nothing before there is a customer base, or a market that knows you. */
export const lateStage: readonly string[] = [
  'CLV',
  'RETENTION',
  'CHURN',
  'REPEATRATE',
  'MARKETSHARE',
  'SHAREGAIN',
  'BRANDVALUE',
];

/** Need numbers that no system of one's own holds. */
export const outside: readonly string[] = ['SOV', 'MARKETSHARE', 'SHAREGAIN', 'BRANDVALUE'];

/** Mean something else to everybody until somebody writes down what counts. */
export const undefinedWords: readonly string[] = [
  'LEADS',
  'MQLS',
  'SQLS',
  'CONTENTLEADS',
  'LEADQUALITY',
  'CPL',
  'CVR',
  'CAC',
];

/** Credited by a rule that somebody has to choose. */
export const attributed: readonly string[] = [
  'ROI',
  'INBOUNDROI',
  'MKTREVENUE',
  'MKTREVSHARE',
  'CAMPAIGNREV',
  'ROAS',
  'SOCIALCVR',
];
