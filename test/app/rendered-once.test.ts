import { describe, expect, it } from 'vitest';
import { contextFrom } from '../../src/app/api/respond.ts';
import { changeTo } from '../../src/app/plans/update-plan.ts';
import { catalogue } from '../../src/kpi/catalogue.ts';
import { cellAt, deskWithNotes, lan, ok } from './desk.ts';

/** A plan that stands, and the context of one run over it. */
function standing() {
  const desk = deskWithNotes();
  const plan = lan();
  ok(desk.panel.buildPlan({ plan, sample: false }));
  const { host, book, outside } = desk;
  const table = { ratios: [], counts: [] } as never;
  const run = contextFrom({ host, book, outside, table, catalogue, native: () => 'x' });
  const [first, ...rest] = plan.kpis;
  const wanted = { ...plan, kpis: first ? [{ ...first, target: 1300 }, ...rest] : [] };
  return { desk, plan, run, wanted };
}

describe('a changed target', () => {
  it('renders the sheet twice: as it stands, and as it is wanted', () => {
    const { run, wanted, desk, plan } = standing();
    changeTo(wanted, 1, run);
    expect(run.layouts.rendered).toBe(2);
    const { sheet, row, column } = cellAt(desk.book, plan.id, 'score', 'LEADS', 'target');
    expect(desk.book.peek(sheet, row, column)).toBe(1300);
  });

  it('renders it once more where somebody has typed into its cells since', () => {
    const { run, wanted, desk, plan } = standing();
    const { sheet, row, column } = cellAt(desk.book, plan.id, 'score', 'CPL', 'owner');
    desk.book.type(sheet, row, column, 'Hoa');
    changeTo(wanted, 1, run);
    expect(run.layouts.rendered).toBe(3);
  });
});
