import type { Kpi } from '../../../kpi/define.ts';
import { kpiTitle } from '../../../messages/catalogue.ts';
import type { Language } from '../../../messages/compiled/languages.ts';
import type { PlanPanelWords } from '../../../messages/compiled/plan-panel.ts';
import type { Cadence, CustomKpi, PlannedKpi } from '../../../plan/model/plan.ts';
import { kpiOf } from '../../plans/kpi-names.ts';
import { useNames } from '../../plans/plan-names.ts';
import { useSay } from '../../plans/plans-context.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { DirectionMark } from '../../ui/direction.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { number } from '../../ui/numbers.ts';
import type { Draft } from '../draft-begun.ts';
import { CustomKpiQuestions } from './custom-kpi-questions.tsx';
import { fieldId } from './number-fields.ts';
import {
  type NumberField,
  type ParsedField,
  parseField,
  shown,
  worthReadingBack,
  written,
} from './typed-numbers.ts';

interface NumberCardProps {
  readonly planned: PlannedKpi;
  readonly draft: Draft;
  readonly type: (field: NumberField, text: string) => void;
  readonly put: (part: Partial<PlannedKpi>) => void;
  /** One of the plan's own KPIs read otherwise. */
  readonly define: (own: CustomKpi) => void;
}

/** What is known and wanted of one KPI. */
export function NumberCard(props: NumberCardProps) {
  const { planned, draft, put, define } = props;
  const { language } = usePanel();
  const say = useSay().numbers;
  const kpi = kpiOf(planned.kpi, draft.plan);
  if (!kpi) return null;
  const own = draft.plan.own.find(({ name }) => name === planned.kpi);
  return (
    <section class="number-card" data-kpi={planned.kpi} aria-label={kpiTitle(kpi, language)}>
      <h2 class="kpi-title">
        {kpiTitle(kpi, language)} <DirectionMark better={kpi.better} inWords={false} />
      </h2>
      {own && <CustomKpiQuestions id={fieldId(own.name, 'unsaid')} own={own} put={define} />}
      <div class="pair">
        <NumberEntry {...props} kpi={kpi} field="baseline" label={say.baseline} />
        <NumberEntry {...props} kpi={kpi} field="target" label={say.target} />
      </div>
      <TextField
        id={fieldId(planned.kpi, 'owner')}
        label={say.owner}
        value={planned.owner}
        change={(owner) => put({ owner })}
      />
      <MoreOptions {...props} kpi={kpi} />
    </section>
  );
}

interface NumberEntryProps extends NumberCardProps {
  readonly kpi: Kpi;
  readonly field: NumberField;
  readonly label: string;
}

/** A field for a number as marketers type it; what it was read as stands below. */
function NumberEntry({ planned, draft, type, kpi, field, label }: NumberEntryProps) {
  const { language } = usePanel();
  const say = useSay().numbers;
  const typed = draft.typed[planned.kpi]?.[field];
  const text = typed?.text ?? written(field, planned[field], kpi, language);
  const read = typed && parseField(field, typed, kpi, planned.baseline);
  const { currency } = draft.plan.circumstances;
  const hint =
    read && 'value' in read && !['weight', 'goal', 'flag'].includes(field)
      ? readBack(read, text, kpi, planned, currency, language, say)
      : untyped(field, planned.kpi, draft);
  return (
    <TextField
      id={fieldId(planned.kpi, field)}
      label={label}
      value={text}
      numeric={true}
      most={40}
      wrong={read && 'problem' in read ? say.problems[read.problem] : ''}
      hint={hint}
      change={(next) => type(field, next)}
    />
  );
}

/** What is said of a field nobody typed into: where its number comes from, or why there is none. */
function untyped(field: NumberField, kpi: string, { typed, why, known }: Draft): string {
  if (typed[kpi]?.[field]) return '';
  if (field === 'target') return why[kpi] ?? '';
  return field === 'baseline' ? (known?.notes[kpi] ?? '') : '';
}

function readBack(
  read: Extract<ParsedField, { readonly value: number }>,
  text: string,
  kpi: Kpi,
  { baseline }: PlannedKpi,
  currency: string,
  language: Language,
  say: PlanPanelWords['numbers'],
): string {
  const value = shown(read.value, kpi, currency, language);
  const sign = (change: number) => `${change > 0 ? '+' : ''}${number(change, language, 2)}`;
  if (read.as === 'percent' && baseline) {
    return say.isPercent({ value, change: `${sign((read.value / baseline - 1) * 100)}%` });
  }
  if (read.as === 'points' && baseline !== null && kpi.unit === 'fraction') {
    return say.isPoints({ value, change: sign((read.value - baseline) * 100) });
  }
  return worthReadingBack(text, read.value, kpi, language) ? say.is({ value }) : '';
}

/** What has sensible defaults: folded away until somebody wants it. */
function MoreOptions(props: NumberCardProps & { readonly kpi: Kpi }) {
  const { planned, put } = props;
  const say = useSay().numbers;
  const names = useNames();
  const id = (field: string) => fieldId(planned.kpi, field);
  return (
    <details>
      <summary>{say.more}</summary>
      <div class="pair">
        {planned.weight !== null && <NumberEntry {...props} field="weight" label={say.weight} />}
        <NumberEntry {...props} field="lastYear" label={say.lastYear} />
      </div>
      <div class="pair">
        <NumberEntry {...props} field="goal" label={say.goal} />
        <NumberEntry {...props} field="flag" label={say.flag} />
      </div>
      <p class="muted hint">{say.thresholdHint}</p>
      <div class="pair">
        <SelectField<Cadence>
          id={id('cadence')}
          label={say.cadence}
          value={planned.cadence}
          options={Object.entries(names.cadences) as [Cadence, string][]}
          choose={(cadence) => put({ cadence })}
        />
        <TextField
          id={id('source')}
          label={say.source}
          value={planned.source}
          change={(source) => put({ source })}
        />
      </div>
      <TextField
        id={id('definition')}
        label={say.definition}
        value={planned.definition}
        placeholder={say.definitionExample}
        rows={2}
        change={(definition) => put({ definition })}
      />
    </details>
  );
}
