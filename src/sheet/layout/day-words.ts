import type { SheetWords } from '../../messages/sheet.ts';
import { quoted } from '../../native/twin.ts';
import { type Day, dateOf, type WeekPart } from '../../plan/calendar/calendar.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** «Tuần 5 · 26–31/01», «Week 5 · 26–31 Jan», around Tết with its name. */
export function partTitle(part: WeekPart, words: SheetWords): string {
  const from = dateOf(part.from);
  const to = dateOf(part.to);
  const month = words.months
    ? ` ${words.months.slice(3 * to.month - 3, 3 * to.month)}`
    : `/${two(to.month)}`;
  const days = from.day === to.day ? two(to.day) : `${two(from.day)}–${two(to.day)}`;
  const title = words.weekPart({ n: part.week, days: `${days}${month}` });
  return part.tet ? `${title} · ${words.tet}` : title;
}

/** `14/02/2027`, `14 Feb 2027` */
export function dayText(on: Day, { months }: SheetWords): string {
  const { day, month, year } = dateOf(on);
  return months
    ? `${day} ${months.slice(3 * month - 3, 3 * month)} ${year}`
    : `${two(day)}/${two(month)}/${year}`;
}

/** A day as a formula says it, in words that no locale changes: `14/02`, `14 Feb`. */
export function dayFormula(day: string, { months }: SheetWords): string {
  const part = (name: string) => `TEXT(${name}(${day});"00")`;
  return months
    ? `DAY(${day})&" "&MID(${quoted(months)};3*MONTH(${day})-2;3)`
    : `${part('DAY')}&"/"&${part('MONTH')}`;
}
