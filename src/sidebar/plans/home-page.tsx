import { useEffect } from 'preact/hooks';
import type { PlanCard } from '../../app/api/plan-api.ts';
import { quarterTitle } from '../../plan/calendar/calendar.ts';
import { useData } from '../data/data-context.tsx';
import { PlanDataLine } from '../data/plan-data-line.tsx';
import { useDataStart } from '../data/use-data-start.ts';
import { usePanel } from '../shell/panel-context.ts';
import { bringAhead, parts } from '../shell/parts.ts';
import { useHeading } from '../shell/use-heading.ts';
import { draftOf } from '../wizard/draft-begun.ts';
import { newPlan } from '../wizard/new-plan.ts';
import { byQuarter } from '../wizard/quarters.ts';
import { CopiedSheets } from './copied-sheets.tsx';
import { KeptSheets } from './kept-sheets.tsx';
import { PlanLights } from './plan-lights.tsx';
import { useNames } from './plan-names.ts';
import { usePlans, useSay } from './plans-context.ts';
import { SheetChanged } from './sheet-changed.tsx';
import { UndoLast } from './undo-last.tsx';
import { Unfinished } from './unfinished.tsx';

/** The plans there are, the way to a new one, and what can be taken back. */
export function HomePage() {
  const { language } = usePanel();
  const { start, pending: draft, go } = usePlans();
  const say = useSay();
  const heading = useHeading('home');
  useDataStart(start.plans);
  const { firstMonth } = start.circumstances;
  const begin = () => go('steps', { draft: draftOf('new', newPlan(start, language), 1) });
  const standing = start.plans.length > 0;
  useAhead(start.plans);
  return (
    <main>
      <h1 ref={heading} tabIndex={-1}>
        {say.home.title}
      </h1>
      <SheetChanged />
      {!standing && !draft && <p>{say.home.intro}</p>}
      <Unfinished first={true} />
      {!draft && (
        <p class="actions">
          <button type="button" class="main" onClick={begin}>
            {say.home.start}
          </button>
        </p>
      )}
      {byQuarter(start.plans).map(({ quarter, plans }) => (
        <section key={`${quarter.year}-${quarter.month}`}>
          <h2>{quarterTitle(quarter, firstMonth, language)}</h2>
          <ul class="functions plans">
            {plans.map((card) => (
              <li key={card.id}>
                <Card card={card} open={() => go('plan', { plan: card.id })} />
                <PlanDataLine card={card} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {start.copies.length > 0 && <CopiedSheets />}
      <UndoLast />
      <KeptSheets />
      {standing && (
        <section class="quiet-ways">
          <button type="button" class="quiet" onClick={() => go('department')}>
            {start.departments.length > 0 ? say.home.departmentUpdate : say.home.department}
          </button>
          <button type="button" class="quiet" onClick={() => go('remove')}>
            {say.home.remove}
          </button>
        </section>
      )}
    </main>
  );
}

/** Brings where people go on to from here, once all that this page shows has been answered. */
function useAhead(cards: readonly PlanCard[]): void {
  const { start: data, problem } = useData();
  const standing = cards.length > 0;
  const asks = cards.some(({ state }) => state === 'open');
  const isAnswered = !asks || data !== null || problem !== '';
  useEffect(() => {
    if (!isAnswered) return;
    bringAhead(standing ? [parts.wizard, parts.plan, parts.data] : [parts.wizard]);
  }, [isAnswered, standing]);
}

function Card({ card, open }: { readonly card: PlanCard; readonly open: () => void }) {
  const { start } = usePlans();
  const say = useSay().home;
  const names = useNames();
  const notes = [
    names.roles[card.role],
    card.id === start.active && say.here,
    card.sample && say.sample,
    say.states[card.state],
  ].filter(Boolean);
  return (
    <button type="button" data-plan={card.id} onClick={open}>
      <span class="title">
        {card.name}
        <span class={card.state === 'broken' ? 'note muted warn' : 'note muted'}>
          {notes.join(' · ')}
        </span>
        <PlanLights statuses={card.statuses} />
      </span>
      <span aria-hidden="true" class="code">
        ›
      </span>
    </button>
  );
}
