import type { FeedsSaved } from '../../../app/api/data-api.ts';
import type { PlanView } from '../../../app/api/plan-api.ts';
import { usePlans } from '../../plans/plans-context.ts';
import { type MergedSave, useMergedSave } from '../../plans/use-merged-save.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { useData } from '../data-context.tsx';
import { type FeedsDraft, planBefore, planWith } from './feeds-draft.ts';

export interface SaveFeeds extends Omit<MergedSave<FeedsSaved>, 'save'> {
  readonly save: (draft: FeedsDraft, view: PlanView, done: (note: string) => void) => void;
}

/** Saves what flows into a plan. */
export function useSaveFeeds(): SaveFeeds {
  const { client } = usePanel();
  const { see } = usePlans();
  const { take } = useData();
  const saving = useMergedSave<FeedsSaved>((plan, { plan: before, revision }, who) => {
    const { id, feeds, accounts } = plan;
    const base = before && { feeds: before.feeds, accounts: before.accounts };
    return client.saveFeeds({ plan: id, revision, feeds, accounts, who, ...(base && { base }) });
  });
  return {
    ...saving,
    save: (draft, { plan }, done) => {
      const base = { plan: planBefore(draft, plan), revision: draft.revision };
      saving.save(planWith(draft, plan), base, ({ view, start, note }) => {
        see(view);
        take(start);
        done(note);
      });
    },
  };
}
