import { planAnswers } from '../../messages/plan-answers.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type { TypedValues } from '../../sheet/layout/sheet-input.ts';
import { drawingFor, type SheetState } from '../../sheet/plan/plan-facts.ts';
import type { LogLine } from '../history/history.ts';
import { checkTypedAnswered } from '../plan-store/answered-cells.ts';
import { checkMayChange } from '../plan-store/find-plans.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import { checkMayAdd } from '../plan-store/preconditions.ts';
import { planTitle } from '../plan-store/sheet-title.ts';
import type { Context } from '../ports/context.ts';
import { buildSheet } from './build-sheet.ts';
import { readyFor } from './prepare-data-range.ts';
import { sheetById } from './publish-sheet.ts';

/** What a plan's sheet is built anew with. */
export interface Rebuilding {
  readonly plan: Plan;
  readonly typed: TypedValues;
  readonly state: SheetState;
  readonly lines: readonly LogLine[];
}

/**
 * Builds a plan's sheet anew beside the one that stands, with what people typed there. The old one
 * stays, hidden. Says under which name, or '' where there was none.
 */
export function rebuild(
  standing: PlanSheet,
  { plan, typed, state, lines }: Rebuilding,
  context: Context,
): string {
  const { spreadsheet } = context;
  const { sheet: old, card: metadata } = standing;
  checkMayAdd(spreadsheet.sheets(), context);
  checkTypedAnswered(typed, standing.read().blocks, context);
  if (old) checkMayChange(old, context);
  const say = planAnswers(plan.language);
  // A title that somebody gave the tab stays; one of ours follows the plan.
  const usual = old === null || old.name.startsWith(planTitle(metadata.plan));
  const renamed = planTitle(metadata.plan) !== planTitle(plan);
  const title = usual && (renamed || old === null) ? planTitle(plan) : old.name;
  const keptTitle = say.kept(old?.name ?? title);
  buildSheet(
    {
      key: plan.id,
      drawing: drawingFor(plan, state, readyFor(plan, typed, spreadsheet), context),
      title,
      from: old && { sheet: old.id, keptTitle },
      freeze: null,
      language: plan.language,
      lines,
      undo: old
        ? (sheet, hash) => ({ is: 'swap', plan: plan.id, name: plan.name, sheet, print: hash })
        : null,
    },
    context,
  );
  return (old && sheetById(old.id, spreadsheet)?.name) ?? '';
}
