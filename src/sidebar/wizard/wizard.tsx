import { useState } from 'preact/hooks';
import { usePlans, useSay } from '../plans/plans-context.ts';
import { useUpdatePlan } from '../plans/use-update-plan.ts';
import { useHeading } from '../shell/use-heading.ts';
import { StepCheck } from './check/step-check.tsx';
import { atStep } from './draft.ts';
import type { Draft, Step } from './draft-begun.ts';
import { StepNumbers } from './numbers/step-numbers.tsx';
import { SheetNews } from './sheet-news.tsx';
import { StepBuild } from './step-build.tsx';
import { StepSave } from './step-save.tsx';
import { StepWhat } from './step-what.tsx';
import { StepWho } from './step-who.tsx';

const pages = { 1: StepWho, 2: StepWhat, 3: StepNumbers, 4: StepCheck, 5: StepBuild } as const;
const forNew: readonly Step[] = [1, 2, 3, 4, 5];
const forEdit: readonly Step[] = [1, 2, 3, 4];

/** The five steps to a quarter; of a plan that stands already, those that can change it. */
export function Wizard({ draft }: { readonly draft: Draft }) {
  const { setDraft, go } = usePlans();
  const words = useSay();
  const say = words.steps;
  const changing = useUpdatePlan();
  const [focusOn, setFocusOn] = useState('');
  const heading = useHeading(String(draft.step), focusOn !== '');
  const editing = draft.is === 'edit';
  const change = (next: (last: Draft) => Draft) => setDraft(next);
  const goTo = (step: Step, field = '') => {
    setFocusOn(field);
    change((last) => atStep(last, step));
  };
  const Page = pages[draft.step];
  return (
    <main class="steps">
      <nav class="trail" aria-label={editing ? words.plan.edit : say.of({ step: draft.step })}>
        <button
          type="button"
          class="quiet back"
          onClick={() => go(editing ? 'plan' : 'home', { plan: draft.plan.id })}
        >
          <span aria-hidden="true">‹</span> {editing ? draft.plan.name : say.home}
        </button>
        {!draft.built && !editing && <Trail draft={draft} goTo={goTo} />}
        {editing && <Tabs draft={draft} goTo={goTo} />}
      </nav>
      <h1 ref={heading} tabIndex={-1}>
        {!editing && <span class="muted">{say.of({ step: draft.step })} · </span>}
        {say.titles[draft.step - 1]}
      </h1>
      {editing && <SheetNews draft={draft} change={change} saving={changing} />}
      <Page draft={draft} change={change} goTo={goTo} focusOn={focusOn} />
      {editing && <StepSave draft={draft} goTo={goTo} changing={changing} />}
    </main>
  );
}

interface TrailProps {
  readonly draft: Draft;
  readonly goTo: (step: Step) => void;
}

/** The parts of a plan that stands: all of them open, in any order. */
function Tabs({ draft, goTo }: TrailProps) {
  const say = useSay().steps;
  return (
    <ul class="tabs">
      {forEdit.map((step) => (
        <li key={step}>
          <button
            type="button"
            class="link"
            aria-current={step === draft.step ? 'step' : undefined}
            onClick={() => goTo(step)}
          >
            {say.tabs[step - 1]}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The steps as short strokes: those that were reached lead back there. */
function Trail({ draft, goTo }: TrailProps) {
  const say = useSay().steps;
  return (
    <ol class="trail-steps">
      {forNew.map((step) => {
        const title = say.titles[step - 1] ?? '';
        return (
          <li key={step}>
            <button
              type="button"
              title={title}
              aria-label={`${say.of({ step })}: ${title}`}
              aria-current={step === draft.step ? 'step' : undefined}
              disabled={step > draft.furthest}
              onClick={() => goTo(step)}
            />
          </li>
        );
      })}
    </ol>
  );
}
