import { factsFor, metadataFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import { findPlan } from '../plan-store/find-plan.ts';
import { writeOwnFormulas } from '../plan-store/rewrite-formulas.ts';
import type { Context } from '../ports/context.ts';
import { withRenewedFingerprints } from './keep-fingerprints.ts';

/** Writes a plan's formulas as native ones or with our functions. Done already, it is not done again. */
export function convertFormulas(id: string, native: boolean, context: Context): void {
  const standing = findPlan(id, context);
  if (standing?.state !== 'open' || standing.card.native === native) return;
  const { card: metadata } = standing;
  const read = standing.read();
  const state = { ...stateOf(metadata), native, revision: metadata.revision + 1 };
  writeOwnFormulas(
    factsFor(read.plan, state, read.typed, context),
    read.blocks,
    context.spreadsheet,
  );
  context.spreadsheet.settle();
  const { prints } = withRenewedFingerprints(standing, metadata, context.spreadsheet);
  standing.writeCard(metadataFor(metadata.plan, { ...state, ...(prints && { prints }) }));
  context.spreadsheet.settle();
}
