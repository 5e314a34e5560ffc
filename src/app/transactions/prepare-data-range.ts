import type { Plan } from '../../plan/model/plan.ts';
import { refreshedColumns } from '../../sheet/data/feed-columns.ts';
import type { TypedValues } from '../../sheet/layout/sheet-input.ts';
import { carryRowsOver } from '../data-sheet/carry-rows-over.ts';
import { dataArea, emptyRows, ensureDataBlock } from '../data-sheet/data-range.ts';
import { dayInputs } from '../data-sheet/day-lines.ts';
import { daysArea, ensureDaysBlock, readsDays } from '../data-sheet/days-block.ts';
import type { Context } from '../ports/context.ts';

/**
 * Makes sure that the rows and days are there which a plan's sheet reads, before it is drawn: a
 * formula that speaks of a name nobody knows stays wrong. Where there are none, nothing is covered
 * either. `layout` is that of the sheet whose place it takes, if it takes one's.
 */
export function readyFor(
  plan: Plan,
  typed: TypedValues,
  layout: number | null,
  context: Context,
): TypedValues {
  if (plan.feeds.length === 0) return typed;
  const { spreadsheet } = context;
  const isEmpty = (area: { readonly rows: number } | null) => !area || area.rows <= emptyRows;
  const rows = isEmpty(dataArea(plan.id, spreadsheet));
  ensureDataBlock(plan, spreadsheet);
  if (layout !== null && !readsDays(layout)) {
    carryRowsOver(plan, typed, context);
    return rows ? withoutCoverage(typed, () => true) : typed;
  }
  const days = isEmpty(daysArea(plan.id, spreadsheet));
  ensureDaysBlock(plan, spreadsheet);
  if (!rows && !days) return typed;
  const gone = dayInputs(plan, context).filter(({ daily }) => (daily ? days : rows));
  return withoutCoverage(typed, (input) => gone.some(({ key }) => key === input));
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
