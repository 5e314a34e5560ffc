import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/app/api/api.ts';
import { strayPieces } from '../../../src/app/plan-store/chunked-property.ts';
import { LastingError, lastingCauses } from '../../../src/app/ports/lasting-cause.ts';
import { runSchedule } from '../../../src/app/schedule/run-schedule.ts';
import { planAnswersWords } from '../../../src/messages/compiled/plan-answers.ts';
import { unfinishedKey } from '../../../src/sheet/layout/staged-title.ts';
import { ok, problem, unforeseen } from '../../kit/desk/answers.ts';
import { valueAt } from '../../kit/desk/blocks.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { covered, day, fedDesk, hour } from '../../kit/desk/fed-desk.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

beforeEach(() => {
  unforeseen.length = 0;
});

const full = planAnswersWords('vi').lasting.notesFull;
const store = (desk: FakeDesk) =>
  [...desk.book.properties].reduce((sum, [key, text]) => sum + Buffer.byteLength(key + text), 0);

/** A plan that was changed once, with so many bytes left for notes; with or without something to undo. */
function deskWith(left: number, undo = true): FakeDesk {
  const desk = openFakeDesk();
  ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
  ok(change(desk, 1241));
  for (const key of [...desk.book.properties.keys()]) {
    if (!undo && key.startsWith('undo')) desk.book.properties.delete(key);
  }
  desk.book.mostNoteBytes = store(desk) + left;
  return desk;
}

function change(desk: FakeDesk, target: number): Answer<unknown> {
  const { plan, revision } = ok(desk.panel.openPlan('abc123'));
  const kpis = plan.kpis.map((each) => (each.kpi === 'LEADS' ? { ...each, target } : each));
  return desk.panel.changePlan({ plan: { ...plan, kpis }, revision, who: 'Lan' });
}

/** A KPI more: the sheet is built anew. */
function grow(desk: FakeDesk): Answer<unknown> {
  const { plan, revision } = ok(desk.panel.openPlan('abc123'));
  const kpis = [...plan.kpis, planned('SHARES', { target: 300 })];
  return desk.panel.changePlan({ plan: { ...plan, kpis }, revision, who: 'Lan' });
}

const another = (desk: FakeDesk): Answer<unknown> =>
  desk.panel.buildPlan({ plan: lan({ id: 'def456', name: 'Minh' }), sample: false });

const deeds = { change: (desk: FakeDesk) => change(desk, 1300), grow, another } as const;

/** All that somebody would see, but for what is kept unseen. */
const seen = (desk: FakeDesk) => {
  const { tabs, names } = desk.book.picture() as { tabs: readonly unknown[]; names: unknown };
  return { tabs, names };
};

describe('where what is kept with a spreadsheet has no room left', () => {
  it.each(Object.entries(deeds))(
    '%s is done whole or not at all, and what stays is in order',
    (_, deed) => {
      const outcomes = new Set<string>();
      for (const undo of [true, false]) {
        for (const left of [0, 400, 1200, 3000, 6000, 16_000]) {
          const desk = deskWith(left, undo);
          const before = seen(desk);
          const answer = deed(desk);
          const keys = [...desk.book.properties.keys()];
          expect(keys.filter((key) => key.startsWith('journal.'))).toEqual([]);
          expect(strayPieces(desk.book.notes())).toEqual([]);
          const titles = desk.book.tabs.map(({ name }) => name);
          expect(titles.filter((name) => unfinishedKey(name) !== null)).toEqual([]);
          outcomes.add('ok' in answer ? 'done' : 'refused');
          if ('ok' in answer) continue;
          expect(answer).toEqual({ problem: full, wayOut: 'makeRoom' });
          expect([left, seen(desk)]).toEqual([left, before]);
          // What could be undone still can be.
          expect(ok(desk.panel.planStart()).undo !== null).toBe(undo);
          // The same again is the same again, and not «cut off».
          expect(deed(desk)).toEqual(answer);
        }
      }
      expect([...outcomes].sort()).toEqual(['done', 'refused']);
    },
  );

  it('room can be made, without a number lost, and then it is done', () => {
    const desk = openFakeDesk();
    ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
    const closed = lan({ id: 'old123', name: 'Cũ' });
    ok(desk.panel.buildPlan({ plan: closed, sample: false }));
    const { notes: kept, parts } = desk;
    expect(kept).toBeGreaterThan(0);
    ok(change(desk, 1241));
    // A run that was cut off has left pieces that nobody finds.
    for (let index = 1; index <= 5; index += 1) {
      desk.book.properties.set(`plan.zzz999.${index}`, 'x'.repeat(8000));
    }
    desk.book.mostNoteBytes = store(desk) + 100;
    desk.book.properties.delete('undo');
    desk.book.properties.set('filler', 'y'.repeat(desk.book.mostNoteBytes - store(desk) - 106));
    expect(change(desk, 1300)).toEqual({ problem: full, wayOut: 'makeRoom' });
    const before = seen(desk);
    const { done, start } = ok(desk.panel.makeRoom());
    expect(done).toMatch(/Đã dọn được \d+ kB/);
    expect(start.undo).toBeNull();
    expect(seen(desk)).toEqual(before);
    ok(change(desk, 1300));
    expect(valueAt(desk.book, 'abc123', 'score', 'LEADS', 'target')).toBe(1300);
    expect(ok(desk.panel.planStart()).undo).not.toBeNull();
    expect(parts.spreadsheet).toBe(desk.book);
  });

  it('says that nothing is left to be cleared, where that is so', () => {
    const desk = deskWith(0);
    ok(desk.panel.makeRoom());
    expect(ok(desk.panel.makeRoom()).done).toBe(planAnswersWords('vi').noRoomMade);
  });

  it('a plan whose sheet is gone keeps the copy that it can be built from', () => {
    const desk = deskWith(0);
    const sheet = desk.book.named.get('KPI_abc123_card')?.sheet ?? 0;
    desk.book.dropTab(sheet);
    ok(desk.panel.makeRoom());
    expect(desk.book.properties.has('plan.abc123')).toBe(true);
    expect(ok(desk.panel.planStart()).plans.map(({ id }) => id)).toEqual(['abc123']);
  });

  it('the clock tells why by mail, once, and fetches again when there is room', () => {
    const desk = fedDesk();
    ok(desk.panel.setSchedule({ every: 'hour', hour: 0, weekday: 1, mail: true }));
    desk.book.mostNoteBytes = store(desk);
    for (let times = 0; times < 30; times += 1) {
      desk.outside.now += hour;
      runSchedule(desk.parts);
    }
    expect(desk.outside.mails).toHaveLength(1);
    expect(desk.outside.mails[0]?.text).toContain(full);
    expect(problem(desk.panel.refresh({ plan: 'abc123', anew: false }))).toBe(full);
    desk.book.mostNoteBytes = 500 * 1024;
    desk.outside.now += hour;
    runSchedule(desk.parts);
    expect(covered(desk.book, 'LEADS', 'through')).not.toBe('');
    desk.outside.now += 2 * day;
    runSchedule(desk.parts);
    expect(desk.outside.mails).toHaveLength(1);
  });
});

describe('a cause that lasts', () => {
  it.each(['en', 'vi'] as const)('has a sentence of its own and a way out, in %s', (language) => {
    const say = planAnswersWords(language);
    const sentences = lastingCauses.map((cause) => say.lasting[cause]);
    expect(new Set([...sentences, say.cutOff]).size).toBe(lastingCauses.length + 1);
    for (const sentence of sentences) expect(sentence).not.toMatch(/!|undefined/);
  });

  it.each(lastingCauses)('is told instead of «cut off», however often: %s', (cause) => {
    const desk = openFakeDesk();
    ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
    const { write } = desk.book;
    desk.book.write = () => {
      throw new LastingError(cause, 'No.');
    };
    const said = planAnswersWords('vi').lasting[cause];
    expect(problem(change(desk, 1300))).toBe(said);
    expect(problem(change(desk, 1300))).toBe(said);
    desk.book.write = write;
    ok(change(desk, 1300));
    expect(valueAt(desk.book, 'abc123', 'score', 'LEADS', 'target')).toBe(1300);
  });
});
