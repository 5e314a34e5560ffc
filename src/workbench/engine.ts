import { knowNamesOfCells } from './model/known-names.ts';
import { forgetInsteadOfSearching } from './model/lookup-cache.ts';
import { closeOpenRanges } from './model/open-ranges.ts';
import { readNamesAnew } from './model/parsed-formulas.ts';

/** What calculates, without scripts, files and a page. */
export { adaptFunctions } from './model/functions.ts';
export { watchCalculation } from './model/settle.ts';
export { startEngine, WORKBOOK_ID } from './model/univer.ts';

/** Mends what the engine gets wrong, wherever it is started in this process from now on. */
export function mendEngine(): void {
  closeOpenRanges();
  forgetInsteadOfSearching();
  knowNamesOfCells();
  readNamesAnew();
}
