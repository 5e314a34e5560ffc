import type { PlanView } from '../../app/api/plan-api.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { usePanel } from '../shell/panel-context.ts';
import { usePlans, useSay } from './plans-context.ts';
import { type MergedSave, type PlanBase, useMergedSave } from './use-merged-save.ts';

export interface PlanUpdate extends Omit<MergedSave<PlanView>, 'save'> {
  readonly save: (plan: Plan, base: PlanBase, done?: () => void) => void;
}

/** Changes a plan that stands. */
export function useUpdatePlan(): PlanUpdate {
  const { client, announce } = usePanel();
  const { see, tell } = usePlans();
  const say = useSay().plan;
  const saving = useMergedSave<PlanView>((plan, { plan: base, revision }, who) =>
    client.changePlan({ plan, revision, who, ...(base ? { base } : {}) }),
  );
  return {
    ...saving,
    save: (plan, base, done) =>
      saving.save(plan, base, (view) => {
        see(view);
        announce([say.saved, view.note].filter(Boolean).join(' '));
        tell(plan.id, view.note);
        done?.();
      }),
  };
}
