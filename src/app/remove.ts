import { departmentOf } from '../templates/department-facts.ts';
import { exclusively } from './before-writing.ts';
import { fieldOf } from './checked.ts';
import { unfinishedKey } from './fresh-sheet.ts';
import { Problem } from './problem.ts';
import { recover } from './recover.ts';
import type { World } from './world.ts';

/** What the product keeps in a spreadsheet begins so: names of areas, and notes. */
const ownName = /^(?:.+!)?KPI_(?:[a-z0-9]{6}|data|log|dept_\d{4}q\d{1,2})_[a-z_]+$/;
const ownNote = /^(?:journal|plan|undo)(?:\.|$)/;

/** Deletes what the product keeps in this spreadsheet; its sheets only where that is asked for. */
export function removeEverything(request: unknown, world: World): { readonly done: string } {
  const { book, say } = world;
  const withSheets = fieldOf(request, 'sheets') === true;
  return exclusively(world, () => {
    recover(world);
    if (!book.mayChange(null)) throw new Problem(say.mayNotAdd);
    const names = book.names().filter(({ name }) => ownName.test(name) || departmentOf(name));
    const sheets = withSheets ? new Set(names.map(({ sheet }) => sheet)) : new Set<number>();
    const { gone, kept } = deleteSheets(sheets, world);
    for (const { name } of names) book.removeName(name);
    for (const key of Object.keys(book.notes())) if (ownNote.test(key)) book.keepNote(key, null);
    const done = withSheets ? say.removedAll(gone) : say.removed;
    return { done: kept === 0 ? done : `${done} ${say.removeKept(kept)}` };
  });
}

/** A spreadsheet keeps one sheet that can be seen, and nobody deletes what is protected. */
function deleteSheets(
  wanted: ReadonlySet<number>,
  { book }: World,
): { gone: number; kept: number } {
  let gone = 0;
  for (const { id, name } of book.sheets()) {
    if (!wanted.has(id) && unfinishedKey(name) === null) continue;
    const visible = book.sheets().some((other) => other.id !== id && !other.hidden);
    if (!wanted.has(id) || !visible || !book.mayChange(id)) continue;
    book.deleteSheet(id);
    gone += 1;
  }
  return { gone, kept: wanted.size - gone };
}
