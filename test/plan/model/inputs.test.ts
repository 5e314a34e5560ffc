import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue, isCalculated } from '../../../src/kpi/catalogue.ts';
import type { Kpi } from '../../../src/kpi/define.ts';
import { weekParts } from '../../../src/plan/calendar/calendar.ts';
import { customKpi } from '../../../src/plan/model/aggregation.ts';
import {
  argumentsOf,
  defaultCadence,
  inputsOfPlan,
  isOpen,
} from '../../../src/plan/model/inputs.ts';
import type { CustomKpi, PlannedKpi } from '../../../src/plan/model/plan.ts';
import { circumstancesOf, planned } from '../../kit/plans/plans.ts';

const named = (name: string): Kpi => {
  const found = catalogue.find((kpi) => kpi.name === name);
  if (!found) throw new Error(name);
  return found;
};
const ownRatio: CustomKpi = {
  name: 'OWN_A',
  title: 'Tỷ lệ hẹn',
  unit: 'fraction',
  better: 'higher',
  how: { is: 'ratio', top: 'cuộc hẹn', bottom: 'cuộc gọi' },
  unsaid: [],
};
const ownCount: CustomKpi = {
  name: 'OWN_B',
  title: 'Cuộc gọi',
  unit: 'count',
  better: 'higher',
  how: { is: 'typed', over: 'last' },
  unsaid: [],
};
const own = [ownRatio, ownCount];
const inputs = (...kpis: PlannedKpi[]) => inputsOfPlan({ kpis, own, feeds: [] }, catalogue);
const keys = (...kpis: PlannedKpi[]) => inputs(...kpis).map((input) => input.key);
const margin = (value: number | null) => ({ circumstances: circumstancesOf({ margin: value }) });

describe('the input columns of a plan', () => {
  it('are one for each quantity, whichever KPIs use it', () => {
    const found = inputs(planned('CPL'), planned('LEADS'), planned('VISITTOLEAD'));
    expect(found.map((input) => input.key)).toEqual(['CPL.cost', 'LEADS', 'TRAFFIC']);
    expect(found[1]?.usedBy).toEqual([
      { kpi: 'CPL', argument: 'leads', at: 1 },
      { kpi: 'LEADS', argument: '', at: 0 },
      { kpi: 'VISITTOLEAD', argument: 'leads', at: 0 },
    ]);
    expect(found[1]).toMatchObject({
      unit: 'count',
      over: 'sum',
      min: 0,
      called: 'leads',
    });
    expect(found[1]?.sources).toBeDefined();
  });

  it('keep the three kinds of cost apart', () => {
    expect(keys(planned('CPL'), planned('CPA'), planned('CAC'), planned('MKTSPEND'))).toEqual([
      'CPL.cost',
      'LEADS',
      'CPC.cost',
      'CPA.conversions',
      'CAC.cost',
      'CAC.newCustomers',
      'ROI.cost',
    ]);
  });

  it('have a column of their own for the period before', () => {
    expect(keys(planned('TRAFFICGROWTH'))).toEqual(['TRAFFIC', 'TRAFFICGROWTH.before']);
    expect(keys(planned('SHAREGAIN'))).toEqual(['SHAREGAIN.now', 'SHAREGAIN.before']);
  });

  it('are two where a KPI uses one quantity twice', () => {
    const leads = named('LEADS');
    if (isCalculated(leads)) throw new Error('LEADS is counted');
    const growth: Kpi = {
      ...named('TRAFFICGROWTH'),
      name: 'LEADGROWTH',
      inputs: { now: leads.counts, before: leads.counts },
      formula: '(now - before) / before',
      examples: [],
    };
    const found = inputsOfPlan({ kpis: [planned('LEADGROWTH')], own: [], feeds: [] }, [growth]);
    expect(found.map((input) => input.key)).toEqual(['LEADS', 'LEADGROWTH.before']);
  });

  it('leave out margins and choices', () => {
    expect(keys(planned('ROI'))).toEqual(['MKTREVENUE', 'ROI.cost']);
    expect(keys(planned('CLV'))).toEqual(['CLV.orderValue', 'CLV.ordersPerYear', 'CLV.years']);
    expect(keys(planned('ATTAINMENT'))).toEqual(['ATTAINMENT.actual', 'ATTAINMENT.target']);
  });

  it('of own KPIs are called by them', () => {
    expect(keys(planned('OWN_A'), planned('OWN_B'))).toEqual([
      'OWN_A.top',
      'OWN_A.bottom',
      'OWN_B',
    ]);
    expect(inputs(planned('OWN_B'))[0]).toMatchObject({
      over: 'last',
      called: { own: 'Cuộc gọi' },
    });
  });

  it('are typed as often as the most often measured KPI needs them', () => {
    const cadences = (...kpis: PlannedKpi[]) =>
      Object.fromEntries(inputs(...kpis).map(({ key, cadence }) => [key, cadence]));
    expect(
      cadences(planned('CPL', { cadence: 'quarter' }), planned('LEADS', { cadence: 'month' })),
    ).toEqual({
      'CPL.cost': 'quarter',
      LEADS: 'month',
    });
    expect(
      cadences(planned('LEADS', { cadence: 'month' }), planned('CPL', { cadence: 'day' })),
    ).toEqual({
      LEADS: 'week',
      'CPL.cost': 'week',
    });
  });

  it('pass over a KPI nobody knows', () => {
    expect(keys(planned('NOSUCHKPI'), planned('constructor'), planned('LEADS'))).toEqual(['LEADS']);
  });

  it('have the same keys in every plan, and different quantities different keys', () => {
    const all = inputs(...catalogue.map((kpi) => planned(kpi.name)));
    expect(new Set(all.map((input) => input.key)).size).toBe(all.length);
    const pick = fc.subarray([...catalogue], { minLength: 1 });
    fc.assert(
      fc.property(pick, (chosen) => {
        for (const input of inputs(...chosen.map((kpi) => planned(kpi.name)))) {
          const alone = all.find(({ key }) => key === input.key);
          expect(alone?.called).toEqual(input.called);
          for (const use of input.usedBy) expect(alone?.usedBy).toContainEqual(use);
        }
      }),
    );
  });

  it('keep the keys under which numbers stand in sheets', () => {
    const all = inputs(...catalogue.map((kpi) => planned(kpi.name)));
    expect(all.map((input) => input.key).join(' ')).toMatchInlineSnapshot(
      `"IMPRESSIONS MENTIONS SOV.own SOV.competitors AWARENESS.aware AWARENESS.asked RECOGNITION.recognised SENTIMENT.positive SENTIMENT.negative FOLLOWERS REACH LIKES COMMENTS SHARES INTERACTIONS TRAFFIC VISITORS TRAFFICGROWTH.before ORGANICGROWTH.now ORGANICGROWTH.before SEARCHRANK CONTENTENGRATE.engagedSessions CONTENTENGRATE.sessions BLOGTRAFFIC TIMEONPAGE.engagementSeconds SESSIONTIME.totalSeconds BOUNCE.engagedSessions CONTENTLEADS CTR.clicks CPC.cost CPC.clicks CPM.impressions CPA.conversions ROAS.revenue OPENRATE.opens OPENRATE.delivered EMAILCTR.clicks UNSUBRATE.unsubscribes EMAILCVR.conversions LEADS CPL.cost LEADQUALITY.qualifiedLeads LEADSCORE SIGNUPS MQLS SQLS LEADCVR.customers CVR.conversions CAMPAIGNCVR.conversions CAMPAIGNCVR.visits SOCIALCVR.conversions SOCIALCVR.visits CAC.cost CAC.newCustomers ACQRATE.customersAtStart CUSTOMERGROWTH.customersAtEnd WINRATE.won WINRATE.lost CANCELRATE.cancelled CANCELRATE.orders SALESCVR.sales SALESCVR.opportunities CHURN.customersLost REPEATRATE.repeatCustomers REPEATRATE.customers CLV.orderValue CLV.ordersPerYear CLV.years CSAT.satisfied CSAT.responses NPS.promoters NPS.passives NPS.detractors SALES UNITSSOLD REVENUE REVENUEGROWTH.before MKTREVENUE CAMPAIGNREV ROI.cost INBOUNDROI.revenue INBOUNDROI.cost PACE.planned POSTS WORKHOURS ABTESTS POSITIVESHARE.positive POSITIVESHARE.reviews RATING VISIONFIT BRANDVALUE MARKETSHARE.own MARKETSHARE.market SHAREGAIN.now SHAREGAIN.before GROWTHPCT.now GROWTHPCT.before PPDIFF.now PPDIFF.before ATTAINMENT.actual ATTAINMENT.target"`,
    );
  });
});

describe('the arguments of a function', () => {
  it('are the columns in the order of the function', () => {
    expect(argumentsOf(named('CPL'), margin(null))).toEqual(['CPL.cost', 'LEADS']);
    expect(argumentsOf(named('LEADS'), margin(null))).toEqual(['LEADS']);
    expect(argumentsOf(customKpi(ownRatio), margin(null))).toEqual(['OWN_A.top', 'OWN_A.bottom']);
    expect(argumentsOf(customKpi(ownCount), margin(null))).toEqual(['OWN_B']);
  });

  it('take the margin from the plan, and leave it out where nobody has said it', () => {
    expect(argumentsOf(named('CLV'), margin(0.4)).at(-1)).toEqual({ constant: 'margin' });
    expect(argumentsOf(named('CLV'), margin(0)).at(-1)).toEqual({ constant: 'margin' });
    expect(argumentsOf(named('CLV'), margin(null)).at(-1)).toBeNull();
    expect(argumentsOf(named('ATTAINMENT'), margin(0.4)).slice(2)).toEqual([null, null]);
  });

  it('are all among the columns of the plan', () => {
    for (const kpi of catalogue) {
      const there = keys(planned(kpi.name));
      const read = argumentsOf(kpi, margin(0.4));
      expect(read).toHaveLength(isCalculated(kpi) ? Object.keys(kpi.inputs).length : 1);
      const columns = read.filter((each) => typeof each === 'string');
      expect([...new Set(columns)]).toEqual(there);
    }
  });
});

describe('how often a KPI is measured', () => {
  const of = (...names: string[]) => names.map((name) => defaultCadence(named(name)));

  it('is weekly for what moves every week', () => {
    const weekly = ['LEADS', 'CPL', 'TRAFFIC', 'SALES', 'FOLLOWERS', 'CVR', 'MKTSPEND', 'WINRATE'];
    expect(new Set(of(...weekly))).toEqual(new Set(['week']));
  });

  it('is monthly for readings, stocks and slow ratios', () => {
    const monthly = [
      'REACH',
      'VISITORS',
      'SEARCHRANK',
      'LEADSCORE',
      'ROI',
      'CHURN',
      'CUSTOMERGROWTH',
    ];
    expect(new Set(of(...monthly, 'CSAT', 'NPS'))).toEqual(new Set(['month']));
  });

  it('is quarterly for surveys and market figures', () => {
    const quarterly = ['AWARENESS', 'RECOGNITION', 'CLV', 'BRANDVALUE', 'SHAREGAIN', 'MARKETSHARE'];
    expect(new Set(of(...quarterly))).toEqual(new Set(['quarter']));
  });
});

describe('a cell of the input block', () => {
  const parts = weekParts({ year: 2026, month: 1 }, 'monday');
  const open = (...[cadence, over]: ['week' | 'month' | 'quarter', 'sum' | 'whole' | 'last']) =>
    parts.filter((part) => isOpen({ cadence, over }, part)).length;

  it('is open where its period ends', () => {
    expect(open('week', 'sum')).toBe(parts.length);
    expect(open('week', 'last')).toBe(parts.length);
    expect(open('month', 'sum')).toBe(3);
    expect(open('quarter', 'whole')).toBe(1);
  });

  it('takes a weekly reading once, even where a month ends inside the week', () => {
    expect(open('week', 'whole')).toBe(parts.at(-1)?.week);
  });
});

describe('inputs of a KPI that is a reading', () => {
  it('are typed as often as the finest of them, so that like is set against like', () => {
    const kpis = [
      planned('REACH', { cadence: 'week' }),
      planned('ENGRATE', { cadence: 'month' }),
      planned('INTERACTIONS', { cadence: 'quarter' }),
    ];
    const cadences = inputsOfPlan({ kpis, own: [], feeds: [] }).map(({ cadence }) => cadence);
    expect(cadences).toEqual(['week', 'week']);
  });
});
