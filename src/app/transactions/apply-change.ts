import { blockRange } from '../../sheet/layout/block.ts';
import { readCard } from '../../sheet/plan/metadata-block.ts';
import { log } from '../history/change-log.ts';
import { keepUndo } from '../history/undo-entry.ts';
import { keepLongNote } from '../plan-store/chunked-property.ts';
import { cardText, findPlans, planNote } from '../plan-store/find-plans.ts';
import { readStanding } from '../plan-store/read-plan-sheet.ts';
import { buildShared } from '../plan-store/shared-sheets.ts';
import type { SheetKey } from '../plan-store/staged-sheet.ts';
import { writeCard, writeChanges } from '../plan-store/update-cells.ts';
import type { World } from '../ports/context.ts';
import { setForm } from './convert-formulas.ts';
import { freezePlan } from './freeze-plan.ts';
import { dropJournal, type Journal } from './pending-change.ts';
import { standUp } from './publish-sheet.ts';

/** Does what a journal says. Cut off anywhere, it is done again from the start, with the same end. */
export function carryOut(journal: Journal, world: World): void {
  const { book } = world;
  const { key, stand, cells, card, native, freeze, lines, language, undo } = journal;
  if (stand) standUp(key, stand, book);
  if (cells.length > 0 || (card !== null && !stand)) changeCells(journal, world);
  if (native !== null) setForm(key, native, world);
  if (freeze !== null) freezePlan(freeze, world);
  log(lines, buildShared(language, book).log, book);
  notePlan(key, card, world);
  if (undo) keepUndo(undo, book);
  book.settle();
  dropJournal(key, book);
}

/** What a plan was when it was last written, for the day its sheet is gone. */
function notePlan(key: SheetKey, card: string | null, world: World): void {
  const area = world.book.names().find(({ name }) => name === blockRange(key, 'card'));
  const text = card ?? (area ? cardText(world.book.values(area.sheet, area)) : '');
  if (readCard(text, world.sources)) keepLongNote(planNote(key), text, world.book);
}

function changeCells({ key, cells, card }: Journal, world: World): void {
  const plan = findPlans(world).plans.find(({ id }) => id === key);
  if (!plan) return;
  writeChanges(readStanding(plan, world).blocks, cells, world.book);
  if (card !== null) writeCard(plan.areas, card, world.book);
  world.book.settle();
}
