import type { PlanCard } from '../../app/api/plan-api.ts';
import { usePanel } from '../shell/panel-context.ts';
import { useRequest } from '../shell/use-request.ts';
import { ProblemBox } from '../ui/fields.tsx';
import { usePlans, useSay } from './plans-context.ts';

/** What is special about a plan's sheet, and what can be done about it. */
export function PlanState({ card, damage }: { readonly card: PlanCard; readonly damage: string }) {
  const say = useSay().plan;
  const { state, missing, sample } = card;
  if (state === 'broken') {
    return (
      <>
        <Repair id={card.id} action={say.repair}>
          {`${say.broken} ${missing.join(', ')}.`}
        </Repair>
        {card.sheet === '' && <Forget id={card.id} />}
      </>
    );
  }
  if (state === 'older') {
    return (
      <Repair id={card.id} action={say.upgrade}>
        {say.older}
      </Repair>
    );
  }
  if (damage !== '') {
    return (
      <Repair id={card.id} action={say.repairSheet}>
        {damage}
      </Repair>
    );
  }
  if (state === 'frozen' && missing.length > 0) return <ClosedInPart card={card} />;
  const sentence =
    (state === 'newer' && say.newer) ||
    (state === 'frozen' && say.frozen) ||
    (sample && say.sample);
  return sentence ? <p class="notice">{sentence}</p> : null;
}

/** A closed quarter of which something is gone: it is looked for, never computed anew. */
function ClosedInPart({ card: { id, sheet, missing } }: { readonly card: PlanCard }) {
  const say = useSay().plan;
  if (sheet === '') {
    return (
      <>
        <p class="notice">{say.frozenGone}</p>
        <Forget id={id} />
      </>
    );
  }
  return (
    <Repair id={id} action={say.frozenFind} keeps={say.frozenKeeps}>
      {`${say.frozen} ${say.broken} ${missing.join(', ')}.`}
    </Repair>
  );
}

interface RepairProps {
  readonly id: string;
  readonly action: string;
  readonly children: string;
  /** What it leaves as it is; the old sheet, where nothing else is said. */
  readonly keeps?: string;
}

/** What is the matter, and the button that puts the sheet right. */
export function Repair({ id, action, children, keeps }: RepairProps) {
  const { client, announce } = usePanel();
  const { renew, tell } = usePlans();
  const say = useSay().plan;
  const task = useRequest();
  const repair = () =>
    task.run(
      () => client.repairPlan(id),
      ({ start, note }) => {
        renew(start);
        announce(note);
        tell(id, note);
      },
    );
  return (
    <section class="notice">
      <p>{children}</p>
      {task.error && <ProblemBox>{task.error.problem}</ProblemBox>}
      <button type="button" aria-disabled={task.busy} onClick={repair}>
        {task.busy ? say.repairing : action}
      </button>
      <p class="muted">{keeps ?? say.keeps}</p>
    </section>
  );
}

/** For a plan whose sheet was deleted on purpose. */
function Forget({ id }: { readonly id: string }) {
  const { client } = usePanel();
  const { renew } = usePlans();
  const say = useSay().plan;
  const task = useRequest();
  const forget = () => task.run(() => client.forgetPlan(id), renew);
  return (
    <section>
      {task.error && <ProblemBox>{task.error.problem}</ProblemBox>}
      <button type="button" class="quiet" aria-disabled={task.busy} onClick={forget}>
        {say.forget}
      </button>
    </section>
  );
}
