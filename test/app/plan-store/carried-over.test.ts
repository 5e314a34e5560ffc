import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { runSchedule } from '../../../src/app/schedule/run-schedule.ts';
import { layoutVersion } from '../../../src/plan/model/plan.ts';
import { segmentKeys } from '../../../src/sheet/data/feed-columns.ts';
import { playedGoogleAnalytics } from '../../../src/workbench/vendors/ga4/google-analytics.ts';
import { ok, unforeseen } from '../../kit/desk/answers.ts';
import { valueAt } from '../../kit/desk/blocks.ts';
import type { FakeDesk } from '../../kit/desk/fake-desk.ts';
import {
  covered,
  dataRows,
  day,
  dayRows,
  logLines,
  longRows,
  refreshed,
} from '../../kit/desk/fed-desk.ts';
import { played } from '../../kit/desk/played-ga4.ts';
import { deskOf, type KeptBook } from './kept-book.ts';

/** A spreadsheet that layout 2 has left, with an open plan into which numbers flow. */
function older(state: 'open' | 'portable' = 'open'): FakeDesk {
  const file = `test/app/plan-store/layouts/books/2-${state}.json`;
  const kept: KeptBook = JSON.parse(readFileSync(file, 'utf8'));
  const desk = deskOf(kept);
  played(desk.outside, playedGoogleAnalytics());
  // As the last version that wrote rows has noted it: what earlier ones fetched is fetched again.
  const note = JSON.parse(desk.book.properties.get('feed.abc123') ?? '');
  for (const account of Object.values<Record<string, unknown>>(note.accounts)) account.lost = {};
  desk.book.properties.set('feed.abc123', JSON.stringify(note));
  desk.outside.now = Date.UTC(2027, 1, 14, 5);
  desk.book.day = kept.today;
  return desk;
}

const daily = ['CPL.cost', 'LEADS'];
const plain = (row: ReturnType<typeof longRows>[number]) =>
  row && [row.from, row.to, row.account, row.input, row.segment, row.value];
const rowsOf = (rows: ReturnType<typeof longRows>, inputs: readonly string[]) =>
  rows.flatMap((row) => (row && inputs.includes(row.input) ? [plain(row)] : []));
const layoutOf = ({ book }: FakeDesk) =>
  JSON.parse(String(book.peek(book.named.get('KPI_abc123_card')?.sheet ?? 0, 2, 3) || '{}')).layout;
const coverage = ({ book }: FakeDesk) =>
  [...daily, 'VISITORS'].map((input) =>
    ['from', 'through', 'settled'].map((column) => covered(book, input, column)),
  );
const names = ({ book }: FakeDesk) =>
  segmentKeys.map((key) => valueAt(book, 'abc123', 'split', key, 'title'));

beforeEach(() => {
  unforeseen.length = 0;
});

describe.each(['open', 'portable'] as const)('a plan of layout 2, %s', (state) => {
  it('brought up to date has its days where it reads them now, without asking anybody', () => {
    const desk = older(state);
    const [before, far] = [longRows(desk.book), coverage(desk)];
    ok(desk.panel.repairPlan('abc123'));
    expect(desk.outside.sent).toEqual([]);
    expect(names(desk).filter((name) => name !== '').length).toBeGreaterThan(2);
    // The eleventh channel is part of the rest.
    const shown = names(desk);
    const folded = before.map(
      (row) => row && { ...row, segment: shown.includes(row.segment) ? row.segment : '' },
    );
    const right = rowsOf(folded, daily).toSorted();
    expect(rowsOf(dayRows(desk.book), daily).toSorted()).toEqual(right);
    expect(coverage(desk)).toEqual(far);
    const formula = valueAt(desk.book, 'abc123', 'input', '46388', 'LEADS');
    expect(String(formula)).toContain('KPI_days_abc123');
    // The next refresh asks for the last days alone, and leaves as rows what reads rows.
    desk.outside.now += day;
    desk.book.day += 1;
    refreshed(desk);
    expect(JSON.stringify(desk.outside.sent)).not.toContain('"startDate":"2027-01-01"');
    expect(longRows(desk.book)).not.toContain(null);
    expect(new Set(longRows(desk.book).map((row) => row?.input))).toEqual(new Set(['VISITORS']));
    const settled = (rows: ReturnType<typeof longRows>) =>
      rowsOf(rows, daily).filter((row) => Number(row?.[1]) < 46_425);
    expect(settled(dataRows(desk.book)).toSorted()).toEqual(settled(folded).toSorted());
    expect(covered(desk.book, 'LEADS', 'through')).toBe(46_432);
    // Only of days that were still provisional another number may have come.
    const restated = logLines(desk.book).filter((line) => line.includes('đã báo'));
    expect(restated.filter((line) => !/ngày 1[123]\/02\/2027/.test(line))).toEqual([]);
    expect(unforeseen).toEqual([]);
  });

  it('that was brought up to date can be undone: nothing is known then until it is fetched again', () => {
    const desk = older(state);
    const before = longRows(desk.book);
    ok(desk.panel.repairPlan('abc123'));
    desk.outside.now += day;
    desk.book.day += 1;
    refreshed(desk);
    ok(desk.panel.undo());
    expect(layoutOf(desk)).toBe(2);
    expect(coverage(desk).flat()).toEqual(Array.from({ length: 9 }, () => ''));
    comesBy(desk);
    const rows = rowsOf(longRows(desk.book), daily);
    for (const row of rowsOf(before, daily)) {
      if (Number(row?.[1]) < 46_425) expect(rows).toContainEqual(row);
    }
    expect(covered(desk.book, 'LEADS', 'through')).toBe(46_432);
  });

  it('goes on reading rows until then, which the clock goes on writing', () => {
    const desk = older(state);
    const formula = valueAt(desk.book, 'abc123', 'input', '46388', 'LEADS');
    const before = longRows(desk.book);
    desk.outside.now += day;
    desk.book.day += 1;
    comesBy(desk);
    const fresh = rowsOf(longRows(desk.book), daily).filter((row) => row?.[1] === 46_432);
    expect(fresh.length).toBeGreaterThan(0);
    expect(longRows(desk.book).length).toBeGreaterThan(before.length);
    expect(longRows(desk.book)).not.toContain(null);
    expect(desk.book.named.has('KPI_days_abc123')).toBe(false);
    expect(valueAt(desk.book, 'abc123', 'input', '46388', 'LEADS')).toBe(formula);
    expect(covered(desk.book, 'LEADS', 'through')).toBe(46_432);
    expect(layoutOf(desk)).toBe(2);
    expect(layoutVersion).toBeGreaterThan(2);
    expect(unforeseen).toEqual([]);
  });
});

/** The clock of somebody who may ask. */
function comesBy(desk: FakeDesk): void {
  ok(desk.panel.setSchedule({ every: 'hour', hour: 6, weekday: 1, mail: false }));
  desk.outside.now += 2 * 3_600_000;
  runSchedule(desk.parts);
}
