import { answer } from '../../cells/answer.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { givenTo, measuredKpis } from '../../sheet/calc/kpi-inputs.ts';
import { totalColumn } from '../../sheet/calc/span-columns.ts';
import { isUnanswered } from '../../sheet/layout/computed-value.ts';
import type { SheetBlock } from '../../sheet/layout/found-blocks.ts';
import { cellLookup } from '../../sheet/layout/read-cells.ts';
import { marginAt } from '../../sheet/plan/input-block.ts';
import type { Context } from '../ports/context.ts';

/**
 * A KPI's value of the quarter so far, by our function called on the totals that its sheet holds,
 * where the cell that calls it has no answer; `null` where the function gives no number, or a total
 * has no value either.
 */
export function askedAgain(
  name: string,
  plan: Plan,
  blocks: readonly SheetBlock[],
  { catalogue, sources, table, language }: Context,
): number | null {
  const facts = { plan, catalogue, sources, inputs: inputsOfPlan(plan, catalogue) };
  const measured = measuredKpis(facts).find(({ kpi }) => kpi.name === name);
  const called = table[name];
  if (!measured?.hasFunction || !called) return null;
  const cell = cellLookup(blocks);
  const total = (input: string) => {
    const at = measured.inputs.findIndex(({ key }) => key === input);
    return cell('calc', '.q', totalColumn(measured, at)) ?? '';
  };
  const margin = cell('input', marginAt.row, marginAt.column);
  const given = givenTo(measured.kpi, total, margin === '' ? undefined : margin, facts);
  if (given.some(isUnanswered)) return null;
  try {
    const value = answer(called, given, table, () => language);
    return typeof value === 'number' ? value : null;
  } catch {
    // What the function refuses has no number.
    return null;
  }
}
