import { catalogue } from '../../kpi/catalogue.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { redefined } from '../../plan/custom-kpi/answer.ts';
import { plannedKpi } from '../../plan/model/edit-kpis.ts';
import type { CustomKpi, Plan } from '../../plan/model/plan.ts';
import type { Pasted, PastedRow } from '../../plan/paste/paste.ts';
import { kpiOf, titleInPlan } from '../plans/kpi-names.ts';
import { useSay } from '../plans/plans-context.ts';
import { usePanel } from '../shell/panel-context.ts';
import { SelectField } from '../ui/fields.tsx';
import { CustomKpiQuestions } from './numbers/custom-kpi-questions.tsx';
import { shown } from './numbers/typed-numbers.ts';

interface PastedRowsProps {
  readonly read: Pasted;
  readonly change: (plan: Plan, rows: readonly PastedRow[]) => void;
}

/** Every row of a pasted table: what it became, and what of it was not read. */
export function PastedRows({ read, change }: PastedRowsProps) {
  const choose = (row: PastedRow, kpi: string) =>
    change(
      exchanged(read.plan, row.kpi ?? '', kpi),
      read.rows.map((each) => (each === row ? { ...row, kpi, is: 'kpi' } : each)),
    );
  return (
    <ul class="read">
      {read.rows.map((row) => (
        <li key={row.line}>
          <Row
            row={row}
            plan={read.plan}
            choose={(kpi) => choose(row, kpi)}
            define={(own) => change(redefined(read.plan, own, catalogue), read.rows)}
          />
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  readonly row: PastedRow;
  readonly plan: Plan;
  readonly choose: (kpi: string) => void;
  readonly define: (own: CustomKpi) => void;
}

function Row({ row, plan, choose, define }: RowProps) {
  const { language } = usePanel();
  const say = useSay().paste;
  const { kpi, is, text, line, candidates, problems } = row;
  const own = plan.own.find(({ name }) => name === kpi);
  const free = candidates.filter((name) => !plan.kpis.some((each) => each.kpi === name));
  return (
    <>
      <p class="line">
        <span class="title">{text || say.line({ line })}</span>
        <span class="muted">{numbersOf(kpi, plan, language)}</span>
      </p>
      {kpi !== null && (
        <p class={is === 'own' ? 'muted' : 'good'}>
          <span aria-hidden="true">{is === 'own' ? '○' : '✓'}</span>{' '}
          {is === 'own' ? say.own : titleInPlan(kpi, plan, language)}
        </p>
      )}
      {problems.map((problem) => (
        <p key={problem} class={is === 'other' ? 'muted' : 'warn'}>
          {problem}
        </p>
      ))}
      {own && <CustomKpiQuestions id={`row-${line}-unsaid`} own={own} put={define} />}
      {kpi !== null && is === 'own' && free.length > 0 && (
        <SelectField
          id={`row-${line}`}
          label={say.means}
          value={kpi}
          options={[
            [kpi, say.own],
            ...free.map((name) => [name, titleInPlan(name, plan, language)] as const),
          ]}
          choose={choose}
        />
      )}
    </>
  );
}

/** `1.030 → 1.240` */
function numbersOf(name: string | null, plan: Plan, language: Language): string {
  const planned = plan.kpis.find(({ kpi }) => kpi === name);
  const kpi = planned && kpiOf(planned.kpi, plan);
  if (!planned || !kpi) return '';
  const write = (value: number | null) =>
    value === null ? '–' : shown(value, kpi, plan.circumstances.currency, language);
  const { baseline, target } = planned;
  return baseline === null && target === null ? '' : `${write(baseline)} → ${write(target)}`;
}

/** The plan with a KPI of the user's own taken as one of the catalogue; what was read of it stays. */
function exchanged(plan: Plan, from: string, to: string): Plan {
  const { cadence } = plannedKpi(plan, to, catalogue);
  return {
    ...plan,
    kpis: plan.kpis.map((each) => (each.kpi === from ? { ...each, kpi: to, cadence } : each)),
    own: plan.own.filter(({ name }) => name !== from),
  };
}
