import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue, isCalculated } from '../../../src/kpi/catalogue.ts';
import type { Kpi } from '../../../src/kpi/define.ts';
import { kpiValue } from '../../../src/plan/model/evaluate.ts';

const named = (name: string): Kpi => {
  const found = catalogue.find((kpi) => kpi.name === name);
  if (!found) throw new Error(name);
  return found;
};

describe('the value of a KPI', () => {
  const numeric = catalogue
    .filter(isCalculated)
    .flatMap((kpi) =>
      kpi.examples
        .filter(({ given }) => Object.values(given).every((each) => typeof each !== 'string'))
        .map((example) => ({ kpi, ...example })),
    );

  it.each(numeric)('$kpi.name gives $gives', ({ kpi, given, gives }) => {
    expect(kpiValue(kpi, given as Record<string, number>)).toBeCloseTo(gives, 9);
  });

  it('of what is counted is the count', () => {
    expect(kpiValue(named('LEADS'), { '': 12 })).toBe(12);
    expect(kpiValue(named('LEADS'), {})).toBeNull();
  });

  it('is unknown where something is unknown, nothing divides it, or it cannot be true', () => {
    expect(kpiValue(named('CPL'), { cost: 100, leads: null })).toBeNull();
    expect(kpiValue(named('CPL'), { cost: 100, leads: 0 })).toBeNull();
    expect(kpiValue(named('CHURN'), { customersAtStart: 10, customersLost: 11 })).toBeNull();
  });

  it('takes the margin where it is known', () => {
    const given = { revenue: 200, cost: 100 };
    expect(kpiValue(named('ROI'), { ...given, margin: null })).toBe(1);
    expect(kpiValue(named('ROI'), { ...given, margin: 0 })).toBe(-1);
  });

  it('is a finite number or none', () => {
    const number = fc.option(fc.double({ noNaN: true }));
    fc.assert(
      fc.property(
        fc.constantFrom(...catalogue.filter(isCalculated)),
        fc.array(number),
        (kpi, all) => {
          const names = Object.keys(kpi.inputs);
          const given = Object.fromEntries(names.map((name, at) => [name, all[at] ?? null]));
          const value = kpiValue(kpi, given);
          expect(value === null || Number.isFinite(value)).toBe(true);
        },
      ),
    );
  });
});
