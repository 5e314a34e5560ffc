import type { Over } from '../kpi/define.ts';
import type { Text } from '../messages/every-language.ts';

/** A KPI as its cell function needs it: everything derived from the catalogue when building. */
export interface CellKpi {
  readonly name: string;
  readonly inputs: readonly CellInput[];
  /** The number where all is plain; `NaN` or an infinity where something has to be looked at. */
  readonly quick: Formula;
  readonly ways: readonly CellWay[];
  /** The number format its answer is shown in; `''` leaves the cell's own. */
  readonly format: string;
}

/** Takes the inputs in the order of the arguments. */
export type Formula = (...inputs: readonly unknown[]) => number;

export interface CellInput {
  readonly name: string;
  readonly title: Text;
  /** Absent: a choice, not a quantity. */
  readonly over?: Over;
  readonly min?: number;
  readonly max?: number;
  readonly options?: Readonly<Record<string, readonly string[]>>;
  readonly optional?: true;
  readonly default?: number | string;
}

/** One way a KPI is calculated, inputs by their position. */
export interface CellWay {
  readonly given?: number;
  readonly chosen?: { readonly input: number; readonly is: string };
  readonly reads: readonly number[];
  readonly must: readonly {
    readonly left: Side;
    readonly sign: '<=' | '>=';
    readonly right: Side;
  }[];
  readonly divisors: readonly { readonly none: Text; readonly of: Formula }[];
}

interface Side {
  readonly text: Text;
  readonly of: Formula;
}

export type CellTable = Readonly<Record<string, CellKpi>>;

/** The KPI of that exact name; names such as `constructor` find nothing. */
export const cellKpiNamed = (name: string, table: CellTable): CellKpi | undefined =>
  Object.keys(table).includes(name) ? table[name] : undefined;
