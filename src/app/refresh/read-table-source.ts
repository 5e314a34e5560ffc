import { firstDay, lastDay, weekParts } from '../../plan/calendar/calendar.ts';
import type { Account } from '../../plan/model/feeds.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { whereFrom } from '../../sheet/data/feed-words.ts';
import { columnLetters } from '../../sheet/layout/cell-addresses.ts';
import { meaningOf } from '../../sheet/layout/computed-value.ts';
import type { Rectangle } from '../../sheet/layout/drawing.ts';
import type { CellDelivery, CellsRead } from '../../sources/define-source.ts';
import type { InputRequest, SourceError } from '../../sources/source.ts';
import type { TableLook } from '../../sources/table/cells.ts';
import { digestByDay, firstChangedDay } from '../../sources/table/digest.ts';
import type { TableRead } from '../../sources/table/read-table.ts';
import { sayProblem } from '../../sources/table/say.ts';
import { assignmentOf } from '../../sources/window.ts';
import {
  type AccountCheckpoint,
  mappingHash,
  ofThisMapping,
  ongoingError,
} from '../data-sheet/checkpoint.ts';
import type { Coverage } from '../data-sheet/coverage.ts';
import { isComputing, patience, readAnswered } from '../plan-store/answered-cells.ts';
import type { Context } from '../ports/context.ts';
import type { SheetInfo, Spreadsheet } from '../ports/spreadsheet.ts';
import { wordsFor } from './error-messages.ts';
import type { AccountResult, Moment } from './source-result.ts';

/**
 * Why an input is known less far than its table goes, else which results are not counted in it, as
 * the sheet says it beside it; `''` where all is well.
 */
function trustInWords(
  input: string,
  { shortOf, otherKinds }: Pick<TableRead, 'shortOf' | 'otherKinds'>,
  account: Account,
  { language }: Plan,
  { sources }: Context,
): string {
  const why = shortOf[input];
  const other = otherKinds[input];
  if (!why) return other ? sayProblem(other, language) : '';
  const { what } = wordsFor(why, sources.of(account), language);
  return what({ where: whereFrom(account, language, sources), detail: why.detail });
}

/** What a plan takes from a table. */
function wantedOf(plan: Plan, account: Account): readonly InputRequest[] {
  const slice = { from: firstDay(plan.quarter), to: lastDay(plan.quarter) };
  return assignmentOf({ plan, account, slice, window: slice })?.wanted ?? [];
}

/** The first cell that is still being computed, as people call it; a part of a table is no table. */
function firstComputing(cells: readonly (readonly unknown[])[]): string | null {
  for (const [down, line] of cells.entries()) {
    const across = line.findIndex((value) => meaningOf(value) === 'pending');
    if (across >= 0) return `${columnLetters(across + 1)}${down + 1}`;
  }
  return null;
}

/** Reads a table of the spreadsheet as it stands; `null` where its tab is gone. */
export function readTableOf(
  plan: Plan,
  account: Account,
  source: CellDelivery,
  context: Context,
): CellsRead {
  const { spreadsheet, services } = context;
  const tab = source.tab(account);
  const sheet = tab === null ? null : spreadsheet.sheet(tab);
  if (!sheet) return { trouble: { kind: 'tableGone', detail: account.name } };
  const used = spreadsheet.used(sheet.id);
  const cells = readAnswered(
    () => spreadsheet.tableCells(used, used),
    isComputing,
    patience.table,
    context,
  );
  const waits = firstComputing(cells);
  if (waits !== null) return { trouble: { kind: 'computing', detail: waits } };
  return source.read({
    cells,
    look: lookAt(sheet, used, spreadsheet),
    account,
    wanted: wantedOf(plan, account),
    parts: weekParts(plan.quarter, plan.circumstances.weekStart),
    yesterday: services.dayIn(services.zone(), services.nowMs()) - 1,
  });
}

/** What else a tab tells of its columns, each asked about once at most. */
function lookAt(sheet: SheetInfo, used: Rectangle, spreadsheet: Spreadsheet): TableLook {
  const known = new Map<number, readonly string[]>();
  const { id } = sheet;
  const below = (column: number) => ({
    row: 1,
    column: column + 1,
    rows: used.rows,
    columns: 1,
  });
  return {
    get tab() {
      return sheet.name;
    },
    joined: (column) =>
      spreadsheet.joined(id, below(column)).flatMap((area) =>
        // Only the first cell of an area holds what all of it shows.
        area.column === column + 1 ? [{ row: area.row - 1, rows: area.rows }] : [],
      ),
    formats(column) {
      const formats = known.get(column) ?? spreadsheet.formats(id, below(column)).flat();
      known.set(column, formats);
      return formats;
    },
  };
}

/** A table is read whole each time; only days from the first one that changed are written again. */
export function refreshTable(
  plan: Plan,
  account: Account,
  source: CellDelivery,
  before: AccountCheckpoint,
  /** All of it is to come again, to choose anew which segments are shown. */
  anew: boolean,
  moment: Moment,
  context: Context,
): AccountResult {
  const hash = mappingHash(account, plan);
  const known = ofThisMapping(before, hash);
  const read = readTableOf(plan, account, source, context);
  const failed = (error: SourceError) => ongoingError(error, known.trouble, moment.ms);
  const base = { account, hash, over: true };
  if ('trouble' in read) {
    const state = { ...known, trouble: failed(read.trouble) };
    return { ...base, batch: null, coverage: new Map(), state };
  }
  const digests = digestByDay(read.rows);
  const same = !anew && known.fetchedMs !== null && known.digests !== '';
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
        trust: trustInWords(input, read, account, plan, context),
      },
    ]),
  );
  return {
    ...base,
    batch:
      from === null ? null : { account: account.id, source: account.source, from, rows: read.rows },
    whole: from === first,
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
