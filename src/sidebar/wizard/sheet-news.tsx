import { useEffect, useState } from 'preact/hooks';
import { mergePlans } from '../../plan/model/merge-plans.ts';
import { ConflictBox } from '../plans/conflict-box.tsx';
import { usePlans, useSay } from '../plans/plans-context.ts';
import { ChangedLine } from '../plans/sheet-changed.tsx';
import type { Chosen } from '../plans/use-merged-save.ts';
import type { PlanUpdate } from '../plans/use-update-plan.ts';
import { useFieldFocus } from '../shell/use-field-focus.ts';
import { isUntouched, rebased } from './draft.ts';
import type { Draft } from './draft-begun.ts';

interface SheetNewsProps {
  readonly draft: Draft;
  readonly change: (next: (last: Draft) => Draft) => void;
  /** Who saves looks at the sheet, and asks what is to be asked. */
  readonly saving: Pick<PlanUpdate, 'busy' | 'clash'>;
}

const undecided: Chosen = () => null;

/**
 * The sheet of a plan that is being edited has changed: taken over at once where nobody has changed
 * anything here, else said, and taken over when somebody wants it.
 */
export function SheetNews({ draft, change, saving }: SheetNewsProps) {
  const { seen } = usePlans();
  const say = useSay().changed;
  const inField = useFieldFocus();
  const [asked, setAsked] = useState(false);
  const { plan } = draft;
  // Kept by an earlier version of the panel, a draft does not say.
  const base = draft.base ?? null;
  const view = seen?.plan.id === plan.id ? seen : null;
  const isQuiet = saving.busy || saving.clash !== null;
  const isBehind = !isQuiet && view !== null && base !== null && !isSame(view.plan, base);
  const free = isUntouched(draft) && !inField;
  const take = (chosen: Chosen) => {
    if (!view || !base) return;
    const merged = mergePlans(base, plan, view.plan, chosen);
    setAsked(merged.conflicts.length > 0);
    if (merged.conflicts.length === 0) change((last) => rebased(last, merged.plan, view));
  };
  useEffect(() => {
    if (isBehind && free) take(undecided);
  }, [isBehind, free, view]);
  const conflicts = isBehind && asked ? mergePlans(base, plan, view.plan).conflicts : [];
  return (
    <>
      <ChangedLine shown={isBehind && !free && !asked} look={() => take(undecided)} />
      {conflicts.length > 0 && (
        <ConflictBox
          conflicts={conflicts}
          plan={plan}
          action={say.take}
          busy={false}
          choose={take}
        />
      )}
    </>
  );
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
