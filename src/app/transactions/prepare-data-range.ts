import type { Plan } from '../../plan/model/plan.ts';
import { refreshedColumns } from '../../sheet/data/feed-columns.ts';
import type { TypedValues } from '../../sheet/layout/sheet-input.ts';
import { dataArea, ensureDataBlock } from '../data-sheet/data-range.ts';
import type { Spreadsheet } from '../ports/spreadsheet.ts';

/**
 * Makes sure that the rows are there which a plan's sheet reads, before it is drawn: a formula that
 * speaks of a name nobody knows stays wrong. Where there are no rows, nothing is covered either.
 */
export function readyFor(plan: Plan, typed: TypedValues, spreadsheet: Spreadsheet): TypedValues {
  if (plan.feeds.length === 0) return typed;
  const before = dataArea(plan.id, spreadsheet);
  ensureDataBlock(plan, spreadsheet);
  const empty = !before || before.rows <= 2;
  return empty ? withoutCoverage(typed, () => true) : typed;
}

/** What was typed, and how far inputs are, but for inputs of which that is not known any more. */
export function withoutCoverage(typed: TypedValues, gone: (input: string) => boolean): TypedValues {
  const { feeds } = typed;
  if (!feeds) return typed;
  const columns: readonly string[] = refreshedColumns;
  const rows = Object.entries(feeds).map(([row, cells]) => {
    // Rates stand beside the table; they are people's own.
    if (row.startsWith('.') || !gone(row)) return [row, cells] as const;
    const kept = Object.entries(cells).filter(([column]) => !columns.includes(column));
    return [row, Object.fromEntries(kept)] as const;
  });
  return { ...typed, feeds: Object.fromEntries(rows) };
}
