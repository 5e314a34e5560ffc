import { addressesFrom, columnLetters } from '../../sheet/layout/cell-addresses.ts';
import {
  isUnanswered,
  mayStillAnswer,
  meaningOf,
  type UnansweredCell,
} from '../../sheet/layout/computed-value.ts';
import type { SheetBlock } from '../../sheet/layout/found-blocks.ts';
import type { TypedValues } from '../../sheet/layout/sheet-input.ts';
import { Problem } from '../api/user-error.ts';
import type { Context } from '../ports/context.ts';

/**
 * For how many milliseconds somebody's deed, a look at a plan, and a run of the clock wait for what
 * the spreadsheet is still computing.
 */
export const patience = { deed: 20_000, look: 3_000, table: 5_000 } as const;

/** Between two looks at cells that are being computed. */
const stepMs = 1_000;

/** Reads until nothing among it is being computed any more, or patience has an end. */
export function readAnswered<T>(
  read: () => T,
  waits: (found: T) => boolean,
  patienceMs: number,
  { spreadsheet, services }: Pick<Context, 'spreadsheet' | 'services'>,
): T {
  let found = read();
  for (let left = patienceMs; left > 0 && waits(found); left -= stepMs) {
    spreadsheet.settle();
    services.wait(stepMs);
    found = read();
  }
  return found;
}

/** Whether waiting may bring a value among these. */
export const isComputing = (values: readonly (readonly unknown[])[]): boolean =>
  values.some((line) => line.some(mayStillAnswer));

/** Refuses, naming the cell, where one shows no value but that it has none. */
export function checkAnswered(
  [first]: readonly Pick<UnansweredCell, 'sheet' | 'row' | 'column' | 'shows'>[],
  { spreadsheet, say }: Pick<Context, 'spreadsheet' | 'say'>,
): void {
  if (!first) return;
  const name = spreadsheet.sheet(first.sheet)?.name ?? '';
  const place = `${columnLetters(first.column)}${first.row} · ${name}`;
  throw new Problem(
    meaningOf(first.shows) === 'pending'
      ? say.stillComputing({ place, shows: first.shows })
      : say.hasNoAnswer({ place, shows: first.shows }),
  );
}

/** Refuses to carry along what was typed where a cell of it, a formula of somebody's, shows no value. */
export function checkTypedAnswered(
  typed: TypedValues,
  blocks: readonly SheetBlock[],
  context: Pick<Context, 'spreadsheet' | 'say'>,
): void {
  const addresses = addressesFrom(blocks);
  for (const { block, sheet, area, columnKeys } of blocks) {
    for (const [row, cells] of Object.entries(typed[block] ?? {})) {
      for (const [column, value] of Object.entries(cells)) {
        if (!isUnanswered(value)) continue;
        const at = addresses.position(block, row, column) ?? {
          // A row that somebody has added is known by how far down it stands.
          row: area.row + (Number(row.replace(/^added/, '')) || 0),
          column: area.column + columnKeys.indexOf(column),
        };
        checkAnswered([{ sheet, ...at, shows: String(value) }], context);
      }
    }
  }
}
