import { formatAddress, type RangeBounds } from '../../model/address.ts';
import type { Allowed } from '../../model/sheet-extras.ts';
import { allowedBlocks } from '../../model/stored-extras.ts';
import { sentences } from '../assumptions.ts';
import type { ServiceContext } from '../context.ts';

type AllowedAt = (row: number, column: number) => Allowed | null;

/** The rules on what may be typed into the cells of a sheet, rows and columns counted from 0. */
export function allowedAt({ engine, cells }: ServiceContext, sheet: string): AllowedAt {
  const blocks = cells.sheet(sheet) ? allowedBlocks(engine, sheet) : [];
  return (row, column) =>
    blocks.find(
      ({ block }) =>
        row >= block.row &&
        row < block.row + block.rows &&
        column >= block.column &&
        column < block.column + block.columns,
    )?.allows ?? null;
}

/**
 * Refuses, as Google does, to write what a strict rule does not know: nothing of the write is done. A
 * formula is refused whatever it comes to, which is stricter than Google.
 */
export function checkStrict(
  context: ServiceContext,
  sheet: string,
  { startRow, startColumn }: RangeBounds,
  values: readonly (readonly unknown[])[],
): void {
  const strict = context.cells.sheet(sheet) && allowedBlocks(context.engine, sheet);
  if (!strict?.some(({ allows }) => allows.strict)) return;
  const allowed = allowedAt(context, sheet);
  values.forEach((line, r) => {
    line.forEach((value, c) => {
      const [row, column] = [startRow + r, startColumn + c];
      const rule = allowed(row, column);
      if (!rule?.strict || takes(rule, value)) return;
      const cell = { startRow: row, endRow: row, startColumn: column, endColumn: column };
      throw new Error(sentences.validationRefuses(formatAddress(cell)));
    });
  });
}

function takes(rule: Allowed, value: unknown): boolean {
  if (value === null || value === '') return true;
  if (rule.is === 'tick') return typeof value === 'boolean';
  if (rule.is === 'list') return rule.items.includes(String(value).replace(/^'/, ''));
  return typeof value === 'number' && value >= rule.min && value <= rule.max;
}
