import { inputTitle } from '../../messages/catalogue.ts';
import { firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import type { InputCadence, PlanInput } from '../../plan/model/inputs.ts';
import { connectedInput } from '../data/connected-input.ts';
import { connectedRow } from '../data/connected-input-formulas.ts';
import { inputRowKey } from '../data/day-formulas.ts';
import type { BlockRow, CellAddresses } from '../layout/block.ts';
import { atMost, call, emptyText, when } from '../layout/formula-text.ts';
import { hidden, hiddenText } from '../layout/looks.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { filledOpen, latest } from '../plan/input-rows.ts';
import {
  countPossible,
  doubtColumn,
  firstImpossible,
  firstText,
  never,
  type TypedCells,
} from '../plan/typed-cells.ts';
import { isDaily, type MeasuredKpi } from './kpi-inputs.ts';
import { weekKeys } from './periods.ts';

/**
 * Up to which day an input is known without a gap; `from` is the first day of the first gap, `doubt`
 * of the first row with something else than a number that can be.
 */
export function inputRow(input: PlanInput, facts: SheetInput): BlockRow {
  const connected = connectedInput(input, facts);
  if (connected) return connectedRow(connected, facts);
  const key = inputRowKey(input.key);
  const gap = input.cadence === 'week' && (input.over === 'sum' || input.over === 'first');
  return {
    key,
    cells: {
      title: hiddenText(inputTitle(input, facts.plan.language)),
      ...(gap ? { from: hidden((at) => firstGap(input, at)) } : {}),
      through: hidden((at) => throughInput(input, facts, at)),
      [doubtColumn]: hidden((at) => firstDoubt(input, at)),
    },
  };
}

const typedCells = (input: PlanInput, at: CellAddresses): TypedCells => ({
  cells: at.column('input', input.key),
  input,
});

/** The first day of a row without a number that can be; rows without a day are none of ours. */
function firstGap(input: PlanInput, at: CellAddresses): string {
  const from = at.column('input', 'from');
  const typed = typedCells(input, at);
  const filled = `(ISNUMBER(${typed.cells})+1-ISNUMBER(${from}))>0`;
  const blank = `SUMPRODUCT(MIN(${from}+${never}*(${filled})))`;
  return call('MIN', blank, firstImpossible(typed, from));
}

/** Blank where everything that stands in an input's cells is a number that can be. */
function firstDoubt(input: PlanInput, at: CellAddresses): string {
  const from = at.column('input', 'from');
  const typed = typedCells(input, at);
  const first = call('MIN', firstText(typed, from), firstImpossible(typed, from));
  return when(`${first}<${never}`, first, emptyText);
}

function throughInput(input: PlanInput, facts: SheetInput, at: CellAddresses): string {
  const found = input.over === 'last' || input.over === 'whole';
  const open = filledOpen(input, facts, at);
  const text = found ? latest([input], [], at) : withoutGap(input, facts, at);
  if (open === null) return text;
  // A number in a cell that stays empty: nobody can tell what it is for.
  const strays = `COUNT(${at.column('input', input.key)})>${open}`;
  return when(strays, emptyText, text);
}

function withoutGap(input: PlanInput, facts: SheetInput, at: CellAddresses): string {
  const { quarter } = facts.plan;
  if (input.cadence === 'week') {
    const gap = at.here('calc', inputRowKey(input.key), 'from');
    const before = when(`${gap}>${firstDay(quarter)}`, `${gap}-1`, emptyText);
    return when(`${gap}>=${never}`, lastDay(quarter), before);
  }
  const ends = facts.parts.filter((part) =>
    input.cadence === 'month' ? part.endsMonth : part.endsQuarter,
  );
  return ends.reduceRight(
    (later, { to }, index) => {
      const before = ends[index - 1];
      const typed = { cells: at.column('input', input.key), input };
      const filled = `${countPossible(typed, [at.column('input', 'to'), String(to)])}>0`;
      return when(filled, later, before ? before.to : emptyText);
    },
    String(lastDay(quarter)),
  );
}

/**
 * Up to which day all inputs of a KPI are known, in whole periods of the coarsest of them: the
 * visits up to the middle of a month say nothing beside conversions up to the month before.
 */
export function throughKpi(measured: MeasuredKpi, facts: SheetInput, at: CellAddresses): string {
  const { inputs, period } = measured;
  const days = inputs.map(({ key }) => at.cell('calc', inputRowKey(key), 'through')).join(';');
  const least = `MIN(${days})`;
  const ends = endsOf(period, facts).reduce(
    (earlier, end) => when(`${least}>=${end}`, end, earlier),
    emptyText,
  );
  const weekly = inWholeWeeks(measured, least, facts, at);
  return when(`COUNT(${days})=${inputs.length}`, period === 'week' ? weekly : ends, emptyText);
}

/**
 * What flows in day by day counts up to any day; beside what comes by the week, up to a week's end:
 * cut off at a month's end too, but not where a reading is for all of its week.
 */
function inWholeWeeks(
  measured: MeasuredKpi,
  day: string,
  facts: SheetInput,
  at: CellAddresses,
): string {
  const { inputs, alone } = measured;
  if (isDaily(measured, facts) || !inputs.some((input) => connectedInput(input, facts))) return day;
  const weeks = weekKeys(facts).map((key) => at.cell('calc', key, 'to'));
  const ends = alone ? `${weeks[0]}:${weeks[weeks.length - 1]}` : at.column('input', 'to');
  const found = call('MAXIFS', ends, ends, atMost(day));
  return when(`${call('COUNTIFS', ends, atMost(day))}>0`, found, emptyText);
}

const endsOf = (period: InputCadence, { parts }: SheetInput): readonly number[] =>
  parts.flatMap(({ to, endsMonth, endsQuarter }) =>
    endsQuarter || (period === 'month' && endsMonth) ? [to] : [],
  );
