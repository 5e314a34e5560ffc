import { useState } from 'preact/hooks';
import type { PlanView } from '../../app/api/plan-api.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { usePanel } from '../shell/panel-context.ts';
import { type Task, useTask } from '../shell/use-request.ts';
import { usePlans, useSay } from './plans-context.ts';

export interface Change extends Omit<Task, 'run'> {
  /** A name is needed for the log, and nobody gave one yet. */
  readonly nameless: boolean;
  readonly save: (plan: Plan, revision: number, done?: (view: PlanView) => void) => void;
}

/** Changes a plan that stands, in the name of whoever is at the keyboard. */
export function useChange(): Change {
  const { client, announce } = usePanel();
  const { who, see, renew } = usePlans();
  const say = useSay().plan;
  const task = useTask();
  const [nameless, setNameless] = useState(false);
  return {
    busy: task.busy,
    trouble: task.trouble,
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
