import type { ICellData } from '@univerjs/core';
import { toEngine } from '../formula-text.ts';
import { isDatePattern } from '../locale/pattern.ts';
import { instantOf, serialAt } from '../locale/serial.ts';
import { readTyped } from '../locale/typed.ts';
import type { Rectangle } from '../model/address.ts';
import { mapRectangle } from '../model/cells.ts';
import { unformatted } from './assumptions.ts';
import type { Services } from './services.ts';
import type { World } from './world.ts';

const STRING = 1;
const NUMBER = 2;
const BOOLEAN = 3;
const FORCED = 4;
const cleared: ICellData = { v: null, f: null, si: null, p: null };

/** Methods that change cells: they are held back until a flush, a read or the run's normal end. */
export const isHeldBack = (method: string): boolean =>
  method.startsWith('Range.set') || method === 'Range.clearContent';

/** Methods whose answer depends on cells: what is held back is written, and calculated, first. */
export const readsCells = (method: string): boolean =>
  /^Range\.(?:get|isBlank)|^Sheet\.get(?:Last|DataRange)/.test(method);

/** What `Range` calls out to. Rows and columns arrive counted from 1. */
export function rangeServices(world: World): Services {
  const { cells } = world;
  type Where = [sheet: string, row: number, column: number, rows: number, columns: number];
  const area = ([, row, column, rows, columns]: Where): Rectangle => ({
    startRow: row - 1,
    startColumn: column - 1,
    endRow: row + rows - 2,
    endColumn: column + columns - 2,
  });
  const read =
    <T>(cell: (sheet: string, row: number, column: number) => T) =>
    (...where: Where) =>
      mapRectangle(area(where), (row, column) => cell(where[0], row, column));
  const write =
    <T>(cell: (value: T, format: string) => ICellData, put = cells.write) =>
    (...given: [...Where, T[][] | undefined]) => {
      const [sheet, row, column, rows, columns, data] = given;
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

  const typed = (text: string, format: string): ICellData => {
    if (format === '@') return { ...cleared, v: text, t: STRING };
    const locale = world.locale();
    const is = readTyped(text, locale);
    if (is.kind === 'blank') return cleared;
    if (is.kind === 'formula') return { ...cleared, f: toEngine(is.text, locale) };
    if (is.kind === 'text') return { ...cleared, v: is.text, t: is.forced ? FORCED : STRING };
    if (is.kind === 'boolean') return { ...cleared, v: is.value ? 1 : 0, t: BOOLEAN };
    const style = is.format && format === '' ? { s: { n: { pattern: is.format } } } : {};
    return { ...cleared, v: is.value, t: NUMBER, ...style };
  };
  const cellOf = (value: unknown, format: string): ICellData => {
    if (value === null || value === undefined) return cleared;
    if (typeof value === 'number') return { ...cleared, v: value, t: NUMBER };
    if (typeof value === 'boolean') return { ...cleared, v: value ? 1 : 0, t: BOOLEAN };
    if (typeof value === 'string') return typed(value, format);
    const special = value as { $date?: number; $number?: string };
    if (special.$date === undefined) return { ...cleared, v: '#NUM!', t: STRING };
    const serial = serialAt(special.$date, world.timeZone());
    const style = isDatePattern(format) ? {} : { s: { n: { pattern: 'dd/mm/yyyy' } } };
    return { ...cleared, v: serial, t: NUMBER, ...style };
  };
  return {
    'Range.getValues': read((sheet, row, column) => {
      const value = cells.value(sheet, row, column);
      if (typeof value === 'number' && isDatePattern(cells.format(sheet, row, column))) {
        return { $date: instantOf(value, world.timeZone()) };
      }
      return value ?? '';
    }),
    'Range.getDisplayValues': read((sheet, row, column) =>
      cells.display(sheet, row, column, world.locale()),
    ),
    'Range.getFormulas': read((sheet, row, column) =>
      cells.formula(sheet, row, column, world.locale()),
    ),
    'Range.getNumberFormats': read(
      (sheet, row, column) => cells.format(sheet, row, column) || unformatted,
    ),
    'Range.isBlank': (...where: Where) =>
      mapRectangle(
        area(where),
        (row, column) =>
          cells.value(where[0], row, column) === null &&
          cells.formula(where[0], row, column, 'en_US') === '',
      )
        .flat()
        .every(Boolean),
    'Range.canEdit': () => true,
    'Range.activate': (...where: Where) => {
      world.view.sheetId = where[0];
      world.view.selection = area(where);
      world.shows.activate(world.view);
    },
    'Range.setValues': write(cellOf),
    'Range.setFormulas': write((text: string) => {
      const formula = text.startsWith('=') || text === '' ? text : `=${text}`;
      return formula === '' ? cleared : { ...cleared, f: toEngine(formula, world.locale()) };
    }),
    'Range.setNumberFormats': write(
      (pattern: string) => ({ s: { n: { pattern } } }),
      cells.writeStyles,
    ),
    'Range.clearContent': write(() => cleared),
  };
}
