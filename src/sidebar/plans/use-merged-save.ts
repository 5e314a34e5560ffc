import { useState } from 'preact/hooks';
import type { Answer } from '../../app/api/api.ts';
import type { PlanView } from '../../app/api/plan-api.ts';
import {
  type ConflictSide,
  type MergedPlan,
  mergePlans,
  type PlanConflict,
} from '../../plan/model/merge-plans.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { usePanel } from '../shell/panel-context.ts';
import { type PanelRequest, useRequest } from '../shell/use-request.ts';
import { usePlans } from './plans-context.ts';

/** What somebody chose of each conflict; `null` where they have not. */
export type Chosen = (conflict: PlanConflict) => ConflictSide | null;

/** A plan as somebody had it before them when they began to change it. */
export interface PlanBase {
  /** `null` where nobody knows any more: then the revision alone tells whether it still stands. */
  readonly plan: Plan | null;
  readonly revision: number;
}

/** What was to be saved, and what the sheet says of the same by now. */
interface Clash extends Pick<MergedPlan, 'conflicts'> {
  readonly mine: Plan;
  readonly base: Plan;
  readonly now: PlanView;
}

/** A plan as it is to be, and what it is changed from. */
export interface Settled {
  readonly plan: Plan;
  readonly base: PlanView;
}

export interface MergedSave<T> extends Omit<PanelRequest, 'run'> {
  /** A name is needed for the log, and nobody gave one yet. */
  readonly nameless: boolean;
  /** What was changed here and on the sheet; `null` where nothing is to be chosen. */
  readonly clash: Clash | null;
  readonly save: (plan: Plan, base: PlanBase, done: (came: T) => void) => void;
  /** What comes of what was chosen, to be saved. */
  readonly settle: (chosen: Chosen) => Settled | null;
}

type Send<T> = (plan: Plan, base: PlanBase, who: string) => Promise<Answer<T>>;

/** So often the sheet may change under one click on «Save» before that is given up. */
const mostTries = 3;

/**
 * Saves a plan, in the name of whoever is at the keyboard. Where the sheet has changed meanwhile, both
 * changes stand; what both changed to different values is asked.
 */
export function useMergedSave<T>(send: Send<T>): MergedSave<T> {
  const { client, store } = usePanel();
  const { who } = usePlans();
  const task = useRequest();
  const [nameless, setNameless] = useState(false);
  const [clash, setClash] = useState<Clash | null>(null);

  const attempt = async (
    mine: Plan,
    base: PlanBase,
    tries: number,
  ): Promise<Answer<{ readonly came: T } | { readonly clash: Clash }>> => {
    const answer = await send(mine, base, who.trim());
    if ('ok' in answer) return { ok: { came: answer.ok } };
    if (answer.field !== 'revision' || !base.plan || tries >= mostTries) return answer;
    const read = await store.read(
      () => client.openPlan(mine.id),
      (view) => ({ view }),
    );
    if ('problem' in read) return read;
    const now = read.ok;
    const { plan, conflicts } = mergePlans(base.plan, mine, now.plan);
    if (conflicts.length === 0) return attempt(plan, now, tries + 1);
    return { ok: { clash: { mine, base: base.plan, now, conflicts } } };
  };
  return {
    busy: task.busy,
    error: task.error,
    clear: task.clear,
    nameless,
    clash,
    save: (plan, base, done) => {
      setNameless(who.trim() === '');
      if (who.trim() === '') {
        document.getElementById('who')?.focus();
        return;
      }
      setClash(null);
      task.run(
        () => attempt(plan, base, 1),
        (came) => {
          if ('clash' in came) setClash(came.clash);
          else done(came.came);
        },
      );
    },
    settle: (chosen) =>
      clash && {
        plan: mergePlans(clash.base, clash.mine, clash.now.plan, chosen).plan,
        base: clash.now,
      },
  };
}
