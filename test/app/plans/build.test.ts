import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { roleIds } from '../../../src/kpi/roles.ts';
import type { PlanRole } from '../../../src/plan/model/plan.ts';
import { propose } from '../../../src/presets/propose-plan.ts';
import { ok, problem } from '../../kit/desk/answers.ts';
import { cellAt } from '../../kit/desk/blocks.ts';
import { openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { chosenPlan, circumstancesOf, lan, planned } from '../../kit/plans/plans.ts';

const build = (given = {}) => ({ plan: lan(given), sample: false });
const tabs = (desk: ReturnType<typeof openFakeDesk>) =>
  desk.book.tabs.map(({ name, hidden }) => `${hidden ? '(' : ''}${name}${hidden ? ')' : ''}`);

describe('building a quarter', () => {
  it('stands under its title, with the log out of sight, and is what was asked for', () => {
    const desk = openFakeDesk();
    const built = ok(desk.panel.buildPlan(build()));
    expect(built).toMatchObject({ plan: 'abc123', sheet: 'Lan · Q1 2027', note: '' });
    expect(tabs(desk)).toEqual(['Notes', 'Lan · Q1 2027', '(KPI · Nhật ký)']);
    expect(built.start.plans).toEqual([
      {
        id: 'abc123',
        name: 'Lan',
        role: 'digital',
        quarter: { year: 2027, month: 1 },
        sheet: 'Lan · Q1 2027',
        state: 'open',
        missing: [],
        sample: false,
        statuses: [],
      },
    ]);
    expect(built.start.active).toBe('abc123');
    const view = ok(desk.panel.openPlan('abc123'));
    expect(view.plan).toEqual(lan());
    expect([...view.noticed, ...view.problems]).toEqual([]);
    expect(view.revision).toBe(1);
  });

  it('builds nothing twice when it is asked again', () => {
    const desk = openFakeDesk();
    ok(desk.panel.buildPlan(build()));
    const before = JSON.stringify(desk.book.picture());
    const again = ok(desk.panel.buildPlan(build({ name: 'Other' })));
    expect(again.sheet).toBe('Lan · Q1 2027');
    expect(again.note).not.toBe('');
    expect(JSON.stringify(desk.book.picture())).toBe(before);
  });

  it('takes as many calls for 30 KPIs as for 3', () => {
    const calls = [3, 10, 30].map((count) => {
      const desk = openFakeDesk();
      const kpis = catalogue.slice(0, count).map(({ name }) => planned(name, { target: 5 }));
      ok(desk.panel.buildPlan({ plan: lan({}, kpis), sample: false }));
      return desk.book.calls.length;
    });
    console.log(`calls for 3, 10, 30 KPIs: ${calls.join(', ')}`);
    expect(new Set(calls).size).toBe(1);
  });

  it('fills a sample with numbers and says so', () => {
    const desk = openFakeDesk();
    const built = ok(desk.panel.buildPlan({ plan: lan(), sample: true }));
    expect(built.start.plans[0]?.sample).toBe(true);
    const { sheet, row, column } = cellAt(desk.book, 'abc123', 'input', '46391', 'LEADS');
    expect(desk.book.peek(sheet, row, column)).toBeTypeOf('number');
  });

  it('finds another title where the tab is taken, and keeps out what no tab may be called', () => {
    const desk = openFakeDesk();
    desk.book.addTab('lan · q1 2027');
    expect(ok(desk.panel.buildPlan(build()))).toMatchObject({
      sheet: 'Lan · Q1 2027 (2)',
      note: expect.stringContaining('Lan · Q1 2027 (2)'),
    });
    const named = ok(desk.panel.buildPlan(build({ id: 'slash1', name: "'~KPI a/b:c [d]*?\\" })));
    expect(named.sheet).toBe('KPI a b c d · Q1 2027');
    const long = ok(desk.panel.buildPlan(build({ id: 'long01', name: 'x'.repeat(100) })));
    expect(long.sheet.length).toBeLessThanOrEqual(100);
    expect(long.sheet).toMatch(/ · Q1 2027$/);
  });

  it.each([
    ['only to be read', (desk: ReturnType<typeof openFakeDesk>) => (desk.book.mayAdd = false)],
    ['full', (desk: ReturnType<typeof openFakeDesk>) => (desk.book.free = 100)],
    [
      'at the end of its sheets',
      (desk: ReturnType<typeof openFakeDesk>) => {
        for (let tab = 1; tab < 199; tab += 1) desk.book.addTab(`t${tab}`);
      },
    ],
    [
      'being changed by somebody',
      (desk: ReturnType<typeof openFakeDesk>) => (desk.host.busy = true),
    ],
  ])('writes nothing into a spreadsheet that is %s, and says why', (_, prepare) => {
    const desk = openFakeDesk();
    prepare(desk);
    const before = JSON.stringify(desk.book.picture());
    const said = problem(desk.panel.buildPlan(build()));
    expect(said).not.toBe('no problem');
    expect(said).not.toMatch(/ngắt giữa chừng/);
    expect(JSON.stringify(desk.book.picture())).toBe(before);
    expect(desk.host.reported).toEqual([]);
  });

  it.each([
    null,
    {},
    { plan: null },
    { plan: { id: 'abc123' } },
    { plan: lan({ id: '../../' }) },
    { plan: lan({}, []) },
    { plan: lan({}, [planned('NOPE')]) },
    { plan: lan({}, [planned('CPL', { target: Number.NaN })]) },
    { plan: lan({ name: '=IMPORTXML("http://e")'.repeat(50) }) },
    JSON.parse('{"plan":{"__proto__":{"id":"abc123"}}}'),
  ])('answers a sentence to what is no plan: %j', (request) => {
    const desk = openFakeDesk();
    const said = problem(desk.panel.buildPlan(request as never));
    expect(said).not.toBe('no problem');
    expect(desk.host.reported).toEqual([]);
    expect(desk.book.tabs).toHaveLength(1);
  });

  it('keeps hostile words texts', () => {
    const desk = openFakeDesk();
    const owner = '=HYPERLINK("http://e";"x")';
    const kpis = [planned('LEADS', { weight: 1, target: 5, owner, definition: '+1' })];
    ok(desk.panel.buildPlan({ plan: lan({ name: '=1+1' }, kpis), sample: false }));
    const view = ok(desk.panel.openPlan('abc123'));
    expect(view.plan.kpis[0]).toMatchObject({ owner, definition: '+1' });
    expect(view.plan.name).toBe('=1+1');
    expect([...view.noticed, ...view.problems]).toEqual([]);
  });

  const languages = ['en', 'vi'] as const;
  const roles: readonly PlanRole[] = [...roleIds, 'other'];
  it.each(languages.flatMap((language) => roles.map((role) => [role, language] as const)))(
    'reads back what it wrote, for %s in %s, with samples and without',
    (role, language) => {
      for (const sample of [false, true]) {
        const desk = openFakeDesk();
        const said = {
          role,
          objective: 'sales',
          language,
          circumstances: circumstancesOf({ margin: 0.4 }),
        } as const;
        const named = { id: 'role01', quarter: { year: 2026, month: 10 } };
        const plan = chosenPlan(propose({ ...said, catalogue }), { ...said, ...named });
        const scores = { way: 'linear', floor: 0, cap: 1.2, ladder: [] } as const;
        ok(desk.panel.buildPlan({ plan: { ...plan, scores }, sample }));
        const view = ok(desk.panel.openPlan('role01'));
        expect([...view.noticed, ...view.problems]).toEqual([]);
        expect(view.revision).toBe(1);
        expect(view.statuses.map(({ kpi }) => kpi)).toEqual(plan.kpis.map(({ kpi }) => kpi));
        if (!sample) expect(view.plan).toEqual({ ...plan, scores });
      }
    },
  );

  it('tells a waiting panel how far it is, and nothing of a build nobody began', () => {
    const desk = openFakeDesk();
    expect(ok(desk.panel.buildProgress('abc123'))).toBeNull();
    ok(desk.panel.buildPlan(build()));
    expect(ok(desk.panel.buildProgress('abc123'))).toMatchObject({ step: 3, of: 3 });
  });

  it('remembers what was said about the business', () => {
    const desk = openFakeDesk();
    expect(ok(desk.panel.planStart()).circumstances).toMatchObject({
      currency: 'VND',
      firstMonth: 1,
    });
    const circumstances = circumstancesOf({ currency: 'USD', firstMonth: 4, margin: 0.4 });
    ok(desk.panel.buildPlan(build({ circumstances, quarter: { year: 2027, month: 1 } })));
    expect(ok(desk.panel.planStart()).circumstances).toEqual(circumstances);
    desk.host.notes.set('circumstances', '{"currency": 5, "firstMonth": 99');
    expect(ok(desk.panel.planStart()).circumstances).toMatchObject({
      currency: 'VND',
      firstMonth: 1,
    });
  });
});
