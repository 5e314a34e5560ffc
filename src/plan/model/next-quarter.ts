import { catalogue as everyKpi } from '../../kpi/catalogue.ts';
import type { Direction, Kpi } from '../../kpi/define.ts';
import type { Unit } from '../../kpi/units.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { planChecksWords } from '../../messages/compiled/plan-checks.ts';
import type { Text } from '../../messages/every-language.ts';
import { inEveryLanguage } from '../../messages/every-language.ts';
import { formatAmount } from '../amounts/parse-amount.ts';
import {
  type Day,
  lastDay,
  nextQuarter,
  previousQuarter,
  type QuarterName,
  quarterOf,
  sameQuarterLastYear,
} from '../calendar/calendar.ts';
import { type Aggregation, aggregationOf, kpiNamed } from './aggregation.ts';
import { type Series, seriesOf } from './history.ts';
import type { Plan } from './plan.ts';

/** By KPI; `null` or left out where nobody knows. */
export type Actuals = Readonly<Record<string, number | null>>;

export interface NextTarget {
  readonly kpi: string;
  readonly target: number | null;
  /** Where it comes from, or why there is none. */
  readonly why: Text;
}

/**
 * The plan of the next quarter: what this one brought is its baseline, targets are proposed only
 * where history shows the way, everything else stays as it was agreed on. `history` are earlier
 * plans of the same kind. It has no id yet.
 */
export function nextPlan(
  plan: Plan,
  actuals: Actuals,
  history: readonly Plan[],
  today: Day,
  catalogue: readonly Kpi[] = everyKpi,
): Plan {
  const quarter = quarterAfter(plan, today);
  const targets = nextTargets(plan, actuals, history, today, catalogue);
  const kpis = plan.kpis.map((planned, index) => {
    const { series } = knownOf(planned.kpi, plan, actuals, history, today, catalogue);
    return {
      ...planned,
      baseline: series.at(previousQuarter(quarter)),
      lastYear: series.at(sameQuarterLastYear(quarter)),
      target: targets[index]?.target ?? null,
    };
  });
  return { ...plan, id: '', quarter, kpis, ignored: [], agreed: null, after: plan.id };
}

/** The targets that history proposes for the next quarter, one for each KPI of the plan. */
export function nextTargets(
  plan: Plan,
  actuals: Actuals,
  history: readonly Plan[],
  today: Day,
  catalogue: readonly Kpi[] = everyKpi,
): readonly NextTarget[] {
  const quarter = quarterAfter(plan, today);
  return plan.kpis.map(({ kpi: name }): NextTarget => {
    const known = knownOf(name, plan, actuals, history, today, catalogue);
    const found = known.kpi
      ? proposed(known.kpi, known.series, quarter, known.open)
      : ({ no: 'tooShort' } as const);
    const target = 'no' in found ? null : found.target;
    const why = (language: Language) =>
      said(found, known.kpi?.unit ?? 'count', plan.circumstances.currency, language);
    return { kpi: name, target, why: inEveryLanguage(why) };
  });
}

/** The quarter that follows; where that is over, too, the one that is on. */
function quarterAfter({ quarter, circumstances }: Plan, today: Day): QuarterName {
  const next = nextQuarter(quarter);
  return lastDay(next) < today ? quarterOf(today, circumstances.firstMonth) : next;
}

function knownOf(
  name: string,
  plan: Plan,
  actuals: Actuals,
  history: readonly Plan[],
  today: Day,
  catalogue: readonly Kpi[],
) {
  const kpi = kpiNamed(name, plan, catalogue);
  // What adds up is not known before its quarter is over: half a quarter's leads are no baseline.
  const open = today <= lastDay(plan.quarter) && kpi !== undefined && aggregationOf(kpi) === 'sum';
  const actual = Object.entries(actuals).find(([each]) => each === name)?.[1] ?? null;
  const usable = actual !== null && Number.isFinite(actual) && !open ? actual : null;
  return { kpi, open, series: seriesOf(name, plan, usable, history, catalogue) };
}

type Proposed =
  | {
      readonly target: number;
      readonly by: 'season';
      readonly from: number;
      readonly change: number;
    }
  | {
      readonly target: number;
      readonly by: 'growth';
      readonly quarters: number;
      readonly change: number;
    }
  | {
      readonly target: number;
      readonly by: 'steps';
      readonly quarters: number;
      readonly change: number;
    }
  | { readonly no: 'unsaid' | 'tooShort' | 'wrongWay' | 'tooSteep' | 'decided' | 'unfinished' };

/** More than double or less than half is no course to hold. */
const steepest = 2;
/** Growth is looked at over a year at most. */
const longest = 4;

/**
 * What adds up has seasons: last year's quarter, changed as this one was against its own. All else,
 * and what has no last year, goes on as over the last quarters.
 */
function proposed(kpi: Kpi, series: Series, quarter: QuarterName, open: boolean): Proposed {
  if (kpi.better === null || aggregationOf(kpi) === 'unsaid') return { no: 'unsaid' };
  if (kpi.better === 'on plan') return { no: 'decided' };
  if (open) return { no: 'unfinished' };
  const last = previousQuarter(quarter);
  const now = series.at(last);
  if (now === null) return { no: 'tooShort' };
  const season = aggregationOf(kpi) === 'sum' ? seasonal(series, quarter, now) : null;
  const found = season ?? trend(kpi, series, last, now);
  if ('no' in found) return found;
  const factor = found.by === 'steps' ? null : 1 + found.change;
  if (!improves(found.change, kpi.better)) return { no: 'wrongWay' };
  if (factor !== null && (factor > steepest || factor < 1 / steepest)) return { no: 'tooSteep' };
  return possible(kpi, found.target, now) ? found : { no: 'tooSteep' };
}

const improves = (change: number, better: Direction): boolean =>
  better === 'lower' ? change < -least : change > least;
/** Less is standing still. */
const least = 1 / 1e6;

function seasonal(series: Series, quarter: QuarterName, now: number): Proposed | null {
  const from = series.at(sameQuarterLastYear(quarter));
  const before = series.at(sameQuarterLastYear(previousQuarter(quarter)));
  if (from === null || before === null || from <= 0 || before <= 0 || now <= 0) return null;
  return { target: rounded(from * (now / before)), by: 'season', from, change: now / before - 1 };
}

function trend(kpi: Kpi, series: Series, last: QuarterName, now: number): Proposed {
  const values = [now];
  for (let at = previousQuarter(last); values.length <= longest; at = previousQuarter(at)) {
    const value = series.at(at);
    if (value === null) break;
    values.push(value);
  }
  const quarters = values.length - 1;
  const first = values[quarters];
  if (quarters === 0 || first === undefined) return { no: 'tooShort' };
  if (inSteps(aggregationOf(kpi), kpi.unit)) {
    const change = (now - first) / quarters;
    return { target: onwards(now, now + change), by: 'steps', quarters, change };
  }
  if (values.some((value) => value <= 0)) return { no: 'tooShort' };
  const change = (now / first) ** (1 / quarters) - 1;
  return { target: onwards(now, now * (1 + change)), by: 'growth', quarters, change };
}

/** Points, scores and ranks move by so many, not by so many percent. */
const inSteps = (kind: Aggregation, unit: Unit): boolean =>
  kind === 'points' || unit === 'score' || unit === 'index' || unit === 'rank';

/** A share of a whole cannot become more than the whole, nor a rating more than its scale. */
function possible(kpi: Kpi, target: number, now: number): boolean {
  if (kpi.unit === 'fraction' && now <= 1 && target > 1) return false;
  if (!('counts' in kpi)) return true;
  const { min, max } = kpi.counts;
  return (min === undefined || target >= min) && (max === undefined || target <= max);
}

/** Rounded, unless that would take back the step it is. */
function onwards(now: number, target: number): number {
  const round = rounded(target);
  const kept = Math.sign(round - now) === Math.sign(target - now);
  return kept ? round : Number(target.toPrecision(12));
}

/** Four digits say all that a proposal can. */
function rounded(value: number): number {
  const short = Number(value.toPrecision(4));
  return Math.abs(short) >= 100 ? Math.round(short) : short;
}

function said(found: Proposed, unit: Unit, currency: string, language: Language): string {
  const words = planChecksWords(language).next;
  if ('no' in found) return words[found.no];
  const written = formatAmount(
    found.change,
    found.by === 'steps' ? unit : 'fraction',
    currency,
    language,
  );
  const change = found.change > 0 && !written.startsWith('+') ? `+${written}` : written;
  return found.by === 'season'
    ? words.sameSeason({ lastYear: formatAmount(found.from, unit, currency, language), change })
    : words.sameGrowth({ change, quarters: found.quarters + 1 });
}
