import { firstDay, lastDay, weekParts } from '../../plan/calendar/calendar.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { sampleInputs, samplePlan } from '../../plan/sample/sample-plan.ts';
import type { TypedValues } from '../../sheet/layout/sheet-input.ts';
import { partKey } from '../../sheet/plan/input-block.ts';
import type { Context } from '../ports/context.ts';

/** Half of a quarter that has not begun yet: a sample is there to be looked at. */
const shown = 0.55;

/** A plan filled with made-up numbers up to now, so that there is something to see. */
export function withSample(
  asked: Plan,
  { spreadsheet, catalogue }: Context,
): { readonly plan: Plan; readonly typed: TypedValues } {
  const { quarter, circumstances } = asked;
  const [first, last, today] = [firstDay(quarter), lastDay(quarter), spreadsheet.today()];
  const inside = today > first + 21 && today <= last;
  const until = inside ? today : Math.round(first + (last - first) * shown);
  const plan = samplePlan(asked, until, catalogue);
  const parts = weekParts(quarter, circumstances.weekStart);
  const inputs = sampleInputs(plan, inputsOfPlan(plan, catalogue), parts, until);
  const rows = parts.map((part, at) => {
    const cells = Object.keys(inputs).flatMap((key) => {
      const value = inputs[key]?.[at];
      return typeof value === 'number' ? [[key, value] as const] : [];
    });
    return [partKey(part), Object.fromEntries(cells)] as const;
  });
  return { plan, typed: { input: Object.fromEntries(rows) } };
}
