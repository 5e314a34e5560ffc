import { type BlockName, blockRange } from '../../sheet/layout/block.ts';
import type { SheetBlock } from '../../sheet/layout/found-blocks.ts';
import type { PlanMetadata } from '../../sheet/plan/metadata-block.ts';
import { cardOf, planAlone } from '../plan-store/find-plan.ts';
import {
  type KnownPlaces,
  placesOf,
  type SheetAsWritten,
  sheetAsWritten,
} from '../plan-store/known-places.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import type { Context } from '../ports/context.ts';
import type { AccountResult } from './source-result.ts';

/** A plan's own sheet as a run finds it. */
export interface OwnSheet {
  readonly metadata: PlanMetadata;
  /** Where all is here and nothing of the sheet is another than it was written. */
  readonly written: SheetAsWritten | null;
  /** Else what there may be something to say of. */
  readonly doubtful: (() => PlanSheet) | null;
  /** To be noted for the next run. */
  readonly places: KnownPlaces | undefined;
}

/**
 * Once everything is here, all of the sheet is looked at: where it is as it was written, one look says
 * where everything stands; else its parts are looked up by their names. `null`: its card is gone.
 */
export function ownSheet(
  id: string,
  results: readonly AccountResult[],
  known: KnownPlaces | undefined,
  context: Context,
): OwnSheet | null {
  const { spreadsheet } = context;
  const over = results.every((each) => each.over);
  const card = spreadsheet.area(blockRange(id, 'card'));
  const written = card && over ? sheetAsWritten(id, card, known, context) : null;
  if (written) return { metadata: written.card, written, doubtful: null, places: known };
  const metadata = cardOf(card ?? undefined, context);
  if (!metadata) return null;
  const found = over && !metadata.frozen ? planAlone(id, metadata, context) : null;
  const doubtful = () => found ?? planAlone(id, metadata, context);
  const places = found ? (placesOf(found, spreadsheet) ?? undefined) : known;
  return { metadata, written, doubtful, places };
}

export const blockIn = ({ blocks }: SheetAsWritten, name: BlockName): SheetBlock | null =>
  blocks.find(({ block }) => block === name) ?? null;
