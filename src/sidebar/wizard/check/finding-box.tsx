import { ruleWords } from '../../../messages/doctor.ts';
import type { Finding } from '../../../plan/doctor/rule.ts';
import type { Plan } from '../../../plan/model/plan.ts';
import { useSay } from '../../plans/plans-context.ts';
import { usePanel } from '../../shell/panel-context.ts';
import type { Step } from '../draft-begun.ts';
import { fieldId } from '../numbers/number-fields.ts';

interface FindingBoxProps {
  readonly finding: Finding;
  readonly plan: Plan;
  readonly fix: () => void;
  readonly ignore: () => void;
  readonly show: (step: Step, field: string) => void;
}

/** One thing the doctor objects to: what, why, and what can be done with one click. */
export function FindingBox({ finding, plan, fix, ignore, show }: FindingBoxProps) {
  const { language } = usePanel();
  const say = useSay().check;
  // Only what stands on the page can be gone to.
  const kpi = finding.kpis.find((name) => plan.kpis.some((each) => each.kpi === name));
  const urgent = finding.severity === 'fix';
  const { title, why, button } = ruleWords(finding.rule, language);
  return (
    <section class={`finding ${finding.severity}`} aria-label={title}>
      <h3>
        <span aria-hidden="true">{urgent ? '▲' : '○'}</span>
        {urgent && <span class="unseen">{say.fix}: </span>} {title}
      </h3>
      <p>{finding.message[language]}</p>
      <details>
        <summary>{say.why}</summary>
        <p class="muted">{why}</p>
      </details>
      <p class="doing">
        {finding.fixable && button && (
          <button type="button" class="small-way" onClick={fix}>
            {button}
          </button>
        )}
        {!finding.fixable && kpi !== undefined && (
          <button type="button" class="link" onClick={() => show(3, fieldId(kpi, finding.field))}>
            {say.fill}
          </button>
        )}
        <button type="button" class="link" onClick={ignore}>
          {say.ignore}
        </button>
      </p>
    </section>
  );
}
