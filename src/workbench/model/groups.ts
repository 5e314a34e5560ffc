import type { Worksheet } from '@univerjs/core';
import type { Engine } from '../engine/univer.ts';
import { type NameReader, namedCells, ownNamePrefix, removeName, setName } from './names.ts';
import type { RowSpan } from './sheets.ts';

/** Rows that fold away together. The engine knows no such thing: folded rows are hidden rows. */
export interface RowGroup {
  readonly id: string;
  readonly sheetId: string;
  readonly rows: RowSpan;
  /** 1 for a group that lies in no other. */
  readonly depth: number;
}

const prefix = `${ownNamePrefix}rows_`;

/** All groups, the outer ones before those inside them. */
export function rowGroups(reader: NameReader): RowGroup[] {
  return namedCells(reader)
    .filter(({ name }) => name.startsWith(prefix))
    .map(({ name, sheetId, area, comment }) => ({
      id: name,
      sheetId,
      rows: { from: area.startRow, count: area.endRow - area.startRow + 1 },
      depth: Number(comment),
    }))
    .sort((one, other) => one.depth - other.depth || one.rows.from - other.rows.from);
}

/** How many groups a row lies in. */
export const rowDepth = (reader: NameReader, sheetId: string, row: number): number =>
  rowGroups(reader).filter((group) => group.sheetId === sheetId && holds(group, row)).length;

export const holds = ({ rows: { from, count } }: RowGroup, row: number): boolean =>
  row >= from && row < from + count;

/** Puts rows into one more group, or takes them out of as many as `delta` says. */
export function shiftRows(engine: Engine, sheetId: string, rows: RowSpan, delta: number): void {
  if (delta > 0) {
    const depth = rowDepth(engine, sheetId, rows.from) + 1;
    const taken = new Set(rowGroups(engine).map(({ id }) => id));
    let number = taken.size + 1;
    while (taken.has(`${prefix}${number}`)) number += 1;
    const area = {
      startRow: rows.from,
      endRow: rows.from + rows.count - 1,
      startColumn: 0,
      endColumn: 0,
    };
    setName(engine, { name: `${prefix}${number}`, sheetId, area, comment: String(depth) });
    return;
  }
  const inside = rowGroups(engine).filter(
    (group) =>
      group.sheetId === sheetId &&
      group.rows.from >= rows.from &&
      group.rows.from + group.rows.count <= rows.from + rows.count,
  );
  for (const { id, depth } of inside) if (depth + delta < 1) removeName(engine, id);
}

/** A group is folded when every row of it is hidden. */
export function isFolded({ rows: { from, count } }: RowGroup, sheet: Worksheet): boolean {
  return Array.from({ length: count }, (_, i) => from + i).every(
    (row) => !sheet.getRowVisible(row),
  );
}
