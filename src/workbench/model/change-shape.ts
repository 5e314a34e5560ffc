import type { Mutation } from '../engine/change-feed.ts';

/**
 * Whether a change has the shape that the engine takes for granted: it looks at what it is handed
 * only while it works with it, and stays behind with half a change where that fails.
 */
export function isWellFormed({ id, params }: Mutation): boolean {
  if (!isRecord(params)) return false;
  const named = Object.entries(params).every(
    ([name, value]) => value === undefined || (shapes.get(name)?.(value) ?? true),
  );
  return named && (needed.get(id) ?? []).every((name) => params[name] !== undefined);
}

type Shape = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText: Shape = (value) => typeof value === 'string';
const isCount: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
/** A whole row begins in no column, which travels as nothing. */
const isEnd: Shape = (value) => value === null || value === undefined || isCount(value);

function isRange(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { startRow, endRow, startColumn, endColumn } = value;
  const inOrder = (start: unknown, end: unknown) =>
    isEnd(start) && isEnd(end) && Number(start ?? 0) <= Number(end ?? Number.POSITIVE_INFINITY);
  return inOrder(startRow, endRow) && inOrder(startColumn, endColumn);
}

/** Rows or columns, or cells: not the whole sheet. */
const isPart: Shape = (value) =>
  isRange(value) && isRecord(value) && [value.startRow, value.startColumn].some(isCount);

/** Cells by their row and column. */
export const isMatrix: Shape = (value) =>
  byNumber(value, (row) => row === null || byNumber(row, isCell));

const byNumber = (value: unknown, each: Shape): boolean =>
  isRecord(value) && Object.entries(value).every(([key, one]) => /^\d+$/.test(key) && each(one));

function isCell(value: unknown): boolean {
  if (value === null) return true;
  if (!isRecord(value)) return false;
  const { f, si, v, s } = value;
  const isPlain = (one: unknown) => (one ?? null) === null || typeof one !== 'object';
  const isTextOrNone = (one: unknown) => (one ?? null) === null || isText(one);
  const isStyle = (one: unknown) => isTextOrNone(one) || isRecord(one);
  return isTextOrNone(f) && isTextOrNone(si) && isPlain(v) && isStyle(s);
}

const isRule: Shape = (value) =>
  isRecord(value) &&
  (isText(value.cfId) ? isRecord(value.rule) : isText(value.uid)) &&
  Array.isArray(value.ranges) &&
  value.ranges.every(isRange);

const shapes: ReadonlyMap<string, Shape> = new Map(
  Object.entries({
    subUnitId: isText,
    cellValue: isMatrix,
    range: isPart,
    fromRange: isPart,
    toRange: isPart,
    ranges: (value: unknown) => Array.isArray(value) && value.every(isRange),
    rowCount: isCount,
    columnCount: isCount,
    fromOrder: isCount,
    toOrder: isCount,
    rule: (value: unknown) => (Array.isArray(value) ? value.every(isRule) : isRule(value)),
  }),
);

/** What a change is nothing without. */
const needed: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'sheet.mutation.set-range-values': ['subUnitId', 'cellValue'],
    'sheet.mutation.insert-row': ['subUnitId', 'range'],
    'sheet.mutation.insert-col': ['subUnitId', 'range'],
    'sheet.mutation.remove-rows': ['subUnitId', 'range'],
    'sheet.mutation.remove-col': ['subUnitId', 'range'],
    'sheet.mutation.set-worksheet-row-count': ['subUnitId', 'rowCount'],
    'sheet.mutation.set-worksheet-column-count': ['subUnitId', 'columnCount'],
    'sheet.mutation.set-worksheet-order': ['subUnitId', 'fromOrder', 'toOrder'],
    'sheet.mutation.reorder-range': ['subUnitId', 'range', 'order'],
    'sheet.mutation.add-conditional-rule': ['subUnitId', 'rule'],
    'sheet.mutation.set-conditional-rule': ['subUnitId', 'rule'],
    'data-validation.mutation.addRule': ['subUnitId', 'rule'],
  }),
);
