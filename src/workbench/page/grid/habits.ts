import {
  CellValueType,
  type ICellData,
  type ICellDataForSheetInterceptor,
  InterceptorEffectEnum,
  type Nullable,
  type Univer,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  INTERCEPTOR_POINT,
  SheetInterceptorService,
  SheetPermissionCheckController,
} from '@univerjs/sheets';
import { SheetsNumfmtCellContentController } from '@univerjs/sheets-numfmt';
import { WORKBOOK_ID } from '../../engine/workbook-id.ts';
import { fromEngine, toEngine } from '../../formula/translate.ts';
import { conventionsOf } from '../../locale/habits.ts';
import { isDatePattern } from '../../locale/pattern.ts';
import { showGeneral, showToEdit } from '../../locale/show.ts';
import { parseTyped } from '../../locale/typed.ts';
import { otherNames } from '../../model/cells.ts';

/** Before all of the grid's own handlers; one that does not call `next` is the last. */
const first = 1000;
/** After all of them, but before the one that ends every chain. */
const last = -0.5;
const blank: ICellData = { v: null, f: null, si: null, p: null };

/** What the grid asks about a cell while it draws it. */
export interface CellMarks {
  /** The sentence behind an error, or a note; `undefined` for none. */
  sentence(sheetId: string, row: number, column: number): string | undefined;
}

interface Place {
  readonly subUnitId: string;
  readonly row: number;
  readonly col: number;
  readonly worksheet: {
    getCellRaw(row: number, column: number): Nullable<ICellData>;
    getComposedCellStyle(row: number, column: number): { n?: Nullable<{ pattern: string }> };
  };
}

/**
 * Gives the grid the habits of the spreadsheet's locale: what is typed is read by them, what a cell
 * holds is shown and edited by them. Formulas stay the engine's inside, and the user's outside.
 */
export function installHabits(univer: Univer, locale: () => string, marks: CellMarks): void {
  const injector = univer.__getInjector();
  const interceptors = injector.get(SheetInterceptorService);
  const formulas = injector.get(FormulaDataModel);
  const patternAt = ({ worksheet, row, col }: Place) =>
    worksheet.getComposedCellStyle(row, col)?.n?.pattern ?? '';

  interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: first,
    handler: (value, context, next) => {
      const place = context as unknown as Place;
      const { row, col, subUnitId, worksheet } = place;
      const formula = formulas.getFormulaStringByCell(row, col, subUnitId, WORKBOOK_ID);
      if (formula) return { ...value, f: fromEngine(formula, locale()) };
      const raw = worksheet.getCellRaw(row, col);
      const spilled = formulas.getArrayFormulaCellData()?.[WORKBOOK_ID]?.[subUnitId]?.[row]?.[col];
      const held = spilled?.v ?? raw?.v;
      if (typeof held !== 'number' || (spilled ?? raw)?.t !== CellValueType.NUMBER) {
        // A cell that an answer spills into is edited by its value, not by the formula above it.
        return spilled ? { ...value, v: spilled.v ?? null } : next(value);
      }
      return { ...value, v: showToEdit(held, patternAt(place), locale()) };
    },
  });

  interceptors.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: first,
    handler: (value, context, next) => {
      const place = context as unknown as Place;
      if (!value || value.p) return next(value);
      if (value.f) return next({ ...value, f: toEngine(value.f, locale()) });
      const pattern = patternAt(place);
      const forced = value.t === CellValueType.FORCE_STRING;
      if (typeof value.v !== 'string' || forced || pattern === '@') return next(value);
      const typed = parseTyped(value.v, locale());
      if (typed.kind === 'blank') return next({ ...value, ...blank });
      if (typed.kind === 'text' && typed.forced) {
        return { ...value, v: typed.text, t: CellValueType.FORCE_STRING };
      }
      if (typed.kind === 'number') {
        // A format somebody chose stays, unless the typing says that the kind has changed.
        const format = pattern === '' || clashes(pattern, typed.format) ? typed.format : null;
        const style = format ? { s: withPattern(value.s, place, format) } : {};
        return { ...value, v: typed.value, t: CellValueType.NUMBER, ...style };
      }
      if (typed.kind === 'boolean') {
        return { ...value, v: typed.value ? 1 : 0, t: CellValueType.BOOLEAN };
      }
      return { ...value, t: CellValueType.STRING };
    },
  });

  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: last,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, location, next) => {
      if (!cell) return next(cell);
      const { subUnitId, row, col } = location as unknown as Place;
      const drawn: ICellDataForSheetInterceptor = { ...cell };
      if (typeof drawn.v === 'string') drawn.v = otherNames[drawn.v] ?? drawn.v;
      else if (typeof drawn.v === 'number' && drawn.t === CellValueType.NUMBER) {
        drawn.v = showGeneral(drawn.v, locale());
      }
      if (marks.sentence(subUnitId, row, col) !== undefined) {
        const wrong = typeof cell.v === 'string' && cell.v.startsWith('#');
        drawn.markers = { tr: { size: 7, color: wrong ? '#c5221f' : '#80868b' } };
      } else if (drawn.markers?.tl) drawn.markers = {};
      return next(drawn);
    },
  });
  applyLocale(univer, locale());
  // Nothing is locked here, and the check reads every cell a formula refers to, one by one.
  const permissions = injector.get(SheetPermissionCheckController) as unknown as {
    _permissionCheckWithFormula: () => boolean;
  };
  permissions._permissionCheckWithFormula = () => true;
}

/** Shows numbers and dates in the habits of another locale. */
export function applyLocale(univer: Univer, locale: string): void {
  const numbers = univer.__getInjector().get(SheetsNumfmtCellContentController);
  numbers.setNumfmtLocal(conventionsOf(locale).formatter as never);
}

const kindOf = (pattern: string): string =>
  isDatePattern(pattern) ? 'date' : pattern.includes('%') ? 'percent' : 'number';

const clashes = (chosen: string, typed: string | null): boolean =>
  typed !== null && kindOf(chosen) !== kindOf(typed);

function withPattern(style: ICellData['s'], place: Place, pattern: string): ICellData['s'] {
  const present =
    typeof style === 'object' ? style : place.worksheet.getComposedCellStyle(place.row, place.col);
  return { ...present, n: { pattern } } as ICellData['s'];
}
