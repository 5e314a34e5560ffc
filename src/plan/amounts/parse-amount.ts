import type { Unit } from '../../kpi/units.ts';
import { plain } from '../../messages/fold.ts';
import { type NoAmount, typedAmount } from './parse-number.ts';

export { formatAmount } from './format-amount.ts';

/** `value` of a percentage is the fraction: 0.125 for 12,5 %. */
export type Amount = { readonly value: number; readonly percent?: true } | Problem<NoAmount>;

interface Problem<Name extends string> {
  readonly problem: Name;
}

/**
 * What somebody typed into a number field. `locale` is the spreadsheet's, or a language: it decides
 * how separators are read that could be read either way.
 */
export function parseAmount(text: string, locale: string): Amount {
  const typed = typedAmount(text, locale);
  if (typeof typed === 'string') return { problem: typed };
  if (!typed.percent) return { value: typed.value };
  return { value: hundredth(typed.value), percent: true };
}

/** A value of a unit. `percentOrFraction`: 0,5 may be half a percent or one half. */
export type UnitValue = { readonly value: number } | Problem<NoAmount | 'percentOrFraction'>;

/**
 * A value of a KPI or an input as typed: `12,5 %` and `12,5` are the same rate, `2:30` is a time,
 * `4x` a multiple. A percentage where the unit knows none is no value.
 */
export function parseValue(text: string, unit: Unit, locale: string): UnitValue {
  if (isTime(unit)) {
    const seconds = clock(text);
    if (seconds !== null) return { value: seconds };
  }
  const typed = typedAmount(withoutUnit(text, unit), locale);
  if (typeof typed === 'string') return { problem: typed };
  const { value, percent, currency, scaled } = typed;
  if (currency && unit !== 'money' && unit !== 'moneyEach' && unit !== 'same') {
    return { problem: 'text' };
  }
  if (unit !== 'fraction') {
    return percent && unit !== 'percentagePoints' ? { problem: 'text' } : { value };
  }
  if (percent || value === 0) return { value: hundredth(value) };
  if (scaled) return { problem: 'text' };
  return Math.abs(value) > 1 ? { value: hundredth(value) } : { problem: 'percentOrFraction' };
}

/**
 * A target as typed. `percent`: so much more or less than the baseline; `points`: percentage points
 * (or points of a score) on top of it; `difference`: so many on top of it.
 */
export type ParsedTarget =
  | { readonly value: number; readonly as: 'value' | 'percent' | 'points' | 'difference' }
  | Problem<TargetProblem>;
export type TargetProblem =
  | NoAmount
  | 'percentOrFraction'
  /** Relative to a baseline that nobody knows. */
  | 'noBaseline'
  /** A percentage of zero, or of a loss, is no target. */
  | 'notFromZero'
  /** `20 %` alone says neither more nor less. */
  | 'plusOrMinus';

const pointsWords =
  /\s*(?:điểm phần trăm|điểm %|điểm|percentage points?|points?|pts?|ppt?|p\.p\.)$/u;

/** What somebody typed as the target of a KPI, with its baseline: `1.240`, `+20 %`, `+0,5 điểm`. */
export function parseTarget(
  text: string,
  baseline: number | null,
  unit: Unit,
  locale: string,
): ParsedTarget {
  const lower = plain(text).replace(/\s+/gu, ' ').trim();
  const inPoints = pointsWords.test(lower);
  const typed = typedAmount(
    inPoints ? lower.replace(pointsWords, '') : withoutUnit(lower, unit),
    locale,
  );
  // A difference of rates is written with its sign anyway, and so are scores that go below zero.
  const signed = typeof typed !== 'string' && typed.sign !== '' && unit !== 'percentagePoints';
  if (typeof typed === 'string' || (!signed && !inPoints && !typed.percent)) {
    return absolute(text, unit, locale);
  }
  if (inPoints && isScore(unit)) {
    return signed ? later(baseline, typed.value, 'points') : { value: typed.value, as: 'value' };
  }
  if (unit === 'percentagePoints') return absolute(text, unit, locale);
  if (inPoints) {
    if (unit !== 'fraction' || typed.percent) return { problem: 'text' };
    return signed ? later(baseline, hundredth(typed.value), 'points') : { problem: 'plusOrMinus' };
  }
  if (typed.percent) {
    if (!signed)
      return unit === 'fraction' ? absolute(text, unit, locale) : { problem: 'plusOrMinus' };
    return grown(baseline, typed.value);
  }
  if (isScore(unit)) return absolute(text, unit, locale);
  if (unit === 'fraction') return { problem: 'percentOrFraction' };
  return later(baseline, typed.value, 'difference');
}

function absolute(text: string, unit: Unit, locale: string): ParsedTarget {
  const read = parseValue(text, unit, locale);
  return 'problem' in read ? read : { value: read.value, as: 'value' };
}

function later(baseline: number | null, by: number, as: 'points' | 'difference'): ParsedTarget {
  return baseline === null ? { problem: 'noBaseline' } : { value: tidy(baseline + by), as };
}

function grown(baseline: number | null, percent: number): ParsedTarget {
  if (baseline === null) return { problem: 'noBaseline' };
  if (baseline <= 0) return { problem: 'notFromZero' };
  return { value: tidy(baseline * (1 + percent / 100)), as: 'percent' };
}

const isScore = (unit: Unit): boolean => unit === 'score' || unit === 'index';
const isTime = (unit: Unit): boolean => unit === 'seconds' || unit === 'secondsEach';

const hundredth = (value: number): number => Number(`${value}e-2`);
/** Without the dust that binary arithmetic leaves behind the twelfth digit. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** What people write behind a number of a unit. */
const unitWords: Partial<Record<Unit, RegExp>> = {
  percentagePoints: pointsWords,
  score: pointsWords,
  index: pointsWords,
  seconds: /\s*(?:giây|seconds?|secs?|s)$/iu,
  secondsEach: /\s*(?:giây|seconds?|secs?|s)$/iu,
  hours: /\s*(?:giờ|tiếng|hours?|hrs?|h)$/iu,
  years: /\s*(?:năm|years?|yrs?)$/iu,
  times: /\s*(?:lần|times|[x×])$/iu,
};

function withoutUnit(text: string, unit: Unit): string {
  const words = unitWords[unit];
  const trimmed = text.normalize('NFC').trim();
  return words ? trimmed.replace(words, '') : trimmed;
}

/** `2:30`, `1:02:03`, `2 phút 30 giây`, `2m30s`, `2 min` in seconds. */
function clock(text: string): number | null {
  const message = plain(text).trim();
  const face = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$/.exec(message);
  if (face) return Number(face[1] ?? 0) * 3600 + Number(face[2]) * 60 + Number(face[3]);
  const words =
    /^(\d+)\s*(?:phút|minutes?|mins?|m|['′])\s*(?:(\d+)\s*(?:giây|seconds?|secs?|s|["″])?)?$/u.exec(
      message,
    );
  return words ? Number(words[1]) * 60 + Number(words[2] ?? 0) : null;
}
