import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from '../../../src/plan/calendar/day.ts';
import { fallsIntoTet, tetOf } from '../../../src/plan/calendar/tet.ts';

const years = Array.from({ length: 41 }, (_, at) => 2020 + at);

/** Days since 30 December 1899, UT, of the new moon nearest to a day: Meeus, largest terms. */
function newMoonNear(day: number): number {
  const julian = day + 2415018.5;
  const k = Math.round((julian - 2451550.09766) / 29.530588861);
  const t = k / 1236.85;
  const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const e = 1 - 0.002516 * t;
  const terrestrial =
    2451550.09766 +
    29.530588861 * k +
    0.00015437 * t * t -
    0.4072 * sin(moon) +
    0.17241 * e * sin(sun) +
    0.01608 * sin(2 * moon) +
    0.01039 * sin(2 * latitude) +
    0.00739 * e * sin(moon - sun) -
    0.00514 * e * sin(moon + sun) +
    0.00208 * e * e * sin(2 * sun) -
    0.00111 * sin(moon - 2 * latitude) -
    0.00057 * sin(moon + 2 * latitude) +
    0.00056 * e * sin(2 * moon + sun) -
    0.00042 * sin(3 * moon);
  const clocksBehind = 75 / 86400;
  return terrestrial - clocksBehind - 2415018.5;
}

/** The first day of the Chinese year that Node's calendar knows. */
function chineseNewYear(year: number): number {
  const parts = new Intl.DateTimeFormat('en-u-ca-chinese', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  });
  for (let day = dayOf(year, 1, 20); day < dayOf(year, 2, 24); day += 1) {
    const at = new Date((day - 25569) * 86_400_000);
    const said = parts.formatToParts(at);
    const number = (type: string) => said.find((part) => part.type === type)?.value;
    if (number('month') === '1' && number('day') === '1') return day;
  }
  return Number.NaN;
}

describe('Tết', () => {
  it('is the day of a new moon in Vietnam, between 21 January and 21 February', () => {
    for (const year of years) {
      const tet = tetOf(year) ?? Number.NaN;
      const moment = newMoonNear(tet + 0.5) + 7 / 24;
      expect([year, Math.floor(moment)]).toEqual([year, tet]);
      expect(tet).toBeGreaterThanOrEqual(dayOf(year, 1, 21));
      expect(tet).toBeLessThanOrEqual(dayOf(year, 2, 21));
    }
  });

  it('is a day before the Chinese New Year where the new moon falls into the hour between', () => {
    const earlier = years.filter((year) => {
      const moment = newMoonNear((tetOf(year) ?? Number.NaN) + 0.5);
      return Math.floor(moment + 7 / 24) < Math.floor(moment + 8 / 24);
    });
    expect(earlier).toEqual([2030, 2053]);
  });

  it('agrees with the calendar of the machine but for the years within minutes of midnight', () => {
    // New moon in Beijing: 2027 at 23:56, 2030 at 0:07; calendars that round end up a day off.
    // In 2053 it is 0:30 in Beijing and 23:30 in Hanoi.
    const differ = years.filter((year) => tetOf(year) !== chineseNewYear(year));
    expect([2027, 2030, 2053]).toEqual(expect.arrayContaining(differ));
    for (const year of differ) {
      expect(Math.abs((tetOf(year) ?? Number.NaN) - chineseNewYear(year))).toBe(1);
    }
  });

  it('is where everybody remembers it', () => {
    const remembered = [
      [2020, 1, 25],
      [2021, 2, 12],
      [2022, 2, 1],
      [2023, 1, 22],
      [2024, 2, 10],
      [2025, 1, 29],
      [2026, 2, 17],
    ] as const;
    for (const [year, month, day] of remembered) {
      expect(dateOf(tetOf(year) ?? Number.NaN)).toMatchObject({ year, month, day });
    }
  });

  it('is unknown outside the table', () => {
    expect(tetOf(2019)).toBeNull();
    expect(tetOf(2061)).toBeNull();
    expect(fallsIntoTet(dayOf(2019, 1, 1), dayOf(2019, 12, 31))).toBe(false);
  });

  it('takes a week of which three days lie in it, and a short piece of which most do', () => {
    const tet = tetOf(2026) ?? Number.NaN;
    expect(fallsIntoTet(tet - 7, tet - 2)).toBe(false);
    expect(fallsIntoTet(tet - 7, tet - 1)).toBe(true);
    expect(fallsIntoTet(tet + 3, tet + 9)).toBe(true);
    expect(fallsIntoTet(tet + 4, tet + 10)).toBe(false);
    expect(fallsIntoTet(tet + 5, tet + 5)).toBe(true);
    expect(fallsIntoTet(tet + 5, tet + 6)).toBe(false);
    expect(fallsIntoTet(tet + 4, tet + 6)).toBe(true);
    expect(fallsIntoTet(tet + 6, tet + 6)).toBe(false);
  });
});
