import { fingerprintsOfDrawing, renewedFingerprints } from '../../sheet/integrity/fingerprint.ts';
import type { Drawing } from '../../sheet/layout/drawing.ts';
import { blockOf } from '../../sheet/plan/blocks.ts';
import type { PlanMetadata } from '../../sheet/plan/metadata-block.ts';
import { withFingerprints } from '../../sheet/plan/metadata-block.ts';
import { type SheetState, stateOf } from '../../sheet/plan/plan-facts.ts';
import { type FoundPlan, readBlocks, withFormulas } from '../plan-store/plan-sheet.ts';
import type { Spreadsheet } from '../ports/spreadsheet.ts';

/**
 * Notes on a plan's sheet that was just drawn, in its metadata, what its blocks are: `formulas` as the
 * spreadsheet gives them back, which may not be as they were sent. Other sheets have no metadata. Says
 * what the metadata are from then on, '' where there are none.
 */
export function keepFingerprints(
  sheet: number,
  drawing: Drawing,
  formulas: readonly (readonly string[])[],
  spreadsheet: Spreadsheet,
): string {
  const card = drawing.names.find(({ name }) => blockOf(name)?.block === 'card');
  const at = card && metadataCell(drawing, card);
  if (!at) return '';
  const text = withFingerprints(at.text, fingerprintsOfDrawing(drawing, formulas));
  spreadsheet.write(sheet, { row: at.row, column: at.column, rows: 1, columns: 1 }, [[text]]);
  return text;
}

/** What a sheet's state is once formulas of ours were written in another form. */
export function withRenewedFingerprints(
  plan: Pick<FoundPlan, 'areas'>,
  card: PlanMetadata,
  spreadsheet: Spreadsheet,
): SheetState {
  const state = stateOf(card);
  if (!state.prints) return state;
  const blocks = withFormulas(readBlocks(plan.areas, spreadsheet), spreadsheet);
  return { ...state, prints: renewedFingerprints(state.prints, blocks) };
}

function metadataCell({ cells }: Drawing, area: { row: number; rows: number }) {
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (const [across, { text }] of (cells[row - 1] ?? []).entries()) {
      if (text?.startsWith('{')) return { row, column: across + 1, text };
    }
  }
  return null;
}
