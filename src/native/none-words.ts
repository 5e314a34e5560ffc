import type { Calculated } from '../kpi/define.ts';
import { whenZero } from '../messages/catalogue.ts';
import type { Language } from '../messages/compiled/languages.ts';
import { isQuantity, script } from './script.ts';
import type { Term } from './term.ts';

/** What a cell reads when this divisor of this KPI is zero. Throws when nobody has said it. */
export function noneWords(kpi: Calculated, divisor: Term, language: Language): string {
  const input = divisor.kind === 'input' ? kpi.inputs[divisor.name] : undefined;
  const words = whenZero(kpi, input && isQuantity(input) ? input : undefined, language);
  if (!words) throw new Error(`${kpi.name}: no words for when ${script(divisor)} is zero.`);
  return words;
}
