import { catalogue, isCalculated } from '../../kpi/catalogue.ts';
import type {
  Called,
  Input,
  Kpi,
  Over,
  Quantity,
  ReadableFrom,
  SampleSize,
} from '../../kpi/define.ts';
import type { Unit } from '../../kpi/units.ts';
import type { WeekPart } from '../calendar/calendar.ts';
import { aggregationOf, kpiNamed } from './aggregation.ts';
import { feedFor } from './feeds.ts';
import type { Cadence, Plan } from './plan.ts';

/** How often an input is typed; what is measured daily is typed once a week. */
export type InputCadence = Exclude<Cadence, 'day'>;

/** A column of the input block: one quantity, whichever of the plan's KPIs use it. */
export interface PlanInput {
  /** `CPL.cost`, `LEADS`, `OWN_A.top`: the same in every plan that has this quantity. */
  readonly key: string;
  readonly called: Called;
  readonly unit: Unit;
  readonly over: Over;
  readonly min?: number;
  readonly max?: number;
  /** The finest cadence of the KPIs that use it. */
  readonly cadence: InputCadence;
  readonly sources?: ReadableFrom;
  /** How large a made-up number of it is. */
  readonly sample?: SampleSize;
  readonly usedBy: readonly Use[];
}

/** A KPI of the plan and the argument of its function; a counted KPI has one, without a name. */
interface Use {
  readonly kpi: string;
  readonly argument: string;
  /** Which argument of the function it is, from 0. */
  readonly at: number;
}

/** What stands for an argument: a column, what the plan itself says, or nothing. */
export type Argument = string | { readonly constant: 'margin' } | null;

const fineness: readonly InputCadence[] = ['week', 'month', 'quarter'];

const typedCadence = (cadence: Cadence): InputCadence => (cadence === 'day' ? 'week' : cadence);

/** What a KPI reads in the order of its function's arguments; a counted KPI reads one quantity. */
const readBy = (kpi: Kpi): readonly (readonly [string, Input])[] =>
  isCalculated(kpi) ? Object.entries(kpi.inputs) : [['', kpi.counts]];

const isQuantity = (input: Input): input is Quantity & Input => 'over' in input;

/** Optional arguments are no columns: the margin stands in the plan, the others are left out. */
const isColumn = (input: Input): input is Quantity & Input => isQuantity(input) && !input.optional;

const keyAt = (kpi: string, argument: string): string => (argument ? `${kpi}.${argument}` : kpi);

const firstUses: ReadonlyMap<Quantity, string> = usesIn(catalogue);

function usesIn(kpis: readonly Kpi[]): ReadonlyMap<Quantity, string> {
  const found = new Map<Quantity, string>();
  for (const kpi of kpis) {
    for (const [argument, input] of readBy(kpi)) {
      if (isColumn(input) && !found.has(input)) found.set(input, keyAt(kpi.name, argument));
    }
  }
  return found;
}

/** The quantity of the catalogue that has a key. */
export const quantityAt = (key: string): Quantity | null => {
  for (const [quantity, each] of firstUses) if (each === key) return quantity;
  return null;
};

/** The key of a quantity of the catalogue: where it is used first. `null` for what is no column. */
export const quantityKey = (quantity: Quantity): string | null => firstUses.get(quantity) ?? null;

function keyOf(kpi: Kpi, argument: string, input: Quantity): string {
  const twice = readBy(kpi).find(([, each]) => each === input)?.[0] !== argument;
  return (twice ? null : quantityKey(input)) ?? keyAt(kpi.name, argument);
}

/** What stands for each argument of a KPI's function, in their order. */
export function argumentsOf(kpi: Kpi, plan: Pick<Plan, 'circumstances'>): readonly Argument[] {
  return readBy(kpi).map(([argument, input]) => {
    if (isColumn(input)) return keyOf(kpi, argument, input);
    const known = argument === 'margin' && plan.circumstances.margin !== null;
    return known ? { constant: 'margin' } : null;
  });
}

/** The columns of a plan's input block, in the order of its KPIs. */
export function inputsOfPlan(
  plan: Pick<Plan, 'kpis' | 'own' | 'feeds'>,
  kpis: readonly Kpi[] = catalogue,
): readonly PlanInput[] {
  const found = new Map<string, PlanInput>();
  for (const planned of plan.kpis) {
    const kpi = kpiNamed(planned.kpi, plan, kpis);
    if (!kpi) continue;
    const cadence = typedCadence(planned.cadence);
    for (const [at, [argument, input]] of readBy(kpi).entries()) {
      if (!isColumn(input)) continue;
      const key = keyOf(kpi, argument, input);
      const use = { kpi: kpi.name, argument, at };
      const known = found.get(key);
      found.set(key, known ? usedAlso(known, use, cadence) : column(key, input, use, cadence));
    }
  }
  return inStep([...found.values()].map((input) => flowing(input, plan)));
}

/** What flows in does so day by day, however seldom its KPI is judged; a reading keeps its period. */
const flowing = (input: PlanInput, plan: Pick<Plan, 'feeds'>): PlanInput =>
  input.over !== 'whole' && feedFor(input.key, plan) ? { ...input, cadence: 'week' } : input;

/**
 * A reading that is never combined can only be set against what was counted in its own period: what
 * a KPI reads beside it is typed at least as often, other readings exactly as often.
 */
function inStep(inputs: readonly PlanInput[]): readonly PlanInput[] {
  const readings = (kpi: string) =>
    inputs.filter(({ over, usedBy }) => over === 'whole' && usedBy.some((use) => use.kpi === kpi));
  const refined = inputs.map((input) => ({
    ...input,
    cadence: input.usedBy
      .flatMap(({ kpi }) => readings(kpi))
      .reduce((finest, { cadence }) => finer(finest, cadence), input.cadence),
  }));
  const settled = refined.every(({ cadence }, at) => cadence === inputs[at]?.cadence);
  return settled ? inputs : inStep(refined);
}

const usedAlso = (input: PlanInput, use: Use, cadence: InputCadence): PlanInput => ({
  ...input,
  cadence: finer(input.cadence, cadence),
  usedBy: [...input.usedBy, use],
});

const finer = (one: InputCadence, other: InputCadence): InputCadence =>
  fineness.indexOf(one) < fineness.indexOf(other) ? one : other;

const column = (key: string, input: Quantity, use: Use, cadence: InputCadence): PlanInput => ({
  key,
  called: input.called,
  unit: input.unit,
  over: input.over,
  ...(input.min === undefined ? {} : { min: input.min }),
  ...(input.max === undefined ? {} : { max: input.max }),
  cadence,
  ...(input.sources === undefined ? {} : { sources: input.sources }),
  ...(input.sample === undefined ? {} : { sample: input.sample }),
  usedBy: [use],
});

/**
 * Whether a value is typed in the row of a week part. A reading that is never combined stands for
 * its whole week, so where a month's end cuts the week it is typed once, with the week's last part.
 */
export function isOpen(input: Pick<PlanInput, 'cadence' | 'over'>, part: WeekPart): boolean {
  if (input.cadence === 'quarter') return part.endsQuarter;
  if (input.cadence === 'month') return part.endsMonth;
  return input.over === 'whole' ? part.endsWeek : true;
}

/**
 * Whether a number that somebody typed can be what an input counts: within its bounds, and no share
 * where things are counted, of which there cannot be 0.61.
 */
export const isPossible = (
  input: Pick<PlanInput, 'unit' | 'min' | 'max'>,
  value: number,
): boolean =>
  Number.isFinite(value) &&
  value >= (input.min ?? Number.NEGATIVE_INFINITY) &&
  value <= (input.max ?? Number.POSITIVE_INFINITY) &&
  !(countsThings(input) && value > 0 && value < 1);

/** Whether an input counts whole things; what one's own KPIs count, nobody knows. */
export const countsThings = ({ unit, min }: Pick<PlanInput, 'unit' | 'min'>): boolean =>
  unit === 'count' && min === 0;

/** How often a KPI is measured unless somebody says otherwise. */
export function defaultCadence(kpi: Kpi): InputCadence {
  const slow = kpi.level === 'strategic' ? 'quarter' : 'month';
  const kind = aggregationOf(kpi);
  if (kind === 'whole' || kind === 'points') return slow;
  if (kind === 'ratio' && isSurvey(kpi) && !startsFromStock(kpi)) return slow;
  const monthly = startsFromStock(kpi) || (kind !== 'sum' && kpi.level === 'strategic');
  return monthly ? 'month' : 'week';
}

/** An outcome of which no system keeps a single input: people have to be asked, which takes time. */
const isSurvey = (kpi: Kpi): boolean =>
  kpi.group === 'impact' && readBy(kpi).every(([, input]) => !('sources' in input));

/** Compared with what there was at the start: in a single week hardly anything moves. */
const startsFromStock = (kpi: Kpi): boolean =>
  readBy(kpi).some(([, input]) => isQuantity(input) && input.over === 'first');
