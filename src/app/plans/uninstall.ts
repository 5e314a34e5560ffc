import { departmentBlockNamed } from '../../sheet/department/blocks.ts';
import { isSharedName } from '../../sheet/layout/shared-sheets.ts';
import { unfinishedKey } from '../../sheet/layout/staged-title.ts';
import { blockNamed } from '../../sheet/plan/blocks.ts';
import { fieldOf } from '../../sources/json.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { forgetCredentials } from '../connect/credentials.ts';
import { planOfData } from '../data-sheet/data-range.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import type { Context } from '../ports/context.ts';
import type { NamedArea } from '../ports/spreadsheet.ts';
import { toldKey } from '../schedule/tell-by-mail.ts';
import { recover } from '../transactions/pending-change.ts';

const ownName =
  /^(?<copy>.+!)?KPI_(?<key>[a-z0-9]{6}|dept_\d{4}q\d{1,2})_(?<part>[a-z]+)(?:_old)?$/;
const ownNote = /^(?:journal|plan|overview|undo|feed|lease|tick|beat|kept)(?:\.|$)/;
/** Whether areas of our sheets are called so, or a sheet as a whole while it is drawn. */
const isPart = (name = ''): boolean =>
  name === 'new' || Boolean(blockNamed(name) ?? departmentBlockNamed(name));

/**
 * The names the product has given. `KPI_budget_month` looks like one and may be the user's: where
 * there is no metadata of that name nor a note of such a plan, it is not ours.
 */
function ownNames({ spreadsheet }: Context): {
  readonly all: NamedArea[];
  readonly sheets: number[];
} {
  const noted = Object.keys(spreadsheet.notes()).map((key) => key.replace(/^plan\./, ''));
  const read = spreadsheet
    .names()
    .map((area) => ({ ...area, is: ownName.exec(area.name)?.groups }));
  const cards = read.filter(({ is }) => is?.part === 'card');
  const keys = [...noted, ...cards.map(({ is }) => is?.key)];
  const shared = read.filter(({ name }) => isSharedName(name));
  const ours = read.filter(({ is }) => isPart(is?.part) && keys.includes(is?.key ?? ''));
  const data = read.filter(({ name }) => keys.includes(planOfData(name) ?? undefined));
  // A block may have been moved to a sheet of the user's, and copies are theirs; cards never move.
  const stand = [...cards.filter(({ is }) => is?.copy === undefined), ...shared];
  return { all: [...ours, ...data, ...shared], sheets: stand.map(({ sheet }) => sheet) };
}

/** Deletes what the product keeps in this spreadsheet; its sheets only where that is asked for. */
export function removeEverything(request: unknown, context: Context): { readonly done: string } {
  const { spreadsheet, say } = context;
  const withSheets = fieldOf(request, 'sheets') === true;
  return exclusively(context, () => {
    recover(context);
    if (!spreadsheet.mayChange(null)) throw new Problem(say.mayNotAdd);
    const accounts = findPlans(context).plans.flatMap(
      ({ card: metadata }) => metadata.plan.accounts,
    );
    const own = ownNames(context);
    const { gone, kept } = deleteSheets(new Set(withSheets ? own.sheets : []), context);
    for (const { name } of own.all) spreadsheet.removeName(name);
    for (const key of Object.keys(spreadsheet.notes()))
      if (ownNote.test(key)) spreadsheet.keepNote(key, null);
    forgetCredentials(accounts, context);
    context.host.forget(toldKey(context.services.file().id));
    context.services.clock.stop();
    const done = withSheets ? say.removedAll({ count: gone }) : say.removed;
    return { done: kept === 0 ? done : `${done} ${say.removeKept({ count: kept })}` };
  });
}

/** A spreadsheet keeps one sheet that can be seen, and nobody deletes what is protected. */
function deleteSheets(
  wanted: ReadonlySet<number>,
  { spreadsheet }: Context,
): { gone: number; kept: number } {
  let gone = 0;
  for (const { id, name } of spreadsheet.sheets()) {
    if (!wanted.has(id) && unfinishedKey(name) === null) continue;
    const visible = spreadsheet.sheets().some((other) => other.id !== id && !other.hidden);
    if (!wanted.has(id) || !visible || !spreadsheet.mayChange(id)) continue;
    spreadsheet.deleteSheet(id);
    gone += 1;
  }
  return { gone, kept: wanted.size - gone };
}
