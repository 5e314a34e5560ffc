import { useMemo } from 'preact/hooks';
import { catalogue } from '../../../kpi/catalogue.ts';
import {
  agreement,
  applyChange,
  type Change,
  type Disagreement,
} from '../../../plan/agree/agreement.ts';
import { splitAgreement } from '../../../plan/agree/split.ts';
import type { Plan } from '../../../plan/model/plan.ts';
import { useSay } from '../../plans/plans-context.ts';
import { usePanel } from '../../shell/panel-context.ts';

interface AgreementProps {
  readonly plan: Plan;
  /** The quarter's plans of single people or channels, where this one is the whole department's. */
  readonly parts: readonly Plan[];
  readonly put: (plan: Plan) => void;
}

/** Whether the targets can all be reached together, and what would have to change. */
export function AgreementBox({ plan, parts, put }: AgreementProps) {
  const { language } = usePanel();
  const say = useSay().check;
  const found = useMemo(() => agreement(plan, catalogue), [plan]);
  const splits = useMemo(() => splitAgreement(plan, parts, catalogue), [plan, parts.length]);
  const targets = plan.kpis.filter(({ target }) => target !== null).length;
  if (targets < 2 && found.length + splits.length === 0) return null;
  return (
    <section aria-labelledby="agree">
      <h2 id="agree">{say.agree}</h2>
      {found.length + splits.length === 0 && (
        <p class="good">
          <span aria-hidden="true">✓</span> {say.agrees}
        </p>
      )}
      {found.map((each) => (
        <DisagreementBox
          key={`${each.identity}-${each.says[language]}`}
          found={each}
          put={(change) => put(applyChange(plan, change))}
        />
      ))}
      {splits.length > 0 && <h3>{say.parts}</h3>}
      {splits.map(({ kpi, says, toSum }) => (
        <section key={kpi} class="finding fix">
          <p>{says[language]}</p>
          {toSum && (
            <button type="button" class="small-way" onClick={() => put(applyChange(plan, toSum))}>
              {say.toSum}
            </button>
          )}
        </section>
      ))}
    </section>
  );
}

interface DisagreementProps {
  readonly found: Disagreement;
  readonly put: (change: Change) => void;
}

function DisagreementBox({ found, put }: DisagreementProps) {
  const { language } = usePanel();
  const say = useSay().check;
  const [first, ...others] = found.changes;
  return (
    <section class={`finding ${found.kind === 'note' ? 'think' : 'fix'}`}>
      <p>{found.says[language]}</p>
      <p class="muted">{found.formula[language]}</p>
      {first && <Way change={first} put={put} />}
      {others.length > 0 && (
        <details>
          <summary>{say.alternatives}</summary>
          {others.map((change) => (
            <Way key={change.button[language]} change={change} put={put} />
          ))}
        </details>
      )}
    </section>
  );
}

/** One way to agree: what it is called, and which target goes from what to what. */
function Way({ change, put }: { readonly change: Change; readonly put: (change: Change) => void }) {
  const { language } = usePanel();
  return (
    <div class="way-to-agree">
      <button type="button" class="small-way" onClick={() => put(change)}>
        {change.button[language]}
      </button>
      <ul class="read">
        {change.says.map((line) => (
          <li key={line[language]} class="muted">
            {line[language]}
          </li>
        ))}
      </ul>
    </div>
  );
}
