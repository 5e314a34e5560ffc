import type { Calculated, Text } from '../kpi/define.ts';
import { isQuantity, script } from './script.ts';
import type { Term } from './term.ts';

/** What a cell reads when this divisor of this KPI is zero. Throws when nobody has said it. */
export function noneWords(kpi: Calculated, divisor: Term): Text {
  const input = divisor.kind === 'input' ? kpi.inputs[divisor.name] : undefined;
  const words = input && isQuantity(input) ? (input.none ?? kpi.none) : kpi.none;
  if (!words) throw new Error(`${kpi.name}: no words for when ${script(divisor)} is zero.`);
  return words;
}
