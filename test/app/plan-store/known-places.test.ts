import { describe, expect, it } from 'vitest';
import { runSchedule } from '../../../src/app/schedule/run-schedule.ts';
import { ok, unforeseen } from '../../kit/desk/answers.ts';
import { cellAt, typeAt, valueAt } from '../../kit/desk/blocks.ts';
import type { FakeDesk } from '../../kit/desk/fake-desk.ts';
import { day, fedDesk, fedPlan, refreshed } from '../../kit/desk/fed-desk.ts';

const id = 'abc123';
const kpis = ['LEADS', 'CPL', 'TRAFFIC', 'VISITORS'];

/** A plan that was fetched once, a day later. */
function dayAfter(): FakeDesk {
  const desk = fedDesk(fedPlan());
  ok(desk.panel.setSchedule({ every: 'hour', hour: 6, weekday: 1, mail: false }));
  refreshed(desk);
  desk.outside.now += day;
  return desk;
}

/** What the clock called that came by. */
function callsOf(desk: FakeDesk): readonly string[] {
  desk.book.revive();
  runSchedule(desk.parts);
  return [...desk.book.calls];
}
const counted = (calls: readonly string[], name: string): number =>
  calls.filter((call) => call === name).length;

const through = (desk: FakeDesk) => Number(valueAt(desk.book, id, 'feeds', 'LEADS', 'through'));
const marks = (desk: FakeDesk) => kpis.map((kpi) => valueAt(desk.book, id, 'calc', kpi, 'damage'));

describe('where the blocks of a sheet stand', () => {
  it('is taken from the last refresh where the sheet is as it was written', () => {
    const desk = dayAfter();
    const before = through(desk);
    const calls = callsOf(desk);
    expect(through(desk)).toBe(before + 1);
    expect(counted(calls, 'formulas')).toBe(1);
    expect(counted(calls, 'area')).toBeLessThan(8);
    expect(unforeseen).toEqual([]);
  });

  it('is looked up by names where there is another name on the sheet, once', () => {
    const desk = dayAfter();
    const before = through(desk);
    const usual = counted(callsOf(desk), 'area');
    const { sheet } = cellAt(desk.book, id, 'score', 'LEADS', 'key');
    const own = { name: 'mine', sheet, row: 1, column: 1, rows: 1, columns: 1 };
    desk.book.named.set('mine', own);
    desk.outside.now += day;
    expect(counted(callsOf(desk), 'area')).toBeGreaterThan(usual + 5);
    expect(through(desk)).toBe(before + 2);
    desk.outside.now += day;
    expect(counted(callsOf(desk), 'area')).toBe(usual);
    expect(through(desk)).toBe(before + 3);
    expect(marks(desk).every((mark) => mark === '')).toBe(true);
  });

  it('and where a name is gone, of which it is told as ever', () => {
    const desk = dayAfter();
    desk.book.named.delete(`KPI_${id}_month`);
    desk.book.named.delete(`KPI_${id}_input`);
    callsOf(desk);
    expect(marks(desk).some((mark) => mark !== '')).toBe(true);
  });

  it('and where a formula is another, whose KPIs are marked', () => {
    const desk = dayAfter();
    typeAt(desk.book, id, ['calc', '.weights', 'share'], 1);
    refreshed(desk);
    expect(marks(desk).every((mark) => mark !== '')).toBe(true);
  });

  it('and where a mark stands on a sheet that is whole again', () => {
    const desk = dayAfter();
    typeAt(desk.book, id, ['calc', 'LEADS', 'damage'], 'damaged');
    refreshed(desk);
    expect(marks(desk).every((mark) => mark === '')).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['no places', { blocks: {}, names: 9 }],
    ['places outside of the sheet', { blocks: { card: [1, 1, 1, 9000] }, names: 9 }],
    ['what is none', { blocks: { card: 'A1', feeds: [0, -1, 2.5, 4] }, names: 'x' }],
  ])('is believed of no note: %s', (_, places) => {
    const desk = dayAfter();
    const before = through(desk);
    const note = JSON.parse(desk.book.properties.get(`feed.${id}`) ?? '') as object;
    desk.book.properties.set(`feed.${id}`, JSON.stringify({ ...note, places }));
    refreshed(desk);
    expect(through(desk)).toBe(before + 1);
    expect(unforeseen).toEqual([]);
  });
});
