import { firstDay } from '../quarter/calendar.ts';
import { sheetWords } from '../words/sheet.ts';
import type { Places } from './block.ts';
import { weekKeys } from './calc-spans.ts';
import { dayFormula } from './day-words.ts';
import type { SheetFacts } from './facts.ts';
import { blank, isNumber, when } from './formulas.ts';
import type { Measured } from './measured.ts';
import { said } from './said.ts';

/** «tuần 7/14 ▓▓▓▓▓▓▓░░░░░░░ · số liệu chốt đến 14/02», by the sheet's own clock. */
export function liveLine(measured: readonly Measured[], facts: SheetFacts, at: Places): string {
  const words = sheetWords(facts.plan.language);
  const weeks = weekKeys(facts).length;
  const week = at.cell('calc', '.today', 'week');
  const gaps = {
    week,
    weeks: String(weeks),
    bar: `REPT("▓";${week})&REPT("░";${weeks}-${week})`,
  };
  const first = firstDay(facts.plan.quarter);
  const begins = said(words.liveBefore, { day: dayFormula(String(first), words) });
  const none = said(words.liveNone, gaps);
  if (measured.length === 0) return none;
  const [nearest, furthest] = [
    at.cell('calc', '.settled', 'from'),
    at.cell('calc', '.settled', 'to'),
  ];
  const settled = said(words.live, { ...gaps, day: dayFormula(furthest, words) });
  const others = said(words.behindOthers, { day: dayFormula(nearest, words) });
  const some = `${settled}&${when(`${nearest}<${furthest}`, others, blank)}`;
  const begun = when(isNumber(furthest), some, none);
  return when(`${at.cell('calc', '.today', 'from')}<${first}`, begins, begun);
}
