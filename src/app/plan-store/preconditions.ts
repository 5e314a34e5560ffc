import { Problem } from '../api/user-error.ts';
import type { Context } from '../ports/context.ts';
import type { SheetInfo } from '../ports/spreadsheet.ts';

/** More sheets than this no spreadsheet holds; the shared sheets have to find room as well. */
const mostSheets = 200;
const sharedAtMost = 3;

/** Refuses, before anything is written, what cannot be written. */
export function checkMayAdd(
  sheets: readonly SheetInfo[],
  { spreadsheet, say }: Pick<Context, 'spreadsheet' | 'say'>,
): void {
  if (!spreadsheet.mayChange(null)) throw new Problem(say.mayNotAdd);
  if (sheets.length + 1 + sharedAtMost > mostSheets) throw new Problem(say.tooManySheets);
}
