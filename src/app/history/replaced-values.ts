import { planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import type { PlanMetadata } from '../../sheet/plan/metadata-block.ts';
import { cellWords, namedCells } from '../plan-store/cell-words.ts';
import type { TypedOver } from '../plan-store/rewrite-formulas.ts';
import type { Context } from '../ports/context.ts';
import { deedLine, type LogLine } from './history.ts';

/** What people typed over formulas that are written again, in a sentence; '' for nothing. */
export const replacedWords = (over: readonly TypedOver[], { say }: Context): string =>
  over.length === 0
    ? ''
    : say.replaced({
        count: over.length,
        cells: cellWords(namedCells(over), over.length, say.andMore),
      });

/** The same for the log, which keeps it. */
export function replacedLines(
  over: readonly TypedOver[],
  { plan, revision }: PlanMetadata,
  context: Context,
): LogLine[] {
  if (over.length === 0) return [];
  const { andMore } = planAnswersWords(plan.language);
  const before = cellWords(namedCells(over), over.length, andMore);
  const line = deedLine('replaced', plan, revision, { before }, context);
  return [{ ...line, key: `${line.key}.${line.when}` }];
}
