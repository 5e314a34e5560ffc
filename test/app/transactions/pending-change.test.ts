import { describe, expect, it } from 'vitest';
import { keepLongNote } from '../../../src/app/plan-store/chunked-property.ts';
import { ok } from '../../kit/desk/answers.ts';
import { valueAt } from '../../kit/desk/blocks.ts';
import { openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { logLines } from '../../kit/desk/fed-desk.ts';
import { lan } from '../../kit/plans/plans.ts';

/** What version 0.3 noted before it did it: everything a change can be, `null` where it was not that. */
const noted = {
  key: 'abc123',
  language: 'vi',
  stand: null,
  cells: [],
  card: null,
  native: null,
  freeze: null,
  lines: [],
  undo: null,
};

/** A plan that stands, in a spreadsheet in which a run of version 0.3 was cut off. */
function cutOff(change: object) {
  const desk = openFakeDesk();
  ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
  keepLongNote('journal.abc123', JSON.stringify({ ...noted, ...change }), desk.book);
  // Whatever writes next finishes it first.
  const view = ok(desk.panel.makePortable({ plan: 'abc123', native: 'native' in change }));
  expect(desk.book.notes()).not.toHaveProperty('journal.abc123');
  return { desk, view };
}

describe('what an earlier version was cut off at', () => {
  it('is finished where it was cells', () => {
    const at = { block: 'score', row: 'LEADS', column: 'target' };
    const { desk } = cutOff({ cells: [{ ...at, before: 1240, after: 1300 }] });
    expect(valueAt(desk.book, 'abc123', 'score', 'LEADS', 'target')).toBe(1300);
  });

  it('is finished where it was formulas', () => {
    const { view } = cutOff({ native: true });
    expect(view.native).toBe(true);
    // Once: what was asked for stood already.
    expect(view.revision).toBe(2);
  });

  it('is finished where it was a quarter to be closed', () => {
    const desk = openFakeDesk();
    ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
    const change = { ...noted, freeze: 'abc123' };
    keepLongNote('journal.abc123', JSON.stringify(change), desk.book);
    ok(desk.panel.buildPlan({ plan: lan({ id: 'def456', name: 'Hoa' }), sample: false }));
    expect(ok(desk.panel.openPlan('abc123')).card.state).toBe('frozen');
  });
});

describe('what cannot be finished', () => {
  it('keeps nothing else from being done, and stands in the log', () => {
    const desk = openFakeDesk();
    ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
    const line = { key: 'abc123.2.LEADS.target', when: '', who: 'Hoa', plan: 'Lan', kpi: 'LEADS' };
    const lines = [{ ...line, what: 'chỉ tiêu', before: 1240, after: 1300 }];
    // A sheet that was to take the place of another, and that somebody has deleted since.
    const stand = { sheet: 999, areas: [], title: 'Lan', from: null, keptTitle: '' };
    const change = { key: 'abc123', language: 'vi', is: 'build', stand, freeze: null, undo: null };
    keepLongNote('journal.abc123', JSON.stringify({ ...change, lines }), desk.book);
    ok(desk.panel.makePortable({ plan: 'abc123', native: true }));
    expect(desk.book.notes()).not.toHaveProperty('journal.abc123');
    const found = logLines(desk.book).filter((each) => each.includes('1300'));
    expect(found).toEqual([
      expect.stringContaining('LEADS | không làm được: chỉ tiêu | 1240 | 1300'),
    ]);
  });
});
