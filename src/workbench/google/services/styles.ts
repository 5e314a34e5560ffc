import type { ICellData, IStyleData } from '@univerjs/core';
import type { RangeBounds } from '../../model/address.ts';

const horizontals: Readonly<Record<string, number>> = { left: 1, center: 2, right: 3 };
const verticals: Readonly<Record<string, number>> = { top: 1, middle: 2, bottom: 3 };
const OVERFLOW = 1;
const WRAP = 3;
const THIN = 1;

// biome-ignore lint/suspicious/noExplicitAny: each method knows its own values, sent as JSON.
type Look = (value: any) => IStyleData;

/** What each of `Range`'s methods about looks does to a cell's style; `null` takes a look away. */
export const looksByMethod: Readonly<Record<string, Look>> = {
  setBackgrounds: (rgb: string | null) => ({ bg: rgb ? { rgb } : null }),
  setFontColors: (rgb: string | null) => ({ cl: rgb && rgb !== '#000000' ? { rgb } : null }),
  setFontWeights: (weight: string | null) => ({ bl: weight === 'bold' ? 1 : null }) as IStyleData,
  setFontStyles: (style: string | null) => ({ it: style === 'italic' ? 1 : null }) as IStyleData,
  setFontSizes: (size: number) => ({ fs: size === 10 ? null : size }) as IStyleData,
  setHorizontalAlignments: (align: string | null) => ({ ht: horizontals[align ?? ''] ?? null }),
  setVerticalAlignments: (align: string | null) => ({ vt: verticals[align ?? ''] ?? null }),
  setWraps: (wrap: boolean) => ({ tb: wrap ? WRAP : OVERFLOW }),
};

type Edge = boolean | null;
type Edges = [
  top: Edge,
  left: Edge,
  bottom: Edge,
  right: Edge,
  vertical: Edge,
  horizontal: Edge,
  color?: string | null,
  style?: string | null,
];

/** Lines round and inside an area, cell by cell; `null` leaves a line as it is, `false` takes it away. */
export function bordersOf(
  { startRow, endRow, startColumn, endColumn }: RangeBounds,
  [top, left, bottom, right, vertical, horizontal, color]: Edges,
): Record<number, Record<number, Pick<ICellData, 's'>>> {
  const line = { s: THIN, cl: { rgb: color ?? '#000000' } };
  const side = (edge: Edge, key: 't' | 'r' | 'b' | 'l') =>
    edge === null ? {} : { [key]: edge ? line : null };
  const matrix: Record<number, Record<number, Pick<ICellData, 's'>>> = {};
  for (let row = startRow; row <= endRow; row += 1) {
    matrix[row] = {};
    for (let column = startColumn; column <= endColumn; column += 1) {
      const bd = {
        ...(row === startRow ? side(top, 't') : {}),
        ...side(row === endRow ? bottom : horizontal, 'b'),
        ...(column === startColumn ? side(left, 'l') : {}),
        ...side(column === endColumn ? right : vertical, 'r'),
      };
      if (Object.keys(bd).length > 0) matrix[row]![column] = { s: { bd } };
    }
  }
  return matrix;
}
