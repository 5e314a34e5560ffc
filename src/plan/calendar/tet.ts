import type { Day } from './calendar.ts';
import { dateOf, dayOf } from './day.ts';

const firstYear = 2020;
/**
 * Which day of its year Tết is, from 2020 on. Vietnam counts by UTC+7, China by UTC+8: where the new
 * moon falls into the hour between, Tết is a day earlier than the Chinese New Year (2030, 2053).
 */
const dayOfYear = [
  [25, 43, 32, 22, 41, 29, 48, 37, 26, 44],
  [33, 23, 42, 31, 50, 39, 28, 46, 35, 24],
  [43, 32, 22, 41, 30, 48, 37, 26, 45, 33],
  [23, 42, 32, 49, 39, 28, 46, 35, 24, 43, 33],
].flat();

/** From the 27th or 28th of the last lunar month to the 6th of the first, business stands still. */
const before = 3;
const after = 5;
const enough = 3;

/** The first day of the lunar year in Vietnam, from 2020 to 2060. */
export function tetOf(year: number): Day | null {
  const days = dayOfYear[year - firstYear];
  return days === undefined ? null : dayOf(year, 1, days);
}

/** Whether Tết takes three of these days, or most of them where they are few. */
export function fallsIntoTet(from: Day, to: Day): boolean {
  const tet = tetOf(dateOf(to).year);
  if (tet === null) return false;
  const taken = Math.min(to, tet + after) - Math.max(from, tet - before) + 1;
  return taken >= enough || taken * 2 > to - from + 1;
}
