import { useState } from 'preact/hooks';
import type { PlanView } from '../../app/api/plan-api.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { usePanel } from '../shell/panel-context.ts';
import { type PanelRequest, useRequest } from '../shell/use-request.ts';
import { usePlans, useSay } from './plans-context.ts';

export interface PlanUpdate extends Omit<PanelRequest, 'run'> {
  /** A name is needed for the log, and nobody gave one yet. */
  readonly nameless: boolean;
  readonly save: (plan: Plan, revision: number, done?: (view: PlanView) => void) => void;
}

/** Changes a plan that stands, in the name of whoever is at the keyboard. */
export function useUpdatePlan(): PlanUpdate {
  const { client, announce } = usePanel();
  const { who, see, renew } = usePlans();
  const say = useSay().plan;
  const task = useRequest();
  const [nameless, setNameless] = useState(false);
  return {
    busy: task.busy,
    error: task.error,
    clear: task.clear,
    nameless,
    save: (plan, revision, done) => {
      setNameless(who.trim() === '');
      if (who.trim() === '') {
        document.getElementById('who')?.focus();
        return;
      }
      task.run(
        () => client.changePlan({ plan, revision, who: who.trim() }),
        (view) => {
          see(view);
          renew();
          announce(say.saved);
          done?.(view);
        },
      );
    },
  };
}
