import type { Language } from '../kpi/define.ts';
import { sentence } from '../words/cells.ts';
import { type Arguments, sortArguments, valuesAt } from './arguments.ts';
import type { CellKpi, CellTable } from './cell-kpi.ts';
import { element } from './element.ts';
import { isRefusal, type Outcome, type Refusal } from './refusal.ts';
import { hasHeader, rowsInUse } from './rows.ts';

/** What a cell shows: a number, a text, or a rectangle of them that spills. */
export type Shown = number | string | (number | string)[][];

/** The sentence language, asked for only when a sentence has to be shown. */
export type Speak = () => Language;

/** A refusal that fills the whole cell: the spreadsheet shows `#ERROR!` with the message on it. */
export class Refused extends Error {
  override name = 'Refused';
}

/**
 * What the function of a KPI shows for its arguments. Alone, a refusal throws `Refused`; inside a
 * range only the element that deserves it carries the sentence, the rest compute.
 */
export function answer(
  kpi: CellKpi,
  given: readonly unknown[],
  table: CellTable,
  speak: Speak,
): Shown {
  const sorted = sortArguments(kpi, given);
  if ('why' in sorted) return refuse(kpi.name, sorted, speak);
  if (sorted.size) return spread(kpi, sorted, table, speak);
  const value = kpi.quick(...sorted.singles);
  return alone(
    kpi.name,
    Number.isFinite(value) ? value : element(kpi, sorted.singles, table),
    speak,
  );
}

/** Shows an outcome that is the whole answer; a refusal throws. */
export function alone(name: string, outcome: Outcome, speak: Speak): Shown {
  return isRefusal(outcome) ? refuse(name, outcome, speak) : shown(name, outcome, speak);
}

export function refuse(name: string, refusal: Refusal, speak: Speak): never {
  throw new Refused(sentence(name, refusal, speak()));
}

function shown(name: string, outcome: Outcome, speak: Speak): number | string {
  if (typeof outcome !== 'object') return outcome;
  return isRefusal(outcome) ? sentence(name, outcome, speak()) : outcome.none[speak()];
}

function spread(kpi: CellKpi, sorted: Arguments, table: CellTable, speak: Speak): Shown {
  const { quick } = kpi;
  const rows = rowsInUse(sorted);
  if (rows === 0) return '';
  const columns = sorted.size?.columns ?? 0;
  const [g0, g1, g2, g3] = sorted.grids;
  const [s0, s1, s2, s3] = sorted.singles;
  const header = hasHeader(sorted, table);
  const out: (number | string)[][] = [];
  for (let row = 0; row < rows; row++) {
    const r0 = g0?.[row];
    const r1 = g1?.[row];
    const r2 = g2?.[row];
    const r3 = g3?.[row];
    const line: (number | string)[] = [];
    for (let column = 0; column < columns; column++) {
      const value = quick(
        r0 ? r0[column] : s0,
        r1 ? r1[column] : s1,
        r2 ? r2[column] : s2,
        r3 ? r3[column] : s3,
      );
      // Finite exactly when the difference to itself is zero; anything else is looked at closely.
      if (value - value === 0) line.push(value);
      else if (header && row === 0) line.push('');
      else line.push(shown(kpi.name, element(kpi, valuesAt(sorted, row, column), table), speak));
    }
    out.push(line);
  }
  return out;
}
