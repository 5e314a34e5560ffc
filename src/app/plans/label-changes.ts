import type { Plan } from '../../plan/model/plan.ts';
import { isAside, placesFrom } from '../../sheet/layout/cell-addresses.ts';
import { planBlocks } from '../../sheet/plan/plan-sheet.ts';
import { factsFor, type ReadPlan, type SheetState } from '../plan-store/read-plan-sheet.ts';
import { cellOf } from '../plan-store/update-cells.ts';
import type { World } from '../ports/context.ts';
import type { CellChange } from '../transactions/pending-change.ts';

/**
 * Cells beside the tables in which the sheet itself says something of its plan, such as whose it
 * is and who agreed to it, and that say something else once the plan is another.
 */
export function saidChanges(
  read: ReadPlan,
  plan: Plan,
  state: SheetState,
  world: World,
): CellChange[] {
  const places = placesFrom(read.blocks);
  const before = planBlocks(factsFor(read.plan, state, read.typed, world));
  const after = planBlocks(factsFor(plan, state, read.typed, world));
  return after.flatMap(({ name: block, rows }) => {
    const earlier = before.find(({ name }) => name === block)?.rows ?? [];
    return rows
      .filter(({ key }) => isAside(key))
      .flatMap(({ key: row, cells }): CellChange[] => {
        const was = earlier.find(({ key }) => key === row)?.cells ?? {};
        const columns = [...new Set([...Object.keys(was), ...Object.keys(cells)])];
        return columns.flatMap((column) => {
          const [from, to] = [was[column], cells[column]].map((cell) => cell?.text ?? cell?.value);
          if (from === to || typeof to === 'boolean' || !places.position(block, row, column)) {
            return [];
          }
          const holds = cellOf(read.blocks, { block, row, column });
          const now = typeof holds === 'number' ? holds : String(holds) || null;
          return [{ block, row, column, before: now, after: to ?? null }];
        });
      });
  });
}

/** Whether the sheet of the changed plan has other rows or columns than the one that stands. */
export function otherRows(read: ReadPlan, plan: Plan, state: SheetState, world: World): boolean {
  const keys = (of: Plan) =>
    planBlocks(factsFor(of, state, read.typed, world)).map(({ name, columns, rows }) => [
      name,
      columns,
      rows.map(({ key }) => key),
    ]);
  return JSON.stringify(keys(read.plan)) !== JSON.stringify(keys(plan));
}
