import { useState } from 'preact/hooks';
import { type ConflictSide, conflictKey, type PlanConflict } from '../../plan/model/merge-plans.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { usePanel } from '../shell/panel-context.ts';
import { useHeading } from '../shell/use-heading.ts';
import { conflictText } from './conflict-words.ts';
import { useNames } from './plan-names.ts';
import { useSay } from './plans-context.ts';
import type { Chosen, MergedSave, Settled } from './use-merged-save.ts';

interface ConflictBoxProps {
  readonly conflicts: readonly PlanConflict[];
  /** Mine. */
  readonly plan: Plan;
  /** What is done with the choice, in words. */
  readonly action: string;
  readonly busy: boolean;
  /** Nothing matters more on the page. */
  readonly first?: boolean;
  readonly choose: (chosen: Chosen) => void;
}

interface ClashBoxProps {
  readonly saving: Pick<MergedSave<unknown>, 'clash' | 'busy' | 'settle'>;
  readonly first?: boolean;
  /** Saves what came of the choice. */
  readonly again: (settled: Settled) => void;
}

/** Where saving has met what somebody else changed: the choice, and saving goes on with it. */
export function ClashBox({ saving: { clash, busy, settle }, first, again }: ClashBoxProps) {
  const words = useSay();
  if (!clash) return null;
  return (
    <ConflictBox
      conflicts={clash.conflicts}
      plan={clash.mine}
      action={busy ? words.steps.saving : words.changed.save}
      busy={busy}
      first={first === true}
      choose={(chosen) => {
        const settled = settle(chosen);
        if (settled) again(settled);
      }}
    />
  );
}

/** Two changed the same: both values, one below the other, and the choice between them. */
export function ConflictBox({ conflicts, plan, action, busy, first, choose }: ConflictBoxProps) {
  const { language } = usePanel();
  const words = useSay();
  const names = useNames();
  const say = words.changed;
  const keys = conflicts.map(conflictKey);
  const heading = useHeading(keys.join(' '));
  const [sides, setSides] = useState<Readonly<Record<string, ConflictSide>>>({});
  const [tried, setTried] = useState(false);
  const open = keys.findIndex((key) => !sides[key]);
  const submit = () => {
    setTried(true);
    if (open >= 0) document.getElementById(`conflict-${open}-mine`)?.focus();
    else if (!busy) choose((conflict) => sides[conflictKey(conflict)] ?? null);
  };
  return (
    <section class="conflict notice" aria-labelledby="conflict">
      <h2 id="conflict" ref={heading} tabIndex={-1}>
        {say.title}
      </h2>
      <p>{say.why}</p>
      {conflicts.map((conflict, at) => {
        const key = conflictKey(conflict);
        const text = conflictText(conflict, plan, { say: words, names, language });
        return (
          <fieldset key={key} data-conflict={key}>
            <legend>{text.title}</legend>
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side} class="option">
                <input
                  type="radio"
                  id={`conflict-${at}-${side}`}
                  name={`conflict-${at}`}
                  checked={sides[key] === side}
                  onChange={() => setSides((last) => ({ ...last, [key]: side }))}
                />
                <span>
                  <span class="muted">{say[side]}:</span> {text[side]}
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
      {tried && open >= 0 && (
        <p class="error" role="alert">
          {say.open}
        </p>
      )}
      <button type="button" class={first ? 'main' : ''} aria-disabled={busy} onClick={submit}>
        {action}
      </button>
    </section>
  );
}
