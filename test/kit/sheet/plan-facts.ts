import { expect } from 'vitest';
import { branchesOf } from '../../../src/derive/formula.ts';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import type { Calculated, Kpi } from '../../../src/kpi/define.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import { twin } from '../../../src/native/twin.ts';
import { lastDay, type WeekPart, weekParts } from '../../../src/plan/calendar/calendar.ts';
import { actualOf, type Flow } from '../../../src/plan/model/actual.ts';
import { aggregationOf, kpiNamed } from '../../../src/plan/model/aggregation.ts';
import { defaultBusinessProfile } from '../../../src/plan/model/defaults.ts';
import { inputsOfPlan } from '../../../src/plan/model/inputs.ts';
import type { Plan, PlanRole } from '../../../src/plan/model/plan.ts';
import { shareAt, type Weight } from '../../../src/plan/model/week-share.ts';
import { sampleInputs, samplePlan, sampleWeights } from '../../../src/plan/sample/sample-plan.ts';
import { propose } from '../../../src/presets/propose-plan.ts';
import type { BlockName } from '../../../src/sheet/layout/block.ts';
import type { Drawing } from '../../../src/sheet/layout/drawing.ts';
import type { SheetInput, TypedValue, TypedValues } from '../../../src/sheet/layout/sheet-input.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { shippedSources } from '../../../src/sources/registry.ts';
import { chosenPlan } from '../plans/plans.ts';
import { judge, type KpiStatus, kpiStatus, tetWeightsOpen } from '../plans/standing.ts';
import { type Drawn, drawn, typedInto } from './drawn.ts';

/** What the blocks of a plan's sheet are made from; a test says what differs. */
export const factsOf = (plan: Plan, given: Partial<SheetInput> = {}): SheetInput => ({
  plan,
  catalogue,
  inputs: inputsOfPlan(plan, catalogue),
  parts: weekParts(plan.quarter, plan.circumstances.weekStart),
  native: (kpi: Calculated, inputs) =>
    // A KPI of one's own is not in the table, but its formula is as plain as theirs.
    twin(kpi, branchesOf(kpi), inputs, { language: plan.language, separator: ';' }),
  portable: false,
  sources: shippedSources,
  typed: {},
  ...given,
});

/** The ready-made plan of a role for the first quarter of 2027, in which Tết falls. */
export function rolePlan(role: PlanRole, language: Language): Plan {
  const circumstances = defaultBusinessProfile(language, language === 'vi' ? 'vi_VN' : 'en_GB');
  const proposal = propose({ role, objective: null, circumstances, catalogue });
  return chosenPlan(
    proposal.filter(({ ticked }) => ticked),
    { role, language, circumstances },
  );
}

/** What somebody typed into the input block: by input, in the order of the week parts. */
export interface Filled {
  readonly inputs: Readonly<Record<string, readonly (TypedValue | null)[]>>;
  readonly weights: readonly Weight[];
}

export function typedOf(parts: readonly WeekPart[], { inputs, weights }: Filled): TypedValues {
  const rows = parts.map((part, at) => {
    const weight = weights[at] ?? null;
    const cells = Object.entries(inputs).flatMap(([key, values]): [string, TypedValue][] => {
      const value = values[at] ?? null;
      return value === null ? [] : [[key, value]];
    });
    return [
      String(part.from),
      { ...Object.fromEntries(cells), ...(weight === null ? {} : { weight }) },
    ] as const;
  });
  return { input: Object.fromEntries(rows) };
}

/** A plan with made-up targets and numbers up to a day. */
export function sampled(plan: Plan, until?: number): { plan: Plan; filled: Filled } {
  const parts = weekParts(plan.quarter, plan.circumstances.weekStart);
  const day = until ?? parts.find(({ week, endsWeek }) => week === 8 && endsWeek)?.to ?? 0;
  const inputs = sampleInputs(plan, inputsOfPlan(plan, catalogue), parts, day);
  return { plan: samplePlan(plan, day), filled: { inputs, weights: sampleWeights(parts) } };
}

/** The sheet of a plan, computed. A clock of the test's own stands in the place of the sheet's. */
export async function computed(
  facts: SheetInput,
  change: (drawing: Drawing) => Drawing = (same) => same,
  today: number = lastDay(facts.plan.quarter),
): Promise<Drawn> {
  const drawing = change(planDrawing(facts, '{}'));
  const set = typedInto(drawing, 'KPI_abc123_calc', '.today', 'from', { value: today });
  return drawn([{ name: 'Lan', drawing: set }]);
}

/** A cell of the test's plan. */
export const valueAt = (sheet: Drawn, block: BlockName, row: string, column: string) =>
  sheet.at(`KPI_abc123_${block}`, row, column);

/** Where the KPIs of a plan stand, computed without any sheet. Texts are no numbers: unknown. */
export function reference(
  facts: SheetInput,
  { inputs, weights }: Filled,
  flowing: Readonly<Record<string, Flow>> = {},
) {
  const { plan, parts } = facts;
  const numbers = Object.fromEntries(
    Object.entries(inputs).map(([key, values]) => [
      key,
      values.map((value) => (typeof value === 'number' ? value : null)),
    ]),
  );
  return plan.kpis.map((planned) => {
    const kpi = kpiNamed(planned.kpi, plan, catalogue);
    if (!kpi) throw new Error(`No KPI ${planned.kpi}.`);
    const { through, value } = actualOf(kpi, plan, facts.inputs, parts, numbers, flowing);
    const { baseline, target, goal, flag } = planned;
    const standing: KpiStatus = kpiStatus({
      kind: aggregationOf(kpi),
      better: kpi.better,
      baseline,
      target,
      actual: value,
      goal,
      flag,
      share: shareAt(parts, weights, through),
      over: through === lastDay(plan.quarter),
      weightsOpen: tetWeightsOpen(parts, weights, through),
    });
    return { kpi, through, value, standing };
  });
}

/**
 * That every KPI stands on the sheet where it stands without one. A sentence in the place of a
 * number («no leads») is neither reached nor missed; the reference then knows no value, or, of
 * readings that stand alone, an older one.
 */
export function expectSame(
  sheet: Drawn,
  facts: SheetInput,
  filled: Filled,
  flowing: Readonly<Record<string, Flow>> = {},
): void {
  for (const { kpi, through, value, standing } of reference(facts, filled, flowing)) {
    const cell = (column: string) => valueAt(sheet, 'score', kpi.name, column);
    const near = (column: string, wanted: number | null) => {
      const found = cell(column);
      if (wanted === null) expect(found, `${kpi.name} ${column}`).not.toBeTypeOf('number');
      else expect(found, `${kpi.name} ${column}`).toBeCloseTo(wanted, 6);
    };
    const code = valueAt(sheet, 'calc', kpi.name, 'code');
    near('through', through);
    near('expected', standing.expected);
    const actual = cell('actual');
    if (typeof actual !== 'number' && actual !== '') {
      expect(value === null || readingsStandAlone(kpi), `${kpi.name} ${actual}`).toBe(true);
      expect(code, kpi.name).toBe(standing.code === 'noTarget' ? 'noTarget' : 'text');
      near('attainment', null);
      continue;
    }
    near('actual', value);
    near('attainment', standing.attainment);
    // Something stands there that cannot be used, which only the sheet can tell from nothing.
    expect(code === 'refused' ? 'noData' : code, kpi.name).toBe(standing.code);
  }
}

/** That every month is judged by the one rule, in the words of the scorecard. */
export function expectMonthsJudged(sheet: Drawn, facts: SheetInput): void {
  const { plan } = facts;
  const words = new Map<unknown, unknown>();
  for (const { kpi: name, baseline, goal, flag } of plan.kpis) {
    const kpi = kpiNamed(name, plan, catalogue);
    if (!kpi) continue;
    const kind = aggregationOf(kpi);
    const held = kpi.better === 'on plan' ? kpi.unit : '';
    words.set(
      `${held}${valueAt(sheet, 'calc', name, 'code')}`,
      valueAt(sheet, 'score', name, 'status'),
    );
    for (const month of [1, 2, 3]) {
      const code = valueAt(sheet, 'calc', name, `c${month}`);
      const { better } = kpi;
      if (better === null || code === '' || code === 'open' || code === 'tetWeights') continue;
      const [expected, actual] = ['target', 'actual'].map((each) =>
        valueAt(sheet, 'month', name, `m${month}${each}`),
      ) as [number, number];
      const judgement = { kind, better, baseline, goal, flag, expected, actual };
      expect(code, `${name} ${month}`).toBe(judge({ ...judgement, over: true }));
      const shown = valueAt(sheet, 'month', name, `m${month}met`);
      // Above and below a budget have words of their own.
      if (held !== '' && code === 'bad') continue;
      expect(words.get(`${held}${code}`) ?? shown, `${name} ${month}`).toBe(shown);
      words.set(`${held}${code}`, shown);
    }
  }
}

const readingsStandAlone = (kpi: Kpi): boolean =>
  'inputs' in kpi &&
  Object.values(kpi.inputs).some((input) => 'over' in input && input.over === 'whole');
