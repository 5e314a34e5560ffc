import { useState } from 'preact/hooks';
import type { PlanCard } from '../../app/api/plan-api.ts';
import { lastDay, quarterTitle } from '../../plan/calendar/calendar.ts';
import { PlanDataLine } from '../data/plan-data-line.tsx';
import { useDataStart } from '../data/use-data-start.ts';
import { usePlanView } from '../data/use-plan-view.ts';
import { usePanel } from '../shell/panel-context.ts';
import { useHeading } from '../shell/use-heading.ts';
import { useRequest } from '../shell/use-request.ts';
import { BackHome } from '../ui/back-home.tsx';
import { ProblemBox } from '../ui/fields.tsx';
import { draftOf } from '../wizard/draft-begun.ts';
import { newPlanId } from '../wizard/new-plan.ts';
import { KpiStatuses } from './kpi-statuses.tsx';
import { PlanMore } from './plan-more.tsx';
import { useNames } from './plan-names.ts';
import { PlanState } from './plan-state.tsx';
import { usePlans, useSay } from './plans-context.ts';
import { SheetChanged } from './sheet-changed.tsx';
import { UndoLast } from './undo-last.tsx';
import { Unfinished } from './unfinished.tsx';

/** A plan that stands: how it is doing, and everything that can be done with it. */
export function PlanPage({ id }: { readonly id: string }) {
  const { client, language, store } = usePanel();
  const { start, see, told, go, pending } = usePlans();
  const words = useSay();
  const say = words.plan;
  const names = useNames();
  const card: PlanCard | undefined = start.plans.find((each) => each.id === id);
  const stands = card !== undefined && card.state !== 'broken' && card.sheet !== '';
  const readable = stands && card.state !== 'newer';
  const { view: seen, task: reading } = usePlanView(id, readable ? 'comes' : 'never');
  const view = readable ? seen : null;
  const [beginning, setBeginning] = useState(false);
  const opening = useRequest();
  const rolling = useRequest();
  const closing = useRequest();
  const heading = useHeading(id);
  useDataStart(card ? [card] : []);

  if (!card) {
    return (
      <main>
        <BackHome />
        <p>{say.gone}</p>
      </main>
    );
  }
  const { firstMonth } = start.circumstances;
  const open = card.state === 'open' || card.state === 'older';
  const ownEdit = pending?.is === 'edit' && pending.plan.id === id;
  const busyElsewhere = pending !== null && !ownEdit;
  const edit = async () => {
    if (ownEdit) return go('steps');
    setBeginning(true);
    const { view: latest } = await store.latest();
    setBeginning(false);
    if (latest?.plan.id !== id) return;
    go('steps', { draft: draftOf('edit', latest.plan, 3, latest.revision) });
  };
  const close = () => closing.run(() => client.closePlan(id), see);
  const rollOver = () =>
    rolling.run(
      () => client.draftNext(id),
      ({ plan, why }) =>
        go('steps', {
          draft: { ...draftOf('next', { ...plan, id: plan.id || newPlanId() }, 3), why },
        }),
    );
  const noticed = view ? [...view.noticed, ...view.problems] : [];
  const left = start.kept.filter(({ plan, holds }) => plan === id && holds);
  const done = told.plan === id ? told.note : '';
  // What was just done names these cells itself.
  const notes = done === '' ? left.map(({ stays }) => stays) : [done];
  const error = opening.error ?? reading.error ?? rolling.error ?? closing.error;
  return (
    <main class="plan">
      <BackHome />
      <h1 ref={heading} tabIndex={-1}>
        {card.name}
      </h1>
      <SheetChanged />
      <p class="muted">
        {quarterTitle(card.quarter, firstMonth, language)} · {names.roles[card.role]}
        {card.state === 'frozen' && ` · ${words.home.states.frozen}`}
      </p>
      <PlanDataLine card={card} />
      <PlanState card={card} damage={view?.damage ?? ''} />
      {error && <ProblemBox>{error.problem}</ProblemBox>}
      <p class="actions">
        {stands && (
          <button
            type="button"
            class="main"
            aria-disabled={opening.busy}
            onClick={() =>
              opening.run(
                () => client.goToPlan(id),
                () => undefined,
              )
            }
          >
            {opening.busy ? words.build.going : say.open}
          </button>
        )}
        {view && card.state === 'open' && !busyElsewhere && (
          <button type="button" aria-disabled={beginning} onClick={edit}>
            {beginning ? say.opening : say.edit}
          </button>
        )}
      </p>
      {notes.length > 0 && (
        <div class="notice told">
          {notes.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {noticed.length > 0 && (
        <section>
          <h2>{say.noticed}</h2>
          <ul class="plain">
            {noticed.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {view && <KpiStatuses view={view} />}
      {!view && reading.busy && (
        <p class="muted" role="status">
          {say.opening}
        </p>
      )}
      {view && open && pending === null && (
        <p class="actions">
          <button type="button" aria-disabled={rolling.busy} onClick={rollOver}>
            {rolling.busy ? say.rollingOver : say.rollOver}
          </button>
          {card.state === 'open' && start.today > lastDay(card.quarter) && (
            <button type="button" aria-disabled={closing.busy} onClick={close}>
              {say.close}
            </button>
          )}
        </p>
      )}
      {busyElsewhere && <Unfinished first={false} />}
      <UndoLast />
      {view && open && <PlanMore view={view} />}
    </main>
  );
}
