import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { catalogue } from '../../kpi/catalogue.ts';
import { type Objective, objectiveIds } from '../../kpi/objectives.ts';
import { plannedKpi, weightedFirst, withKpi } from '../../plan/model/edit-kpis.ts';
import { mostKpis, mostWeighted, type Plan } from '../../plan/model/plan.ts';
import { titleInPlan } from '../plans/kpi-names.ts';
import { useNames } from '../plans/plan-names.ts';
import { useSay } from '../plans/plans-context.ts';
import { usePanel } from '../shell/panel-context.ts';
import { SelectField } from '../ui/fields.tsx';
import { KpiFinder } from '../ui/kpi-finder.tsx';
import { KpiRow } from '../ui/kpi-row.tsx';
import { bands, shaped, withPlan } from './draft.ts';
import { CustomKpiForm } from './numbers/custom-kpi-form.tsx';
import { planProposal, withProposals } from './numbers/proposals.ts';
import { Footer, type StepProps } from './step-parts.tsx';

/** What the quarter is for, and the KPIs that tell: proposed, to be added to and taken from. */
export function StepWhat({ draft, change, goTo }: StepProps) {
  const { language, announce } = usePanel();
  const words = useSay();
  const say = words.what;
  const names = useNames();
  const [tried, setTried] = useState(false);
  const { plan } = draft;
  const proposal = planProposal(plan);
  const { weighted, tracked } = bands(plan);
  const chosen = new Set(plan.kpis.map(({ kpi }) => kpi));
  const offered = proposal.filter(({ kpi }) => !chosen.has(kpi));
  const box = useRef<HTMLFormElement>(null);
  // What had the focus may have left the list; whoever works by keyboard goes on at its head.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) {
      box.current?.querySelector<HTMLElement>('#weighted')?.focus();
    }
  }, [plan.kpis.length]);
  const lineOf = (name: string) => proposal.find(({ kpi }) => kpi === name);
  const shape = (next: (plan: Plan) => Plan) => change((last) => shaped(last, next(last.plan)));
  const add = (name: string) => {
    const proposed = lineOf(name);
    shape((last) =>
      proposed && proposed.weight === null
        ? { ...last, kpis: weightedFirst([...last.kpis, plannedKpi(last, name, catalogue)]) }
        : withKpi(last, name, catalogue),
    );
    announce(`${say.added}: ${titleInPlan(name, plan, language)}`);
  };
  const full = plan.kpis.length >= mostKpis;
  const row = (kpi: (typeof plan.kpis)[number], at: number) => (
    <KpiRow
      key={kpi.kpi}
      planned={kpi}
      plan={plan}
      why={lineOf(kpi.kpi)?.why[language] ?? ''}
      first={at === 0}
      shape={shape}
    />
  );
  return (
    <form
      ref={box}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (plan.kpis.length > 0) goTo(3);
      }}
    >
      <SelectField<Objective | ''>
        id="objective"
        label={say.objective}
        value={plan.objective ?? ''}
        options={[
          ['', say.objectiveNone],
          ...objectiveIds.map((id): [Objective, string] => [id, names.objectives[id]]),
        ]}
        choose={(objective) =>
          change((last) => withProposals(withPlan(last, { objective: objective || null })))
        }
      />
      <section aria-labelledby="weighted">
        <h2 id="weighted" tabIndex={-1}>
          {say.weighted} <span class="muted">{say.weightedCount({ count: weighted.length })}</span>
        </h2>
        {weighted.length > mostWeighted && (
          <p class="warn" role="status">
            {say.tooMany}
          </p>
        )}
        {plan.kpis.length === 0 && <p class={tried ? 'error' : 'muted'}>{say.none}</p>}
        <ul class="kpis">{weighted.map(row)}</ul>
      </section>
      {tracked.length > 0 && (
        <section aria-labelledby="tracked">
          <h2 id="tracked">
            {say.tracked} <span class="muted">{say.trackedWhy}</span>
          </h2>
          <ul class="kpis">{tracked.map(row)}</ul>
        </section>
      )}
      {offered.length > 0 && (
        <section aria-labelledby="offered">
          <h2 id="offered">{say.offered}</h2>
          <ul class="kpis">
            {offered.map(({ kpi, why, note }) => (
              <li key={kpi}>
                <div class="line">
                  <span class="title">{titleInPlan(kpi, plan, language)}</span>
                  <button
                    type="button"
                    class="small-way"
                    aria-label={say.of({ action: say.add, kpi: titleInPlan(kpi, plan, language) })}
                    aria-disabled={full}
                    onClick={() => full || add(kpi)}
                  >
                    {say.add}
                  </button>
                </div>
                <p class="muted">{[why[language], note?.[language]].filter(Boolean).join(' ')}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {draft.shaped && draft.is === 'new' && (
        <button
          type="button"
          class="quiet"
          onClick={() => change((last) => withProposals({ ...last, shaped: false }))}
        >
          {say.again}
        </button>
      )}
      {full && <p class="warn">{say.full}</p>}
      {!full && (
        <>
          <KpiFinder chosen={chosen} add={add} />
          <CustomKpiForm plan={plan} shape={shape} />
        </>
      )}
      {draft.is !== 'edit' && (
        <Footer next={words.steps.next} {...(draft.is === 'new' ? { back: () => goTo(1) } : {})} />
      )}
    </form>
  );
}
