import { layoutVersion, type Plan } from '../../plan/model/plan.ts';
import { cleanText } from '../../plan/validation/field-reader.ts';
import { blockOf, blockRange } from '../../sheet/layout/block.ts';
import { labelChanges } from '../../sheet/plan/cell-changes.ts';
import { readCard } from '../../sheet/plan/metadata-block.ts';
import { cardFor, factsFor, type SheetState, stateOf } from '../../sheet/plan/plan-facts.ts';
import type { Built } from '../api/plan-api.ts';
import { fieldOf } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { nothingCovered, writeCoverage } from '../data-sheet/coverage.ts';
import { ensureDataBlock } from '../data-sheet/data-range.ts';
import { deedLine, log } from '../history/history.ts';
import { keepLongNote } from '../plan-store/chunked-property.ts';
import {
  type CopiedPlan,
  cardText,
  checkMayChange,
  findPlans,
  planNote,
} from '../plan-store/find-plans.ts';
import { type ReadPlan, readPlanSheet, writeCard, writeChanges } from '../plan-store/plan-sheet.ts';
import { writeOwnFormulas } from '../plan-store/rewrite-formulas.ts';
import { buildShared } from '../plan-store/shared-sheets.ts';
import { freeTitle, planTitle } from '../plan-store/sheet-title.ts';
import type { World } from '../ports/context.ts';
import { recover } from '../transactions/pending-change.ts';
import { planStart } from './list-plans.ts';

const mostLetters = 100;

/**
 * Makes a copied sheet a plan of its own, where it stands: it gets an id, names and a card of its
 * own, and keeps everything anybody has added to it. Cut off, it is done again with the same id.
 */
export function adoptCopy(request: unknown, world: World): Built {
  const { say } = world;
  const id = fieldOf(request, 'sheet');
  const asked = fieldOf(request, 'name');
  const name = typeof asked === 'string' ? cleanText(asked.slice(0, mostLetters * 2)) : '';
  if (name === '' || name.length > mostLetters) throw new Problem(say.copyNeedsName, 'name');
  const plan = exclusively(world, () => {
    recover(world);
    const copy = findPlans(world).copies.find(({ sheet }) => sheet.id === id);
    if (!copy) throw new Problem(say.copyGone);
    checkMayChange(copy.sheet, world);
    return adopt(copy, name, world);
  });
  const start = planStart(world);
  const sheet = start.plans.find((each) => each.id === plan)?.sheet ?? '';
  return { plan, sheet, start, note: '' };
}

/** The copy has been reading the rows of the other plan; it gets rows of its own, still to be fetched. */
function readOwnRows(plan: Plan, state: SheetState, read: ReadPlan, world: World): void {
  const { book } = world;
  ensureDataBlock(plan, book);
  const feeds = read.blocks.find(({ block }) => block === 'feeds');
  const nothing = plan.feeds.map(({ input }) => [input, nothingCovered] as const);
  if (feeds) writeCoverage(feeds, new Map(nothing), book);
  writeOwnFormulas(factsFor(plan, state, read.typed, world), read.blocks, book);
  book.settle();
}

function adopt({ sheet, of, areas }: CopiedPlan, name: string, world: World): string {
  const { book, say } = world;
  const area = areas.get('card');
  const card = readCard(area ? cardText(book.values(sheet.id, area)) : '', world.sources);
  if (!card) throw new Problem(say.copyGone);
  if (card.layout > layoutVersion) throw new Problem(say.newer(sheet.name));
  // A run that was cut off has given it an id already.
  const id = card.plan.id === of ? book.newId() : card.plan.id;
  const read = readPlanSheet({ areas, card }, world);
  const plan = { ...read.plan, id, name, after: null, agreed: null };
  const state = { ...stateOf(card), revision: 1 };
  const [before, after] = [world.layouts.of(read.plan, card), world.layouts.of(plan, card)];
  writeChanges(read.blocks, labelChanges(read.blocks, before, after), book);
  writeCard(areas, cardFor(plan, state), book);
  book.settle();
  if (plan.feeds.length > 0) readOwnRows(plan, state, read, world);
  for (const [block, each] of areas) book.setName(blockRange(id, block), sheet.id, each);
  book.renameSheet(sheet.id, freeTitle(planTitle(plan), book.sheets(), sheet.id));
  const shared = buildShared(plan.language, book);
  log([deedLine('adopted', plan, 1, { before: sheet.name }, world)], shared.log, book);
  keepLongNote(planNote(id), cardFor(plan, state), book);
  // Last: as long as it has the names of a copy, it is offered as one. They follow its title.
  for (const each of book.names()) {
    if (each.sheet === sheet.id && blockOf(each.name)?.onCopy) book.removeName(each.name);
  }
  return id;
}
