import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PlanStart, PlanView } from '../../app/api/plan-api.ts';
import { usePanel } from '../shell/panel-context.ts';
import { PartPage } from '../shell/part-page.tsx';
import { parts } from '../shell/parts.ts';
import type { Shown } from '../shell/seen-store.ts';
import { locationAt, type PanelLocation } from '../shell/session.ts';
import { useBeat } from '../shell/use-beat.ts';
import type { RequestProblem } from '../shell/use-request.ts';
import { ProblemBox } from '../ui/fields.tsx';
import type { Draft } from '../wizard/draft-begun.ts';
import { HomePage } from './home-page.tsx';
import { type PlansContext, PlansProvider, useSay } from './plans-context.ts';

interface QuarterProps {
  readonly place: PanelLocation;
  readonly setPlace: (next: (last: PanelLocation) => PanelLocation) => void;
}

/** All about plans: those there are, the steps to a new one, one of them. */
export function PlansRouter({ place, setPlace }: QuarterProps) {
  const { client, answersIn, store, seen: known } = usePanel();
  const say = useSay();
  const [error, setError] = useState<RequestProblem | null>(null);
  const { start, view: seen } = known;
  const read = async () => {
    const answer = await store.read(
      () => client.planStart(true),
      (given) => ({ start: given }),
    );
    setError('problem' in answer ? answer : null);
    // Shown as it was last seen, it is looked at as it is.
    if ('ok' in answer && !answer.ok.checked) store.look();
  };
  const shown = shownAt(place);
  const data = shown.data && known.data !== null;
  useEffect(() => store.show({ plan: shown.plan, data }), [store, shown.plan, data]);
  useEffect(() => () => store.show(null), [store]);
  useBeat(store);
  const [told, setTold] = useState({ plan: '', note: '' });
  // What was done last is said in words: in another language it is another answer.
  useEffect(() => {
    if (store.seen.start === null) read();
    else store.look();
  }, [store, answersIn]);
  useEffect(() => {
    if (start) setPlace((last) => ({ ...last, draft: last.draft && finished(last.draft, start) }));
  }, [start]);

  const shared = useMemo(
    () =>
      start && {
        start,
        renew: (given?: PlanStart) => {
          if (given) store.give({ start: given });
          else store.look();
        },
        seen,
        see: (view: PlanView) => store.give({ view }),
        told,
        tell: (plan: string, note: string) => setTold({ plan, note }),
        who: start.who ?? place.who,
        setWho: (who: string) => setPlace((last) => ({ ...last, who })),
        pending: place.draft?.built ? null : place.draft,
        setDraft: (next: Parameters<PlansContext['setDraft']>[0]) =>
          setPlace((last) => ({ ...last, draft: nextDraft(last.draft, next) })),
        feeding: place.feeding,
        setFeeding: (feeding: PlansContext['feeding']) =>
          setPlace((last) => ({ ...last, feeding })),
        go: (view: Parameters<PlansContext['go']>[0], part: Partial<PanelLocation> = {}) =>
          setPlace((last) => locationAt({ ...last, ...part }, view)),
      },
    [store, start, place, seen, told],
  );
  if (error && !start) {
    return (
      <main>
        <ProblemBox>{error.problem}</ProblemBox>
        <button type="button" class="main" onClick={read}>
          {say.home.retry}
        </button>
      </main>
    );
  }
  if (!shared) {
    return (
      <p class="muted opening" role="status">
        {say.home.opening}
      </p>
    );
  }
  return (
    <PlansProvider value={shared}>
      <Page place={place} />
    </PlansProvider>
  );
}

function Page({ place }: { readonly place: PanelLocation }) {
  const { view, draft, plan } = place;
  if (view === 'steps' && draft) {
    return (
      <PartPage key="wizard" part={parts.wizard}>
        {({ Wizard }) => <Wizard draft={draft} />}
      </PartPage>
    );
  }
  if (['data', 'connect', 'connections', 'feeds'].includes(view) && plan)
    return <DataPart place={place} />;
  if (view === 'department' || view === 'remove' || (view === 'plan' && plan)) {
    return (
      <PartPage key="plan" part={parts.plan}>
        {({ PlanPage, DepartmentPage, RemovePage }) => {
          if (view === 'plan') return <PlanPage key={plan} id={plan} />;
          return view === 'department' ? <DepartmentPage /> : <RemovePage />;
        }}
      </PartPage>
    );
  }
  return <HomePage />;
}

function DataPart({ place: { view, plan, source, account } }: { readonly place: PanelLocation }) {
  return (
    <PartPage part={parts.data}>
      {({ DataPage, ConnectPage, ConnectionsPage, FeedsPage }) => {
        if (view === 'data') return <DataPage key={plan} id={plan} />;
        if (view === 'connections') return <ConnectionsPage id={plan} />;
        if (view === 'feeds') return <FeedsPage key={plan} id={plan} />;
        return (
          <ConnectPage key={`${plan} ${source}`} id={plan} source={source} account={account} />
        );
      }}
    </PartPage>
  );
}

/** What a page shows of what can change; a new plan is nobody else's yet. */
function shownAt({ view, plan, draft }: PanelLocation): Shown {
  if (view === 'steps') return { plan: draft?.is === 'edit' ? draft.plan.id : '', data: false };
  if (['plan', 'data', 'connect', 'connections', 'feeds'].includes(view))
    return { plan, data: true };
  return { plan: '', data: view === 'home' };
}

function nextDraft(
  last: Draft | null,
  next: Draft | null | ((last: Draft) => Draft),
): Draft | null {
  if (typeof next !== 'function') return next;
  return last && next(last);
}

/** A sheet may have been finished after the panel was closed: then nothing is left to be filled in. */
function finished(draft: Draft, { plans }: PlanStart): Draft {
  const card = plans.find(({ id }) => id === draft.plan.id);
  return card && draft.is !== 'edit' && !draft.built
    ? { ...draft, step: 5, built: { sheet: card.sheet, note: '' } }
    : draft;
}
