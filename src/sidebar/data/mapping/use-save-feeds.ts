import { useState } from 'preact/hooks';
import type { PlanView } from '../../../app/api/plan-api.ts';
import { usePlans } from '../../plans/plans-context.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { type PanelRequest, useRequest } from '../../shell/use-request.ts';
import { useData } from '../data-context.tsx';
import { type FeedsDraft, revisionFor, savedFeeds } from './feeds-draft.ts';

export interface SaveFeeds extends Pick<PanelRequest, 'busy' | 'error'> {
  /** A name is needed for the log, and nobody gave one yet. */
  readonly nameless: boolean;
  readonly save: (draft: FeedsDraft, view: PlanView, done: (note: string) => void) => void;
}

/** Saves what flows into a plan, in the name of whoever is at the keyboard. */
export function useSaveFeeds(): SaveFeeds {
  const { client } = usePanel();
  const { who, see, renew } = usePlans();
  const { take } = useData();
  const task = useRequest();
  const [nameless, setNameless] = useState(false);
  return {
    busy: task.busy,
    error: task.error,
    nameless,
    save: (draft, view, done) => {
      const name = who.trim();
      setNameless(name === '');
      if (name === '') {
        document.getElementById('who')?.focus();
        return;
      }
      const revision = revisionFor(draft, view);
      const { feeds, accounts } = savedFeeds(draft, view.plan);
      task.run(
        () =>
          client.saveFeeds({
            plan: draft.plan,
            revision,
            feeds,
            accounts,
            who: name,
          }),
        ({ view: now, start, note }) => {
          see(now);
          take(start);
          renew();
          done(note);
        },
      );
    },
  };
}
