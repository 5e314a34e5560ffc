import { sheetMoreWords } from '../../messages/compiled/sheet-more.ts';
import { sheetWords } from '../../messages/sheet.ts';
import { quoted } from '../../native/twin.ts';
import { monthsOf } from '../../plan/calendar/calendar.ts';
import type { CellAddresses, Content } from '../layout/block.ts';
import { emptyText, isNumber, known, when } from '../layout/formula-text.ts';
import { hidden } from '../layout/looks.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { isCoarser, type MeasuredKpi } from './kpi-inputs.ts';
import { monthKeys } from './periods.ts';
import { toColumn } from './span-columns.ts';
import { judgedCode, progressOf, statusWords, unlessDamaged } from './status-formulas.ts';
import { isDamaged } from './whole-rows.ts';

export const monthNumbers = [1, 2, 3] as const;
export type MonthNumber = (typeof monthNumbers)[number];

/** The key of a month in the table of spans. */
const monthKey = (month: MonthNumber): string => monthKeys[month - 1] ?? '';

/**
 * Columns of a KPI's hidden row, for each month: its target, what it brought, what part of the target
 * that is, the status, and what people read. All of a month stands in one row, so that no formula has
 * to look anything up twice.
 */
export const monthTargetColumn = (month: MonthNumber): string => `e${month}`;
export const monthActualColumn = (month: MonthNumber): string => `m${month}`;
const progressColumn = (month: MonthNumber): string => `p${month}`;
export const monthCodeColumn = (month: MonthNumber): string => `c${month}`;
export const monthWordsColumn = (month: MonthNumber): string => `t${month}`;
export const monthStatusColumns = monthNumbers.flatMap((month) => [
  monthTargetColumn(month),
  progressColumn(month),
  monthCodeColumn(month),
  monthWordsColumn(month),
]);

/** The code of a month that is not over or not known to its end. */
const openMonth = 'open';

/** The hidden cells that judge a KPI's months; what is measured once a quarter has none. */
export function monthStatus(
  measured: MeasuredKpi,
  facts: SheetInput,
): readonly [column: string, content: Content][] {
  if (isCoarser(measured.period, 'month')) return [];
  type Formula = (at: CellAddresses, measured: MeasuredKpi, month: MonthNumber) => string;
  return monthNumbers.flatMap((month) => {
    const cell = (column: string, formula: Formula): [string, Content] => [
      column,
      hidden((at) => formula(at, measured, month)),
    ];
    return [
      cell(monthTargetColumn(month), (...asked) => targetOf(...asked, facts)),
      cell(progressColumn(month), progressOfMonth),
      cell(monthCodeColumn(month), (...asked) => codeOfMonth(...asked, facts)),
      cell(monthWordsColumn(month), (...asked) => wordsOf(...asked, facts)),
    ];
  });
}

/** A total is split by week weights; a ratio keeps its target; a level is to be some way there. */
function targetOf(
  at: CellAddresses,
  measured: MeasuredKpi,
  month: MonthNumber,
  facts: SheetInput,
): string {
  const { kpi, kind } = measured;
  const target = at.here('calc', kpi.name, 'target');
  if (kind === 'unsaid') return emptyText;
  if (kind === 'ratio') return known([target], target);
  const waits = weightsOpen(at, measured, facts);
  const split = byWeights(at, measured, month, target);
  return waits === null ? split : when(waits, emptyText, split);
}

function byWeights(
  at: CellAddresses,
  { kpi, kind }: MeasuredKpi,
  month: MonthNumber,
  target: string,
): string {
  const end = at.cell('calc', monthKey(month), 'share');
  if (kind === 'sum') {
    if (month === 1) return known([target, end], `${target}*${end}`);
    const start = at.cell('calc', monthKey(month === 3 ? 2 : 1), 'share');
    return known([target, end, start], `${target}*(${end}-${start})`);
  }
  const baseline = at.here('calc', kpi.name, 'baseline');
  return known([target, baseline, end], `${baseline}*(1-${end})+${target}*${end}`);
}

/** The cells a month is judged from. What should be reached by its end is its target. */
function monthCells(at: CellAddresses, { kpi }: MeasuredKpi, month: MonthNumber) {
  const here = (column: string) => at.here('calc', kpi.name, column);
  const target = here(monthTargetColumn(month));
  const [baseline, actual] = [here('baseline'), here(monthActualColumn(month))];
  return { baseline, target, expected: target, actual };
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
    goal: at.here('calc', kpi.name, 'goal'),
    flag: at.here('calc', kpi.name, 'flag'),
    over: null,
  });
  const judged = when(`${day}<${due}`, `"${openMonth}"`, code);
  const told = known([cells.target, cells.actual, day], judged);
  const waits = weightsOpen(at, measured, facts);
  const whole = waits === null ? told : when(waits, known([cells.actual], '"tetWeights"'), told);
  return unlessDamaged(isDamaged(at, kpi.name), whole);
}

/** The month's status as people read it; blank while nothing is known of the month. */
function wordsOf(
  at: CellAddresses,
  measured: MeasuredKpi,
  month: MonthNumber,
  { plan }: SheetInput,
): string {
  const code = at.here('calc', measured.kpi.name, monthCodeColumn(month));
  const cells = monthCells(at, measured, month);
  const judged = statusWords(measured.kpi, code, cells, sheetWords(plan.language));
  const { monthOpen } = sheetMoreWords(plan.language);
  const told = when(`${code}=${quoted(openMonth)}`, quoted(monthOpen), judged);
  return when(`LEN(${code})=0`, emptyText, told);
}

/** That Tết has begun without weights for its weeks, on which all months' shares depend. */
function weightsOpen(
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
