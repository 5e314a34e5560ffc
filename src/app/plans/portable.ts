import { factsFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import { fieldOf } from '../../sources/json.ts';
import type { PlanView } from '../api/plan-api.ts';
import { planId } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { deedLine } from '../history/history.ts';
import { replacedLines, replacedWords } from '../history/replaced-values.ts';
import { changeable, checkMayChange, planNamed } from '../plan-store/find-plan.ts';
import { checkTakesFormulas, typedOverFormulas } from '../plan-store/rewrite-formulas.ts';
import type { Context } from '../ports/context.ts';
import { carryOut, recover } from '../transactions/pending-change.ts';
import { viewNow } from './open-plan.ts';

/**
 * Our functions to native formulas, for colleagues without the add-on, and back. Only cells that
 * the product computes are written, and each gets exactly the formula it was built with.
 */
export function makePortable(request: unknown, context: Context): PlanView {
  const id = planId(fieldOf(request, 'plan'));
  const native = fieldOf(request, 'native') === true;
  const replaced = exclusively(context, () => {
    recover(context);
    const standing = changeable(planNamed(id, context), context);
    const { card: metadata, sheet } = standing;
    if (metadata.native === native) return '';
    checkMayChange(sheet, context);
    const { plan, revision } = metadata;
    const read = standing.read();
    const facts = factsFor(read.plan, stateOf(metadata), read.typed, context);
    const wanted = factsFor(read.plan, { ...stateOf(metadata), native }, read.typed, context);
    checkTakesFormulas(wanted, read.blocks, context);
    const over = typedOverFormulas(facts, read.blocks, context.spreadsheet);
    const lines = [
      deedLine(native ? 'portable' : 'ours', plan, revision + 1, {}, context),
      ...replacedLines(over, metadata, context),
    ];
    carryOut(
      { is: 'convert', key: id, language: plan.language, native, lines, undo: null },
      context,
    );
    return replacedWords(over, context);
  });
  return { ...viewNow(id, context), note: replaced };
}
