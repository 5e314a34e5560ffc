import { layoutVersion, type Plan } from '../../plan/model/plan.ts';
import { cleanText } from '../../plan/validation/field-reader.ts';
import { blockRange } from '../../sheet/layout/block.ts';
import { blockOf } from '../../sheet/plan/blocks.ts';
import { labelChanges } from '../../sheet/plan/cell-changes.ts';
import { parseMetadata } from '../../sheet/plan/metadata-block.ts';
import { factsFor, metadataFor, type SheetState, stateOf } from '../../sheet/plan/plan-facts.ts';
import { fieldOf } from '../../sources/json.ts';
import type { Built } from '../api/plan-api.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { nothingCovered, writeCoverage } from '../data-sheet/coverage.ts';
import { ensureDataBlock } from '../data-sheet/data-range.ts';
import { ensureDaysBlock } from '../data-sheet/days-block.ts';
import { deedLine, log } from '../history/history.ts';
import { keepLongNote } from '../plan-store/chunked-property.ts';
import { checkMayChange, metadataText, planNote } from '../plan-store/find-plan.ts';
import { type CopiedPlan, findPlans } from '../plan-store/find-plans.ts';
import {
  type ReadPlan,
  readPlanSheet,
  writeCellChanges,
  writeMetadata,
} from '../plan-store/plan-sheet.ts';
import { writeOwnFormulas } from '../plan-store/rewrite-formulas.ts';
import { buildShared } from '../plan-store/shared-sheets.ts';
import { freeTitle, planTitle } from '../plan-store/sheet-title.ts';
import type { Context } from '../ports/context.ts';
import { recover } from '../transactions/pending-change.ts';
import { planStart } from './list-plans.ts';

const mostLetters = 100;

/**
 * Makes a copied sheet a plan of its own, where it stands: it gets an id, names and metadata of its
 * own, and keeps everything anybody has added to it. Cut off, it is done again with the same id.
 */
export function adoptCopy(request: unknown, context: Context): Built {
  const { say } = context;
  const id = fieldOf(request, 'sheet');
  const asked = fieldOf(request, 'name');
  const name = typeof asked === 'string' ? cleanText(asked.slice(0, mostLetters * 2)) : '';
  if (name === '' || name.length > mostLetters) throw new Problem(say.copyNeedsName, 'name');
  const plan = exclusively(context, () => {
    recover(context);
    const copy = findPlans(context).copies.find(({ sheet }) => sheet.id === id);
    if (!copy) throw new Problem(say.copyGone);
    checkMayChange(copy.sheet, context);
    return adopt(copy, name, context);
  });
  const start = planStart(context);
  const sheet = start.plans.find((each) => each.id === plan)?.sheet ?? '';
  return { plan, sheet, start, note: '' };
}

/** The copy has been reading the rows of the other plan; it gets rows of its own, still to be fetched. */
function readOwnRows(plan: Plan, state: SheetState, read: ReadPlan, context: Context): void {
  const { spreadsheet } = context;
  ensureDataBlock(plan, spreadsheet);
  ensureDaysBlock(plan, spreadsheet);
  const feeds = read.blocks.find(({ block }) => block === 'feeds');
  const nothing = plan.feeds.map(({ input }) => [input, nothingCovered] as const);
  if (feeds) writeCoverage(feeds, new Map(nothing), spreadsheet);
  writeOwnFormulas(factsFor(plan, state, read.typed, context), read.blocks, spreadsheet);
  spreadsheet.settle();
}

function adopt({ sheet, of, areas }: CopiedPlan, name: string, context: Context): string {
  const { spreadsheet, say } = context;
  const area = areas.get('card');
  const metadata = parseMetadata(
    area ? metadataText(spreadsheet.values(sheet.id, area)) : '',
    context.sources,
  );
  if (!metadata) throw new Problem(say.copyGone);
  if (metadata.layout > layoutVersion) throw new Problem(say.newer({ name: sheet.name }));
  // A run that was cut off has given it an id already.
  const id = metadata.plan.id === of ? spreadsheet.newId() : metadata.plan.id;
  const read = readPlanSheet({ areas, card: metadata }, context);
  const plan = { ...read.plan, id, name, after: null, agreed: null };
  const state = { ...stateOf(metadata), revision: 1 };
  const [before, after] = [
    context.versions.blocks(read.plan, metadata),
    context.versions.blocks(plan, metadata),
  ];
  writeCellChanges(read.blocks, labelChanges(read.blocks, before, after), spreadsheet);
  writeMetadata(areas, metadataFor(plan, state), spreadsheet);
  spreadsheet.settle();
  // What was closed shows what it was closed with; an older one is written when it is brought up to date.
  const computes = !state.frozen && state.layout === layoutVersion;
  if (plan.feeds.length > 0 && computes) readOwnRows(plan, state, read, context);
  for (const [block, each] of areas) spreadsheet.setName(blockRange(id, block), sheet.id, each);
  spreadsheet.renameSheet(sheet.id, freeTitle(planTitle(plan), spreadsheet.sheets(), sheet.id));
  const sheetOfLog = buildShared('log', plan.language, spreadsheet);
  log([deedLine('adopted', plan, 1, { before: sheet.name }, context)], sheetOfLog, spreadsheet);
  keepLongNote(planNote(id), metadataFor(plan, state), spreadsheet);
  // Last: as long as it has the names of a copy, it is offered as one. They follow its title.
  for (const each of spreadsheet.names()) {
    if (each.sheet === sheet.id && blockOf(each.name)?.onCopy) spreadsheet.removeName(each.name);
  }
  return id;
}
