import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import type { CustomKpi, Plan, PlannedKpi } from '../../../src/plan/model/plan.ts';
import {
  applied,
  atStep,
  bands,
  defining,
  named,
  proposed,
  shaped,
  typedInto,
  upwards,
  withActuals,
  withBusinessProfile,
  withoutActuals,
  withPlan,
} from '../../../src/sidebar/wizard/draft.ts';
import { draftOf } from '../../../src/sidebar/wizard/draft-begun.ts';
import { firstWrong, placeOfField } from '../../../src/sidebar/wizard/numbers/number-fields.ts';
import { planProposal, withProposals } from '../../../src/sidebar/wizard/numbers/proposals.ts';
import { planOf } from '../../kit/plans/plans.ts';

const plan = planOf([]);
const start = withProposals(draftOf('new', plan, 1));
const kpi = (of: Plan, name: string): PlannedKpi => {
  const found = of.kpis.find((each) => each.kpi === name);
  if (!found) throw new Error(`${name} is not in the plan.`);
  return found;
};

describe('a draft', () => {
  it('begins with the KPIs of the role, at most five of them with weight, 100% together', () => {
    const { weighted, tracked } = bands(start.plan);
    expect(weighted.map((each) => each.kpi)).toContain('LEADS');
    expect(tracked.map((each) => each.kpi)).toContain('MKTSPEND');
    const total = weighted.reduce((sum, { weight }) => sum + Math.round((weight ?? 0) * 100), 0);
    expect(total).toBe(100);
  });

  it('takes other proposals as long as nobody chose by hand, and keeps what is known of a KPI', () => {
    const typed = typedInto(start, 'LEADS', 'baseline', '1.030', 'vi');
    const other = withProposals(withPlan(typed, { role: 'sales' }));
    expect(other.plan.kpis.map((each) => each.kpi)).not.toContain('LEADS');
    const again = withProposals(withPlan(typed, { objective: 'leads' }));
    expect(kpi(again.plan, 'LEADS').baseline).toBe(1030);
    const byHand = shaped(typed, { ...typed.plan, kpis: typed.plan.kpis.slice(0, 2) });
    expect(withProposals(withPlan(byHand, { role: 'sales' })).plan.kpis).toHaveLength(2);
  });

  it('makes the person it is named after the owner, until somebody else is', () => {
    const owned = proposed(
      start,
      start.plan.kpis.map((each) => (each.kpi === 'CPL' ? { ...each, owner: 'Minh' } : each)),
    );
    const minh = withPlan(owned, {
      kpis: owned.plan.kpis.map((each) => (each.kpi === 'CPL' ? { ...each, owner: 'Minh' } : each)),
    });
    const renamed = named(minh, 'Hoa').plan;
    expect(kpi(renamed, 'LEADS').owner).toBe('Hoa');
    expect(kpi(renamed, 'CPL').owner).toBe('Minh');
  });

  it('remembers the furthest step', () => {
    const back = atStep(atStep(atStep(start, 3), 2), 1);
    expect([back.step, back.furthest]).toEqual([1, 3]);
  });

  it('lets a KPI move up among its like only', () => {
    const { weighted, tracked } = bands(start.plan);
    const [first, second] = weighted;
    const moved = bands(upwards(start.plan, second?.kpi ?? '')).weighted;
    expect(moved[0]?.kpi).toBe(second?.kpi);
    expect(moved[1]?.kpi).toBe(first?.kpi);
    expect(upwards(start.plan, first?.kpi ?? '')).toBe(start.plan);
    expect(upwards(start.plan, tracked[0]?.kpi ?? '')).toBe(start.plan);
  });

  it('takes in a KPI that the user defined, and its new definition', () => {
    const own: CustomKpi = {
      name: 'OWN_A',
      title: 'Đơn livestream',
      unit: 'count',
      better: 'higher',
      how: { is: 'typed', over: 'sum' },
      unsaid: [],
    };
    const once = defining(start.plan, own);
    expect(once.kpis.map((each) => each.kpi)).toContain('OWN_A');
    const twice = defining(once, { ...own, title: 'Đơn từ livestream' });
    expect(twice.own).toEqual([{ ...own, title: 'Đơn từ livestream' }]);
    expect(twice.kpis).toHaveLength(once.kpis.length);
  });
});

describe('numbers of a draft', () => {
  it('reads what marketers type, and lets a relative target follow last quarter', () => {
    let draft = typedInto(start, 'LEADS', 'target', '+20 %', 'vi');
    expect(kpi(draft.plan, 'LEADS').target).toBeNull();
    expect(firstWrong(draft)).toBe('LEADS-target');
    draft = typedInto(draft, 'LEADS', 'baseline', '1.030', 'vi');
    expect(kpi(draft.plan, 'LEADS').target).toBeCloseTo(1236);
    expect(firstWrong(draft)).toBe('');
    draft = typedInto(draft, 'LEADS', 'baseline', '2.000', 'vi');
    expect(kpi(draft.plan, 'LEADS').target).toBeCloseTo(2400);
    draft = typedInto(draft, 'CPL', 'target', '85k', 'vi');
    expect(kpi(draft.plan, 'CPL').target).toBe(85000);
  });

  it('keeps no number behind a text that is none, and none behind an empty field', () => {
    for (const text of ['', 'khoảng 1.000', '1.234,567.8']) {
      const typed = typedInto(start, 'LEADS', 'target', '1.240', 'vi');
      expect(kpi(typedInto(typed, 'LEADS', 'target', text, 'vi').plan, 'LEADS').target).toBeNull();
    }
  });

  it('reads a text in the habits in which it was typed, whatever the panel speaks later', () => {
    const draft = typedInto(start, 'LEADS', 'baseline', '1.030', 'vi');
    const later = typedInto(draft, 'LEADS', 'target', '1,240', 'en');
    expect(kpi(later.plan, 'LEADS')).toMatchObject({ baseline: 1030, target: 1240 });
  });

  it('reads shares as percent, and keeps the last one where a text is none', () => {
    const draft = typedInto(start, 'LEADS', 'goal', '95', 'vi');
    expect(kpi(draft.plan, 'LEADS').goal).toBe(0.95);
    expect(kpi(typedInto(start, 'LEADS', 'goal', '0,85', 'vi').plan, 'LEADS').goal).toBe(0.85);
    const wrong = typedInto(draft, 'LEADS', 'goal', '950%', 'vi');
    expect(kpi(wrong.plan, 'LEADS').goal).toBe(0.95);
    expect(firstWrong(wrong)).toBe('LEADS-goal');
    expect(kpi(typedInto(start, 'LEADS', 'weight', '1', 'vi').plan, 'LEADS').weight).toBe(0.01);
  });

  it('takes last quarter from its sheet where nobody typed it, zero included', () => {
    const asked = start.plan.kpis.map((each) => each.kpi);
    const known = { asked, actuals: { LEADS: 0, CPL: 92000 }, from: ['Lan · Q4 2026'], notes: {} };
    const typed = typedInto(start, 'CPL', 'baseline', '90k', 'vi');
    const relative = typedInto(typed, 'LEADS', 'target', '1.000', 'vi');
    const filled = withActuals(relative, known);
    expect(kpi(filled.plan, 'LEADS').baseline).toBe(0);
    expect(kpi(filled.plan, 'CPL').baseline).toBe(90000);
    expect(kpi(filled.plan, 'TRAFFIC').baseline).toBeNull();
    // What is known already, from the quarter that is continued, is not overwritten.
    const kpis = start.plan.kpis.map((each) => ({ ...each, baseline: 7 }));
    expect(kpi(withActuals(withPlan(start, { kpis }), known).plan, 'CPL').baseline).toBe(7);
    const other = named(filled, 'Minh');
    expect(kpi(other.plan, 'LEADS').baseline).toBeNull();
    expect(kpi(other.plan, 'CPL').baseline).toBe(90000);
    expect(other.known).toBeNull();
    expect(withoutActuals(other)).toEqual(other);
  });

  it('lets go of numbers that mean something else in another currency or on profit', () => {
    const asked = start.plan.kpis.map((each) => each.kpi);
    const known = { asked, actuals: { LEADS: 5, CPL: 92000 }, from: ['Lan · Q4 2026'], notes: {} };
    const filled = withActuals(start, known);
    expect(withBusinessProfile(filled, { stage: 'new' }).known).toEqual(known);
    for (const part of [{ currency: 'USD' }, { margin: 0.4 }]) {
      const other = withBusinessProfile(filled, part);
      expect(other.known).toBeNull();
      expect(kpi(other.plan, 'CPL').baseline).toBeNull();
    }
    // Of a quarter that is continued, only what depends on it.
    const kpis = start.plan.kpis.map((each) => ({ ...each, baseline: 7, target: 8 }));
    const next = { ...withPlan(start, { kpis }), is: 'next' as const };
    const dollars = withBusinessProfile(next, { currency: 'USD' });
    expect(kpi(dollars.plan, 'CPL')).toMatchObject({ baseline: null, target: null });
    expect(kpi(dollars.plan, 'LEADS')).toMatchObject({ baseline: 7, target: 8 });
  });

  it('shows a number that a fix changed, and leaves other fields as they were typed', () => {
    let draft = typedInto(start, 'LEADS', 'target', '1tr', 'vi');
    draft = typedInto(draft, 'LEADS', 'baseline', '1.030', 'vi');
    const kpis = draft.plan.kpis.map((each) =>
      each.kpi === 'LEADS' ? { ...each, target: 1200 } : each,
    );
    const fixed = applied(draft, { ...draft.plan, kpis });
    expect(fixed.typed.LEADS?.target).toBeUndefined();
    expect(fixed.typed.LEADS?.baseline?.text).toBe('1.030');
    expect(kpi(fixed.plan, 'LEADS').target).toBe(1200);
  });

  it('never throws and never invents a number, whatever is typed', () => {
    const names = start.plan.kpis.map((each) => each.kpi);
    const fields = ['baseline', 'target', 'lastYear', 'weight', 'goal', 'flag'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(...fields),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        (name, field, text) => {
          const value = kpi(typedInto(start, name, field, text, 'vi').plan, name)[field];
          expect(value === null || Number.isFinite(value)).toBe(true);
          if (!/\d/.test(text.normalize('NFKC')) && ['baseline', 'target'].includes(field)) {
            expect(value).toBeNull();
          }
        },
      ),
    );
  });
});

describe('where a problem of a plan belongs', () => {
  it('finds the step and the field', () => {
    expect(placeOfField('kpis.CPL.target')).toEqual({ step: 3, id: 'CPL-target' });
    expect(placeOfField('kpis')).toEqual({ step: 2, id: '' });
    expect(placeOfField('own.OWN_A.title')).toEqual({ step: 2, id: '' });
    expect(placeOfField('circumstances.margin')).toEqual({ step: 1, id: 'margin' });
    expect(placeOfField('name')).toEqual({ step: 1, id: 'name' });
    expect(placeOfField('revision')).toBeNull();
    expect(placeOfField('')).toBeNull();
  });
});

describe('what is proposed', () => {
  it('is for every role and objective of the catalogue, each with a reason in both languages', () => {
    for (const role of ['manager', 'social', 'department'] as const) {
      for (const { kpi: name, why } of planProposal({ ...plan, role, objective: 'sales' })) {
        expect(catalogue.some((each) => each.name === name)).toBe(true);
        expect(why.en && why.vi).not.toBe('');
      }
    }
  });
});
