import { expect, it } from 'vitest';
import { dayOf } from '../../src/plan/calendar/day.ts';
import { dayInZone, dayStart, isZone, zoneName } from '../../src/sources/zone.ts';

it('knows a time zone by either of its names', () => {
  expect(zoneName('Asia/Ho_Chi_Minh')).toBe(zoneName('Asia/Saigon'));
  expect(zoneName('Europe/Kyiv')).toBe(zoneName('Europe/Kiev'));
  expect(zoneName('Asia/Bangkok')).not.toBe(zoneName('Asia/Saigon'));
});

it('leaves a name that nobody knows as it is', () => {
  expect(zoneName('Mars/Olympus')).toBe('Mars/Olympus');
});

it('tells a zone whose days are known from a name that nobody knows', () => {
  expect(['US/Eastern', 'Asia/Ho_Chi_Minh', 'UTC'].map(isZone)).toEqual([true, true, true]);
  expect(['Mars/Olympus', ''].map(isZone)).toEqual([false, false]);
});

it('begins a day where the clocks of its zone do, also where they are put forward or back that day', () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ['Asia/Ho_Chi_Minh', dayOf(2026, 11, 22), '2026-11-21T17:00:00.000Z'],
    ['US/Eastern', dayOf(2026, 3, 8), '2026-03-08T05:00:00.000Z'],
    ['US/Eastern', dayOf(2026, 3, 9), '2026-03-09T04:00:00.000Z'],
    ['US/Eastern', dayOf(2026, 11, 1), '2026-11-01T04:00:00.000Z'],
    ['US/Eastern', dayOf(2026, 11, 2), '2026-11-02T05:00:00.000Z'],
    ['Asia/Kathmandu', dayOf(2026, 1, 1), '2025-12-31T18:15:00.000Z'],
    // Midnight was left out that night: the day began at one.
    ['America/Santiago', dayOf(2026, 9, 6), '2026-09-06T04:00:00.000Z'],
    ['Pacific/Kiritimati', dayOf(2026, 1, 1), '2025-12-31T10:00:00.000Z'],
  ];
  for (const [zone, day, starts] of cases) {
    const ms = dayStart(day, zone);
    expect(new Date(ms).toISOString()).toBe(starts);
    expect([ms - 1, ms].map((each) => dayInZone(each, zone))).toEqual([day - 1, day]);
  }
});
