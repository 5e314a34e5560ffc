import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planAnswersWords } from '../../../src/messages/compiled/plan-answers.ts';
import { sheetWords } from '../../../src/messages/sheet.ts';
import { layoutVersion } from '../../../src/plan/model/plan.ts';
import { statusIn } from '../../../src/sheet/calc/status-rules.ts';
import type { BlockName, Content } from '../../../src/sheet/layout/block.ts';
import type { PlanBlock } from '../../../src/sheet/layout/block-definition.ts';
import { carried, typedAt } from '../../../src/sheet/layout/sheet-input.ts';
import { blockList } from '../../../src/sheet/plan/blocks.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { readPlan } from '../../../src/sheet/plan/read-plan.ts';
import { deskOf } from '../../app/plan-store/kept-book.ts';
import { ok } from '../../kit/desk/answers.ts';
import { typeAt, valueAt } from '../../kit/desk/blocks.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { lan } from '../../kit/plans/plans.ts';
import { computed, factsOf } from '../../kit/sheet/plan-facts.ts';
import { standing } from '../../kit/sheet/standing-blocks.ts';

const id = 'abc123';

/** A block that says all about itself in its definition, as those of the list do. */
const name = 'remarks' as BlockName;
const remarks: PlanBlock = {
  name,
  brought: layoutVersion,
  has: ({ objective }) => objective !== 'email',
  draw: (facts) => ({
    columns: ['title', 'key', 'status', 'remark'],
    rows: [
      { key: '.heading', cells: { title: { value: 'Remarks', style: 'heading' } } },
      ...facts.plan.kpis.map(({ kpi: key }) => {
        const title: Content = { text: key, style: 'kpi' };
        const status: Content = {
          formula: (at) => at.lookup('calc', 'words', name, key),
          style: 'status',
        };
        const remark: Content = {
          ...carried(typedAt(facts, name, key, 'remark')),
          style: 'typedWords',
        };
        return { key, cells: { title, status, remark } };
      }),
      // A line that a refresh writes.
      {
        key: 'seen',
        cells: { remark: { ...carried(typedAt(facts, name, 'seen', 'remark')), style: 'faint' } },
      },
    ],
    space: 1,
  }),
  statuses: { status: statusIn(name, 'code') },
  warned: [{ row: '.heading', column: 'remark' }],
  lined: true,
  refreshed: { columns: ['remark'], isRow: (key) => key === 'seen' },
};
/** Between two of the others. */
const list = blockList as unknown as PlanBlock[];
const at = list.findIndex((block) => block.name === 'method');
/** What it is called where it is missing, and where it is damaged: messages have that. */
const words = (['en', 'vi'] as const).flatMap((language) => [
  sheetWords(language).blocks as Record<string, string>,
  planAnswersWords(language).parts as Record<string, string>,
]);

beforeAll(() => {
  list.splice(at, 0, remarks);
  for (const each of words) each[name] = 'the remarks';
});
afterAll(() => {
  list.splice(at, 1);
  for (const each of words) delete each[name];
});

function built(given: Parameters<typeof lan>[0] = {}): FakeDesk {
  const desk = openFakeDesk();
  desk.host.user = 'en';
  ok(desk.panel.buildPlan({ plan: lan({ language: 'en', ...given }), sample: false }));
  return desk;
}
const view = (desk: FakeDesk) => ok(desk.panel.openPlan(id));

describe('a block that is added by its definition and its words', () => {
  const facts = factsOf(lan({ language: 'en' }));

  it('stands in its place, with hairlines, and a colour for each status and its warning', () => {
    const { names, lines, rules } = planDrawing(facts, '{}');
    const all = names.map((each) => each.name.replace(`KPI_${id}_`, ''));
    expect(all.slice(all.indexOf('month'))).toEqual(['month', name, 'method', 'calc']);
    const area = names[all.indexOf(name)];
    const within = <T extends { readonly row: number }>(those: readonly T[]) =>
      those.filter(({ row }) => area && row >= area.row && row < area.row + area.rows);
    expect(within(lines).map(({ under, columns }) => [under, columns])).toEqual([
      ['last', 4],
      ['each', 4],
    ]);
    expect(within(rules).map(({ style, column }) => [style, column])).toEqual([
      ['good', 3],
      ['watch', 3],
      ['bad', 3],
      ['watch', 4],
    ]);
  });

  it('is computed, and what is typed or refreshed in it is read by its named range', async () => {
    const sheet = await computed(facts);
    for (const { kpi } of facts.plan.kpis) {
      const status = sheet.at(`KPI_${id}_score`, kpi, 'status');
      expect(status).not.toBe('');
      expect(sheet.at(`KPI_${id}_${name}`, kpi, 'status')).toBe(status);
    }
    const typed = { [name]: { LEADS: { remark: 'Ask Minh' }, seen: { remark: 'today' } } };
    const found = standing(planDrawing({ ...facts, typed }, '{}'));
    const { catalogue, sources } = facts;
    const read = readPlan(found, { plan: facts.plan, native: false }, catalogue, sources);
    expect(read.problems).toEqual([]);
    expect(read.typed[name]).toEqual(typed[name]);
  });

  it('comes along to a sheet that is built anew, with what was typed', () => {
    const desk = built();
    typeAt(desk.book, id, [name, 'LEADS', 'remark'], 'Ask Minh');
    const { plan } = view(desk);
    const kpis = plan.kpis.slice(0, 2);
    ok(desk.panel.changePlan({ plan: { ...plan, kpis }, revision: 1, who: 'Lan' }));
    expect(desk.book.tabs.filter((tab) => tab.hidden).length).toBeGreaterThan(0);
    expect(valueAt(desk.book, id, name, 'LEADS', 'remark')).toBe('Ask Minh');
    expect(view(desk)).toMatchObject({ damage: '', card: { state: 'open', missing: [] } });
  });

  it('is told by its name when a formula of it is gone, and put right', () => {
    const desk = built();
    typeAt(desk.book, id, [name, 'LEADS', 'remark'], 'Ask Minh');
    expect(view(desk).damage).toBe('');
    typeAt(desk.book, id, [name, 'LEADS', 'status'], 'fine');
    expect(view(desk).damage).toContain('the remarks');
    ok(desk.panel.repairPlan(id));
    expect(view(desk).damage).toBe('');
    expect(valueAt(desk.book, id, name, 'LEADS', 'remark')).toBe('Ask Minh');
  });

  it('is told as missing by its name on a sheet that was built with it', () => {
    const desk = built();
    desk.book.named.delete(`KPI_${id}_${name}`);
    const { card, problems } = view(desk);
    expect(card).toMatchObject({ state: 'broken', missing: ['the remarks'] });
    expect(problems.join()).toContain('the remarks');
    ok(desk.panel.repairPlan(id));
    expect(view(desk).card).toMatchObject({ state: 'open', missing: [] });
  });

  it('is missed on no sheet of an older layout, nor on one of a plan that has no such block', () => {
    const kept = 'test/app/plan-store/layouts/books/2-open.json';
    const older = deskOf(JSON.parse(readFileSync(kept, 'utf8')));
    expect(view(older).card).toMatchObject({ state: 'older', missing: [] });
    const without = built({ objective: 'email' });
    expect(without.book.named.has(`KPI_${id}_${name}`)).toBe(false);
    expect(view(without).card).toMatchObject({ state: 'open', missing: [] });
  });
});
