import type { Direction } from '../../../src/kpi/define.ts';
import type { Day, WeekPart } from '../../../src/plan/calendar/calendar.ts';
import type { Aggregation } from '../../../src/plan/model/aggregation.ts';
import {
  comparedDecimals,
  earlyShare,
  moves,
  planBand,
  planLimit,
  type StatusCode,
} from '../../../src/plan/model/status.ts';
import type { Weight } from '../../../src/plan/model/week-share.ts';

/** Where a KPI stands. */
export interface KpiStatus {
  /** Share of the target that is reached (1 is all of it); `null` where no quotient means anything. */
  readonly attainment: number | null;
  /** What should be reached by the last day that is settled. */
  readonly expected: number | null;
  readonly code: StatusCode;
}

export interface KpiProgress {
  readonly kind: Aggregation;
  readonly better: Direction;
  readonly baseline: number | null;
  readonly target: number | null;
  /** What is measured up to the last settled day. */
  readonly actual: number | null;
  /** Share of the quarter's week weights up to that day, 0–1. */
  readonly share: number | null;
  /** That day is the quarter's last. */
  readonly over: boolean;
  readonly goal: number;
  readonly flag: number;
  /** Tết has begun and nobody has set the weights of its weeks. */
  readonly weightsOpen: boolean;
}

/** `better` is `null` while nobody has said which way that is. */
interface KpiReading extends Omit<KpiProgress, 'better'> {
  readonly better: Direction | null;
}

/**
 * Where a KPI stands, the reference for the sheet's formulas. What is expected is `null` while it
 * depends on weights that are still open; attainment is `null` where the quotient would mislead, and
 * the status then follows from comparing the actual with what is expected.
 */
export function kpiStatus(reading: KpiReading): KpiStatus {
  const { better, kind } = reading;
  if (better !== null && kind !== 'unsaid') return judgedStatus({ ...reading, better });
  const expected = kind === 'unsaid' ? null : expectedOf(reading);
  return { attainment: null, expected, code: 'unsaid' };
}

function judgedStatus(reading: KpiProgress): KpiStatus {
  const expected = expectedOf(reading);
  const why = whyNot(reading);
  const { actual, target } = reading;
  if (actual === null || target === null) {
    return { attainment: null, expected, code: why ?? 'noData' };
  }
  const attainment = attainmentOf(reading, actual, target, expected);
  if (why || expected === null) return { attainment, expected, code: why ?? 'tooEarly' };
  return { attainment, expected, code: judge({ ...reading, actual, expected }) };
}

/** What a judgement is made from, whatever days it is of: a quarter, a month, several plans. */
interface Judgement
  extends Pick<KpiProgress, 'kind' | 'better' | 'baseline' | 'over' | 'goal' | 'flag'> {
  readonly actual: number;
  /** What should be reached on the last of these days; of a ratio, and once they are over, the target. */
  readonly expected: number;
}

/**
 * The one rule by which anything is judged. A target is met where it is reached, and not before;
 * from `goal` of it on it is near. On the way there, `goal` of what is expected is on track. Below
 * `flag` of either it is red. What is held to a plan may be off either way by `planBand`.
 */
export function judge(judgement: Judgement): StatusCode {
  const { better, kind, goal, flag, over, actual, expected } = judgement;
  if (better === 'on plan') return onPlan(actual, expected);
  const now = over || kind === 'ratio';
  const progress = progressOf(judgement);
  if (progress === null) {
    return meets(better, actual, expected) ? (now ? 'met' : 'good') : now ? 'missed' : 'bad';
  }
  const part = rounded(progress);
  if (now && part >= 1) return 'met';
  if (part >= goal) return now ? 'near' : 'good';
  if (part >= flag) return 'watch';
  return now ? 'missed' : 'bad';
}

function whyNot(reading: KpiProgress): StatusCode | null {
  const { target, actual, share, baseline, weightsOpen, kind } = reading;
  if (target === null) return 'noTarget';
  if (actual === null) return 'noData';
  if (moves(reading) && baseline === null) return 'noBaseline';
  if (weightsOpen && kind !== 'ratio') return 'tetWeights';
  return share === null || rounded(share) < earlyShare ? 'tooEarly' : null;
}

function expectedOf({ kind, baseline, target, share, weightsOpen }: KpiReading): number | null {
  if (target === null) return null;
  if (kind === 'ratio') return target;
  if (share === null || weightsOpen) return null;
  if (kind === 'sum') return target * share;
  // Exact at both ends: at the quarter's end the target itself is expected.
  return baseline === null ? null : baseline * (1 - share) + target * share;
}

function attainmentOf(
  reading: KpiProgress,
  actual: number,
  target: number,
  expected: number | null,
): number | null {
  const { kind, better, baseline } = reading;
  if (better === 'on plan') return expected === null ? null : part(actual, expected);
  if (moves(reading)) {
    if (baseline === null) return null;
    if (target === baseline) return meets(better, actual, target) ? 1 : 0;
    return way(better, baseline, target, actual);
  }
  if (better === 'higher') return part(actual, target);
  if (kind === 'ratio') return lowerPart(target, actual);
  return expected === null ? null : lowerPart(expected, actual);
}

/** What is reached of what is expected by now; `null` where the quotient means nothing. */
function progressOf({ kind, better, baseline, actual, expected }: Judgement): number | null {
  if (moves({ kind })) return baseline === null ? null : way(better, baseline, expected, actual);
  return better === 'higher' ? part(actual, expected) : lowerPart(expected, actual);
}

function onPlan(actual: number, expected: number): StatusCode {
  const share = part(actual, expected);
  if (share === null) return actual <= 0 ? 'good' : 'bad';
  const off = rounded(Math.abs(share - 1));
  if (off <= planBand) return 'good';
  return off <= planLimit ? 'watch' : 'bad';
}

/** What part of a positive whole is there. */
const part = (actual: number, whole: number): number | null => (whole > 0 ? actual / whole : null);

/** The same where less is better: a quotient of two positive numbers. */
const lowerPart = (whole: number, actual: number): number | null =>
  whole > 0 && actual > 0 ? whole / actual : null;

/** How much of the way from the baseline is done, if the way leads in the better direction. */
function way(better: Direction, from: number, to: number, actual: number): number | null {
  const ahead = better === 'lower' ? from - to : to - from;
  return ahead > 0 ? (actual - from) / (to - from) : null;
}

const meets = (better: Direction, actual: number, wanted: number): boolean =>
  better === 'lower' ? rounded(actual - wanted) <= 0 : rounded(actual - wanted) >= 0;

const rounded = (value: number): number =>
  Math.round(value * 10 ** comparedDecimals) / 10 ** comparedDecimals;

/** Tết has begun by this day and somebody still has to set the weight of one of its weeks. */
export function tetWeightsOpen(
  parts: readonly WeekPart[],
  weights: readonly Weight[],
  day: Day | null,
): boolean {
  const first = parts.find((part) => part.tet);
  if (!first || day === null || day < first.from) return false;
  return parts.some((part, at) => part.tet && (weights[at] ?? null) === null);
}
