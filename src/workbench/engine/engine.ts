import { knowNamesOfCells } from './known-names.ts';
import { forgetInsteadOfSearching } from './lookup-cache.ts';
import { rememberManyFormulas } from './many-formulas.ts';
import { closeOpenRanges } from './open-ranges.ts';
import { readNamesAnew } from './parsed-formulas.ts';
import { rememberNodes } from './remembered-nodes.ts';

export { watchCalculation } from './calculation.ts';
/** What calculates, without scripts, files and a page. */
export { adaptFunctions } from './functions.ts';
export { startEngine, WORKBOOK_ID } from './univer.ts';

/** Mends what the engine gets wrong or does twice, wherever it is started in this process from now on. */
export function mendEngine(): void {
  closeOpenRanges();
  forgetInsteadOfSearching();
  knowNamesOfCells();
  readNamesAnew();
  rememberNodes();
  rememberManyFormulas();
}
