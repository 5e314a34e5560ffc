import type { Univer } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { fromEngine } from '../formula-text.ts';
import { parseAddress } from '../model/address.ts';
import { WORKBOOK_ID } from '../model/workbook-id.ts';
import { activeWorkbook } from './grid.ts';
import type { CellMarks } from './habits.ts';
import { server } from './server.ts';
import { focusGrid, goTo } from './view.ts';
import { writeTyped } from './write.ts';

/** A cell as a person sees it. */
export interface SeenCell {
  readonly text: string;
  /** As the editor would show it; `''` for none. */
  readonly formula: string;
  /** The sentence behind an error, or the cell's note; `''` for none. */
  readonly sentence: string;
}

/** For tests: the page by name, `window.workbench`. It goes the ways the user's hands go. */
export interface Handle {
  /** What a cell shows. The sheet is the active one when its name is left out. */
  read(a1: string, sheet?: string): SeenCell;
  /** Puts text into a cell as if it were typed, and waits until everything is calculated. */
  type(a1: string, text: string, sheet?: string): Promise<void>;
  select(a1: string, sheet?: string): Promise<void>;
  sheets(): string[];
  /** Resolves when the server has everything and nothing is left to calculate. */
  settle(): Promise<void>;
}

export function testHandle(univer: Univer, locale: () => string, marks: CellMarks): Handle {
  const book = () => activeWorkbook(univer)!;
  const sheetOf = (name?: string) => {
    const sheet = name === undefined ? book().getActiveSheet() : book().getSheetBySheetName(name);
    if (!sheet) throw new Error(`No sheet ${name}.`);
    return sheet;
  };
  const cellAt = (a1: string, name?: string) => {
    const sheet = sheetOf(name);
    const area = parseAddress(a1, sheet.getRowCount(), sheet.getColumnCount());
    if (!area) throw new Error(`No cell ${a1}.`);
    return { sheet, area, row: area.startRow, column: area.startColumn };
  };
  const injector = univer.__getInjector();
  return {
    read: (a1, name) => {
      const { sheet, row, column } = cellAt(a1, name);
      const shown = sheet.getCell(row, column);
      const formula = injector
        .get(FormulaDataModel)
        .getFormulaStringByCell(row, column, sheet.getSheetId(), WORKBOOK_ID);
      const text = shown?.p?.body?.dataStream.trimEnd() ?? shown?.v ?? '';
      return {
        text: shown?.t === 3 ? (Number(text) === 1 ? 'TRUE' : 'FALSE') : String(text),
        formula: formula ? fromEngine(formula, locale()) : '',
        sentence: marks.sentence(sheet.getSheetId(), row, column) ?? '',
      };
    },
    type: async (a1, text, name) => {
      const { sheet, row, column } = cellAt(a1, name);
      await writeTyped(univer, sheet, row, column, text);
      await server.settle();
    },
    select: async (a1, name) => {
      const { sheet, area } = cellAt(a1, name);
      await goTo(univer, { sheetId: sheet.getSheetId(), selection: area });
      focusGrid(univer);
    },
    sheets: () =>
      book()
        .getSheets()
        .map((sheet) => sheet.getName()),
    settle: server.settle,
  };
}
