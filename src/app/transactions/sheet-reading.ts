import { layoutVersion } from '../../plan/model/plan.ts';
import { departmentBlockList, departmentOf } from '../../sheet/department/blocks.ts';
import { departmentTypedIn } from '../../sheet/department/typed.ts';
import { recoveredBlocks } from '../../sheet/integrity/recovered-blocks.ts';
import type { Block, BlockName } from '../../sheet/layout/block.ts';
import type { BlockDefinition } from '../../sheet/layout/block-definition.ts';
import {
  type KeyedValues,
  type TypedPlaces,
  typedByPeople,
} from '../../sheet/layout/carry-typed.ts';
import type { FoundBlock } from '../../sheet/layout/cell-addresses.ts';
import { cut, hull, standing, withUnkeyed } from '../../sheet/layout/found-blocks.ts';
import { blocksByKeys } from '../../sheet/layout/found-by-keys.ts';
import type { ReadValue } from '../../sheet/layout/read-cells.ts';
import type { SheetKey } from '../../sheet/layout/staged-title.ts';
import type { SheetCells } from '../../sheet/layout/stray-cells.ts';
import { blockList, blockOf } from '../../sheet/plan/blocks.ts';
import { readPlan } from '../../sheet/plan/read-plan.ts';
import { longNote } from '../plan-store/chunked-property.ts';
import { metadataText, planNote } from '../plan-store/find-plan.ts';
import { readPlanSheet } from '../plan-store/plan-sheet.ts';
import { areasOn } from '../plan-store/staged-sheet.ts';
import type { Context } from '../ports/context.ts';
import type { NamedArea, Spreadsheet } from '../ports/spreadsheet.ts';

/** A block of a plan's or a department's sheet, with what its cells hold. */
export interface ReadArea extends FoundBlock<string> {
  readonly values: readonly (readonly ReadValue[])[];
}

/** What stands on a sheet that was built for a plan or a department. */
export interface SheetReading {
  readonly found: readonly ReadArea[];
  /** What people typed there, by keys. */
  readonly typed: KeyedValues;
  /** The blocks as they are drawn with nothing typed in; none where that is not known. */
  readonly drawn: readonly Block<string>[];
  /** Whether it was drawn from exactly these. */
  readonly exact: boolean;
}

/** How a sheet is to be read. */
export interface HowToRead {
  /** Where people type on a department's sheet, which does not say so itself. */
  readonly places: TypedPlaces;
  /** From everything that can still be told of it, because it is damaged. */
  readonly recovered?: boolean;
  /** All that it holds. */
  readonly all: SheetCells;
}

/** Blocks to which people may add lines, on either kind of sheet. */
export const growingLists = (): readonly string[] =>
  [...blockList, ...departmentBlockList].flatMap(
    ({ name, growing }: BlockDefinition<string, never>) => (growing ? [name] : []),
  );

/**
 * Reads what people typed on a sheet that was built under a key, whether it still has its names or
 * has just handed them on; `null` where nothing is known of it.
 */
export function readSheetOf(
  key: SheetKey,
  sheet: number,
  how: HowToRead,
  context: Context,
): SheetReading | null {
  const areas = areasOn(key, sheet, context.spreadsheet);
  if (areas.length === 0) return null;
  if (areas.every(({ name }) => departmentOf(name)))
    return readDepartment(areas, how.places, context);
  return readPlanOn(key, areas, how, context);
}

function readPlanOn(
  key: SheetKey,
  named: readonly NamedArea[],
  { recovered, all }: HowToRead,
  context: Context,
): SheetReading | null {
  const { spreadsheet, versions } = context;
  const areas = new Map(
    named.flatMap((area): [BlockName, NamedArea][] => {
      const block = blockOf(area.name)?.block;
      return block ? [[block, area]] : [];
    }),
  );
  const at = areas.get('card');
  const card =
    (at && versions.metadata(metadataText(spreadsheet.values(at.sheet, at)))) ??
    versions.metadata(longNote(planNote(key), spreadsheet.notes()) ?? '');
  if (!card) return null;
  const drawn = versions.blocks(card.plan, card);
  const raw = recovered && at ? recoveredBlocks(all.values, at.sheet, drawn, areas) : undefined;
  const { blocks, typed } = readPlanSheet({ areas, card }, context, raw);
  return {
    found: blocks,
    typed: typedByPeople(typed, drawn),
    drawn,
    exact: card.layout === layoutVersion,
  };
}

/** A plan's sheet whose names others have by now: its card is found by its text, its blocks by their keys. */
export function readByKeys(
  { values }: SheetCells,
  { versions, catalogue, sources }: Context,
): (SheetReading & { readonly plan: string }) | null {
  const card = versions.metadata(metadataText(values));
  if (!card || card.layout > layoutVersion) return null;
  const drawn = versions.blocks(card.plan, card);
  const whole = { row: 1, column: 1, rows: values.length, columns: values[0]?.length ?? 1 };
  const areas = [...blocksByKeys(values, drawn, [])];
  const keyed = areas.map(([block, area]) =>
    standing(block, { ...area, name: '', sheet: 0 }, cut(values, whole, area)),
  );
  const found = withUnkeyed(keyed, drawn);
  const { typed } = readPlan(found, card, catalogue, sources, drawn);
  return {
    plan: card.plan.id,
    found,
    typed: typedByPeople(typed, drawn),
    drawn,
    exact: card.layout === layoutVersion,
  };
}

function readDepartment(
  areas: readonly NamedArea[],
  places: TypedPlaces,
  { spreadsheet }: Context,
): SheetReading {
  const found = readAreas(areas, spreadsheet);
  const values = areas.flatMap((area, at) => {
    const [block, read] = [departmentOf(area.name)?.block, found[at]];
    return block && read ? [{ block, values: read.values }] : [];
  });
  const typed = departmentTypedIn(values, (block) => places[block]?.columns ?? []);
  return { found, typed, drawn: [], exact: false };
}

/** Named areas of one sheet with what their cells hold: one look. */
export function readAreas(
  areas: readonly NamedArea[],
  spreadsheet: Pick<Spreadsheet, 'values'>,
): readonly ReadArea[] {
  const [first] = areas;
  if (!first) return [];
  const around = hull(areas);
  const all = spreadsheet.values(first.sheet, around);
  return areas.map((area) => readArea(area, cut(all, around, area)));
}

/** A block from what its area holds. */
function readArea(
  { name, row, column, rows, columns }: Omit<NamedArea, 'sheet'>,
  values: readonly (readonly ReadValue[])[],
): ReadArea {
  const columnKeys = (values[0] ?? []).map(String);
  const keys = columnKeys.indexOf('key');
  return {
    block: /_([a-z]+)$/.exec(name)?.[1] ?? '',
    area: { row, column, rows, columns },
    columnKeys,
    rowKeys: values.map((line) => String(line[keys] ?? '')),
    values,
  };
}
