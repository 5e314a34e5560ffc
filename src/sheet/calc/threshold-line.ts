import type { SheetWords } from '../../messages/sheet.ts';
import { quoted } from '../../native/twin.ts';
import { defaultFlag, defaultGoal } from '../../plan/model/plan.ts';
import { planBand, planLimit } from '../../plan/model/status.ts';
import type { CellAddresses } from '../layout/block.ts';
import { emptyText, fraction, when } from '../layout/formula-text.ts';
import { messageFormula } from '../layout/message-formula.ts';
import type { MeasuredKpi } from './kpi-inputs.ts';

/**
 * From where on a status is which, in a line below the statuses, in another for what is held to a plan:
 * only what this plan's KPIs are judged by, with the thresholds as their cells have them now.
 */
export function thresholdLines(
  measured: readonly MeasuredKpi[],
  { legend }: SheetWords,
  at: CellAddresses,
): readonly string[] {
  const planned = measured.filter(({ kpi }) => kpi.better === 'on plan');
  const graded = measured.filter((each) => !planned.includes(each));
  const paced = graded.filter(({ kind }) => kind !== 'ratio');
  const shown = (column: 'goal' | 'flag') => sharesOf(column, measured.length, at);
  const [goal, flag] = graded.length > 0 ? [shown('goal'), shown('flag')] : ['', ''];
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const held = legend.plan({ band: percent(planBand), limit: percent(planLimit) });
  const judged = [
    ...(paced.length > 0 ? [messageFormula(legend.pace, { goal })] : []),
    ...(graded.length > 0
      ? [
          quoted(legend.target),
          messageFormula(legend.near, { goal }),
          messageFormula(legend.watch, { flag }),
          quoted(legend.below),
        ]
      : []),
  ];
  const [first = '', ...more] = [
    ...(judged.length > 0 ? [judged.join('&" · "&')] : []),
    ...(planned.length > 0 ? [quoted(held)] : []),
  ];
  return [`${quoted(legend.begin)}&${first}`, ...more];
}

/** How many lines there are: one, or two where something is held to a plan and something is not. */
export const thresholdLineCount = (measured: readonly MeasuredKpi[]): number =>
  new Set(measured.map(({ kpi }) => kpi.better === 'on plan')).size;

/** `90%`, or `80–90%` where KPIs have thresholds of their own; a blank cell is the usual one. */
function sharesOf(column: 'goal' | 'flag', count: number, at: CellAddresses): string {
  const cells = at.column('method', column);
  const usual = fraction(column === 'goal' ? defaultGoal : defaultFlag);
  const list = `${cells};${when(`COUNT(${cells})<${count}`, usual, `MIN(${cells})`)}`;
  const [least, most] = ['MIN', 'MAX'].map((name) => `ROUND(100*${name}(${list});0)`);
  const span = when(`${least}<${most}`, `${least}&"–"`, emptyText);
  return `${span}&${most}&"%"`;
}
