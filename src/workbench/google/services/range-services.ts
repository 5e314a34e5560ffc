import type { ICellData } from '@univerjs/core';
import { AddWorksheetMergeMutation } from '@univerjs/sheets';
import { assumed } from '../../../platform/index.ts';
import { WORKBOOK_ID } from '../../engine/workbook-id.ts';
import { toEngine } from '../../formula/translate.ts';
import { isDatePattern } from '../../locale/pattern.ts';
import { instantOf } from '../../locale/serial.ts';
import { formatAddress, type RangeBounds } from '../../model/address.ts';
import { mapRectangle } from '../../model/cells.ts';
import { shiftRows } from '../../model/groups.ts';
import { setValidation } from '../../model/validation.ts';
import { unformatted } from '../assumptions.ts';
import type { ServiceContext } from '../context.ts';
import type { RangeAddress } from '../prelude/range.ts';
import type { AllowedSent } from '../prelude/rules.ts';
import { areaOf } from './book-services.ts';
import type { ServiceCalls } from './services.ts';
import { allowedAt, checkStrict } from './strict-rules.ts';
import { bordersOf, looksByMethod } from './styles.ts';
import { cellFromScript, cleared } from './typed-cell.ts';

/** The areas that have a cell in another one. */
const joinedIn = (own: RangeBounds, joined: readonly RangeBounds[]): readonly RangeBounds[] =>
  joined.filter(
    (each) =>
      each.startRow <= own.endRow &&
      each.endRow >= own.startRow &&
      each.startColumn <= own.endColumn &&
      each.endColumn >= own.startColumn,
  );

/** What `Range` calls out to. Rows and columns arrive counted from 1. */
export function rangeServices(context: ServiceContext): ServiceCalls {
  const { cells, engine } = context;
  type Where = [sheet: string, row: number, column: number, rows: number, columns: number];
  const area = ([, ...where]: Where) => areaOf(...where);
  const read =
    <T>(cell: (sheet: string, row: number, column: number) => T) =>
    (...where: Where) =>
      mapRectangle(area(where), (row, column) => cell(where[0], row, column));
  const write =
    <T>(cell: (value: T, format: string) => ICellData, put = cells.write) =>
    (...given: [...Where, T[][] | undefined]) => {
      const [sheet, row, column, rows, columns, data] = given;
      context.closed.check(sheet, areaOf(row, column, rows, columns));
      const matrix: Record<number, Record<number, ICellData>> = {};
      for (let r = 0; r < rows; r += 1) {
        const line: Record<number, ICellData> = {};
        for (let c = 0; c < columns; c += 1) {
          const [atRow, atColumn] = [row - 1 + r, column - 1 + c];
          const value = data?.[r]?.[c] as T;
          line[atColumn] = cell(value, cells.format(sheet, atRow, atColumn));
        }
        matrix[row - 1 + r] = line;
      }
      put(sheet, matrix);
    };
  type Edges = Parameters<typeof bordersOf>[1];
  const setBorder = (sheet: string, where: RangeBounds, edges: Edges) => {
    context.closed.check(sheet, where);
    cells.writeStyles(sheet, bordersOf(where, edges));
  };
  /** A write that strict rules may refuse. */
  const strictly =
    <T>(put: (...given: [...Where, T[][] | undefined]) => void) =>
    (...given: [...Where, T[][] | undefined]) => {
      const [sheet, row, column, rows, columns, data] = given;
      checkStrict(context, sheet, areaOf(row, column, rows, columns), data ?? []);
      put(...given);
    };
  const style = <T>(look: (value: T) => ICellData['s']) =>
    write((value: T) => ({ s: look(value) ?? null }), cells.writeStyles);
  const noteAt = (sheet: string, row: number, column: number): string =>
    (cells.sheet(sheet)?.getCellRaw(row, column)?.custom as { note?: string } | undefined)?.note ??
    '';

  return {
    'Range.getValues': read((sheet, row, column) => {
      const value = cells.value(sheet, row, column);
      if (typeof value === 'number' && isDatePattern(cells.format(sheet, row, column))) {
        return { $date: instantOf(value, context.timeZone()) };
      }
      return value ?? '';
    }),
    'Range.getDisplayValues': read((sheet, row, column) =>
      cells.display(sheet, row, column, context.locale()),
    ),
    'Range.getFormulas': read((sheet, row, column) =>
      cells.formula(sheet, row, column, context.locale()),
    ),
    'Range.getNumberFormats': read(
      (sheet, row, column) => cells.format(sheet, row, column) || unformatted,
    ),
    /** Where the joined cells lie that reach into the range. */
    'Range.getMergedRanges': (...where: Where): RangeAddress[] =>
      joinedIn(area(where), cells.sheet(where[0])?.getMergeData() ?? []).map((each) => ({
        sheet: where[0],
        row: each.startRow + 1,
        column: each.startColumn + 1,
        rows: each.endRow - each.startRow + 1,
        columns: each.endColumn - each.startColumn + 1,
        a1: formatAddress(each),
      })),
    /** Only the first of joined cells keeps what it holds. */
    'Range.merge': (...where: Where) => {
      const own = area(where);
      context.closed.check(where[0], own);
      const others: Record<number, Record<number, ICellData>> = {};
      for (let row = own.startRow; row <= own.endRow; row += 1) {
        const line: Record<number, ICellData> = {};
        for (let column = own.startColumn; column <= own.endColumn; column += 1) {
          if (row !== own.startRow || column !== own.startColumn) line[column] = cleared;
        }
        others[row] = line;
      }
      cells.write(where[0], others);
      engine.commands.syncExecuteCommand(AddWorksheetMergeMutation.id, {
        unitId: WORKBOOK_ID,
        subUnitId: where[0],
        ranges: [own],
      });
    },
    'Range.getFontSizes': read(
      (sheet, row, column) =>
        cells.sheet(sheet)?.getComposedCellStyle(row, column)?.fs ?? assumed('letter-points'),
    ),
    'Range.getNotes': read(noteAt),
    'Range.isBlank': (...where: Where) =>
      mapRectangle(
        area(where),
        (row, column) =>
          cells.value(where[0], row, column) === null &&
          cells.formula(where[0], row, column, 'en_US') === '',
      )
        .flat()
        .every(Boolean),
    'Range.canEdit': (...where: Where) => context.closed.mayEdit(where[0], area(where)),
    'Range.activate': (...where: Where) => {
      context.view.sheetId = where[0];
      context.view.selection = area(where);
      context.shows.activate(context.view);
    },
    'Range.setValues': strictly(write(cellFromScript(context))),
    'Range.setFormulas': strictly(
      write((text: string) => {
        const formula = text.startsWith('=') || text === '' ? text : `=${text}`;
        return formula === '' ? cleared : { ...cleared, f: toEngine(formula, context.locale()) };
      }),
    ),
    'Range.getDataValidations': (...where: Where) =>
      mapRectangle(area(where), allowedAt(context, where[0])),
    'Range.setNumberFormats': style((pattern: string) => ({
      n: pattern === unformatted ? null : { pattern },
    })),
    'Range.setNotes': write(
      (note: string | null) => ({ custom: note ? { note } : null }) as ICellData,
      cells.writeStyles,
    ),
    /** The numbers of one column decide; names and formulas elsewhere stay with their places. */
    'Range.sort': (...given: [...Where, number]) => {
      const [sheet, row, column, rows, columns, by] = given;
      const own = areaOf(row, column, rows, columns);
      context.closed.check(sheet, own);
      const lines = mapRectangle<ICellData>(own, (r, c) => ({ ...cells.raw(sheet, r, c) }));
      const key = (line: (typeof lines)[number]) => Number(line[by - column]?.v ?? Infinity);
      lines.sort((one, other) => key(one) - key(other));
      cells.write(
        sheet,
        Object.fromEntries(
          lines.map((line, r) => [
            own.startRow + r,
            Object.fromEntries(
              line.map((cell, c) => [own.startColumn + c, { ...cleared, ...cell }]),
            ),
          ]),
        ),
      );
    },
    'Range.clearContent': write(() => cleared),
    'Range.clearFormat': write(() => ({ s: null }), cells.writeStyles),
    'Range.clear': write(() => ({ ...cleared, s: null })),
    'Range.clearNote': write(() => ({ custom: null }) as unknown as ICellData, cells.writeStyles),
    'Range.setBorder': (...given: [...Where, ...Edges]) => {
      const [sheet, row, column, rows, columns, ...edges] = given;
      setBorder(sheet, areaOf(row, column, rows, columns), edges);
    },
    'RangeList.setBorder': (all: readonly RangeAddress[], ...edges: Edges) => {
      for (const { sheet, row, column, rows, columns } of all)
        setBorder(sheet, areaOf(row, column, rows, columns), edges);
    },
    'Range.setDataValidations': (...given: [...Where, (AllowedSent | null)[][]]) => {
      const [sheet, row, column, rows, columns, rules] = given;
      context.closed.check(sheet, areaOf(row, column, rows, columns));
      if (cells.sheet(sheet)) {
        setValidation(engine, sheet, areaOf(row, column, rows, columns), rules as never);
      }
    },
    'Range.shiftRowGroupDepth': (...given: [...Where, number]) => {
      const [sheet, row, , rows, , delta] = given;
      shiftRows(engine, sheet, { from: row - 1, count: rows }, delta);
    },
    ...Object.fromEntries(
      Object.entries(looksByMethod).map(([method, look]) => [`Range.${method}`, style(look)]),
    ),
  };
}
