import type { RangeBounds } from './address.ts';

/** What of a range lies outside an area; the range itself where they do not meet. */
export function without(range: RangeBounds, area: RangeBounds): RangeBounds[] {
  const { startRow, endRow, startColumn, endColumn } = range;
  const top = Math.max(startRow, area.startRow);
  const bottom = Math.min(endRow, area.endRow);
  const left = Math.max(startColumn, area.startColumn);
  const right = Math.min(endColumn, area.endColumn);
  if (top > bottom || left > right) return [range];
  return [
    { startRow, endRow: top - 1, startColumn, endColumn },
    { startRow: bottom + 1, endRow, startColumn, endColumn },
    { startRow: top, endRow: bottom, startColumn, endColumn: left - 1 },
    { startRow: top, endRow: bottom, startColumn: right + 1, endColumn },
  ].filter((part) => part.startRow <= part.endRow && part.startColumn <= part.endColumn);
}
