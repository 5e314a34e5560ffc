import type { planAnswersEn } from '../../messages/en/plan-answers.ts';
import type { UndoFacts } from './undo-entry.ts';

/** What `undo` would take back, in words. */
export function undoWords(facts: UndoFacts, say: typeof planAnswersEn): string {
  const { name } = facts;
  if (facts.is === 'change') return say.undoChange(name);
  if (facts.is === 'swap') return say.undoSwap(name);
  if (facts.is === 'close') return say.undoClose(name);
  return facts.closed === null ? say.undoBuild(name) : say.undoNext(name);
}
