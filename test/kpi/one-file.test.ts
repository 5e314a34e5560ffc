import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/kpi/catalogue.ts';
import { defineCount, type Kpi } from '../../src/kpi/define.ts';
import { product } from '../../src/kpi/identity.ts';
import { agreement } from '../../src/plan/agree/agreement.ts';
import { weekParts } from '../../src/plan/calendar/calendar.ts';
import { examine } from '../../src/plan/doctor/doctor.ts';
import { inputsOfPlan } from '../../src/plan/model/inputs.ts';
import { sampleInputs } from '../../src/plan/sample/sample-inputs.ts';
import { propose } from '../../src/presets/propose-plan.ts';
import { circumstancesOf, planned, planOf } from '../kit/plans/plans.ts';
import { facts } from '../plan/doctor/doctor-plans.ts';

/** A KPI that says all about itself in its entry, as one of a family's file does. */
const calls = defineCount({
  name: 'CALLS',
  title: { en: 'Phone calls', vi: 'Cuộc gọi' },
  summary: { en: 'How many people called.', vi: 'Bao nhiêu người đã gọi.' },
  counts: {
    title: { en: 'phone calls', vi: 'số cuộc gọi' },
    unit: 'count',
    over: 'sum',
    min: 0,
    sample: { each: 700 },
  },
  unit: 'count',
  better: 'higher',
  group: 'output',
  level: 'functional',
  timing: 'leading',
  funnel: 'lead',
  roles: ['digital'],
  offered: { digital: 'early' },
  guardrails: ['LEADQUALITY'],
  twins: ['LEADS'],
  traits: ['undefined', 'vanity', 'survey', 'voice', 'outside', 'lateStage', 'attributed'],
  identities: [product('calls', 'CALLS', ['TRAFFIC', 'VISITTOLEAD'])],
  pitfalls: [],
  source: 'https://example.com/calls',
});
const kpis: readonly Kpi[] = [...catalogue, calls];
const known = { ...facts, catalogue: kpis };

describe('a KPI that is added by its entry alone', () => {
  const plan = planOf(
    [
      planned('CALLS', { target: 3000, baseline: 2000, weight: 50 }),
      planned('LEADS', { target: 500, baseline: 400, weight: 50 }),
    ],
    { objective: 'leads', circumstances: circumstancesOf({ stage: 'new' }) },
  );
  const rules = examine(plan, known).map(({ rule }) => rule);

  it('is offered to the role it names, with what to know before', () => {
    const offer = (stage: 'new' | 'growing') =>
      propose({
        role: 'digital',
        objective: null,
        circumstances: circumstancesOf({ stage }),
        catalogue: kpis,
      }).find(({ kpi }) => kpi === 'CALLS');
    expect(offer('new')).toMatchObject({ ticked: false, weight: null });
    expect(offer('new')?.note?.vi).not.toBe('');
    expect(offer('growing')).toBeUndefined();
  });

  it.each([
    'noGuardrail',
    'sameThing',
    'noDefinition',
    'attribution',
    'outsideData',
    'tooEarlyForStage',
    'surveys',
  ] as const)('is judged by %s', (rule) => {
    expect(rules).toContain(rule);
    const plain = { ...calls, guardrails: [], twins: [], traits: [] };
    const without = examine(plan, { ...facts, catalogue: [...catalogue, plain] });
    const found = without.filter((each) => each.rule === rule);
    expect(found.flatMap((each) => each.kpis)).not.toContain('CALLS');
  });

  it('is reckoned with where targets have to agree', () => {
    const together = planOf([
      planned('CALLS', { target: 3000, baseline: 2000 }),
      planned('TRAFFIC', { target: 100_000, baseline: 100_000 }),
      planned('VISITTOLEAD', { target: 0.02, baseline: 0.02 }),
    ]);
    expect(agreement(together, kpis).map(({ identity }) => identity)).toContain('calls');
    expect(agreement(together, catalogue)).toEqual([]);
  });

  it('has made-up numbers of its own size', () => {
    const inputs = inputsOfPlan({ ...plan, own: [], feeds: [] }, kpis);
    const parts = weekParts(plan.quarter, plan.circumstances.weekStart);
    const made = sampleInputs(plan, inputs, parts, parts.at(-1)?.to ?? 0).CALLS ?? [];
    const sum = made.reduce<number>((all, each) => all + (each ?? 0), 0);
    expect(sum / 13).toBeGreaterThan(500);
    expect(sum / 13).toBeLessThan(1000);
  });
});
