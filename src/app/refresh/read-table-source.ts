import { firstDay, lastDay, weekParts } from '../../plan/calendar/calendar.ts';
import type { Account } from '../../plan/model/feeds.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { plain } from '../../sheet/layout/read-cells.ts';
import type { Cells, CellsRead } from '../../sources/define-source.ts';
import type { Trouble, Wanted } from '../../sources/source.ts';
import { digestByDay, firstChangedDay } from '../../sources/table/digest.ts';
import { assignmentOf } from '../../sources/window.ts';
import { type AccountState, hashOf, keptTrouble, ofThisMapping } from '../data-sheet/checkpoint.ts';
import type { Coverage } from '../data-sheet/coverage.ts';
import type { World } from '../ports/context.ts';
import type { AccountResult, Moment } from './source-result.ts';

/** What a plan takes from a table. */
export function wantedOf(plan: Plan, account: Account): readonly Wanted[] {
  const slice = { from: firstDay(plan.quarter), to: lastDay(plan.quarter) };
  return assignmentOf({ plan, account, slice, window: slice })?.wanted ?? [];
}

/** Reads a table of the spreadsheet as it stands; `null` where its tab is gone. */
export function readTableOf(plan: Plan, account: Account, source: Cells, world: World): CellsRead {
  const { book, outside } = world;
  const sheet = book.sheets().find(({ id }) => id === source.tab(account));
  if (!sheet) return { trouble: { kind: 'tableGone', detail: account.name } };
  const cells = book.values(sheet.id, book.used(sheet.id)).map((row) => row.map(plain));
  return source.read({
    cells,
    account,
    wanted: wantedOf(plan, account),
    parts: weekParts(plan.quarter, plan.circumstances.weekStart),
    yesterday: outside.dayIn(outside.zone(), outside.nowMs()) - 1,
  });
}

/** A table is read whole each time; only days from the first one that changed are written again. */
export function refreshTable(
  plan: Plan,
  account: Account,
  source: Cells,
  before: AccountState,
  moment: Moment,
  world: World,
): AccountResult {
  const hash = hashOf(account, plan);
  const known = ofThisMapping(before, hash);
  const read = readTableOf(plan, account, source, world);
  const failed = (trouble: Trouble) => keptTrouble(trouble, known.trouble, moment.ms);
  const base = { account, hash, over: true };
  if ('trouble' in read) {
    const state = { ...known, trouble: failed(read.trouble) };
    return { ...base, brought: null, coverage: new Map(), state };
  }
  const digests = digestByDay(read.rows);
  const same = known.fetchedMs !== null && known.digests !== '';
  const first = firstDay(plan.quarter);
  const from = same ? firstChangedDay(known.digests, digests) : first;
  const coverage = new Map(
    Object.entries(read.coverage).map(([input, days]): [string, Coverage] => [
      input,
      {
        from: days?.from ?? null,
        through: days?.to ?? null,
        settled: days?.to ?? null,
        updated: moment.serial,
        trust: '',
      },
    ]),
  );
  return {
    ...base,
    brought:
      from === null ? null : { account: account.id, source: account.source, from, rows: read.rows },
    coverage,
    state: {
      hash,
      digests,
      fetchedMs: moment.ms,
      sliceDays: null,
      trust: null,
      quota: null,
      through: read.covered?.to ?? null,
      settled: read.covered?.to ?? null,
      trouble: read.short && failed(read.short),
    },
  };
}
