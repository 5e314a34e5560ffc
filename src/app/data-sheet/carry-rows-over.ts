import { firstDay } from '../../plan/calendar/calendar.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { segmentKeys } from '../../sheet/data/feed-columns.ts';
import { type TypedValues, typedAt } from '../../sheet/layout/sheet-input.ts';
import type { Context } from '../ports/context.ts';
import { checkpointNote, readCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { dataArea } from './data-range.ts';
import { dayInputs, mergeDayLines } from './day-lines.ts';
import { ensureDaysBlock, readDays, writeDays } from './days-block.ts';
import type { DataRow, RowBatch } from './merge-rows.ts';
import { readDataRows } from './read-write-rows.ts';

/**
 * Carries what a sheet of layout 1 or 2 reads as rows over to the sheet of days, without asking
 * anybody: who brings the plan up to date may not be allowed to ask. The rows stay where they are
 * until the next refresh.
 */
export function carryRowsOver(plan: Plan, typed: TypedValues, context: Context): void {
  const { spreadsheet } = context;
  const data = dataArea(plan.id, spreadsheet);
  const area = ensureDaysBlock(plan, spreadsheet);
  const state = readCheckpoint(spreadsheet.note(checkpointNote(plan.id)));
  const first = firstDay(plan.quarter);
  const all = { since: first, until: first, whole: true };
  const rows = data ? readDataRows(plan, data, all, state.counts, spreadsheet).rows : [];
  const names = segmentKeys.map((key) => String(typedAt({ typed }, 'split', key, 'title') ?? ''));
  const inputs = dayInputs(plan, context);
  const lines = mergeDayLines(plan, inputs, new Map(), batchesOf(rows, first), () => names);
  writeDays(plan, readDays(plan, area, spreadsheet), lines, 0, spreadsheet);
  const shown = new Set(names.map((name) => name.toLowerCase()));
  const accounts = Object.entries(state.accounts).map(([id, account]) => {
    const hidden = rows.filter(
      (row) => row.account === id && row.segment !== '' && !shown.has(row.segment.toLowerCase()),
    );
    return [id, { ...account, folded: [...new Set(hidden.map(({ input }) => input))] }] as const;
  });
  // What was noted of an earlier block says nothing of this one.
  const { days: _, ...known } = state;
  saveCheckpoint(plan.id, { ...known, accounts: Object.fromEntries(accounts) }, spreadsheet);
}

/** All rows of an account, as if it had just brought them. */
function batchesOf(rows: readonly DataRow[], from: number): RowBatch[] {
  const accounts = [...new Set(rows.map(({ account }) => account))];
  return accounts.map((account) => {
    const own = rows.filter((row) => row.account === account);
    return { account, source: own[0]?.source ?? '', from, rows: own };
  });
}
