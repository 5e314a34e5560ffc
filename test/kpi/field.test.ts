import { describe, expect, it } from 'vitest';
import { catalogue, isCalculated } from '../../src/kpi/catalogue.ts';
import type { Kpi, Quantity, Role } from '../../src/kpi/define.ts';
import type { Unit } from '../../src/kpi/units.ts';
import { inputTitle } from '../../src/messages/catalogue.ts';
import { outcome, run } from '../kit/engine/table.ts';

/*
 * The KPIs of marketing as a study of the field found them in handbooks and tools, with the
 * mistakes of the handbooks corrected (traffic and interactions lead, they do not lag). It was
 * written before the catalogue and apart from it: the catalogue is held against it, never the
 * other way round. Where the study leaves a choice, the reading that was chosen stands here.
 *
 * Code, main entry, unit, direction (+ higher, - lower, o on plan), group (I input, O output,
 * X impact), level (F functional, P operational, S strategic), timing (Ld leading, Lg lagging),
 * funnel (A awareness, E engagement, L lead, C customer, $ revenue, R retention, * any), roles.
 */
const field = `
  K01 TRAFFIC        count + O P Ld A DM,CM
  K02 TRAFFICGROWTH  %     + O P Ld A DM
  K03 ORGANICGROWTH  %     + O F Ld A CM,DM
  K04 FOLLOWERS      count + O F Ld A SMM
  K05 IMPRESSIONS    count + O F Ld A MM,SMM
  K06 REACH          count + O F Ld A SMM
  K07 MENTIONS       count + O F Ld A MM,SMM
  K08 SOV            %     + O F Ld A MM
  K09 NPS            score + X F Lg R MM
  K10 AWARENESS      %     + X S Lg A MM
  K11 RECOGNITION    %     + X S Lg A MM
  K12 SENTIMENT      index + X S Lg A MM,SMM
  K13 POSITIVESHARE  %     + X S Lg R MM
  K14 VISIONFIT      score + X S Lg A MM
  K15 BRANDVALUE     index + X S Lg A MM
  K16 MARKETSHARE    %     + X S Lg $ MM
  K17 SHAREGAIN      pp    + X S Lg $ MM
  K18 SEARCHRANK     rank  - O P Ld A CM,DM
  K19 LIKES          count + O P Ld E SMM
  K20 COMMENTS       count + O P Ld E SMM
  K21 SHARES         count + O P Ld E SMM
  K22 INTERACTIONS   count + O P Ld E SMM
  K23 CONTENTENGRATE %     + O F Ld E CM
  K24 BLOGTRAFFIC    count + O P Ld A CM
  K25 TIMEONPAGE     s     + O P Ld E CM
  K26 SESSIONTIME    s     + O P Ld E DM,CM
  K27 BOUNCE         %     - O P Ld E CM,DM
  K28 CTR            %     + O P Ld E DM
  K29 CPC            each  - O P Ld E DM
  K30 OPENRATE       %     + O P Ld E DM,CM
  K31 EMAILCTR       %     + O P Ld E DM,CM
  K32 UNSUBRATE      %     - O P Lg R DM
  K33 EMAILCVR       %     + O P Lg C DM
  K34 LEADS          count + O F Ld L DM
  K35 CPL            each  - O F Ld L DM
  K36 VISITTOLEAD    %     + O F Ld L DM,CM
  K37 LEADCVR        %     + X F Lg C MM,DM,SA
  K38 MQLS           count + O F Ld L DM,MM
  K39 SQLS           count + O F Ld L MM,SA
  K40 LEADQUALITY    %     + O F Ld L DM
  K41 CONTENTLEADS   count + O F Ld L CM
  K42 SIGNUPS        count + O P Ld L DM
  K43 CVR            %     + O P Lg C DM
  K44 CAMPAIGNCVR    %     + O P Lg C DM
  K45 SOCIALCVR      %     + O F Lg C SMM
  K46 CPA            each  - O P Lg C DM
  K47 CAC            each  - X F Lg C MM,SA
  K48 ACQRATE        %     + X F Lg C MM
  K49 NEWCUSTOMERS   count + X F Lg C SA
  K50 CUSTOMERGROWTH %     + X S Lg C MM
  K51 WINRATE        %     + X F Lg C SA
  K52 LOSSRATE       %     - X F Lg C SA
  K53 SALESCVR       %     + X F Lg $ SA
  K54 SALES          money + X S Lg $ MM,SA
  K55 REVENUE        money + X S Lg $ MM,SA
  K56 REVENUEGROWTH  %     + X S Lg $ MM
  K57 AOV            each  + X P Lg $ SA,DM
  K58 MKTREVENUE     money + X S Lg $ MM
  K59 CAMPAIGNREV    money + X F Lg $ DM,MM
  K60 ROI            %     + X S Lg $ MM
  K61 ROAS           x     + O P Lg $ DM
  K62 INBOUNDROI     %     + X F Lg $ CM,MM
  K63 RETENTION      %     + X F Lg R MM,SA
  K64 CHURN          %     - X F Lg R MM
  K65 REPEATRATE     %     + X F Lg R MM,SA
  K66 CLV            money + X S Lg R MM
  K67 CSAT           %     + X F Lg R SA,MM
  K68 PACE           %     o I F Ld * MM
  K69 POSTS          count o I F Ld * MM`;

const unitOf: Readonly<Record<string, Unit>> = {
  count: 'count',
  '%': 'fraction',
  money: 'money',
  each: 'moneyEach',
  s: 'secondsEach',
  x: 'times',
  pp: 'percentagePoints',
  score: 'score',
  index: 'index',
  rank: 'rank',
};
const meanings: Readonly<Record<string, string>> = {
  '+': 'higher',
  '-': 'lower',
  o: 'on plan',
  I: 'input',
  O: 'output',
  X: 'impact',
  F: 'functional',
  P: 'operational',
  S: 'strategic',
  Ld: 'leading',
  Lg: 'lagging',
};
const stages: Readonly<Record<string, string>> = {
  A: 'awareness',
  E: 'engagement',
  L: 'lead',
  C: 'customer',
  $: 'revenue',
  R: 'retention',
  '*': 'any',
};
const roleOf: Readonly<Record<string, Role>> = {
  MM: 'manager',
  DM: 'digital',
  SMM: 'social',
  CM: 'content',
  SA: 'sales',
};

const found = field
  .trim()
  .split('\n')
  .map((line) => {
    const [k = '', name = '', unit = '', ...rest] = line.trim().split(/ +/);
    const [better = '', group = '', level = '', timing = '', funnel = '', roles = ''] = rest;
    return {
      k,
      name,
      unit: unitOf[unit],
      place: [...[better, group, level, timing].map((each) => meanings[each]), stages[funnel]],
      roles: roles.split(',').map((role) => roleOf[role]),
    };
  });

const place = ({ better, group, level, timing, funnel }: Kpi) => [
  better,
  group,
  level,
  timing,
  funnel,
];

describe('the catalogue and the study of the field', () => {
  it('number the same KPIs, from K01 to K69', () => {
    const codes = catalogue.flatMap(({ k }) => (k ? [k] : []));
    expect([...new Set(codes)].sort()).toEqual(found.map(({ k }) => k));
  });

  it.each(found.map((row) => [row.k, row.name, row] as const))(
    'agree on the direction, group, level, timing, stage and unit of %s, %s',
    (k, name, row) => {
      const main = catalogue.find((kpi) => kpi.name === name);
      expect(main?.k).toBe(k);
      expect(main && place(main)).toEqual(row.place);
      expect(main?.unit).toBe(row.unit);
    },
  );

  it.each(found.map((row) => [row.k, row] as const))(
    'put every entry of %s in the same place, and before the people it is for',
    (k, row) => {
      const entries = catalogue.filter((kpi) => kpi.k === k);
      for (const kpi of entries) expect(place(kpi), kpi.name).toEqual(row.place);
      const readers = entries.flatMap(({ roles }) => roles);
      // What goes in is asked of whoever does the work; the manager sees one entry of it.
      expect(readers).toEqual(expect.arrayContaining(row.roles));
    },
  );
});

describe('where handbooks err, the functions follow the accepted form', () => {
  it('marketing ROI takes the cost off before dividing by it', () => {
    const revenue = 200 * 0.2 * 5_000_000;
    expect(run('ROI', [revenue, 100_000_000])).toBe(1);
    expect(run('ROI', [revenue, 100_000_000, 0.4])).toBeCloseTo(-0.2, 12);
    expect(run('ROAS', [revenue, 100_000_000])).toBe(2);
    expect(run('INBOUNDROI', [revenue, 100_000_000])).toBe(1);
  });

  it('retention leaves new customers out, and is another rate than buying again', () => {
    expect(run('RETENTION', [100, 110, 20])).toBe(0.9);
    expect(run('REPEATRATE', [30, 120])).toBe(0.25);
    expect(outcome(() => run('RETENTION', [100, 110, 111]))).toHaveProperty('refused');
    expect(outcome(() => run('RETENTION', [100, 130, 20]))).toHaveProperty('refused');
  });

  it('churn is what retention leaves, loss what winning leaves, bounce what engagement leaves', () => {
    expect(run('CHURN', [200, 50])).toBe(0.25);
    expect(run('RETENTION', [200, 190, 40])).toBe(0.75);
    expect(run('WINRATE', [30, 10])).toBe(0.75);
    expect(run('LOSSRATE', [30, 10])).toBe(0.25);
    expect(run('BOUNCE', [300, 400])).toBe(0.25);
    expect(run('CONTENTENGRATE', [300, 400])).toBe(0.75);
    expect(run('CANCELRATE', [5, 40])).toBe(0.125);
  });

  it('from 2% to 2.5% is half a percentage point, and a quarter more', () => {
    expect(run('PPDIFF', [0.025, 0.02])).toBeCloseTo(0.5, 12);
    expect(run('SHAREGAIN', [0.025, 0.02])).toBeCloseTo(0.5, 12);
    expect(run('GROWTHPCT', [0.025, 0.02])).toBeCloseTo(0.25, 12);
  });

  it('a promoter score runs from -100 to 100 over all who answered', () => {
    expect(run('NPS', [0, 0, 7])).toBe(-100);
    expect(run('NPS', [7, 0, 0])).toBe(100);
    expect(run('NPS', [5, 4, 1])).toBe(40);
    expect(run('SENTIMENT', [0, 8, 8])).toBe(-1);
  });

  it('clicks on an e-mail are measured against those delivered, or against those opened', () => {
    expect(run('EMAILCTR', [10, 400])).toBe(0.025);
    expect(run('CTOR', [10, 100])).toBe(0.1);
    expect(run('OPENRATE', [100, 400])).toBe(0.25);
  });

  it('a thousand impressions have the price that one has, a thousand times', () => {
    expect(run('CPM', [50, 20_000])).toBe(2.5);
  });

  it('a lifetime is worth its margin, not its revenue', () => {
    expect(run('CLV', [400_000, 3, 2])).toBe(2_400_000);
    expect(run('CLV', [400_000, 3, 2, 0.25])).toBe(600_000);
  });
});

/** Every quantity that Google Analytics can supply: its English title, metric and row tests. */
const ga4 = `
  ad clicks: advertiserAdClicks
  ad cost: advertiserAdCost
  ad impressions: advertiserAdImpressions
  average position in search: organicGoogleSearchAveragePosition
  active users: activeUsers
  average order value: averagePurchaseRevenue
  blog page views: screenPageViews, pagePath
  campaign conversions: keyEvents, sessionCampaignName
  campaign sessions: sessions, sessionCampaignName
  clicks: advertiserAdClicks
  conversions: keyEvents, eventName
  conversions from ads: keyEvents, sessionDefaultChannelGroup
  conversions from e-mail: keyEvents, sessionMedium
  conversions from social media: keyEvents, sessionDefaultChannelGroup
  customers who bought: totalPurchasers
  engaged sessions: engagedSessions
  engaged sessions that began on content: engagedSessions, landingPage
  engagement time in seconds: userEngagementDuration
  impressions: advertiserAdImpressions
  leads: keyEvents, eventName
  leads from content: keyEvents, eventName, landingPage
  new customers: firstTimePurchasers
  orders: ecommercePurchases
  organic sessions: sessions, sessionDefaultChannelGroup
  revenue: totalRevenue
  revenue from ads: totalRevenue, sessionDefaultChannelGroup
  revenue from campaigns: totalRevenue, sessionCampaignName
  sales value: purchaseRevenue
  sessions: sessions
  sessions from social media: sessions, sessionDefaultChannelGroup
  sessions that began on content: sessions, landingPage
  sign-ups: keyEvents, eventName
  units sold: itemsPurchased`;

describe('Google Analytics', () => {
  const all = catalogue.flatMap((kpi): readonly object[] =>
    isCalculated(kpi) ? Object.values(kpi.inputs) : [kpi.counts],
  ) as readonly Quantity[];
  // A quantity of the period before is read where the quantity itself is.
  const supplied = all.filter(
    (quantity) => quantity.sources?.ga4 && !/ before$/.test(inputTitle(quantity, 'en')),
  );

  it('is asked for metrics and dimensions that the Data API has, spelled as it spells them', () => {
    const asked = supplied.map((quantity) => {
      const { sources } = quantity;
      const tests = sources?.ga4?.only ?? [];
      const names = [sources?.ga4?.metric, ...tests.map(({ dimension }) => dimension)];
      return `${inputTitle(quantity, 'en')}: ${names.join(', ')}`;
    });
    const known = ga4
      .trim()
      .split('\n')
      .map((line) => line.trim());
    expect([...new Set(asked)].sort()).toEqual(known.sort());
  });

  it('is asked for channels and events by the names it gives them', () => {
    const values = supplied.flatMap(({ sources }) =>
      (sources?.ga4?.only ?? []).flatMap((test) => ('is' in test ? test.is : [])),
    );
    expect([...new Set(values)].sort()).toEqual([
      'Audio',
      'Cross-network',
      'Display',
      'Organic Search',
      'Organic Social',
      'Paid Other',

      'Paid Search',
      'Paid Shopping',
      'Paid Social',
      'Paid Video',
      'email',
      'generate_lead',
      'sign_up',
    ]);
  });

  it('is not asked for conversions: they are called key events since 2024', () => {
    const metrics = supplied.map(({ sources }) => sources?.ga4?.metric);
    expect(metrics).not.toContain('conversions');
  });
});
