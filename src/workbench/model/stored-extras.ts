import { DataValidationErrorStyle, DataValidationType } from '@univerjs/core';
import type { Engine } from '../engine/univer.ts';
import type { RangeBounds } from './address.ts';
import type { CellRange } from './book.ts';
import { chartsOf } from './charts.ts';
import { rowGroups } from './groups.ts';
import { namedCells, saidName } from './names.ts';
import type { Allowed, AllowedBlock, ExtrasOfSheet, SheetExtras } from './sheet-extras.ts';
import { validationRules } from './validation.ts';

/** What stands in the engine's workbook beside its cells, as plain data. */
export function sheetExtras(engine: Engine): SheetExtras {
  const workbook = engine.workbook();
  const names = namedCells(engine).flatMap((named) => {
    const name = saidName(named, engine);
    const sheet = workbook.getSheetBySheetId(named.sheetId)?.getName();
    // A file tells the names of a copied sheet apart in another way: they stay with the sheet.
    return name === null || name.includes('!') || sheet === undefined
      ? []
      : [{ name, sheet, block: blockOf(named.area) }];
  });
  return { names, sheets: workbook.getSheetOrders().map((id) => sheetBeside(engine, id)) };
}

function sheetBeside(engine: Engine, id: string): ExtrasOfSheet {
  const sheet = engine.workbook().getSheetBySheetId(id);
  if (!sheet) throw new Error(`Sheet ${id} not found`);
  const from0 = (count: number) => Array.from({ length: count }, (_, i) => i);
  const folds: Record<number, number> = {};
  for (const { sheetId, rows, depth } of rowGroups(engine)) {
    if (sheetId !== id) continue;
    for (const i of from0(rows.count)) folds[rows.from + i] = depth;
  }
  return {
    hidden: Boolean(sheet.isSheetHidden()),
    tab: sheet.getConfig().tabColor ?? '',
    hiddenRows: from0(sheet.getRowCount()).filter((row) => !sheet.getRowVisible(row)),
    hiddenColumns: from0(sheet.getColumnCount()).filter((column) => !sheet.getColVisible(column)),
    folds,
    allowed: allowedBlocks(engine, id),
    charts: chartsOf(engine)
      .filter(({ sheetId }) => sheetId === id)
      .map(({ title, at }) => ({ title, ...at })),
  };
}

export function allowedBlocks(engine: Engine, id: string): AllowedBlock[] {
  return validationRules(engine, id).flatMap((rule) => {
    const { type, formula1 = '', formula2 = '', errorStyle, prompt = '', showDropDown } = rule;
    const shared = { help: prompt, strict: errorStyle === DataValidationErrorStyle.STOP };
    let allows: Allowed | null = null;
    if (type === DataValidationType.CHECKBOX) allows = { ...shared, is: 'tick' };
    else if (type === DataValidationType.LIST) {
      const items = listItems(formula1);
      if (items) allows = { ...shared, is: 'list', items, arrow: showDropDown !== false };
    } else if (type === DataValidationType.DECIMAL) {
      const [min, max] = [Number(formula1), Number(formula2)];
      if (Number.isFinite(min) && Number.isFinite(max)) {
        allows = { ...shared, is: 'number', min, max };
      }
    }
    return allows ? rule.ranges.map((range) => ({ block: blockOf(range), allows })) : [];
  });
}

/** A list is kept as JSON, or, where a page has made it, parted by commas; a formula is no list. */
function listItems(text: string): readonly string[] | null {
  if (text.startsWith('=')) return null;
  try {
    const items = JSON.parse(text) as unknown;
    if (Array.isArray(items)) return items.map(String);
  } catch {
    // Not JSON.
  }
  return text.split(',').filter((item) => item !== '');
}

const blockOf = ({ startRow, startColumn, endRow, endColumn }: RangeBounds): CellRange => ({
  row: startRow,
  column: startColumn,
  rows: endRow - startRow + 1,
  columns: endColumn - startColumn + 1,
});
