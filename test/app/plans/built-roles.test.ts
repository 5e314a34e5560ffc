import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { roleIds } from '../../../src/kpi/roles.ts';
import { sheetWords } from '../../../src/messages/compiled/sheet.ts';
import { withKpi } from '../../../src/plan/model/edit-kpis.ts';
import { named, shaped, withPlan } from '../../../src/sidebar/wizard/draft.ts';
import { draftOf } from '../../../src/sidebar/wizard/draft-begun.ts';
import { newPlan } from '../../../src/sidebar/wizard/new-plan.ts';
import { withProposals } from '../../../src/sidebar/wizard/numbers/proposals.ts';
import { sampleDraft } from '../../../src/sidebar/wizard/numbers/sample-draft.ts';
import { ok } from '../../kit/desk/answers.ts';
import { blockAt } from '../../kit/desk/blocks.ts';
import { type BuiltDesk, openBuiltDesk } from '../../kit/desk/built-desk.ts';

const sheetEn = sheetWords('en');

const roles = [...roleIds, 'other'] as const;

describe('the built add-on', () => {
  let built: BuiltDesk;
  beforeAll(async () => {
    built = await openBuiltDesk({ language: 'en', locale: 'en_US' });
    await built.desk.setClock(Date.UTC(2026, 9, 19, 5));
  });
  afterAll(() => built.desk.dispose());

  it.each(roles)('builds what the panel proposes for the quarter of: %s', async (role) => {
    const first = newPlan(ok(await built.panel.planStart()), 'en');
    const chosen = withPlan(draftOf('new', first, 1), { role });
    // Nothing is proposed to somebody who is none of these: they look for what they need.
    const draft = named(
      role === 'other'
        ? shaped(chosen, withKpi(chosen.plan, 'CPL', catalogue))
        : withProposals(chosen),
      `Ann ${role}`,
    );
    const { sheet } = ok(await built.panel.buildPlan({ plan: draft.plan, sample: false }));
    await built.desk.settle();
    expect(sheet).toBe(`Ann ${role} · Q4 2026`);
    const { plan, statuses: standings } = ok(await built.panel.openPlan(draft.plan.id));
    expect(plan.kpis.map(({ kpi }) => kpi)).toEqual(draft.plan.kpis.map(({ kpi }) => kpi));
    expect(standings.length).toBeGreaterThan(0);

    const score = blockAt(built.book, plan.id, 'score');
    for (const { kpi } of plan.kpis) {
      expect(score.value(kpi, 'status'), kpi).toBe(sheetEn.noTarget);
    }
    // Only the hidden rows of a chart leave gaps with #N/A.
    const id = built.sheet(sheet);
    const { rows, columns } = built.desk.cells.extent(id);
    const errors = Array.from({ length: rows * columns }, (_, at) =>
      built.desk.cells.value(id, Math.floor(at / columns), at % columns),
    ).filter((value) => typeof value === 'string' && /^#[A-Z]/.test(value) && value !== '#N/A');
    expect(errors).toEqual([]);
    ok(await built.panel.undo());
    expect(built.sheets()).not.toContain(sheet);
  });

  it('fills a sample with numbers of which some are well, some late and some wrong', async () => {
    const start = ok(await built.panel.planStart());
    const draft = draftOf('new', { ...newPlan(start, 'en'), role: 'digital' }, 1);
    const { plan: sample } = sampleDraft(draft, start.today, 'Sample');
    ok(await built.panel.buildPlan({ plan: sample, sample: true }));
    await built.desk.settle();
    const score = blockAt(built.book, sample.id, 'score');
    const shapes = sample.kpis.map(({ kpi }) => String(score.value(kpi, 'status')).slice(0, 1));
    expect(new Set(shapes)).toEqual(new Set(['●', '▲', '■']));
  });
});
