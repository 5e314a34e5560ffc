import { isCalculated } from '../../kpi/catalogue.ts';
import type { Calculated, Kpi } from '../../kpi/define.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { sheetWords } from '../../messages/sheet.ts';
import { quoted } from '../../native/twin.ts';
import { type Aggregation, aggregationOf, kpiNamed } from '../../plan/model/aggregation.ts';
import { argumentsOf, type InputCadence, isOpen, type PlanInput } from '../../plan/model/inputs.ts';
import type { PlannedKpi } from '../../plan/model/plan.ts';
import { connectedInput } from '../data/connected-input.ts';
import { call, when } from '../layout/formula-text.ts';
import type { SheetInput } from '../layout/sheet-input.ts';

/** A KPI of the plan with everything its formulas depend on. */
export interface MeasuredKpi {
  readonly kpi: Kpi;
  readonly planned: PlannedKpi;
  readonly kind: Aggregation;
  /** The columns it is computed from, in the order of its arguments. */
  readonly inputs: readonly PlanInput[];
  /** How often all of its inputs are there: the coarsest of their cadences. */
  readonly period: InputCadence;
  /** It rests on readings that are never combined: its latest complete period stands alone. */
  readonly alone: boolean;
  /** Whether the gross margin changes it. */
  readonly margin: boolean;
  /** Whether the add-on has a cell function for it. */
  readonly hasFunction: boolean;
}

const coarseness: readonly InputCadence[] = ['week', 'month', 'quarter'];

export const isCoarser = (one: InputCadence, other: InputCadence): boolean =>
  coarseness.indexOf(one) > coarseness.indexOf(other);

/** Whether all it is computed from comes day by day, so that it is known up to any day. */
export const isDaily = (
  { inputs }: Pick<MeasuredKpi, 'inputs'>,
  facts: Pick<SheetInput, 'plan' | 'sources'>,
): boolean => inputs.length > 0 && inputs.every((input) => connectedInput(input, facts)?.daily);

/** Pixels of rows that begin with a KPI's title: all alike, two lines where one title needs them. */
export const titledRow = (measured: readonly MeasuredKpi[], language: Language): number =>
  measured.some(({ kpi }) => kpiTitle(kpi, language).length > titleLength) ? twoLines : oneLine;

const titleLength = 38;
const oneLine = 26;
const twoLines = 38;

/** The plan's KPIs in its order; names nobody knows are left out. */
export function measuredKpis(
  facts: Pick<SheetInput, 'plan' | 'catalogue' | 'inputs' | 'sources'>,
): readonly MeasuredKpi[] {
  const { plan, catalogue } = facts;
  return plan.kpis.flatMap((planned) => {
    const kpi = kpiNamed(planned.kpi, plan, catalogue);
    if (!kpi) return [];
    const keys = argumentsWithMargin(kpi, facts);
    const inputs = keys.flatMap((key) => facts.inputs.find((each) => each.key === key) ?? []);
    const own = plan.own.some(({ name }) => name === kpi.name);
    return [
      {
        kpi,
        planned,
        kind: aggregationOf(kpi),
        inputs,
        period: inputs.reduce<InputCadence>(
          (period, { cadence }) => (isCoarser(cadence, period) ? cadence : period),
          'week',
        ),
        alone: inputs.some(({ over }) => over === 'whole'),
        margin: keys.some((key) => typeof key === 'object' && key !== null),
        hasFunction: isCalculated(kpi) && !own,
      },
    ];
  });
}

/** As if the margin were known: whether it is, the sheet itself decides. */
const argumentsWithMargin = (kpi: Kpi, { plan }: Pick<SheetInput, 'plan' | 'sources'>) =>
  argumentsOf(kpi, { circumstances: { ...plan.circumstances, margin: 1 } });

/** Whether one row of the input block holds everything the KPI needs for that row's days alone. */
export function sharesRows({ inputs }: MeasuredKpi, { parts }: Pick<SheetInput, 'parts'>): boolean {
  const [first, ...rest] = inputs;
  return (
    first !== undefined &&
    rest.every((input) => parts.every((part) => isOpen(input, part) === isOpen(first, part)))
  );
}

/**
 * The text that computes a calculated KPI from texts for its inputs, by its function or, where it
 * has none or the sheet shall do without, natively. With a margin that may be blank, both ways.
 */
export function computed(
  { kpi, margin, hasFunction }: MeasuredKpi,
  textOf: (input: string) => string,
  marginCell: () => string,
  facts: SheetInput,
): string {
  if (!isCalculated(kpi)) throw new Error(`${kpi.name} is not calculated.`);
  const texts = (withMargin: boolean) =>
    givenTo(kpi, textOf, withMargin ? marginCell() : undefined, facts);
  const one = (withMargin: boolean) =>
    hasFunction && !facts.portable
      ? functionCall(kpi, texts(withMargin))
      : saidNatively(facts.native(kpi, texts(withMargin)), facts);
  // A text for a margin is not taken for none: the KPI refuses it.
  return margin ? when(`LEN(${marginCell()})=0`, one(false), one(true)) : one(false);
}

/**
 * What a KPI's function is called with, in its order, from what there is for each input and for the
 * margin; `undefined` where it is left out.
 */
export const givenTo = <T>(
  kpi: Kpi,
  of: (input: string) => T,
  margin: T | undefined,
  facts: Pick<SheetInput, 'plan' | 'sources'>,
): (T | undefined)[] =>
  argumentsWithMargin(kpi, facts).map((each) => {
    if (typeof each === 'string') return of(each);
    return each ? margin : undefined;
  });

/**
 * What a native formula refuses is said in words, as our functions say it: an error in one week
 * would make errors of everything that looks at the weeks.
 */
const saidNatively = (native: string, { plan }: SheetInput): string =>
  native.replace(/"(?:[^"]|"")*"|\bNA\(\)/g, (part) =>
    part === 'NA()' ? quoted(sheetWords(plan.language).cannotTell) : part,
  );

function functionCall({ name }: Calculated, texts: readonly (string | undefined)[]): string {
  const used = texts.slice(
    0,
    texts.reduce((end, text, at) => (text ? at + 1 : end), 0),
  );
  return call(name, ...used.map((text) => text ?? ''));
}

/** Whether the KPI's values stand in one spilled formula rather than in one formula per cell. */
export const spills = ({ hasFunction }: MeasuredKpi, { portable }: SheetInput): boolean =>
  hasFunction && !portable;
