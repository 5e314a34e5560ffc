import { isCalculated } from '../../kpi/catalogue.ts';
import type { Kpi } from '../../kpi/define.ts';
import type { Day, WeekPart } from '../calendar/calendar.ts';
import { aggregationOf } from './aggregation.ts';
import { kpiValue } from './evaluate.ts';
import { argumentsOf, type InputCadence, isOpen, isPossible, type PlanInput } from './inputs.ts';
import type { Plan } from './plan.ts';

/**
 * What is typed, by the key of the input, in the order of the week parts; `null` is blank. A number
 * that cannot be is unknown, as a blank is.
 */
export type TypedActuals = Readonly<Record<string, readonly (number | null)[]>>;

/** What flowed into an input, in the plan's currency. */
export interface Flow {
  /** The days for which everything is known; one without a number is 0. */
  readonly covered: { readonly from: Day; readonly to: Day } | null;
  /** Each number is a single day's; else it counts as far as whole weeks are there. */
  readonly daily: boolean;
  readonly rows: readonly { readonly from: Day; readonly to: Day; readonly value: number }[];
}

export interface Actual {
  /** The last day up to which all inputs are there. */
  readonly through: Day | null;
  readonly value: number | null;
}

/** A stretch of days for which an input is typed once. */
interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly value: number | null;
}

/** An input as a KPI reads it: up to which day it is known, and what it comes to over a span. */
interface Known {
  readonly input: PlanInput;
  readonly through: Day | null;
  readonly flows: boolean;
  readonly daily: boolean;
  readonly total: (from: Day, to: Day) => number | null;
}

/** What a KPI has reached as far as its inputs are typed. Inputs are totalled first, divided once. */
export function actualOf(
  kpi: Kpi,
  plan: Pick<Plan, 'circumstances'>,
  inputs: readonly PlanInput[],
  parts: readonly WeekPart[],
  typed: TypedActuals,
  flowing: Readonly<Record<string, Flow>> = {},
): Actual {
  const names = isCalculated(kpi) ? Object.keys(kpi.inputs) : [''];
  const read: (Known & { readonly name: string })[] = [];
  const constants: Record<string, number | null> = {};
  for (const [at, given] of argumentsOf(kpi, plan).entries()) {
    const name = names[at] ?? '';
    const input = inputs.find(({ key }) => key === given);
    if (input) read.push({ name, ...knownOf(input, parts, typed[input.key], flowing[input.key]) });
    else if (typeof given === 'string') return { through: null, value: null };
    else constants[name] = given ? plan.circumstances.margin : null;
  }
  const least = read.reduce<Day | null>(
    (earliest, { through: day }) =>
      earliest === null || day === null ? null : Math.min(earliest, day),
    Number.POSITIVE_INFINITY,
  );
  const alone = read.some(({ input }) => input.over === 'whole');
  const coarsest = read.reduce<InputCadence>(
    (found, { input }) => (slower(input.cadence, found) ? input.cadence : found),
    'week',
  );
  const apart = read.some(({ flows }) => flows) && read.some(({ daily }) => !daily);
  const days = apart && coarsest === 'week' ? atWeeksEnd(least, alone, parts) : least;
  const through = inWholePeriods(days, coarsest, parts);
  if (through === null || read.length === 0) return { through: null, value: null };
  if (aggregationOf(kpi) === 'unsaid') return { through, value: null };
  const totals = (from: Day, to: Day) =>
    kpiValue(kpi, {
      ...constants,
      ...Object.fromEntries(read.map(({ name, total }) => [name, total(from, to)])),
    });
  if (!alone) {
    return { through, value: totals(parts[0]?.from ?? 0, through) };
  }
  const row = { cadence: coarsest, over: 'whole' } as const;
  const complete = periodsOf(row, parts, []).filter(({ to }) => to <= through);
  const values = complete.map(({ from, to }) => totals(from, to));
  return { through, value: values[values.length - 1] ?? null };
}

const fineness: readonly InputCadence[] = ['week', 'month', 'quarter'];
const slower = (one: InputCadence, other: InputCadence): boolean =>
  fineness.indexOf(one) > fineness.indexOf(other);

/** What is typed weekly beside what is typed monthly counts as far as whole months are there. */
function inWholePeriods(day: Day | null, cadence: InputCadence, parts: readonly WeekPart[]) {
  if (day === null || cadence === 'week') return day;
  const ends = parts.filter((part) => isOpen({ cadence, over: 'sum' }, part) && part.to <= day);
  return ends[ends.length - 1]?.to ?? null;
}

/** What comes by the week counts up to a week's end, which a month's end may cut off. */
function atWeeksEnd(day: Day | null, whole: boolean, parts: readonly WeekPart[]): Day | null {
  const ends = parts.filter(
    ({ to, endsWeek }) => day !== null && to <= day && (endsWeek || !whole),
  );
  return ends[ends.length - 1]?.to ?? null;
}

function knownOf(
  input: PlanInput,
  parts: readonly WeekPart[],
  typed: readonly (number | null)[] = [],
  flow?: Flow,
): Known {
  if (flow && input.over !== 'whole') return flowKnown(input, flow, parts);
  const typedPeriods = () => periodsOf(input, parts, typed, (value) => isPossible(input, value));
  const periods = flow ? flowPeriods(input, flow, parts) : typedPeriods();
  return {
    input,
    flows: flow !== undefined,
    daily: false,
    through: throughOf(input, periods),
    total: (from, to) => totalOf(input, periods, from, to),
  };
}

/** Readings of exactly the periods shown: none is nobody, where people are counted. */
function flowPeriods(
  input: PlanInput,
  { covered, rows }: Flow,
  parts: readonly WeekPart[],
): readonly Period[] {
  return periodsOf(input, parts, []).map(({ from, to }) => {
    const known = covered !== null && covered.from <= from && covered.to >= to;
    const row = rows.find((each) => each.from === from && each.to === to);
    const none = input.unit === 'count' ? 0 : null;
    return { from, to, value: known ? (row?.value ?? none) : null };
  });
}

function flowKnown(
  input: PlanInput,
  { covered, rows, daily }: Flow,
  parts: readonly WeekPart[],
): Known {
  const [first, last] = [parts[0]?.from ?? 0, parts[parts.length - 1]?.to ?? 0];
  const shared = { input, flows: true, daily };
  const none = { ...shared, through: null, total: () => null };
  if (!covered || covered.to < first) return none;
  const to = Math.min(covered.to, last);
  const sinceStart = covered.from <= first || input.over === 'last';
  return {
    ...shared,
    through: sinceStart ? to : null,
    total: (from, until) => {
      const [begin, end] = [Math.max(from, covered.from), Math.min(until, to)];
      const inside = rows
        .filter((row) => row.from >= begin && row.to <= end)
        .sort((one, other) => one.to - other.to);
      if (input.over === 'first') return inside[0]?.value ?? null;
      if (input.over === 'last') return inside[inside.length - 1]?.value ?? null;
      if (begin > from || end < until) return null;
      return inside.reduce((sum, { value }) => sum + value, 0);
    },
  };
}

function periodsOf(
  input: Pick<PlanInput, 'cadence' | 'over'>,
  parts: readonly WeekPart[],
  values: readonly (number | null)[],
  counts: (value: number) => boolean = () => true,
): readonly Period[] {
  const periods: Period[] = [];
  let from = parts[0]?.from ?? 0;
  for (const [at, part] of parts.entries()) {
    if (!isOpen(input, part)) continue;
    const value = values[at] ?? null;
    periods.push({ from, to: part.to, value: value !== null && counts(value) ? value : null });
    from = part.to + 1;
  }
  return periods;
}

/** Counts must be there without a gap from the first day; of readings the last one tells. */
function throughOf({ over }: PlanInput, periods: readonly Period[]): Day | null {
  if (over === 'last' || over === 'whole') {
    const filled = periods.filter(({ value }) => value !== null);
    return filled[filled.length - 1]?.to ?? null;
  }
  const gap = periods.findIndex(({ value }) => value === null);
  return periods[(gap < 0 ? periods.length : gap) - 1]?.to ?? null;
}

/** An input over a span, in its own way; `null` where the span is not covered by what is typed. */
function totalOf(
  { over }: PlanInput,
  periods: readonly Period[],
  from: Day,
  to: Day,
): number | null {
  const inside = periods.filter((period) => period.from >= from && period.to <= to);
  const filled = inside.flatMap(({ value }) => value ?? []);
  if (over === 'first') return filled[0] ?? null;
  if (over === 'last') return filled[filled.length - 1] ?? null;
  if (over === 'whole') return inside.find((period) => period.to === to)?.value ?? null;
  if (filled.length === 0) return null;
  return filled.reduce((sum, value) => sum + value, 0);
}
