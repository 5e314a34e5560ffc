import { ICommandService, type Univer } from '@univerjs/core';
import { CopySheetCommand, SetWorksheetNameMutation } from '@univerjs/sheets';
import { WORKBOOK_ID } from '../engine/workbook-id.ts';
import {
  copiedName,
  type NameReader,
  namedCells,
  nameMutation,
  ownNamePrefix,
  plainName,
} from './names.ts';

/**
 * A copied sheet takes its names along, as Google's do: the copy's are told apart by the sheet's
 * name before them. What the workbench itself keeps by names (charts, groups) is copied too.
 */
export function copyNamesWithSheets(
  univer: Univer,
  reader: NameReader,
  copyOf: (sheetName: string) => string,
): void {
  const commands = univer.__getInjector().get(ICommandService);
  const nameOf = (id: string) => reader.workbook().getSheetBySheetId(id)?.getName() ?? '';
  let before: readonly string[] = [];
  commands.beforeCommandExecuted(({ id }) => {
    if (id === CopySheetCommand.id) before = [...reader.workbook().getSheetOrders()];
  });
  commands.onCommandExecuted(({ id, params }) => {
    if (id !== CopySheetCommand.id) return;
    const order = reader.workbook().getSheetOrders();
    const copy = order.find((sheetId) => !before.includes(sheetId));
    const source =
      (params as { subUnitId?: string } | undefined)?.subUnitId ??
      (copy === undefined ? undefined : order[order.indexOf(copy) - 1]);
    if (copy === undefined || source === undefined) return;
    const name = freeName(copyOf(nameOf(source)), reader);
    const renamed = { unitId: WORKBOOK_ID, subUnitId: copy, name };
    commands.syncExecuteCommand(SetWorksheetNameMutation.id, renamed);
    for (const named of namedCells(reader).filter(({ sheetId }) => sheetId === source)) {
      const kept = named.name.startsWith(ownNamePrefix) && plainName(named.name) === named.name;
      const its = kept
        ? `${named.name.replace(/(_at)?$/, `_${copy}$1`)}`
        : copiedName(named.name, copy);
      const mutation = nameMutation(reader, { ...named, name: its, sheetId: copy });
      commands.syncExecuteCommand(mutation.id, mutation.params);
    }
  });
}

function freeName(name: string, reader: NameReader): string {
  let free = name;
  for (let n = 2; reader.workbook().checkSheetName(free); n += 1) free = `${name} ${n}`;
  return free;
}
