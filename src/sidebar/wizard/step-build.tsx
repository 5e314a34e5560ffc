import { languageWords } from '../../messages/compiled/language.ts';
import { quarterTitle } from '../../plan/calendar/calendar.ts';
import { useNames } from '../plans/plan-names.ts';
import { usePlans, useSay } from '../plans/plans-context.ts';
import { usePanel } from '../shell/panel-context.ts';
import { useHeading } from '../shell/use-heading.ts';
import { useRequest } from '../shell/use-request.ts';
import { ProblemBox } from '../ui/fields.tsx';
import { BuildProgress } from './build-progress.tsx';
import { bands } from './draft.ts';
import { type Draft, draftOf } from './draft-begun.ts';
import { newPlanId } from './new-plan.ts';
import { placeOfField } from './numbers/number-fields.ts';
import { Footer, type StepProps } from './step-parts.tsx';
import { useBuild } from './use-build.ts';

/** What will be built, the button that builds it, and what became of it. */
export function StepBuild({ draft, change, goTo }: StepProps) {
  const words = useSay();
  const say = words.build;
  const { plan, sample } = draft;
  const { renew } = usePlans();
  const {
    busy,
    progress,
    error: trouble,
    build,
  } = useBuild(plan.id, ({ sheet, note, start }) => {
    renew(start);
    change((last) => ({ ...last, built: { sheet, note } }));
  });
  if (draft.built) return <BuiltBox built={draft.built} draft={draft} />;
  const wrong = trouble?.field ? placeOfField(trouble.field) : null;
  const back = () => {
    change((last) => ({ ...last, sample: false }));
    goTo(sample ? 1 : 4);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) build(plan, sample);
      }}
    >
      <Summary draft={draft} />
      {trouble && (
        <>
          <ProblemBox>{trouble.problem}</ProblemBox>
          {wrong ? (
            <button type="button" onClick={() => goTo(wrong.step, wrong.id)}>
              {words.steps.goTo}
            </button>
          ) : (
            <p class="muted">{say.againWhy}</p>
          )}
        </>
      )}
      {busy && <BuildProgress progress={progress} />}
      <Footer
        next={busy ? say.building : trouble && !wrong ? say.again : say.build}
        busy={busy}
        {...(busy ? {} : { back })}
      />
    </form>
  );
}

/** The plan in a few lines. */
function Summary({ draft }: { readonly draft: Draft }) {
  const { language } = usePanel();
  const say = useSay();
  const names = useNames();
  const { plan, sample } = draft;
  const { weighted, tracked } = bands(plan);
  const set = plan.kpis.filter(({ target }) => target !== null).length;
  const sheetLanguage = languageWords(plan.language).name;
  const facts: readonly (readonly [string, string])[] = [
    [say.build.plan, plan.name],
    [say.who.role, names.roles[plan.role]],
    [say.build.quarter, quarterTitle(plan.quarter, plan.circumstances.firstMonth, language)],
    [say.build.kpis, say.build.counted({ weighted: weighted.length, tracked: tracked.length })],
    [say.build.targets, say.build.targetsSet({ set, all: plan.kpis.length })],
    [say.build.sheet, sheetLanguage],
  ];
  return (
    <>
      <dl class="summary">
        {facts.map(([title, fact]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">
        {sample && `${say.build.sample} `}
        {say.build.untouched}
        {draft.is === 'next' && ` ${say.build.after}`}
      </p>
    </>
  );
}

interface BuiltBoxProps {
  readonly built: NonNullable<Draft['built']>;
  readonly draft: Draft;
}

/** The sheet stands: the way there, and what comes next. */
function BuiltBox({ built, draft }: BuiltBoxProps) {
  const { client } = usePanel();
  const { go } = usePlans();
  const say = useSay().build;
  const heading = useHeading(built.sheet);
  const task = useRequest();
  const { id } = draft.plan;
  const toPlan = () => go('plan', { plan: id, draft: null });
  const lines = draft.sample ? say.nextSample : say.nextLines;
  return (
    <section class="done">
      <h2 ref={heading} tabIndex={-1}>
        <span aria-hidden="true">✓</span> {say.done({ sheet: built.sheet })}
      </h2>
      {built.note && <p>{built.note}</p>}
      {task.error && <ProblemBox>{task.error.problem}</ProblemBox>}
      <button
        type="button"
        class="main"
        aria-disabled={task.busy}
        onClick={() => task.run(() => client.goToPlan(id), toPlan)}
      >
        {task.busy ? say.going : say.go}
      </button>
      {draft.sample ? (
        <button type="button" onClick={() => go('steps', { draft: ownAgain(draft) })}>
          {say.own}
        </button>
      ) : (
        <button type="button" onClick={toPlan}>
          {say.toPlan}
        </button>
      )}
      <h3>{say.next}</h3>
      <ul class="plain">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** The same plan once more, without the made-up numbers. */
function ownAgain({ plan, roleSaid, shaped }: Draft): Draft {
  const kpis = plan.kpis.map((kpi) => ({ ...kpi, baseline: null, target: null, lastYear: null }));
  return { ...draftOf('new', { ...plan, id: newPlanId(), kpis }, 1), roleSaid, shaped };
}
