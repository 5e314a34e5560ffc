import type { ICellData, Injector, Nullable, Univer } from '@univerjs/core';
import { FormulaDataModel, SetArrayFormulaDataMutation } from '@univerjs/engine-formula';
import {
  ConditionalFormattingRuleModel,
  ConditionalFormattingService,
  ConditionalFormattingViewModel,
} from '@univerjs/sheets-conditional-formatting';
import { WORKBOOK_ID } from '../../engine/workbook-id.ts';
import { activeWorkbook, commandsOf } from './grid.ts';

type ReadCell = (row: number, column: number) => ICellData;

/** What the grid keeps private about one rule. */
interface Unit {
  _context: { accessor: Injector; subUnitId: string; getCellValue: ReadCell };
}
interface ViewModel {
  _createRuleCalculateUnitInstance(...given: unknown[]): Unit | undefined;
  readsSpills?: boolean;
}

/**
 * Lets conditional formats see what an answer spills into a cell: the grid's own way sees only what
 * a cell itself holds. To be called before the first workbook is shown.
 */
export function readSpills(): void {
  const prototype = ConditionalFormattingViewModel.prototype as unknown as ViewModel;
  if (prototype.readsSpills) return;
  prototype.readsSpills = true;
  const create = prototype._createRuleCalculateUnitInstance;
  prototype._createRuleCalculateUnitInstance = function (...given) {
    const unit = create.apply(this, given);
    if (!unit) return unit;
    const { accessor, subUnitId, getCellValue } = unit._context;
    unit._context.getCellValue = (row, column) => {
      const spilled: Nullable<ICellData> = accessor
        .get(FormulaDataModel)
        .getArrayFormulaCellData()?.[WORKBOOK_ID]?.[subUnitId]?.[row]?.[column];
      return spilled ?? getCellValue(row, column);
    };
    return unit;
  };
}

/** Looks at every rule again when spilled answers have changed. */
export function followSpills(univer: Univer): void {
  const injector = univer.__getInjector();
  commandsOf(univer).onCommandExecuted(({ id }) => {
    if (id !== SetArrayFormulaDataMutation.id) return;
    const model = injector.get(ConditionalFormattingViewModel);
    for (const sheet of activeWorkbook(univer)?.getSheets() ?? []) {
      const sheetId = sheet.getSheetId();
      const rules = injector
        .get(ConditionalFormattingRuleModel)
        .getSubunitRules(WORKBOOK_ID, sheetId);
      for (const { cfId } of rules ?? []) model.markRuleDirty(WORKBOOK_ID, sheetId, cfId);
    }
  });
}

/** The ground that conditional formats give a cell; `null` where none does. */
export function colourOf(univer: Univer, sheetId: string, row: number, column: number) {
  const found = univer.__getInjector().get(ConditionalFormattingService);
  return found.composeStyle(WORKBOOK_ID, sheetId, row, column)?.style?.bg?.rgb ?? null;
}
