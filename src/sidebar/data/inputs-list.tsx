import type { ConnectedPlan, ConnectionStatus } from '../../app/api/data-api.ts';
import { inputTitle } from '../../messages/catalogue.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { usePlans } from '../plans/plans-context.ts';
import { usePanel } from '../shell/panel-context.ts';
import { asLabel } from '../ui/labels.ts';
import { useDataWords } from './data-context.tsx';

interface InputsListProps {
  readonly plan: Plan;
  readonly inputs: readonly PlanInput[];
  readonly fed: ConnectedPlan;
}

/** Every number the plan is made of: typed, or where it comes from and how far it is known. */
export function InputsList({ plan, inputs, fed: connected }: InputsListProps) {
  const { language } = usePanel();
  const { go } = usePlans();
  const say = useDataWords().page;
  return (
    <section>
      <h2>{say.inputs}</h2>
      <ul class="standings">
        {inputs.map((input) => {
          const { key } = input;
          const status = connected.feeds.find((each) => each.input === key);
          return (
            <li key={key} data-input={key}>
              <p class="line">
                <span class="title">{asLabel(inputTitle(input, language))}</span>
                {!status && <span class="muted">{say.typed}</span>}
              </p>
              {status && <ConnectionLine status={status} />}
            </li>
          );
        })}
      </ul>
      {plan.accounts.length > 0 && (
        <p class="actions">
          <button type="button" onClick={() => go('feeds', { plan: plan.id })}>
            {say.change}
          </button>
        </p>
      )}
    </section>
  );
}

function ConnectionLine({ status }: { readonly status: ConnectionStatus }) {
  const words = useDataWords();
  const {
    where,
    what,
    from,
    through,
    provisional,
    trust,
    trouble,
    isShort,
    typedOver,
    waitsUntil,
  } = status;
  const known = [
    through === '' ? !typedOver && words.page.notYet : words.page.through({ from, through }),
    provisional > 0 && words.home.provisional({ days: provisional }),
  ];
  return (
    <>
      <p class="muted">
        <span aria-hidden="true">⟳</span> {where} · {what}
      </p>
      <p class="muted">{known.filter(Boolean).join(', ')}</p>
      {typedOver && (
        <p class="warn">
          <span aria-hidden="true">▲</span> {words.page.typedOver}
        </p>
      )}
      {trust.map((line) => (
        <p key={line} class="warn">
          <span aria-hidden="true">▲</span> {line}
        </p>
      ))}
      {trouble && !isShort && (
        <p class="error">
          <span aria-hidden="true">■</span> {words.page.failed}
          {waitsUntil && ` ${words.page.waits({ until: waitsUntil })}`}
        </p>
      )}
    </>
  );
}
