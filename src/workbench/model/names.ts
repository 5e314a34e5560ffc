import {
  IDefinedNamesService,
  type IDefinedNamesServiceParam,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from '@univerjs/engine-formula';
import type { Engine } from '../engine/univer.ts';
import { WORKBOOK_ID } from '../engine/workbook-id.ts';
import { formatAddress, parseAddress, type RangeBounds, splitSheet } from './address.ts';

/** A name and the cells it stands for. */
export interface NamedCells {
  readonly name: string;
  readonly sheetId: string;
  readonly area: RangeBounds;
  /** What is kept with the name, as text. */
  readonly comment: string;
}

/** What the engine needs to read names: the same on the server and in a page. */
export type NameReader = Pick<Engine, 'univer' | 'workbook'>;

/**
 * Names that begin so are the workbench's own: charts and groups, which move with their cells by the
 * name they have, and travel to pages and through saving with the names.
 */
export const ownNamePrefix = '__';

const copyPrefix = `${ownNamePrefix}copy_`;

/** How a name of a copied sheet is kept; `KPI_x` on the sheet `sheet-3` → `__copy_sheet-3|KPI_x`. */
export const copiedName = (name: string, sheetId: string): string =>
  `${copyPrefix}${sheetId}|${plainName(name)}`;

/** A name without what tells it from the same name of another sheet. */
export const plainName = (name: string): string =>
  name.startsWith(copyPrefix) ? name.slice(name.indexOf('|') + 1) : name;

/** A name as the spreadsheet says it; `null` for what is the workbench's own. */
export function saidName({ name, sheetId }: NamedCells, { workbook }: NameReader): string | null {
  if (!name.startsWith(ownNamePrefix)) return name;
  if (!name.startsWith(copyPrefix)) return null;
  const sheetName = workbook().getSheetBySheetId(sheetId)?.getName() ?? '';
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheetName);
  return `${plain ? sheetName : `'${sheetName.replaceAll("'", "''")}'`}!${plainName(name)}`;
}

const entriesOf = ({ univer }: NameReader): IDefinedNamesServiceParam[] =>
  Object.values(
    univer.__getInjector().get(IDefinedNamesService).getDefinedNameMap(WORKBOOK_ID) ?? {},
  );

/** All names whose cells are still there. */
export function namedCells(reader: NameReader): NamedCells[] {
  return entriesOf(reader).flatMap((entry) => {
    const { sheet: sheetName, a1 } = splitSheet(entry.formulaOrRefString.replace(/^=/, ''));
    const sheet = sheetName === null ? null : reader.workbook().getSheetBySheetName(sheetName);
    const area = sheet && parseAddress(a1, sheet.getRowCount(), sheet.getColumnCount());
    if (!sheet || !area) return [];
    const { name, comment = '' } = entry;
    return [{ name, sheetId: sheet.getSheetId(), area, comment }];
  });
}

/** `'My ads'!$B$2:$C$5` */
function absoluteReference(sheetName: string, area: RangeBounds): string {
  const a1 = formatAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return `'${sheetName.replaceAll("'", "''")}'!${a1}`;
}

/** What makes a name, or gives one that is there other cells. */
export const nameMutation = (reader: NameReader, { name, sheetId, area, comment }: NamedCells) => {
  const sheetName = reader.workbook().getSheetBySheetId(sheetId)?.getName() ?? '';
  return {
    id: SetDefinedNameMutation.id,
    params: {
      unitId: WORKBOOK_ID,
      id: idOf(reader, name),
      name,
      formulaOrRefString: absoluteReference(sheetName, area),
      comment,
      localSheetId: 'AllDefaultWorkbook',
      hidden: name.startsWith(ownNamePrefix),
    },
  };
};

/** Names differ by more than small and capital letters. */
const idOf = (reader: NameReader, name: string): string =>
  entriesOf(reader).find((entry) => entry.name.toLowerCase() === name.toLowerCase())?.id ??
  `name-${name.toLowerCase()}`;

export function setName(engine: Engine, named: NamedCells): void {
  const { id, params } = nameMutation(engine, named);
  engine.commands.syncExecuteCommand(id, params);
}

/** Takes a name away; whether there was one. */
export function removeName(engine: Engine, name: string): boolean {
  const found = entriesOf(engine).find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  if (!found) return false;
  engine.commands.syncExecuteCommand(RemoveDefinedNameMutation.id, {
    unitId: WORKBOOK_ID,
    ...found,
  });
  return true;
}
