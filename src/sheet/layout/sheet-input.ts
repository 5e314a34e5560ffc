import type { Calculated, Kpi } from '../../kpi/define.ts';
import type { WeekPart } from '../../plan/calendar/calendar.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type { Sources } from '../../sources/registry.ts';
import type { BlockName } from './block.ts';
import type { Cell } from './drawing.ts';

/** Everything the blocks of a plan's sheet are made from. The sheet speaks `plan.language`. */
export interface SheetInput {
  readonly plan: Plan;
  readonly catalogue: readonly Kpi[];
  readonly sources: Sources;
  /** The columns of the input block. */
  readonly inputs: readonly PlanInput[];
  readonly parts: readonly WeekPart[];
  /** A KPI as the spreadsheet itself computes it, in the sheet's language; texts without `=`. */
  readonly native: (kpi: Calculated, inputs: readonly (string | undefined)[]) => string;
  /** Native formulas in the place of our functions. */
  readonly portable: boolean;
  /** What people typed into the sheet before; it is put back where it still has a place. */
  readonly typed: TypedValues;
  /** The input cells hold made-up numbers; the sheet says so. */
  readonly sample?: true;
}

export type TypedValue = number | string | boolean;

/** What people typed, by block, row key and column key; a cell nobody filled is left out. */
export type TypedValues = Readonly<
  Partial<Record<BlockName, Readonly<Record<string, Readonly<Record<string, TypedValue>>>>>>
>;

/** What stood in one cell of a sheet built before. */
export const typedAt = (
  { typed }: Pick<SheetInput, 'typed'>,
  block: BlockName,
  row: string,
  column: string,
): TypedValue | undefined => {
  const cells = typed[block]?.[row];
  return cells && Object.keys(cells).includes(column) ? cells[column] : undefined;
};

/** What was typed before, put back as it was: text stays text. */
export const carried = (before: TypedValue | undefined): Pick<Cell, 'value' | 'text'> => {
  if (before === undefined || before === '') return {};
  return typeof before === 'string' ? { text: before } : { value: before };
};
