import { catalogue } from '../../../src/kpi/catalogue.ts';
import type { RuleName } from '../../../src/messages/doctor.ts';
import { dayOf } from '../../../src/plan/calendar/calendar.ts';
import type { RuleFacts } from '../../../src/plan/doctor/rule.ts';
import { defaultCadence } from '../../../src/plan/model/inputs.ts';
import type { CustomKpi, Plan, PlannedKpi, PlanRole } from '../../../src/plan/model/plan.ts';
import { objectiveFit } from '../../../src/presets/objectives.ts';
import { roleKpis } from '../../../src/presets/roles.ts';
import { about, planned, planOf } from '../../kit/plans/plans.ts';

export const facts: RuleFacts = {
  catalogue,
  today: dayOf(2026, 12, 10),
  previous: [],
  roleKpis,
  objectiveFit,
};

const usual = (name: string): PlannedKpi['cadence'] => {
  const kpi = catalogue.find((each) => each.name === name);
  return kpi ? defaultCadence(kpi) : 'week';
};

/** A KPI with everything said: [name, weight or none, last quarter, target]. */
type Line = readonly [string, number | null, number, number];

const said = (lines: readonly Line[], lastYear = 0.8): readonly PlannedKpi[] =>
  lines.map(([kpi, weight, baseline, target]) =>
    planned(kpi, {
      weight,
      baseline,
      target,
      lastYear: baseline * lastYear,
      cadence: usual(kpi),
      definition: 'Đếm mỗi người một lần; chốt theo CRM.',
    }),
  );

const withMargin = (given: Partial<Plan['circumstances']> = {}) => ({
  margin: 0.4,
  ...given,
});

/** Plans a demanding manager would sign: the ready-made ones with everything filled in. */
export const goodPlans: Readonly<Record<Exclude<PlanRole, 'other'>, Plan>> = {
  manager: planOf(
    said([
      ['SALES', 0.4, 1.5e9, 1.8e9],
      ['ROI', 0.3, 0.8, 1],
      ['MQLS', 0.3, 300, 360],
      ['MKTSPEND', null, 2e8, 2.2e8],
    ]),
    { role: 'manager', objective: 'sales', circumstances: withMargin() },
  ),
  digital: planOf(
    said([
      ['TRAFFIC', 0.25, 50000, 60000],
      ['LEADS', 0.3, 1000, 1200],
      ['VISITTOLEAD', 0.2, 0.02, 0.02002],
      ['CPL', 0.25, 90000, 85000],
      ['MKTSPEND', null, 1e8, 1.05e8],
      ['LEADQUALITY', null, 0.4, 0.4],
    ]),
    { objective: 'leads', circumstances: withMargin({ business: 'leads' }) },
  ),
  social: planOf(
    said([
      ['FOLLOWERS', 0.2, 20000, 23000],
      ['INTERACTIONS', 0.3, 9000, 11000],
      ['REACH', 0.2, 80000, 95000],
      ['SOCIALCVR', 0.3, 0.012, 0.015],
      ['POSTS', null, 60, 65],
      ['ENGRATE', null, 0.03, 0.032],
    ]),
    { role: 'social', objective: 'sales', circumstances: withMargin() },
  ),
  content: planOf(
    said([
      ['BLOGTRAFFIC', 0.3, 30000, 36000],
      ['CONTENTLEADS', 0.3, 120, 150],
      ['TIMEONPAGE', 0.2, 70, 78],
      ['BOUNCE', 0.2, 0.55, 0.5],
      ['POSTS', null, 24, 26],
    ]),
    { role: 'content', objective: 'content', circumstances: withMargin() },
  ),
  sales: planOf(
    said([
      ['SALES', 0.3, 2e9, 2.3e9],
      ['NEWCUSTOMERS', 0.2, 80, 95],
      ['WINRATE', 0.2, 0.25, 0.28],
      ['SQLS', 0.15, 320, 340],
      ['CSAT', 0.15, 0.85, 0.9],
      ['LOSSRATE', null, 0.75, 0.72],
      ['WORKHOURS', null, 900, 900],
    ]),
    { role: 'sales', objective: 'customers', circumstances: withMargin({ business: 'b2b' }) },
  ),
  brand: planOf(
    said([
      ['AWARENESS', 0.3, 0.22, 0.26],
      ['SOV', 0.2, 0.15, 0.18],
      ['MENTIONS', 0.2, 900, 1100],
      ['NPS', 0.15, 32, 38],
      ['POSITIVESHARE', 0.15, 0.82, 0.86],
      ['MKTSPEND', null, 1e8, 1e8],
    ]),
    { role: 'brand', objective: 'awareness', circumstances: withMargin() },
  ),
  department: planOf(
    said([
      ['CUSTOMERGROWTH', 0.2, 0.04, 0.06],
      ['TRAFFIC', 0.2, 90000, 105000],
      ['CAMPAIGNCVR', 0.2, 0.021, 0.024],
      ['CAMPAIGNREV', 0.2, 8e8, 9.5e8],
      ['INTERACTIONS', 0.2, 12000, 14000],
      ['MKTSPEND', null, 3e8, 3.2e8],
    ]).map((each, at) => ({ ...each, owner: ['Lan', 'Minh', 'Hà'][at % 3] ?? 'Lan' })),
    { role: 'department', objective: 'sales', circumstances: withMargin({ business: 'online' }) },
  ),
};

const { digital, manager, social, sales, brand, department } = goodPlans;

const altered = (plan: Plan, kpi: string, change: Partial<PlannedKpi>): Plan => ({
  ...plan,
  kpis: plan.kpis.map((each) => (each.kpi === kpi ? { ...each, ...change } : each)),
});
const added = (plan: Plan, ...kpis: readonly PlannedKpi[]): Plan => ({
  ...plan,
  kpis: [
    ...plan.kpis.filter(({ weight }) => weight !== null),
    ...kpis,
    ...plan.kpis.filter(({ weight }) => weight === null),
  ],
});
const only = (plan: Plan, ...kpis: readonly string[]): Plan => {
  const weighted = kpis.length;
  return {
    ...plan,
    kpis: plan.kpis
      .filter(({ kpi, weight }) => weight === null || kpis.includes(kpi))
      .map((each) => ({ ...each, weight: each.weight === null ? null : 1 / weighted })),
  };
};
const without = (plan: Plan, ...kpis: readonly string[]): Plan => ({
  ...plan,
  kpis: plan.kpis.filter(({ kpi }) => !kpis.includes(kpi)),
});
const all = (plan: Plan, change: Partial<PlannedKpi>): Plan => ({
  ...plan,
  kpis: plan.kpis.map((each) => ({ ...each, ...change })),
});
const weighing = (plan: Plan, ...weights: readonly number[]): Plan => ({
  ...plan,
  kpis: plan.kpis.map((each, at) => ({ ...each, weight: weights[at] ?? each.weight })),
});
const own = (
  plan: Plan,
  given: Partial<CustomKpi>,
  definition = 'Thang 1–5, trưởng nhóm chấm.',
): Plan => ({
  ...added(weighing(plan, 0.2, 0.25, 0.15, 0.2), {
    ...(said([['OWN_A', 0.2, 100, 120]])[0] ?? planned('OWN_A')),
    definition,
  }),
  own: [
    {
      name: 'OWN_A',
      title: 'Số khách đặt lịch',
      unit: 'count',
      better: 'higher',
      how: { is: 'typed', over: 'sum' },
      unsaid: [],
      ...given,
    },
  ],
});
const extra = (kpi: string, weight: number, baseline: number, target: number): PlannedKpi =>
  said([[kpi, weight, baseline, target]])[0] ?? planned(kpi);

const quarters = [
  { year: 2026, month: 10 },
  { year: 2026, month: 7 },
  { year: 2026, month: 4 },
];

interface Case {
  readonly plan: Plan;
  readonly facts?: Partial<RuleFacts>;
  /** What the finding is about; left out: whatever. */
  readonly kpis?: readonly string[];
  readonly fixable?: boolean;
}

/** For each rule a good plan with one thing wrong, in the order in which the doctor speaks of them. */
export const cases: Readonly<Record<RuleName, readonly Case[]>> = {
  over: [{ plan: digital, facts: { today: dayOf(2027, 4, 1) } }],
  impossible: [
    { plan: altered(brand, 'NPS', { target: 140 }), kpis: ['NPS'] },
    { plan: altered(digital, 'LEADS', { target: 0 }), kpis: ['LEADS'] },
    { plan: altered(digital, 'CPL', { baseline: -5 }), kpis: ['CPL'] },
    { plan: altered(digital, 'VISITTOLEAD', { target: 250 }), kpis: ['VISITTOLEAD'] },
    { plan: altered(digital, 'LEADQUALITY', { target: 1.2 }), kpis: ['LEADQUALITY'] },
  ],
  percentTyped: [
    {
      plan: altered(digital, 'VISITTOLEAD', { target: 2.5 }),
      kpis: ['VISITTOLEAD'],
      fixable: true,
    },
    { plan: altered(manager, 'ROI', { target: 150, baseline: 90 }), kpis: ['ROI'], fixable: true },
  ],
  pointsTyped: [
    {
      plan: added(weighing(manager, 0.3, 0.3, 0.3), extra('SHAREGAIN', 0.1, 0.01, 0.02)),
      kpis: ['SHAREGAIN'],
      fixable: true,
    },
  ],
  pointsOrPercent: [
    {
      plan: altered(digital, 'VISITTOLEAD', { target: 0.22 }),
      kpis: ['VISITTOLEAD'],
      fixable: true,
    },
  ],
  wrongWay: [
    {
      plan: altered(digital, 'CPL', { target: 99000, lastYear: null }),
      kpis: ['CPL'],
      fixable: true,
    },
    {
      plan: altered(digital, 'LEADS', { target: 900, lastYear: 950 }),
      kpis: ['LEADS'],
      fixable: true,
    },
    {
      plan: altered(sales, 'CSAT', { baseline: 0.95, target: 0.85, lastYear: null }),
      kpis: ['CSAT'],
      fixable: false,
    },
  ],
  noneWeighted: [
    { plan: all(digital, { weight: null }), fixable: true },
    { plan: planOf([]), fixable: false },
  ],
  weightsOff: [{ plan: weighing(digital, 0.25, 0.3, 0.2, 0.35), fixable: true }],
  tooMany: [
    {
      plan: added(
        weighing(digital, 0.2, 0.3, 0.2, 0.1),
        extra('AOV', 0.12, 5e5, 5.5e5),
        extra('SIGNUPS', 0.08, 90, 99),
      ),
      kpis: ['SIGNUPS'],
      fixable: true,
    },
  ],
  doesNotFit: [
    {
      plan: added(weighing(digital, 0.25, 0.25, 0.2, 0.2), extra('RETENTION', 0.1, 0.8, 0.85)),
      kpis: ['RETENTION'],
      fixable: true,
    },
    {
      plan: { ...only(added(digital, extra('CAC', 0.1, 9e5, 8e5)), 'CAC'), objective: 'awareness' },
      fixable: false,
    },
  ],
  nothingFits: [
    {
      plan: { ...goodPlans.content, role: 'other', objective: 'customers' },
      fixable: true,
    },
  ],
  onlyVanity: [{ plan: only(social, 'FOLLOWERS', 'INTERACTIONS', 'REACH'), fixable: true }],
  noLeading: [{ plan: without(manager, 'MQLS'), fixable: true }],
  noGuardrail: [
    {
      plan: only(without(digital, 'LEADQUALITY'), 'TRAFFIC', 'LEADS', 'CPL'),
      kpis: ['CPL'],
      fixable: true,
    },
    {
      plan: only(without(social, 'ENGRATE'), 'FOLLOWERS', 'REACH'),
      kpis: ['FOLLOWERS'],
      fixable: true,
    },
  ],
  noOwner: [
    { plan: altered(digital, 'CPL', { owner: ' ' }), kpis: ['CPL'], fixable: true },
    { plan: { ...all(digital, { owner: '' }), name: ' ' }, fixable: false },
  ],
  noTarget: [{ plan: altered(digital, 'CPL', { target: null }), kpis: ['CPL'] }],
  noStart: [
    { plan: altered(social, 'FOLLOWERS', { baseline: null }), kpis: ['FOLLOWERS'], fixable: false },
    {
      plan: altered(social, 'FOLLOWERS', { baseline: null }),
      facts: { actuals: { FOLLOWERS: 21000 } },
      kpis: ['FOLLOWERS'],
      fixable: true,
    },
  ],
  cadenceTooFine: [
    { plan: altered(social, 'REACH', { cadence: 'week' }), kpis: ['REACH'], fixable: true },
    { plan: altered(sales, 'CSAT', { cadence: 'day' }), kpis: ['CSAT'], fixable: true },
  ],
  unsaid: [
    { plan: own(digital, { unsaid: ['better'] }), kpis: ['OWN_A'] },
    { plan: own(digital, { unsaid: ['totalling', 'better'] }), kpis: ['OWN_A'] },
  ],
  summed: [
    { plan: own(digital, { title: 'Số người tiếp cận' }), kpis: ['OWN_A'], fixable: true },
    {
      plan: own(digital, { title: 'Điểm bài viết', unit: 'score' }),
      kpis: ['OWN_A'],
      fixable: true,
    },
  ],
  notMeasurable: [
    {
      plan: own(
        digital,
        { title: 'Điểm bài viết', unit: 'score', how: { is: 'typed', over: 'whole' } },
        '',
      ),
      kpis: ['OWN_A'],
    },
    {
      plan: own(digital, { unit: 'fraction', how: { is: 'ratio', top: 'đơn', bottom: 'Đơn ' } }),
      kpis: ['OWN_A'],
    },
  ],
  vagueName: [
    { plan: own(digital, { title: 'Nâng cao hiệu quả truyền thông' }), kpis: ['OWN_A'] },
    { plan: own(digital, { title: 'KPI 1' }), kpis: ['OWN_A'] },
  ],
  sameName: [
    { plan: own(digital, { title: 'so luong khach hang tiem nang' }), kpis: ['LEADS', 'OWN_A'] },
  ],
  thresholds: [
    { plan: altered(digital, 'CPL', { goal: 0.6, flag: 0.7 }), kpis: ['CPL'], fixable: true },
    { plan: altered(digital, 'MKTSPEND', { goal: 1.2 }), kpis: ['MKTSPEND'], fixable: true },
  ],
  tooFew: [{ plan: only(digital, 'LEADS', 'CPL'), kpis: ['LEADS', 'CPL'] }],
  tooManyTracked: [
    {
      plan: {
        ...digital,
        kpis: [
          ...digital.kpis,
          ...['CTR', 'CPC', 'CPM', 'CPA', 'BOUNCE', 'SESSIONTIME', 'AOV'].map((kpi) =>
            planned(kpi),
          ),
        ],
      },
    },
  ],
  weightSmall: [
    { plan: weighing(digital, 0.35, 0.42, 0.2, 0.03), kpis: ['CPL'], fixable: true },
    { plan: weighing(digital, 0.5, 0.47, 0.01, 0.02), kpis: ['VISITTOLEAD', 'CPL'], fixable: true },
  ],
  weightLarge: [
    { plan: weighing(digital, 0.1, 0.7, 0.1, 0.1), kpis: ['LEADS'], fixable: true },
    { plan: weighing(digital, 0, 1, 0, 0), kpis: ['LEADS'], fixable: true },
  ],
  onlyLagging: [
    {
      plan: weighing(
        {
          ...manager,
          kpis: manager.kpis.map((each) =>
            each.kpi === 'MQLS' ? { ...each, weight: null } : each,
          ),
        },
        0.5,
        0.5,
      ),
      fixable: true,
    },
  ],
  noInput: [
    { plan: without(digital, 'MKTSPEND'), fixable: true },
    { plan: without(social, 'POSTS'), fixable: true },
    { plan: without(sales, 'WORKHOURS'), fixable: true },
  ],
  tooEarlyForStage: [
    {
      plan: about(added(weighing(digital, 0.25, 0.25, 0.2, 0.2), extra('CLV', 0.1, 2e6, 2.2e6)), {
        stage: 'new',
      }),
      kpis: ['CLV'],
      fixable: true,
    },
  ],
  outgrown: [
    {
      plan: about(
        {
          ...only(added(digital, extra('SIGNUPS', 0.2, 90, 99)), 'TRAFFIC', 'SIGNUPS'),
          objective: 'leads',
        },
        { stage: 'established' },
      ),
    },
  ],
  sameThing: [
    {
      plan: added(weighing(sales, 0.25, 0.2, 0.2, 0.15, 0.1), extra('REVENUE', 0.1, 2e9, 2.2e9)),
      kpis: ['SALES', 'REVENUE'],
      fixable: true,
    },
  ],
  oneSided: [
    {
      plan: without(added(only(manager, 'SALES', 'ROI'), extra('AOV', 0.3, 5e5, 5.5e5)), 'MQLS'),
    },
    { plan: only(department, 'CUSTOMERGROWTH', 'TRAFFIC', 'INTERACTIONS') },
  ],
  noVoice: [{ plan: about(digital, { stage: 'established' }), fixable: true }],
  surveys: [
    {
      plan: added(
        weighing(digital, 0.2, 0.25, 0.15, 0.2),
        extra('NPS', 0.1, 30, 35),
        extra('CSAT', 0.1, 0.8, 0.85),
      ),
      kpis: ['NPS', 'CSAT'],
    },
  ],
  openRate: [
    {
      plan: added(weighing(digital, 0.2, 0.25, 0.2, 0.2), extra('OPENRATE', 0.15, 0.2, 0.22)),
      kpis: ['OPENRATE'],
      fixable: true,
    },
  ],
  noDefinition: [
    { plan: altered(digital, 'LEADS', { definition: '' }), kpis: ['LEADS'], fixable: true },
  ],
  attribution: [
    { plan: altered(manager, 'ROI', { definition: ' ' }), kpis: ['ROI'], fixable: true },
  ],
  outsideData: [{ plan: altered(brand, 'SOV', { definition: '' }), kpis: ['SOV'] }],
  noMargin: [{ plan: about(manager, { margin: null }), kpis: ['ROI'] }],
  tooFar: [
    { plan: altered(digital, 'LEADS', { target: 2100 }), kpis: ['LEADS'] },
    { plan: altered(digital, 'CPL', { target: 40000 }), kpis: ['CPL'] },
  ],
  noBaseline: [
    { plan: altered(digital, 'LEADS', { baseline: null }), kpis: ['LEADS'], fixable: false },
    {
      plan: altered(digital, 'LEADS', { baseline: null }),
      facts: { actuals: { LEADS: 1010 } },
      kpis: ['LEADS'],
      fixable: true,
    },
  ],
  season: [
    { plan: altered(digital, 'LEADS', { lastYear: null }), kpis: ['LEADS'], fixable: false },
    {
      plan: altered(digital, 'LEADS', { lastYear: null }),
      facts: { previous: [{ ...digital, quarter: { year: 2026, month: 4 } }] },
      kpis: ['LEADS'],
      fixable: true,
    },
    {
      plan: {
        ...altered(about(digital, { currency: 'USD' }), 'LEADS', { lastYear: null }),
        language: 'en',
        quarter: { year: 2027, month: 10 },
      },
      kpis: ['LEADS'],
    },
  ],
  standstill: [{ plan: altered(digital, 'CPL', { target: 90000 }), kpis: ['CPL'] }],
  halfOver: [
    {
      plan: { ...digital, agreed: { givenBy: 'Hà', acceptedBy: 'Lan', on: dayOf(2027, 1, 2) } },
      facts: { today: dayOf(2027, 2, 20) },
    },
  ],
  ownerIsMany: [
    { plan: altered(digital, 'CPL', { owner: 'Lan, Minh' }), kpis: ['CPL'] },
    { plan: altered(digital, 'LEADS', { owner: 'Phòng marketing' }), kpis: ['LEADS'] },
  ],
  oneOwner: [{ plan: all(department, { owner: 'Lan' }) }],
  cadenceTooSlow: [
    { plan: altered(digital, 'LEADS', { cadence: 'quarter' }), kpis: ['LEADS'], fixable: true },
  ],
  noBudget: [{ plan: altered(digital, 'MKTSPEND', { target: null }), kpis: ['MKTSPEND'] }],
  sameForAYear: [
    { plan: digital, facts: { previous: quarters.map((quarter) => ({ ...digital, quarter })) } },
  ],
  notAgreed: [{ plan: digital, facts: { today: dayOf(2027, 2, 1) } }],
};
