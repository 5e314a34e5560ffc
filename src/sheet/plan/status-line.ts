import { sheetFeedsWords } from '../../messages/compiled/sheet-feeds.ts';
import { sheetWords } from '../../messages/sheet.ts';
import { firstDay } from '../../plan/calendar/calendar.ts';
import type { MeasuredKpi } from '../calc/kpi-inputs.ts';
import { weekKeys } from '../calc/periods.ts';
import { connectedInputs } from '../data/connected-input.ts';
import { lateness } from '../data/provisional.ts';
import type { CellAddresses } from '../layout/block.ts';
import { dayFormula } from '../layout/day-words.ts';
import { emptyText, isNumber, when } from '../layout/formula-text.ts';
import { messageFormula } from '../layout/message-formula.ts';
import type { SheetInput } from '../layout/sheet-input.ts';

/** «tuần 7/14 ▓▓▓▓▓▓▓░░░░░░░ · số liệu chốt đến 14/02», by the sheet's own clock. */
export function liveLine(
  measured: readonly MeasuredKpi[],
  facts: SheetInput,
  at: CellAddresses,
): string {
  const words = sheetWords(facts.plan.language);
  const weeks = weekKeys(facts).length;
  const week = at.cell('calc', '.today', 'week');
  const gaps = {
    week,
    weeks: String(weeks),
    bar: `REPT("▓";${week})&REPT("░";${weeks}-${week})`,
  };
  const first = firstDay(facts.plan.quarter);
  const begins = messageFormula(words.liveBefore, { day: dayFormula(String(first), words) });
  const none = messageFormula(words.liveNone, gaps);
  if (measured.length === 0) return none;
  const [nearest, furthest] = [
    at.cell('calc', '.settled', 'from'),
    at.cell('calc', '.settled', 'to'),
  ];
  const settled = messageFormula(words.live, { ...gaps, day: dayFormula(furthest, words) });
  const others = messageFormula(words.behindOthers, { day: dayFormula(nearest, words) });
  const some = `${settled}&${when(`${nearest}<${furthest}`, others, emptyText)}`;
  const flows = connectedInputs(facts).length > 0;
  const counted = flows ? flowing(some, gaps, facts, at) : some;
  const known = when(isNumber(furthest), counted, none);
  const begun = flows ? `${known}&${lateness(facts, at)}` : known;
  return when(`${at.cell('calc', '.today', 'from')}<${first}`, begins, begun);
}

/** The same where the last days may still change. */
function flowing(
  allSettled: string,
  gaps: Readonly<Record<'week' | 'weeks' | 'bar', string>>,
  facts: SheetInput,
  at: CellAddresses,
): string {
  const { language, quarter } = facts.plan;
  const words = sheetFeedsWords(language);
  const [nearest, day, end] = ['from', 'to', 'through'].map((column) =>
    at.cell('calc', '.settled', column),
  );
  const some = messageFormula(words.liveProvisional, {
    ...gaps,
    day: dayFormula(day ?? '', sheetWords(language)),
    n: `(${end}-${day})`,
  });
  const others = messageFormula(sheetWords(language).behindOthers, {
    day: dayFormula(nearest ?? '', sheetWords(language)),
  });
  const first = firstDay(quarter);
  const behind = when(
    `${nearest}<${day}`,
    when(`${nearest}>=${first}`, others, emptyText),
    emptyText,
  );
  const none = messageFormula(words.liveAllProvisional, { ...gaps, n: `(${end}-${first - 1})` });
  const open = when(`${day}>=${first}`, `${some}&${behind}`, none);
  return when(`${day}<${end}`, open, allSettled);
}
