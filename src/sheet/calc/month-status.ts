import { monthsOf } from '../../plan/calendar/calendar.ts';
import type { CellAddresses, Content } from '../layout/block.ts';
import { emptyText, isNumber, known, when } from '../layout/formula-text.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { isCoarser, type MeasuredKpi } from './kpi-inputs.ts';
import { monthKeys, toColumn } from './periods.ts';
import { judgedCode, progressOf, unlessDamaged } from './status-formulas.ts';
import { isDamaged } from './whole-rows.ts';

export const monthNumbers = [1, 2, 3] as const;
export type MonthNumber = (typeof monthNumbers)[number];

/** The key of a month in the table of spans. */
export const monthKey = (month: MonthNumber): string => monthKeys[month - 1] ?? '';

/** Columns of a KPI's hidden row: what part of a month's target is reached, and the month's status. */
const progressColumn = (month: MonthNumber): string => `p${month}`;
export const monthCodeColumn = (month: MonthNumber): string => `c${month}`;
export const monthStatusColumns = monthNumbers.flatMap((month) => [
  progressColumn(month),
  monthCodeColumn(month),
]);

/** The code of a month that is not over or not known to its end. */
export const openMonth = 'open';

/** The hidden cells that judge a KPI's months; what is measured once a quarter has none. */
export function monthStatus(
  measured: MeasuredKpi,
  facts: SheetInput,
): readonly [column: string, content: Content][] {
  if (isCoarser(measured.period, 'month')) return [];
  return monthNumbers.flatMap((month): [string, Content][] => [
    [
      progressColumn(month),
      { formula: (at) => progressOfMonth(at, measured, month), style: 'hidden' },
    ],
    [
      monthCodeColumn(month),
      { formula: (at) => codeOfMonth(at, measured, month, facts), style: 'hidden' },
    ],
  ]);
}

/** The cells a month is judged from. What should be reached by its end is its target. */
function monthCells(at: CellAddresses, { kpi }: MeasuredKpi, month: MonthNumber) {
  const target = at.lookup('month', `m${month}target`, 'calc', kpi.name);
  return {
    baseline: at.here('calc', kpi.name, 'baseline'),
    target,
    expected: target,
    actual: at.lookup('month', `m${month}actual`, 'calc', kpi.name),
  };
}

const progressOfMonth = (at: CellAddresses, measured: MeasuredKpi, month: MonthNumber): string =>
  progressOf(measured.kind, measured.kpi.better, monthCells(at, measured, month));

/** A month is judged once everything that belongs to it is there; blank while nothing is known. */
function codeOfMonth(
  at: CellAddresses,
  measured: MeasuredKpi,
  month: MonthNumber,
  facts: SheetInput,
): string {
  const { kpi, kind } = measured;
  // Nobody has said yet how it is read.
  if (kind === 'unsaid' || kpi.better === null) return emptyText;
  const cells = monthCells(at, measured, month);
  const end = monthsOf(facts.plan.quarter)[month - 1]?.last ?? 0;
  const { day, due } = settledBy(at, measured, month, end);
  const code = judgedCode(kind, kpi.better, cells, {
    progress: at.here('calc', kpi.name, progressColumn(month)),
    goal: at.lookup('method', 'goal', 'calc', kpi.name),
    flag: at.lookup('method', 'flag', 'calc', kpi.name),
    over: null,
  });
  const judged = when(`${day}<${due}`, `"${openMonth}"`, code);
  const told = known([cells.target, cells.actual, day], judged);
  const waits = weightsOpen(at, measured, facts);
  const whole = waits === null ? told : when(waits, known([cells.actual], '"tetWeights"'), told);
  return unlessDamaged(isDamaged(at, kpi.name), whole);
}

/** That Tết has begun without weights for its weeks, on which all months' shares depend. */
export function weightsOpen(
  at: CellAddresses,
  { kpi, kind }: MeasuredKpi,
  { parts }: SheetInput,
): string | null {
  if (kind === 'ratio' || !parts.some(({ tet }) => tet)) return null;
  const [share, paced] = ['share', 'paced'].map((column) =>
    isNumber(at.cell('calc', kpi.name, column)),
  );
  return `${share}*(1-${paced})=1`;
}

/** The day a month's number goes up to, and the day from which on it is the whole month's. */
function settledBy(
  at: CellAddresses,
  measured: MeasuredKpi,
  month: MonthNumber,
  end: number,
): { readonly day: string; readonly due: number } {
  const { kpi, inputs, alone, period } = measured;
  // The last whole week of a month may end up to six days before it.
  const due = period === 'week' ? end - 6 : end;
  if (alone) return { day: lastCounted(at, measured, month), due };
  const adds = inputs.some(({ over }) => over !== 'last');
  const through = at.here('calc', kpi.name, 'through');
  return { day: adds ? lastCounted(at, measured, month) : through, due: end };
}

const lastCounted = (at: CellAddresses, measured: MeasuredKpi, month: MonthNumber): string =>
  at.cell('calc', monthKey(month), toColumn(measured));

/** What a cell shows, and nothing where it shows nothing. */
export const shownOf = (cell: string): string => when(`LEN(${cell})=0`, emptyText, cell);
