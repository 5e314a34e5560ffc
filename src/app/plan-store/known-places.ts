import { layoutVersion } from '../../plan/model/plan.ts';
import { changedBlocks } from '../../sheet/integrity/fingerprint.ts';
import { damageMarks } from '../../sheet/integrity/plan-damage.ts';
import type { BlockName } from '../../sheet/layout/block.ts';
import type { Rectangle } from '../../sheet/layout/drawing.ts';
import { cut, hull, type SheetBlock, standing } from '../../sheet/layout/found-blocks.ts';
import { blockList, blocksOf } from '../../sheet/plan/blocks.ts';
import type { PlanMetadata } from '../../sheet/plan/metadata-block.ts';
import type { Context } from '../ports/context.ts';
import type { NamedArea, SheetArea, Spreadsheet } from '../ports/spreadsheet.ts';
import { metadataText } from './find-plan.ts';
import type { PlanSheet } from './plan-sheet.ts';

/** Row, column, rows, columns. */
type Place = readonly [number, number, number, number];

/**
 * Where a plan's blocks stood when they were last looked up by their names, each of which costs calls.
 * What stands there now has to say itself that it is still what was written: see `sheetAsWritten`.
 */
export interface KnownPlaces {
  readonly blocks: Readonly<Partial<Record<BlockName, Place>>>;
  /** How many names there were on the sheet: where one is gone or new, all are looked up again. */
  readonly names: number;
}

/** A plan's own sheet, as it was written, formula by formula, where it stood last. */
export interface SheetAsWritten {
  readonly card: PlanMetadata;
  readonly blocks: readonly SheetBlock[];
  /** All of its blocks. */
  readonly area: SheetArea;
}

/** To be noted; `null` where a block is gone, or stands on another sheet. */
export function placesOf({ card, areas }: PlanSheet, spreadsheet: Spreadsheet): KnownPlaces | null {
  const wanted = blocksOf(card.plan, card.layout);
  const found = wanted.flatMap(({ name }) => areas.get(name) ?? []);
  const [first] = found;
  if (!first || found.length < wanted.length) return null;
  if (found.some(({ sheet }) => sheet !== first.sheet)) return null;
  const blocks = wanted.flatMap(({ name }) => {
    const area = areas.get(name);
    return area ? [[name, [area.row, area.column, area.rows, area.columns]] as const] : [];
  });
  return { blocks: Object.fromEntries(blocks), names: spreadsheet.namesOn(first) };
}

/** What was noted; whatever it is, nothing is taken from it that the sheet does not confirm. */
function rectanglesIn(known: unknown): ReadonlyMap<BlockName, Rectangle> {
  const noted: unknown = (known as Partial<KnownPlaces> | null | undefined)?.blocks;
  const entries = blockList.flatMap(({ name }) => {
    const place: unknown = (noted as Record<string, unknown> | null | undefined)?.[name];
    if (!Array.isArray(place) || place.length !== 4) return [];
    if (!place.every((each) => Number.isInteger(each) && each > 0)) return [];
    const [row, column, rows, columns] = place as unknown as Place;
    return [[name, { row, column, rows, columns }] as const];
  });
  return new Map(entries);
}

/**
 * The sheet of a plan at one look, where it stands where it stood last and nothing of it is another
 * than it was written: all its keys, formulas and days, and no mark of damage. Else `null`: then its
 * blocks are to be looked up by their names, which also tells what is wrong.
 */
export function sheetAsWritten(
  id: string,
  card: NamedArea,
  known: KnownPlaces | undefined,
  { spreadsheet, versions }: Context,
): SheetAsWritten | null {
  const places = rectanglesIn(known);
  if (!known || places.size === 0 || spreadsheet.namesOn(card) !== known.names) return null;
  const around = hull([...places.values()]);
  const area = spreadsheet.part(card, around);
  const values = area && spreadsheet.values(area, area);
  const own = places.get('card');
  if (!area || !values || !own) return null;
  const metadata = versions.metadata(metadataText(cut(values, around, own)));
  if (!metadata?.prints || metadata.plan.id !== id || metadata.frozen) return null;
  if (metadata.layout !== layoutVersion) return null;
  const wanted = blocksOf(metadata.plan);
  if (wanted.length !== places.size || !wanted.every(({ name }) => places.has(name))) return null;
  const formulas = spreadsheet.formulas(area, area);
  const blocks = [...places].map(([block, place]) => {
    const on = {
      ...place,
      name: block,
      get sheet() {
        return area.sheet;
      },
    };
    const found = standing(block, on, cut(values, around, place));
    return Object.assign(found, { formulas: cut(formulas, around, place) });
  });
  const isWhole =
    changedBlocks(metadata.prints, blocks).length === 0 &&
    damageMarks(blocks, metadata.plan, []).length === 0;
  return isWhole ? { card: metadata, blocks, area } : null;
}
