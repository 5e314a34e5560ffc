import { useMemo, useState } from 'preact/hooks';
import { catalogue } from '../../../kpi/catalogue.ts';
import { applyFix, examine, ignoring } from '../../../plan/doctor/doctor.ts';
import type { Finding, RuleFacts } from '../../../plan/doctor/rule.ts';
import type { Plan } from '../../../plan/model/plan.ts';
import { objectiveFit } from '../../../presets/objectives.ts';
import { roleKpis } from '../../../presets/roles.ts';
import { usePlans, useSay } from '../../plans/plans-context.ts';
import { useHistory } from '../../plans/use-history.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { applied } from '../draft.ts';
import type { Draft } from '../draft-begun.ts';
import { Footer, type StepProps } from '../step-parts.tsx';
import { AgreementBox } from './agreement-box.tsx';
import { FindingBox } from './finding-box.tsx';

/** More than these at once nobody reads. */
const mostShown = 3;

/** What the KPI doctor objects to, and whether the targets agree. */
export function StepCheck({ draft, change, goTo }: StepProps) {
  const { announce, language } = usePanel();
  const { start } = usePlans();
  const words = useSay();
  const say = words.check;
  const { plan } = draft;
  const [before, setBefore] = useState<Draft | null>(null);
  const { earlier, parts } = useHistory(plan);
  const facts = useMemo(
    (): RuleFacts => ({
      catalogue,
      today: start.today,
      previous: earlier,
      roleKpis: (role) => roleKpis(role, plan.circumstances),
      objectiveFit: (objective) => objectiveFit(objective, plan.circumstances),
    }),
    [start.today, earlier.length, plan.circumstances],
  );
  const findings = useMemo(() => examine(plan, facts), [plan, facts]);
  const put = (next: Plan) => {
    setBefore(draft);
    change((last) => applied(last, next));
    announce(say.done);
  };
  const undo = () => {
    const kept = before;
    setBefore(null);
    if (kept) change((last) => ({ ...kept, step: last.step, furthest: last.furthest }));
    announce(say.undone);
  };
  const box = (finding: Finding) => (
    <FindingBox
      key={`${finding.rule}-${finding.kpis.join('-')}-${finding.message[language]}`}
      finding={finding}
      plan={plan}
      fix={() => put(applyFix(plan, finding, facts))}
      ignore={() => put(ignoring(plan, finding.rule))}
      show={(step, field) => goTo(step, field)}
    />
  );
  const rest = findings.slice(mostShown);
  return (
    <form
      class="check"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goTo(5);
      }}
    >
      {before && (
        <p class="undone" role="status">
          {say.done}{' '}
          <button type="button" class="link" onClick={undo}>
            {say.undo}
          </button>
        </p>
      )}
      <section aria-labelledby="doctor">
        <h2 id="doctor">{say.doctor}</h2>
        {findings.length === 0 && (
          <p class="good">
            <span aria-hidden="true">✓</span> {say.fine}
          </p>
        )}
        {findings.slice(0, mostShown).map(box)}
        {rest.length > 0 && (
          <details>
            <summary>{say.others({ count: rest.length })}</summary>
            {rest.map(box)}
          </details>
        )}
        {plan.ignored.length > 0 && (
          <p class="muted">
            {say.ignored({ count: plan.ignored.length })}{' '}
            <button type="button" class="link" onClick={() => put({ ...plan, ignored: [] })}>
              {say.unignore}
            </button>
          </p>
        )}
      </section>
      <AgreementBox plan={plan} parts={parts} put={put} />
      {draft.is !== 'edit' && <Footer next={words.steps.next} back={() => goTo(3)} />}
    </form>
  );
}
