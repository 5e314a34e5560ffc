import { financialYear, quarterNumber } from '../../plan/calendar/calendar.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type { SheetInfo } from '../ports/spreadsheet.ts';

const most = 100;

/** Signs that some spreadsheet program does not take in the name of a tab. */
const refused = /[:\\/?*[\]\p{Cc}]/gu;

/** `Lan · Q1 2027` */
export function planTitle({ name, quarter, circumstances: { firstMonth } }: Plan): string {
  const number = quarterNumber(quarter, firstMonth);
  const year = financialYear(quarter, firstMonth);
  const time = ` · Q${number} ${year}`;
  return `${cleaned(name)
    .slice(0, most - 10 - time.length)
    .trim()}${time}`;
}

/** A name no other tab has, whatever the case of its letters. */
export function freeTitle(wanted: string, sheets: readonly SheetInfo[], own?: number): string {
  // Which tab it is is asked only of those that are called so.
  const isTaken = (name: string) =>
    sheets.some((each) => each.name.toLowerCase() === name.toLowerCase() && each.id !== own);
  const title = cleaned(wanted).slice(0, most).trim() || 'KPI';
  if (!isTaken(title)) return title;
  for (let number = 2; ; number += 1) {
    const end = ` (${number})`;
    const next = `${title.slice(0, most - end.length).trim()}${end}`;
    if (!isTaken(next)) return next;
  }
}

/** No tab of a user's may look as if it were one of ours that is being built. */
const cleaned = (text: string): string =>
  text
    .normalize('NFC')
    .replace(refused, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s'~]+|[\s']+$/g, '');
