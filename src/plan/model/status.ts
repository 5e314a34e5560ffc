import type { Direction } from '../../kpi/define.ts';
import type { Aggregation } from './aggregation.ts';

/** Where a KPI stands. */
export interface KpiStatus {
  /** Share of the target that is reached (1 is all of it); `null` where no quotient means anything. */
  readonly attainment: number | null;
  /** What should be reached by the last day that is settled. */
  readonly expected: number | null;
  readonly status: 'good' | 'watch' | 'bad' | 'none';
  /** Why nothing is judged. */
  readonly why?: 'unsaid' | 'noTarget' | 'noData' | 'tooEarly' | 'noBaseline' | 'tetWeights';
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
  readonly goal: number;
  readonly flag: number;
  /** Tết has begun and nobody has set the weights of its weeks. */
  readonly weightsOpen: boolean;
}

/** `better` is `null` while nobody has said which way that is. */
export interface KpiReading extends Omit<KpiProgress, 'better'> {
  readonly better: Direction | null;
}

/** Below this share of the quarter nothing is judged. */
export const earlyShare = 0.1;
/** A KPI that should be on plan may be off by this much, and by this much before it is red. */
export const planBand = 0.1;
export const planLimit = 0.2;
/** Quotients are compared after rounding to so many decimals, so that 90% of a sum of weights is 90%. */
export const comparedDecimals = 9;

/**
 * Where a KPI stands, the reference for the sheet's formulas. What is expected is `null` while it
 * depends on weights that are still open; attainment is `null` where the quotient would mislead, and
 * the status then follows from comparing the actual with what is expected.
 */
export function kpiStatus(reading: KpiReading): KpiStatus {
  const { better, kind } = reading;
  if (better !== null && kind !== 'unsaid') return judgedStatus({ ...reading, better });
  const expected = kind === 'unsaid' ? null : expectedOf(reading);
  return { attainment: null, expected, status: 'none', why: 'unsaid' };
}

function judgedStatus(reading: KpiProgress): KpiStatus {
  const expected = expectedOf(reading);
  const why = whyNot(reading);
  const { actual, target } = reading;
  if (actual === null || target === null) {
    return { attainment: null, expected, status: 'none', why: why ?? 'noData' };
  }
  const attainment = attainmentOf(reading, actual, target, expected);
  if (why || expected === null) {
    return { attainment, expected, status: 'none', why: why ?? 'tooEarly' };
  }
  return { attainment, expected, status: statusOf(reading, actual, expected) };
}

/** Kinds whose value moves from the baseline to the target. */
const moves = ({ kind }: KpiProgress): boolean =>
  kind === 'last' || kind === 'whole' || kind === 'points';

function whyNot(reading: KpiProgress): KpiStatus['why'] | null {
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

function statusOf(
  reading: KpiProgress,
  actual: number,
  expected: number,
): 'good' | 'watch' | 'bad' {
  const { better, goal, flag } = reading;
  if (better === 'on plan') return onPlan(actual, expected);
  const progress = progressOf(reading, actual, expected);
  if (progress === null) return meets(better, actual, expected) ? 'good' : 'bad';
  if (rounded(progress) >= goal) return 'good';
  return rounded(progress) >= flag ? 'watch' : 'bad';
}

/** What is reached of what is expected by now; `null` where the quotient means nothing. */
function progressOf(reading: KpiProgress, actual: number, expected: number): number | null {
  const { better, baseline } = reading;
  if (moves(reading)) return baseline === null ? null : way(better, baseline, expected, actual);
  return better === 'higher' ? part(actual, expected) : lowerPart(expected, actual);
}

function onPlan(actual: number, expected: number): 'good' | 'watch' | 'bad' {
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
