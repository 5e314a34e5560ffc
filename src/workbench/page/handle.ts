import {
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  IUniverInstanceService,
  type Univer,
  UniverInstanceType,
  type Worksheet,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import { WORKBOOK_ID } from '../engine/workbook-id.ts';
import { fromEngine } from '../formula/translate.ts';
import type { Mail } from '../google/external.ts';
import { formatAddress, parseAddress } from '../model/address.ts';
import type { Scalar } from '../model/book.ts';
import { namedCells } from '../model/names.ts';
import type { ClockRequest, ExternalState } from '../server/protocol.ts';
import type { FaultName } from '../vendors/vendor.ts';
import { colourOf } from './grid/conditional.ts';
import { activeWorkbook, commandsOf } from './grid/grid.ts';
import type { CellMarks } from './grid/habits.ts';
import { pageCells, pageNames } from './grid/page-cells.ts';
import { focusGrid, goTo } from './grid/view.ts';
import { writeTyped } from './grid/write.ts';
import { server } from './server.ts';

/** A cell as a person sees it. */
export interface SeenCell {
  readonly text: string;
  /** As the editor would show it; `''` for none. */
  readonly formula: string;
  /** The sentence behind an error, or the cell's note; `''` for none. */
  readonly sentence: string;
}

/** A sheet, row by row, down to the last in which anything stands. */
export interface SeenSheet {
  readonly texts: readonly (readonly string[])[];
  readonly formulas: readonly (readonly string[])[];
  readonly values: readonly (readonly Scalar[])[];
}

/** Where a name of the spreadsheet stands; rows and columns count from 0. */
interface SeenName {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** For tests: the page by name, `window.workbench`. It goes the ways the user's hands go. */
export interface Handle {
  /** What a cell shows. The sheet is the active one when its name is left out. */
  read(a1: string, sheet?: string): SeenCell;
  /** The ground that a conditional format gives a cell; `null` where none does. */
  colour(a1: string, sheet?: string): string | null;
  /** Puts text into a cell as if it were typed, and waits until everything is calculated. */
  type(a1: string, text: string, sheet?: string): Promise<void>;
  select(a1: string, sheet?: string): Promise<void>;
  /** Over which cell an editor is open, and what stands in it; `null` where none is. */
  editing(): { readonly a1: string; readonly text: string } | null;
  sheets(): string[];
  all(sheet: string): SeenSheet;
  names(): SeenName[];
  /** Does with a sheet what a menu of the grid does. */
  command(id: string, sheet: string, params: object): Promise<boolean>;
  /** Moves the clock, lets time go by, or runs a trigger now; resolves when what was due has run. */
  clock(change: ClockRequest): Promise<ExternalState>;
  /** The mails that left, the oldest first. */
  outbox(): readonly Mail[];
  /** Switches something that goes wrong elsewhere on or off, at every vendor that knows it. */
  fault(name: FaultName, on: boolean): Promise<void>;
  /** Resolves when the server has everything and nothing is left to calculate. */
  settle(): Promise<void>;
}

export function testHandle(
  univer: Univer,
  locale: () => string,
  marks: CellMarks,
  beyond: () => ExternalState,
): Handle {
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
  const cells = pageCells(univer);
  const textAt = (sheet: Worksheet, row: number, column: number): string => {
    const shown = sheet.getCell(row, column);
    const text = shown?.p?.body?.dataStream.trimEnd() ?? shown?.v ?? '';
    return shown?.t === 3 ? (Number(text) === 1 ? 'TRUE' : 'FALSE') : String(text);
  };
  const formulaAt = (sheet: Worksheet, row: number, column: number): string => {
    const formula = injector
      .get(FormulaDataModel)
      .getFormulaStringByCell(row, column, sheet.getSheetId(), WORKBOOK_ID);
    return formula ? fromEngine(formula, locale()) : '';
  };
  return {
    read: (a1, name) => {
      const { sheet, row, column } = cellAt(a1, name);
      return {
        text: textAt(sheet, row, column),
        formula: formulaAt(sheet, row, column),
        sentence: marks.sentence(sheet.getSheetId(), row, column) ?? '',
      };
    },
    colour: (a1, name) => {
      const { sheet, row, column } = cellAt(a1, name);
      return colourOf(univer, sheet.getSheetId(), row, column);
    },
    all: (name) => {
      const sheet = sheetOf(name);
      const rows = sheet.getCellMatrix().getLength();
      const each = <T>(at: (row: number, column: number) => T): T[][] =>
        Array.from({ length: rows }, (_, row) =>
          Array.from({ length: sheet.getColumnCount() }, (__, column) => at(row, column)),
        );
      return {
        texts: each((row, column) => textAt(sheet, row, column)),
        formulas: each((row, column) => formulaAt(sheet, row, column)),
        values: each((row, column) => cells.value(sheet.getSheetId(), row, column)),
      };
    },
    names: () =>
      namedCells(pageNames(univer)).map(({ name, sheetId, area }) => ({
        name,
        sheet: book().getSheetBySheetId(sheetId)?.getName() ?? '',
        row: area.startRow,
        column: area.startColumn,
        rows: area.endRow - area.startRow + 1,
        columns: area.endColumn - area.startColumn + 1,
      })),
    command: async (id, name, params) => {
      const subUnitId = sheetOf(name).getSheetId();
      const done = await commandsOf(univer).executeCommand(id, {
        unitId: WORKBOOK_ID,
        workbookId: WORKBOOK_ID,
        subUnitId,
        worksheetId: subUnitId,
        ...params,
      });
      await server.settle();
      return done;
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
    editing: () => {
      const bridge = injector.get(IEditorBridgeService);
      const cell = bridge.isVisible().visible ? bridge.getEditCellState() : null;
      if (!cell) return null;
      const editor = injector
        .get(IUniverInstanceService)
        .getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY, UniverInstanceType.UNIVER_DOC);
      // The editor ends every text with a paragraph of its own.
      const text = editor?.getBody()?.dataStream.replace(/\r\n$/, '') ?? '';
      const { row, column } = cell;
      const a1 = formatAddress({
        startRow: row,
        endRow: row,
        startColumn: column,
        endColumn: column,
      });
      return { a1, text };
    },
    sheets: () =>
      book()
        .getSheets()
        .map((sheet) => sheet.getName()),
    clock: server.clock,
    outbox: () => beyond().outbox,
    fault: async (fault, on) => {
      for (const { vendor, all } of beyond().faults) {
        if (all.includes(fault)) await server.fault({ vendor, fault, on });
      }
    },
    settle: server.settle,
  };
}
