import type { Cell, Drawing } from '../../../src/sheet/layout/drawing.ts';
import { engine as workbenchEngine } from '../engine/engine.ts';
import type { Found } from '../engine/ironcalc.ts';
import { calculated, run } from '../engine/table.ts';

export interface DrawnSheet {
  readonly name: string;
  readonly drawing: Drawing;
}

/** Sheets with their values. Blocks are read by their names and the keys of rows and columns. */
export interface Drawn {
  at(range: string, row: string, column: string): Found;
  /** Everything a sheet shows. */
  all(sheet: string): Found[][];
}

const { adaptFunctions, startEngine, watchCalculation, WORKBOOK_ID } = workbenchEngine;
const types = { text: 1, number: 2, truth: 3 } as const;

/** Semicolons outside of texts are what the engine reads as commas. */
const forEngine = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"|;/g, (part) => (part === ';' ? ',' : part));

function dataOf({ formula, text, value }: Cell) {
  if (formula !== undefined) return { f: forEngine(formula) };
  if (text !== undefined) return { v: text, t: types.text };
  if (typeof value === 'number') return { v: value, t: types.number };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: types.truth };
  return value === undefined || value === '' ? null : { v: value, t: types.text };
}

/** Drawings on sheets of one workbook, with their names, calculated; to be disposed of. */
export async function calculatedBook(sheets: readonly DrawnSheet[]) {
  let engine: ReturnType<typeof startEngine> | undefined;
  const host = {
    call: (name: string, args: unknown[]) => {
      try {
        return { value: run(name, args) };
      } catch (error) {
        return { thrown: String((error as Error).message) };
      }
    },
    workbook: () => engine?.workbook(),
    refused: () => undefined,
  };
  const ids = sheets.map((_, at) => `s${at}`);
  engine = startEngine(
    {
      id: WORKBOOK_ID,
      name: 'test',
      sheetOrder: ids,
      sheets: Object.fromEntries(
        sheets.map(({ name, drawing }, at) => [
          `s${at}`,
          {
            id: `s${at}`,
            name,
            rowCount: drawing.rows + 5,
            columnCount: drawing.columns + 5,
          },
        ]),
      ),
    },
    adaptFunctions(
      calculated.map(({ name }) => name),
      host as never,
    ),
  );
  const calculation = watchCalculation(engine);
  for (const { name, drawing } of sheets) {
    for (const range of drawing.names) {
      const quoted = `'${name.replaceAll("'", "''")}'`;
      engine.commands.syncExecuteCommand('formula.mutation.set-defined-name', {
        unitId: WORKBOOK_ID,
        id: range.name,
        name: range.name,
        formulaOrRefString: `${quoted}!${corner(range.row, range.column)}:${corner(range.row + range.rows - 1, range.column + range.columns - 1)}`,
        localSheetId: 'AllDefaultWorkbook',
      });
    }
  }
  for (const [at, { drawing }] of sheets.entries()) {
    engine.commands.syncExecuteCommand('sheet.mutation.set-range-values', {
      unitId: WORKBOOK_ID,
      subUnitId: `s${at}`,
      cellValue: Object.fromEntries(
        drawing.cells.map((line, row) => [
          row,
          Object.fromEntries(line.map((cell, column) => [column, dataOf(cell)])),
        ]),
      ),
    });
  }
  await calculation.settle();
  return { engine, calculation };
}

/** Puts drawings onto sheets of one workbook and says what they show. */
export async function drawn(sheets: readonly DrawnSheet[]): Promise<Drawn> {
  const { engine, calculation } = await calculatedBook(sheets);
  const arrays = engine.formulas.getArrayFormulaCellData()?.[WORKBOOK_ID];
  const values = new Map(
    sheets.map(({ name, drawing }, at) => {
      const sheet = engine.workbook().getSheetBySheetId(`s${at}`);
      const rows = Array.from({ length: drawing.rows }, (_, row) =>
        Array.from({ length: drawing.columns }, (_, column) =>
          foundIn(arrays?.[`s${at}`]?.[row]?.[column] ?? sheet?.getCellRaw(row, column)),
        ),
      );
      return [name, rows] as const;
    }),
  );
  calculation.dispose();
  engine.univer.dispose();
  return {
    all: (sheet) => values.get(sheet) ?? [],
    at: (range, row, column) => {
      for (const { name, drawing } of sheets) {
        const area = drawing.names.find((each) => each.name === range);
        if (!area) continue;
        const all = values.get(name) ?? [];
        const keys = all[area.row - 1] ?? [];
        const across = keys.indexOf(column);
        // The lines above the scorecard's head have no keys beside them.
        const above = ['.title', '.live'].indexOf(row);
        const down =
          above >= 0
            ? area.row + above
            : all.findIndex(
                (line, index) =>
                  index >= area.row && index < area.row - 1 + area.rows && line[1] === row,
              );
        if (across < 0 || down < 0) throw new Error(`${range} has no ${row} ${column}.`);
        return all[down]?.[across] ?? '';
      }
      throw new Error(`No range ${range}.`);
    },
  };
}

const corner = (row: number, column: number): string => {
  const letters = (n: number): string =>
    n > 26
      ? letters(Math.floor((n - 1) / 26)) + letters(((n - 1) % 26) + 1)
      : String.fromCharCode(64 + n);
  return `$${letters(column)}$${row}`;
};

function foundIn(raw: unknown): Found {
  const cell = raw as { v?: unknown; t?: unknown } | null | undefined;
  const value = cell?.v;
  if (value === undefined || value === null) return '';
  if (cell?.t === types.truth) return value === 1 || value === true || value === 'TRUE';
  if (typeof value === 'string' && /^#[A-Z0-9/]+[!?]?$/.test(value)) return { error: value };
  return typeof value === 'number' ? value : String(value);
}

/** The same drawing after somebody typed into a cell of a block. */
export function typedInto(
  drawing: Drawing,
  range: string,
  row: string,
  column: string,
  cell: Pick<Cell, 'value' | 'text'>,
): Drawing {
  const area = drawing.names.find(({ name }) => name === range);
  if (!area) throw new Error(`No range ${range}.`);
  const across = drawing.cells[area.row - 1]?.findIndex(({ value }) => value === column) ?? -1;
  const down = drawing.cells.findIndex(
    (line, index) =>
      index >= area.row && index < area.row - 1 + area.rows && line[1]?.value === row,
  );
  if (across < 0 || down < 0) throw new Error(`${range} has no ${row} ${column}.`);
  return {
    ...drawing,
    cells: drawing.cells.map((line, index) =>
      index === down
        ? line.map((each, at) => {
            if (at !== across) return each;
            const { value: _, text: __, formula: ___, ...rest } = each;
            return { ...rest, ...cell };
          })
        : line,
    ),
  };
}
