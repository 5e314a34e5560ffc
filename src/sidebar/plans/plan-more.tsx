import { useState } from 'preact/hooks';
import type { PlanView } from '../../app/api/plan-api.ts';
import { dateOf } from '../../plan/calendar/day.ts';
import type { Plan, Scores } from '../../plan/model/plan.ts';
import { usePanel } from '../shell/panel-context.ts';
import { useRequest } from '../shell/use-request.ts';
import { AuthorField } from '../ui/author-field.tsx';
import { ProblemBox, SelectField, TextField } from '../ui/fields.tsx';
import { ClashBox } from './conflict-box.tsx';
import { Repair } from './plan-state.tsx';
import { usePlans, useSay } from './plans-context.ts';
import { type PlanUpdate, useUpdatePlan } from './use-update-plan.ts';

interface MoreProps {
  readonly view: PlanView;
}

interface ChangingProps extends MoreProps {
  readonly changing: PlanUpdate;
  readonly put: (part: Partial<Plan>) => void;
}

/** What is wanted now and then: the agreement, scores, native formulas, repair. */
export function PlanMore({ view }: MoreProps) {
  const say = useSay().plan;
  const changing = useUpdatePlan();
  const put = (part: Partial<Plan>) => changing.save({ ...view.plan, ...part }, view);
  return (
    <details class="more-ways">
      <summary>{say.more}</summary>
      <AuthorField wrong={changing.nameless} />
      {changing.error && <ProblemBox>{changing.error.problem}</ProblemBox>}
      <ClashBox saving={changing} again={({ plan, base }) => changing.save(plan, base)} />
      <Agreement view={view} changing={changing} put={put} />
      <ScoresSwitch view={view} changing={changing} put={put} />
      <Portable view={view} />
      <h2>{say.repairTitle}</h2>
      <Repair id={view.plan.id} action={say.repair}>
        {say.repairWhy}
      </Repair>
    </details>
  );
}

function Agreement({ view, changing, put }: ChangingProps) {
  const { language } = usePanel();
  const { start, who } = usePlans();
  const say = useSay().plan;
  const { agreed, name } = view.plan;
  const [givenBy, setGivenBy] = useState(who);
  const [acceptedBy, setAcceptedBy] = useState(name);
  if (agreed) {
    const { year, month, day } = dateOf(agreed.on);
    const on = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
    const date = on.format(Date.UTC(year, month - 1, day));
    return (
      <section>
        <h2>{say.agreed}</h2>
        <p>{say.agreedOn({ given: agreed.givenBy, accepted: agreed.acceptedBy, day: date })}</p>
        <button type="button" aria-disabled={changing.busy} onClick={() => put({ agreed: null })}>
          {say.agreedUndo}
        </button>
      </section>
    );
  }
  const ready = givenBy.trim() !== '' && acceptedBy.trim() !== '';
  const agree = () =>
    ready &&
    put({ agreed: { givenBy: givenBy.trim(), acceptedBy: acceptedBy.trim(), on: start.today } });
  return (
    <section>
      <h2>{say.agreed}</h2>
      <p class="muted">{say.agreedWhy}</p>
      <div class="pair">
        <TextField id="given-by" label={say.givenBy} value={givenBy} change={setGivenBy} />
        <TextField
          id="accepted-by"
          label={say.acceptedBy}
          value={acceptedBy}
          change={setAcceptedBy}
        />
      </div>
      <button type="button" aria-disabled={changing.busy || !ready} onClick={agree}>
        {changing.busy ? say.working : say.agree}
      </button>
    </section>
  );
}

/** Where scores begin; every number of them stands in a cell and can be changed there. */
const firstScores: Omit<Scores, 'way'> = {
  floor: 0,
  cap: 1.2,
  ladder: [
    { from: 1, points: 100 },
    { from: 0.95, points: 60 },
    { from: 0.9, points: 30 },
  ],
};

function ScoresSwitch({ view, changing, put }: ChangingProps) {
  const words = useSay();
  const say = words.plan;
  const [way, setWay] = useState<Scores['way']>('linear');
  const [asking, setAsking] = useState(false);
  if (view.plan.scores) {
    return (
      <section>
        <h2>{say.scores}</h2>
        <p>{say.scoresNow}</p>
        <button type="button" aria-disabled={changing.busy} onClick={() => put({ scores: null })}>
          {changing.busy ? say.working : say.scoresStop}
        </button>
      </section>
    );
  }
  return (
    <section>
      <h2>{say.scores}</h2>
      <p class="muted">{say.scoresOff}</p>
      <SelectField<Scores['way']>
        id="scores-way"
        label={say.scoresWay}
        value={way}
        options={[
          ['linear', say.linear],
          ['ladder', say.ladder],
        ]}
        choose={setWay}
      />
      {asking ? (
        <div class="asking" role="alertdialog" aria-labelledby="scores-warn">
          <p id="scores-warn">{say.scoresWarn}</p>
          <button
            type="button"
            aria-disabled={changing.busy}
            onClick={() => put({ scores: { ...firstScores, way } })}
          >
            {changing.busy ? say.working : say.scoresYes}
          </button>
          <button type="button" class="quiet" onClick={() => setAsking(false)}>
            {words.steps.cancel}
          </button>
        </div>
      ) : (
        <button type="button" onClick={() => setAsking(true)}>
          {say.scoresOn}
        </button>
      )}
    </section>
  );
}

function Portable({ view }: MoreProps) {
  const { client, announce } = usePanel();
  const { see, tell } = usePlans();
  const say = useSay().plan;
  const task = useRequest();
  const { native } = view;
  const turn = () =>
    task.run(
      () => client.makePortable({ plan: view.plan.id, native: !native }),
      (next) => {
        see(next);
        announce([say.saved, next.note].filter(Boolean).join(' '));
        tell(view.plan.id, next.note);
      },
    );
  return (
    <section>
      <h2>{say.portable}</h2>
      <p class="muted">{native ? say.portableOn : say.portableOff}</p>
      {task.error && <ProblemBox>{task.error.problem}</ProblemBox>}
      <button type="button" aria-disabled={task.busy} onClick={turn}>
        {task.busy ? say.working : native ? say.makeOurs : say.makeNative}
      </button>
    </section>
  );
}
