import { describe, expect, it } from 'vitest';
import { catalogue, isCalculated } from '../../../src/kpi/catalogue.ts';
import {
  type Aggregation,
  aggregationOf,
  customKpi,
  kpiNamed,
} from '../../../src/plan/model/aggregation.ts';
import type { CustomKpi } from '../../../src/plan/model/plan.ts';

const ofKind = (kind: Aggregation) =>
  catalogue.filter((kpi) => aggregationOf(kpi) === kind).map((kpi) => kpi.name);

const own: CustomKpi = {
  name: 'OWN_A',
  title: 'Cuộc gọi',
  unit: 'count',
  better: 'higher',
  how: { is: 'typed', over: 'sum' },
  unsaid: [],
};

describe('the kind of a KPI', () => {
  it('is the one a marketer would say, for every KPI there is', () => {
    expect(ofKind('last')).toEqual(['FOLLOWERS']);
    expect(ofKind('points')).toEqual(['SHAREGAIN', 'PPDIFF']);
    expect(ofKind('whole')).toEqual([
      'REACH',
      'ENGRATE',
      'VISITORS',
      'SEARCHRANK',
      'TIMEONPAGE',
      'LEADSCORE',
      'REPEATRATE',
      'CLV',
      'RATING',
      'VISIONFIT',
      'BRANDVALUE',
      'GROWTHPCT',
      'ATTAINMENT',
    ]);
    const counted = catalogue.filter((kpi) => !isCalculated(kpi) && kpi.counts.over === 'sum');
    expect(ofKind('sum')).toEqual(counted.map((kpi) => kpi.name));
    expect(ofKind('ratio')).toEqual(expect.arrayContaining(['CPL', 'ROI', 'RETENTION', 'NPS']));
  });

  it('of an own KPI follows from how it was defined', () => {
    const over = (how: CustomKpi['how']) => aggregationOf(customKpi({ ...own, how }));
    expect(over({ is: 'typed', over: 'sum' })).toBe('sum');
    expect(over({ is: 'typed', over: 'last' })).toBe('last');
    expect(over({ is: 'typed', over: 'whole' })).toBe('whole');
    expect(over({ is: 'ratio', top: 'a', bottom: 'b' })).toBe('ratio');
    expect(aggregationOf(customKpi({ ...own, unit: 'percentagePoints' }))).toBe('points');
  });

  it('is found by the name in a plan, its own KPIs first', () => {
    expect(kpiNamed('CPL', { own: [own] }, catalogue)?.name).toBe('CPL');
    expect(kpiNamed('OWN_A', { own: [own] }, catalogue)?.ownTitle).toBe('Cuộc gọi');
    expect(kpiNamed('OWN_B', { own: [own] }, catalogue)).toBeUndefined();
    expect(kpiNamed('constructor', { own: [own] }, catalogue)).toBeUndefined();
  });
});
