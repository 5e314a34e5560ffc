import { blockRange } from '../../sheet/layout/block.ts';
import { readCard } from '../../sheet/plan/metadata-block.ts';
import { log } from '../history/change-log.ts';
import { keepUndo } from '../history/undo-entry.ts';
import { keepLongNote } from '../plan-store/chunked-property.ts';
import { cardText, findPlans, planNote } from '../plan-store/find-plans.ts';
import { buildShared } from '../plan-store/shared-sheets.ts';
import type { SheetKey } from '../plan-store/staged-sheet.ts';
import type { World } from '../ports/context.ts';
import { setForm } from './convert-formulas.ts';
import { freezePlan } from './freeze-plan.ts';
import {
  type CellsToUpdate,
  dropPendingChange,
  keepPendingChange,
  type PendingChange,
} from './pending-change.ts';
import { standUp } from './publish-sheet.ts';

/** Notes what is to be done, and does it. */
export function carryOut(change: PendingChange, world: World): void {
  keepPendingChange(change, world.book);
  applyPendingChange(change, world);
}

/** Does what was noted. Cut off anywhere, it is done again from the start, with the same end. */
export function applyPendingChange(change: PendingChange, world: World): void {
  const { book } = world;
  const { key, lines, language, undo } = change;
  apply(change, world);
  log(lines, buildShared(language, book).log, book);
  notePlan(key, change.is === 'update' ? change.card : null, world);
  if (undo) keepUndo(undo, book);
  book.settle();
  dropPendingChange(key, book);
}

function apply(change: PendingChange, world: World): void {
  const { key } = change;
  switch (change.is) {
    case 'build':
      standUp(key, change.stand, world.book);
      if (change.freeze !== null) freezePlan(change.freeze, world);
      return;
    case 'update':
      updateCells(key, change, world);
      return;
    case 'convert':
      setForm(key, change.native, world);
      return;
    case 'freeze':
      freezePlan(key, world);
  }
}

/** What a plan was when it was last written, for the day its sheet is gone. */
function notePlan(key: SheetKey, card: string | null, world: World): void {
  const area = world.book.names().find(({ name }) => name === blockRange(key, 'card'));
  const text = card ?? (area ? cardText(world.book.values(area.sheet, area)) : '');
  if (readCard(text)) keepLongNote(planNote(key), text, world.book);
}

function updateCells(key: SheetKey, { cells, card }: CellsToUpdate, world: World): void {
  const plan = findPlans(world).plans.find(({ id }) => id === key);
  if (!plan) return;
  plan.update(cells);
  if (card !== '') plan.writeCard(card);
  world.book.settle();
}
