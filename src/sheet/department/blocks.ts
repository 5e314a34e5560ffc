import type { QuarterName } from '../../plan/calendar/calendar.ts';
import { budgetBlock } from './budget-block.ts';
import { departmentCardBlock } from './card-block.ts';
import { checklistBlock } from './checklist-block.ts';
import type { DepartmentBlockName, DepartmentDefinition } from './department-input.ts';
import { fourQuartersBlock } from './four-quarters-block.ts';
import { directorBlock } from './overview-block.ts';
import { ownersBlock } from './owners-block.ts';
import { departmentSegmentBlock } from './split-block.ts';

/**
 * The parts of a department's sheet, from top to bottom. Each is found by a named range
 * `KPI_dept_<year>q<month>_<block>`; inside it is laid out as the blocks of a plan's sheet are.
 */
export const departmentBlockList = [
  departmentCardBlock,
  directorBlock,
  ownersBlock,
  departmentSegmentBlock,
  budgetBlock,
  fourQuartersBlock,
  checklistBlock,
] as const;
const all: readonly DepartmentDefinition[] = departmentBlockList;

export const departmentBlockNamed = (name: string): DepartmentDefinition | undefined =>
  all.find((each) => each.name === name);

/** Which quarter and block a named range belongs to; on a copied sheet with the sheet's name before it. */
export function departmentOf(name: string): {
  readonly quarter: QuarterName;
  readonly block: DepartmentBlockName;
  readonly onCopy: boolean;
} | null {
  const parts = /^(?:(.+)!)?KPI_dept_(\d{4})q(\d{1,2})_([a-z]+)$/.exec(name);
  const block = departmentBlockNamed(parts?.[4] ?? '')?.name;
  const [year, month] = [Number(parts?.[2]), Number(parts?.[3])];
  if (!block || !(month >= 1 && month <= 12)) return null;
  return { quarter: { year, month }, block, onCopy: parts?.[1] !== undefined };
}
