import type { Workbook } from '@univerjs/core';
import type {
  BaseReferenceObject,
  BaseValueObject,
  FunctionVariantType,
} from '@univerjs/engine-formula';
import { isDatePattern } from '../locale/pattern.ts';

/**
 * What travels into the isolated context: plain values, and a date as `{ $d: serial }`, which the
 * context turns into a `Date` of its own.
 */
export type Travelling = string | number | boolean | { $d: number };

interface RawCell {
  v?: string | number | boolean | null;
  t?: number | null;
  s?: string | object | null;
}

const BOOLEAN = 3;

/**
 * An argument as Sheets hands it to a custom function: a cell's value, a range as rows of values,
 * `''` for blank, a date where the cell's format shows a date, an error as its text.
 */
export function shapeArgument(
  argument: FunctionVariantType,
  workbook: Workbook,
): Travelling | Travelling[][] {
  if (argument.isReferenceObject()) {
    return shapeReference(argument as BaseReferenceObject, workbook);
  }
  const value = argument as BaseValueObject;
  if (!value.isArray()) return shapeValue(value);
  const array = value as unknown as { getArrayValue(): (BaseValueObject | null)[][] };
  const rows = array
    .getArrayValue()
    .map((row) => row.map((item) => (item ? shapeValue(item) : '')));
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0]! : rows;
}

function shapeReference(
  reference: BaseReferenceObject,
  workbook: Workbook,
): Travelling | Travelling[][] {
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  const styles = workbook.getStyles();
  const dates = new Map<unknown, boolean>();
  const showsDate = (style: RawCell['s']): boolean => {
    let known = dates.get(style);
    if (known === undefined) {
      const data =
        typeof style === 'string' ? styles.get(style) : (style as { n?: unknown } | null);
      const pattern = (data as { n?: { pattern?: string } | null } | undefined)?.n?.pattern;
      known = isDatePattern(pattern ?? '');
      dates.set(style, known);
    }
    return known;
  };
  const sheet = workbook.getSheetBySheetId(reference.getSheetId());
  const rows: Travelling[][] = [];
  for (let row = startRow; row <= endRow; row += 1) {
    const shaped: Travelling[] = [];
    for (let column = startColumn; column <= endColumn; column += 1) {
      const cell = reference.getCellData(row, column) as RawCell | null | undefined;
      // An answer of a formula that is being calculated carries no style; the sheet's cell does.
      const style =
        cell?.s ?? (typeof cell?.v === 'number' ? sheet?.getCellRaw(row, column)?.s : null);
      shaped.push(shapeCell(cell, style != null && showsDate(style)));
    }
    rows.push(shaped);
  }
  const single = startRow === endRow && startColumn === endColumn;
  return single ? rows[0]![0]! : rows;
}

function shapeCell(cell: RawCell | null | undefined, date: boolean): Travelling {
  const value = cell?.v;
  if (value === null || value === undefined) return '';
  if (cell?.t === BOOLEAN) return value === true || value === 1 || value === 'TRUE';
  if (typeof value === 'number' && date) return { $d: value };
  return value;
}

function shapeValue(value: BaseValueObject): Travelling {
  if (value.isNull()) return '';
  if (value.isError()) return String(value.getValue());
  const plain = value.getValue();
  if (value.isNumber() && isDatePattern(value.getPattern())) return { $d: Number(plain) };
  return plain as Travelling;
}
