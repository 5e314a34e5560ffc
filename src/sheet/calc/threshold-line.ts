import type { SheetWords } from '../../messages/sheet.ts';
import { quoted } from '../../native/twin.ts';
import { defaultFlag, defaultGoal } from '../../plan/model/plan.ts';
import { planBand, planLimit } from '../../plan/model/status.ts';
import type { CellAddresses } from '../layout/block.ts';
import { fillMessage, messageFormula } from '../layout/fill-message.ts';
import { emptyText, fraction, when } from '../layout/formula-text.ts';
import type { MeasuredKpi } from './kpi-inputs.ts';

/**
 * From where on a status is which, in one line below the statuses: only what this plan's KPIs are
 * judged by, with the thresholds as their cells have them now.
 */
export function thresholdLine(
  measured: readonly MeasuredKpi[],
  { legend }: SheetWords,
  at: CellAddresses,
): string {
  const planned = measured.filter(({ kpi }) => kpi.better === 'on plan');
  const graded = measured.filter((each) => !planned.includes(each));
  const paced = graded.filter(({ kind }) => kind !== 'ratio');
  const shown = (column: 'goal' | 'flag') => sharesOf(column, measured.length, at);
  const [goal, flag] = graded.length > 0 ? [shown('goal'), shown('flag')] : ['', ''];
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const parts = [
    ...(paced.length > 0 ? [messageFormula(legend.pace, { goal })] : []),
    ...(graded.length > 0
      ? [
          quoted(legend.target),
          messageFormula(legend.near, { goal }),
          messageFormula(legend.watch, { flag }),
          quoted(legend.below),
        ]
      : []),
    ...(planned.length > 0
      ? [quoted(fillMessage(legend.plan, { band: percent(planBand), limit: percent(planLimit) }))]
      : []),
  ];
  return `${quoted(legend.begin)}&${parts.join('&" · "&')}`;
}

/** `90%`, or `80–90%` where KPIs have thresholds of their own; a blank cell is the usual one. */
function sharesOf(column: 'goal' | 'flag', count: number, at: CellAddresses): string {
  const cells = at.column('method', column);
  const usual = fraction(column === 'goal' ? defaultGoal : defaultFlag);
  const list = `${cells};${when(`COUNT(${cells})<${count}`, usual, `MIN(${cells})`)}`;
  const [least, most] = ['MIN', 'MAX'].map((name) => `ROUND(100*${name}(${list});0)`);
  const span = when(`${least}<${most}`, `${least}&"–"`, emptyText);
  return `${span}&${most}&"%"`;
}
