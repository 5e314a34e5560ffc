import { engine as workbenchEngine } from './engine.ts';
import type { Found, Given } from './ironcalc.ts';

const { startEngine, watchCalculation, WORKBOOK_ID } = workbenchEngine;
const types = { text: 1, number: 2, truth: 3 } as const;

/** Puts a rectangle of cells into a fresh workbook, calculates, and reads the cells back. */
export async function calculateInUniver(cells: readonly (readonly Given[])[]): Promise<Found[][]> {
  const columns = Math.max(...cells.map((row) => row.length));
  const engine = startEngine(
    {
      id: WORKBOOK_ID,
      name: 'test',
      sheetOrder: ['s'],
      sheets: {
        s: { id: 's', name: 'Sheet1', rowCount: cells.length + 1, columnCount: columns + 1 },
      },
    },
    [],
  );
  const calculation = watchCalculation(engine);
  const cellValue = Object.fromEntries(
    cells.map((line, row) => [
      row,
      Object.fromEntries(line.map((given, column) => [column, dataOf(given)])),
    ]),
  );
  engine.commands.syncExecuteCommand('sheet.mutation.set-range-values', {
    unitId: WORKBOOK_ID,
    subUnitId: 's',
    cellValue,
  });
  await calculation.settle();
  const sheet = engine.workbook().getSheetBySheetId('s');
  const found = cells.map((line, row) =>
    line.map((_, column) => foundIn(sheet?.getCellRaw(row, column))),
  );
  calculation.dispose();
  engine.univer.dispose();
  return found;
}

function dataOf(given: Given) {
  if (given === null) return null;
  if (typeof given === 'object') return { f: `=${given.formula}` };
  if (typeof given === 'number') return { v: given, t: types.number };
  if (typeof given === 'boolean') return { v: given ? 1 : 0, t: types.truth };
  return { v: given, t: types.text };
}

function foundIn(raw: unknown): Found {
  const cell = raw as { v?: unknown; t?: unknown } | null | undefined;
  const value = cell?.v;
  if (value === undefined || value === null) return '';
  if (cell?.t === types.truth) return value === 1 || value === true || value === 'TRUE';
  if (typeof value === 'string' && /^#[A-Z0-9/]+[!?]?$/.test(value)) return { error: value };
  return typeof value === 'number' ? value : String(value);
}
