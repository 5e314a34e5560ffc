import { catalogue } from '../../kpi/catalogue.ts';
import type { Quantity } from '../../kpi/define.ts';

export type InputBounds = Pick<Quantity, 'min' | 'max'>;

/** What the values of an input can be, as the catalogue says it; own KPIs have no bounds. */
export function inputBounds(input: string): InputBounds {
  const [name, argument] = input.split('.');
  const kpi = catalogue.find((each) => each.name === name);
  if (!kpi) return {};
  if ('counts' in kpi) return kpi.counts;
  const found = argument === undefined ? undefined : kpi.inputs[argument];
  return found && 'over' in found ? found : {};
}
