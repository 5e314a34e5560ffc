import { firstDay } from '../../plan/calendar/calendar.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { accountIn, type Checkpoint, ongoingError } from '../data-sheet/checkpoint.ts';
import type { Context } from '../ports/context.ts';
import { inputNotes } from './quality-notes.ts';
import type { AccountResult } from './source-result.ts';

/**
 * Inputs that are not told apart by segments any more: of which some days came without, or would
 * fill the sheet. Half of the days told apart would make each segment too small, so that all are as
 * one, until all of them are fetched again.
 */
export function untoldInputs(
  results: readonly AccountResult[],
  before: Checkpoint,
  plan: Plan,
): readonly string[] {
  const first = firstDay(plan.quarter);
  return results.flatMap(({ account, hash, batch, untold = [] }) => {
    const known = accountIn(before, account.id);
    const stays = known.hash === hash && (batch === null || batch.from > first);
    return [...untold, ...(stays ? (known.untold ?? []) : [])];
  });
}

/** Results that say of which inputs the segments are left out, beside them and as an error. */
export const withUntold = (
  results: readonly AccountResult[],
  all: readonly string[],
  plan: Plan,
  before: Checkpoint,
  nowMs: number,
  { sources }: Pick<Context, 'sources'>,
): readonly AccountResult[] =>
  results.map((result): AccountResult => {
    const { account, state } = result;
    const fed = plan.feeds.filter((feed) => feed.account === account.id);
    const untold = fed.filter(({ input }) => all.includes(input));
    if (untold.length === 0) return { ...result, state: { ...state, untold: [] } };
    const { dimension } = sources.of(account).words(plan.language);
    const splits = [...new Set(untold.flatMap(({ split }) => (split === null ? [] : [split])))];
    const detail = splits.map((split) => `“${dimension(split)}”`).join(', ');
    const known = accountIn(before, account.id).trouble;
    const [note = ''] = inputNotes({ trust: null, loss: null, untold: true }, plan.language);
    const coverage = [...result.coverage].map(([input, covered]) => {
      const notes = [note, covered.trust].filter((each) => each !== '').join('; ');
      return [
        input,
        untold.some((each) => each.input === input) ? { ...covered, trust: notes } : covered,
      ] as const;
    });
    return {
      ...result,
      coverage: new Map(coverage),
      state: {
        ...state,
        untold: untold.map(({ input }) => input),
        trouble: state.trouble ?? ongoingError({ kind: 'tooManySegments', detail }, known, nowMs),
      },
    };
  });
