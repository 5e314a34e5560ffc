import { ClashBox } from '../plans/conflict-box.tsx';
import { usePlans, useSay } from '../plans/plans-context.ts';
import type { Settled } from '../plans/use-merged-save.ts';
import type { PlanUpdate } from '../plans/use-update-plan.ts';
import { AuthorField } from '../ui/author-field.tsx';
import { ProblemBox } from '../ui/fields.tsx';
import { rebased } from './draft.ts';
import type { Draft, Step } from './draft-begun.ts';
import { firstWrong, placeOfField } from './numbers/number-fields.ts';

interface StepSaveProps {
  readonly draft: Draft;
  readonly goTo: (step: Step, field?: string) => void;
  readonly changing: PlanUpdate;
}

/** The end of changing a plan: saved with one click from every step, or dropped. */
export function StepSave({ draft, goTo, changing }: StepSaveProps) {
  const { go, setDraft } = usePlans();
  const words = useSay();
  const say = words.steps;
  const { busy, error, nameless, save } = changing;
  const { plan, revision } = draft;
  const leave = () => go('plan', { plan: plan.id, draft: null });
  const submit = () => {
    if (plan.name.trim() === '') return goTo(1, 'name');
    if (plan.kpis.length === 0) return goTo(2);
    const wrong = firstWrong(draft);
    if (wrong) return goTo(3, wrong);
    save(plan, { plan: draft.base ?? null, revision }, leave);
  };
  const again = (settled: Settled) => {
    // Kept in the draft as well: what was chosen is not asked again where saving fails.
    setDraft(rebased(draft, settled.plan, settled.base));
    save(settled.plan, settled.base, leave);
  };
  const wrong = error?.field ? placeOfField(error.field) : null;
  return (
    <>
      <AuthorField wrong={nameless} />
      {error && <ProblemBox>{error.problem}</ProblemBox>}
      <ClashBox saving={changing} first={true} again={again} />
      {wrong && (
        <button type="button" onClick={() => goTo(wrong.step, wrong.id)}>
          {say.goTo}
        </button>
      )}
      <footer>
        <button
          type="button"
          class={changing.clash ? '' : 'main'}
          aria-disabled={busy}
          onClick={submit}
        >
          {busy ? say.saving : say.save}
        </button>
        <button type="button" class="quiet" onClick={leave}>
          {say.cancel}
        </button>
      </footer>
    </>
  );
}
