import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from '@univerjs/core';
import {
  AddDataValidationMutation,
  DataValidationModel,
  RemoveDataValidationMutation,
  UpdateDataValidationMutation,
  UpdateRuleType,
} from '@univerjs/data-validation';
import type { Engine } from '../engine/univer.ts';
import { WORKBOOK_ID } from '../engine/workbook-id.ts';
import type { RangeBounds } from './address.ts';
import { without } from './area-parts.ts';
import type { Allowed } from './sheet-extras.ts';

/** Rules on what may be typed, cell by cell: `null` takes one away. */
export function setValidation(
  engine: Engine,
  sheetId: string,
  area: RangeBounds,
  allowed: readonly (readonly (Allowed | null)[])[],
): void {
  const { commands } = engine;
  const at = { unitId: WORKBOOK_ID, subUnitId: sheetId };
  clear(engine, sheetId, area);
  const byRule = new Map<string, { allows: Allowed; ranges: RangeBounds[] }>();
  allowed.forEach((line, r) => {
    line.forEach((allows, c) => {
      if (!allows) return;
      const key = JSON.stringify(allows);
      const known = byRule.get(key) ?? { allows, ranges: [] };
      byRule.set(key, known);
      const [row, column] = [area.startRow + r, area.startColumn + c];
      grow(known.ranges, row, column);
    });
  });
  for (const { allows, ranges } of byRule.values()) {
    const rule = { uid: ruleId(engine, sheetId), ranges, ...ruleOf(allows) };
    commands.syncExecuteCommand(AddDataValidationMutation.id, { ...at, rule });
  }
}

const modelOf = ({ univer }: Engine): DataValidationModel =>
  univer.__getInjector().get(DataValidationModel);

/** The rules of a sheet, as plain data. */
export const validationRules = (engine: Engine, sheetId: string): ISheetDataValidationRule[] =>
  modelOf(engine).getRules(WORKBOOK_ID, sheetId) as ISheetDataValidationRule[];

function ruleId(engine: Engine, sheetId: string): string {
  const taken = new Set(validationRules(engine, sheetId).map(({ uid }) => uid));
  let number = taken.size + 1;
  while (taken.has(`allows-${number}`)) number += 1;
  return `allows-${number}`;
}

/** Takes an area out of every rule. */
function clear(engine: Engine, sheetId: string, area: RangeBounds): void {
  const at = { unitId: WORKBOOK_ID, subUnitId: sheetId };
  for (const { uid, ranges } of [...validationRules(engine, sheetId)]) {
    const left = ranges.flatMap((range) => without(range, area));
    if (left.length === ranges.length && left.every((range, i) => range === ranges[i])) continue;
    const [id, what] =
      left.length === 0
        ? [RemoveDataValidationMutation.id, { ruleId: uid }]
        : [
            UpdateDataValidationMutation.id,
            { ruleId: uid, payload: { type: UpdateRuleType.RANGE, payload: left } },
          ];
    engine.commands.syncExecuteCommand(id, { ...at, ...what });
  }
}

/** Puts a cell to the range it follows in its row, or begins one. */
function grow(ranges: RangeBounds[], row: number, column: number): void {
  const last = ranges[ranges.length - 1];
  if (last && last.startRow === row && last.endRow === row && last.endColumn === column - 1) {
    ranges[ranges.length - 1] = { ...last, endColumn: column };
  } else if (
    last &&
    last.startColumn === column &&
    last.endColumn === column &&
    last.endRow === row - 1
  ) {
    ranges[ranges.length - 1] = { ...last, endRow: row };
  } else ranges.push({ startRow: row, endRow: row, startColumn: column, endColumn: column });
}

function ruleOf(allows: Allowed): Omit<ISheetDataValidationRule, 'uid' | 'ranges'> {
  const shared = {
    allowBlank: true,
    errorStyle: allows.strict ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.WARNING,
    ...(allows.help === ''
      ? {}
      : {
          showErrorMessage: true,
          error: allows.help,
          showInputMessage: true,
          prompt: allows.help,
        }),
  };
  if (allows.is === 'tick') return { ...shared, type: DataValidationType.CHECKBOX };
  if (allows.is === 'list') {
    return {
      ...shared,
      type: DataValidationType.LIST,
      formula1: JSON.stringify(allows.items.filter((item) => item !== '')),
      showDropDown: allows.arrow,
      renderMode: DataValidationRenderMode.ARROW,
    };
  }
  return {
    ...shared,
    type: DataValidationType.DECIMAL,
    operator: DataValidationOperator.BETWEEN,
    formula1: String(allows.min),
    formula2: String(allows.max),
  };
}
