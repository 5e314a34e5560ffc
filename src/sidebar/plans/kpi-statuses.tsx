import type { KpiStatusText, PlanView } from '../../app/api/plan-api.ts';
import { usePanel } from '../shell/panel-context.ts';
import { titleInPlan } from './kpi-names.ts';
import { useSay } from './plans-context.ts';

/** Where each KPI stands, as its sheet says it. */
export function KpiStatuses({ view }: { readonly view: PlanView }) {
  const { language } = usePanel();
  return (
    <>
      <ul class="standings">
        {view.statuses.map((standing) => (
          <li key={standing.kpi}>
            <p class="line">
              <span class="title">{titleInPlan(standing.kpi, view.plan, language)}</span>
              <span class="attainment">{standing.attainment}</span>
            </p>
            <p class={`status ${standing.status}`}>{standing.words}</p>
            <Figures standing={standing} />
          </li>
        ))}
      </ul>
      {view.thresholds !== '' && <p class="muted small">{view.thresholds}</p>}
    </>
  );
}

function Figures({ standing }: { readonly standing: KpiStatusText }) {
  const say = useSay().plan;
  const facts: readonly (readonly [string, string])[] = [
    [say.actual, standing.actual],
    [say.target, standing.target],
    // A ratio's is the target itself, all quarter long.
    [say.expected, standing.expected === standing.target ? '' : standing.expected],
  ];
  const known = facts.filter(([, value]) => value !== '');
  if (known.length === 0) return null;
  return (
    <dl class="figures">
      {known.map(([title, value]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
