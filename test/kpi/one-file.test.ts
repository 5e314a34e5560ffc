import { describe, expect, it } from 'vitest';
import { textProblems } from '../../src/derive/texts.ts';
import { catalogue } from '../../src/kpi/catalogue.ts';
import { defineCount, type Kpi } from '../../src/kpi/define.ts';
import { product } from '../../src/kpi/identity.ts';
import { agreement } from '../../src/plan/agree/agreement.ts';
import { weekParts } from '../../src/plan/calendar/calendar.ts';
import { kpiBounds } from '../../src/plan/doctor/bounds.ts';
import { examine } from '../../src/plan/doctor/doctor.ts';
import { inputsOfPlan } from '../../src/plan/model/inputs.ts';
import { sampleInputs } from '../../src/plan/sample/sample-inputs.ts';
import { propose } from '../../src/presets/propose-plan.ts';
import { departmentFacts } from '../../src/sheet/department/department-input.ts';
import { codeFor } from '../../src/sheet/department/figures.ts';
import { circumstancesOf, planned, planOf } from '../kit/plans/plans.ts';
import { facts } from '../plan/doctor/doctor-plans.ts';

/** A KPI that says all about itself in its entry, as one of a family's file does. */
const calls = defineCount({
  name: 'CALLS',
  counts: {
    called: 'calls',
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
  fallback: 0,
  bounds: { max: 5000 },
  figure: { of: 'leads', choice: 0 },
  guardrails: ['LEADQUALITY'],
  twins: ['LEADS'],
  traits: ['undefined', 'vanity', 'survey', 'voice', 'outside', 'lateStage', 'attributed'],
  identities: [product('calls', 'CALLS', ['TRAFFIC', 'VISITTOLEAD'])],
  source: 'https://example.com/calls',
});
const kpis: readonly Kpi[] = [...catalogue, calls];
const known = { ...facts, catalogue: kpis };

describe('a KPI that is added by its entry and its texts alone', () => {
  it('stops the build until it has its texts', () => {
    expect(textProblems(catalogue)).toEqual([]);
    expect(textProblems(kpis)).toEqual([
      'src/messages/en/catalogue/kpis: “CALLS” is missing.',
      'src/messages/en/catalogue/quantities: “calls” is missing.',
    ]);
  });

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

  it('is proposed before others where a plan lacks something, and has its bounds', () => {
    const late = planOf([planned('CSAT', { target: 0.8, baseline: 0.7, weight: 100 })], {
      role: 'other',
    });
    const adds = (of: typeof facts) =>
      examine(late, of).find(({ rule }) => rule === 'noLeading')?.add;
    expect([adds(facts), adds(known)]).toEqual(['TRAFFIC', 'CALLS']);
    expect(kpiBounds(calls)).toEqual({ max: 5000 });
  });

  it('is what the director’s page reads, as the choice it names', () => {
    const department = (of: readonly Kpi[]) =>
      departmentFacts({
        quarter: plan.quarter,
        name: '',
        plans: [{ plan, sheetName: 'Lan' }],
        others: [],
        activities: [],
        language: 'en',
        catalogue: of,
        typed: {},
      });
    expect(codeFor('leads', department(kpis))).toBe('CALLS');
    expect(codeFor('leads', department(catalogue))).toBe('LEADS');
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
