import { sheetFeedsWords } from '../../messages/compiled/sheet-feeds.ts';
import { firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import type { MeasuredKpi } from '../calc/kpi-inputs.ts';
import type { BlockRow, CellAddresses } from '../layout/block.ts';
import { all, emptyText, isNumber, known, numbers, when } from '../layout/formula-text.ts';
import { hidden } from '../layout/looks.ts';
import { messageFormula } from '../layout/message-formula.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { connectedInput, connectedInputs } from './connected-input.ts';
import { coverageOf } from './coverage-cells.ts';
import { countColumn, daysLine, flowKey, lineColumn, linesCount } from './day-formulas.ts';

/** So many days behind yesterday are still usual. */
const usualDelay = 2;

/** The last day of a KPI's number that will not change any more; typed numbers never change. */
export function settledKpi(
  { kpi, inputs }: MeasuredKpi,
  facts: SheetInput,
  at: CellAddresses,
): string {
  const through = at.here('calc', kpi.name, 'through');
  const before = firstDay(facts.plan.quarter) - 1;
  const settled = inputs.flatMap((input) => {
    if (!connectedInput(input, facts)) return [];
    const { day, isThere } = coverageOf(input.key, 'settled', at);
    // Where a day was typed over, nothing is known of the KPI, and so nothing settled.
    return [when(isThere, day, before)];
  });
  return known([through], settled.length > 0 ? `MIN(${[through, ...settled].join(';')})` : through);
}

/** How many of a KPI's days may still change, in words; blank where none. */
export function provisionalDays(through: string, settled: string, { plan }: SheetInput): string {
  const days = messageFormula(sheetFeedsWords(plan.language).provisional, {
    n: `(${through}-${settled})`,
  });
  return known([through, settled], when(`${settled}<${through}`, days, emptyText));
}

/** How far the least of all that flows in came, and of how much nothing came yet. */
export function flowRow(facts: SheetInput): BlockRow {
  const count = connectedInputs(facts).length;
  const days = (at: CellAddresses) => at.column('feeds', 'through');
  return {
    key: flowKey,
    cells: {
      to: hidden((at) => when(`COUNT(${days(at)})>0`, `MIN(${days(at)})`, emptyText)),
      week: hidden((at) => `${count}-COUNT(${days(at)})`),
      [lineColumn]: hidden(() => daysLine(facts)),
      [countColumn]: hidden(() => linesCount(facts)),
    },
  };
}

/** That data is late or has not come at all, by the sheet's own clock; '' where all is well. */
export function lateness(facts: SheetInput, at: CellAddresses): string {
  const words = sheetFeedsWords(facts.plan.language);
  const end = lastDay(facts.plan.quarter);
  const [today, least] = [at.cell('calc', '.today', 'from'), at.cell('calc', flowKey, 'to')];
  const behind = `(MIN(${today}-1;${end})-${least})`;
  const runs = messageFormula(words.liveStale, { n: behind });
  const over = messageFormula(words.liveMissing, { n: behind });
  // Right after the last day its own numbers are still on their way.
  const late = when(
    `${today}<=${end + 1 + usualDelay}`,
    when(`${behind}>${usualDelay}`, runs, emptyText),
    when(`${behind}>0`, over, emptyText),
  );
  const waiting = when(
    all(isNumber(today), `${at.cell('calc', flowKey, 'week')}>0`),
    messageFormula(words.liveWaiting, {}),
    emptyText,
  );
  return `${when(numbers(today, least), late, emptyText)}&${waiting}`;
}
