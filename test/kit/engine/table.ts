import { answer, Refused, type Shown } from '../../../src/cells/answer.ts';
import { byName, totalByName } from '../../../src/cells/by-name.ts';
import { type CellKpi, type CellTable, cellKpiNamed } from '../../../src/cells/cell-kpi.ts';
import { tableScript } from '../../../src/derive/table.ts';
import { catalogue, isCalculated } from '../../../src/kpi/catalogue.ts';
import type { Calculated } from '../../../src/kpi/define.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';

export const calculated: readonly Calculated[] = catalogue.filter(isCalculated);

/** The derived table, alive. */
export const table: CellTable = new Function(`return ${tableScript(calculated)}`)();

export function cellKpi(name: string): CellKpi {
  const kpi = cellKpiNamed(name, table);
  if (!kpi) throw new Error(`No KPI ${name} in the table.`);
  return kpi;
}

export const run = (name: string, inputs: readonly unknown[], language: Language = 'en'): Shown =>
  answer(cellKpi(name), inputs, table, () => language);

export const kpi = (inputs: readonly unknown[], language: Language = 'en'): Shown =>
  byName(inputs[0], inputs.slice(1), table, () => language);

export const kpiTotal = (inputs: readonly unknown[], language: Language = 'en'): Shown =>
  totalByName(inputs[0], inputs.slice(1), table, () => language);

/** What a call comes to: its answer, or the sentence it refuses with. */
export function outcome(call: () => Shown): { shown: Shown } | { refused: string } {
  try {
    return { shown: call() };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
}
