import { useEffect } from 'preact/hooks';
import type { ConnectedPlan, DataStart } from '../../app/api/data-api.ts';
import type { PlanView } from '../../app/api/plan-api.ts';
import { quarterTitle } from '../../plan/calendar/calendar.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import { usePlans } from '../plans/plans-context.ts';
import { SheetChanged } from '../plans/sheet-changed.tsx';
import { usePanel } from '../shell/panel-context.ts';
import { useHeading } from '../shell/use-heading.ts';
import { ProblemBox } from '../ui/fields.tsx';
import { asLabel } from '../ui/labels.ts';
import { BackToPlan } from './back-to-data.tsx';
import { AnotherSource, ConnectWays } from './connect/connect-ways.tsx';
import { SourcesList } from './connect/sources-list.tsx';
import { useData, useDataWords } from './data-context.tsx';
import { DataMore } from './data-more.tsx';
import { errorsOf, freshness } from './freshness.ts';
import { InputsList } from './inputs-list.tsx';
import { isConnected, needsCosts } from './mapping/feeds-draft.ts';
import { RateHints } from './mapping/rate-hints.tsx';
import { MissingNotice } from './missing-notice.tsx';
import { RefreshBox } from './refresh-box.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { usePlanView } from './use-plan-view.ts';

/** All about the data of a plan: what flows in, how fresh it is, when it comes, what went wrong. */
export function DataPage({ id }: { readonly id: string }) {
  const { language } = usePanel();
  const { start: plans } = usePlans();
  const { start, problem, ask, say: tell } = useData();
  const { view, task } = usePlanView(id, 'comes');
  const say = useDataWords().page;
  const heading = useHeading(`data ${id}`);
  useEffect(ask, [id]);
  // What was done is news once: by the next visit more may have come.
  useEffect(() => () => tell(null), []);
  const card = plans.plans.find((each) => each.id === id);
  const connected = start?.plans.find((each) => each.id === id);
  const trouble = task.error?.problem || (!start && problem);
  const { firstMonth } = plans.circumstances;
  return (
    <main class="data">
      <BackToPlan id={id} name={card?.name ?? ''} />
      <h1 ref={heading} tabIndex={-1}>
        {say.title}
      </h1>
      <SheetChanged />
      {card && (
        <p class="muted">
          {card.name} · {quarterTitle(card.quarter, firstMonth, language)}
        </p>
      )}
      {trouble && (
        <>
          <ProblemBox>{trouble}</ProblemBox>
          {!start && (
            <button type="button" class="main" onClick={ask}>
              {say.retry}
            </button>
          )}
        </>
      )}
      {!trouble && !(start && view) && (
        <p class="muted" role="status">
          {say.opening}
        </p>
      )}
      {start && view && !connected && <p class="notice">{say.notOpen}</p>}
      {start && view && connected && <Known start={start} fed={connected} view={view} />}
    </main>
  );
}

interface KnownProps {
  readonly start: DataStart;
  readonly fed: ConnectedPlan;
  readonly view: PlanView;
}

function Known({ start, fed: connected, view }: KnownProps) {
  const { feeding, go } = usePlans();
  const words = useDataWords();
  const say = words.page;
  const { plan } = view;
  const flows = plan.feeds.length > 0;
  const pending = feeding?.plan === plan.id;
  const troubles = errorsOf(connected);
  const line = freshness(connected, words.home);
  const inputs = inputsOfPlan(plan);
  return (
    <>
      {pending && (
        <section class="unfinished">
          <p>{words.map.unsaved({ name: plan.name })}</p>
          <button type="button" class="main" onClick={() => go('feeds', { plan: plan.id })}>
            {say.change}
          </button>
        </section>
      )}
      <MissingNotice missing={start.missing} />
      {troubles.map((trouble) => (
        <ProblemBox key={trouble}>{trouble}</ProblemBox>
      ))}
      {flows && (
        <>
          <p class={connected.stale ? 'warn' : 'muted'}>
            {connected.stale && <span aria-hidden="true">▲ </span>}
            {connected.stale ? words.home.stale({ line }) : asLabel(line)}
          </p>
          {connected.stale && troubles.length === 0 && <p class="muted">{say.staleWay}</p>}
          <RefreshBox plan={plan.id} first={!pending} known={troubles} />
        </>
      )}
      {!flows && !pending && <p>{say.none}</p>}
      {!flows && <Told plan={plan.id} />}
      {!flows && <ConnectWays plan={plan.id} first={!pending} />}
      {needsCosts(inputs, plan) && inputs.some(({ key }) => isConnected(key, plan)) && (
        <p class="notice">{words.cost}</p>
      )}
      <RateHints plan={plan} draft={plan} rated={connected.rated} />
      <InputsList inputs={inputs} fed={connected} plan={plan} />
      {flows && <SourcesList view={view} />}
      {flows && <AnotherSource plan={plan.id} />}
      {flows && <ScheduleForm start={start} />}
      <DataMore start={start} plan={plan.id} fed={flows} />
    </>
  );
}

/** What was done last, where there is nothing to refresh. */
function Told({ plan }: { readonly plan: string }) {
  const { outcome } = useData();
  if (outcome?.plan !== plan) return null;
  return (
    <p class="notice" role="status">
      {outcome.said.join(' ')}
    </p>
  );
}
