import type { Scores } from '../../../src/plan/model/plan.ts';

// How scores are given, without any sheet: what its formulas are held against.

/** Points of a KPI: attainment of 100% is 100. What is not measured is not scored, which is not 0. */
export function score(attainment: number | null, scores: Scores): number | null {
  if (attainment === null || !Number.isFinite(attainment)) return null;
  const reached = rounded(attainment);
  if (scores.way === 'linear') {
    return rounded(Math.min(Math.max(reached, scores.floor), scores.cap) * 100);
  }
  const rungs = [...scores.ladder].sort((one, other) => other.from - one.from);
  return rungs.find(({ from }) => reached >= from)?.points ?? 0;
}

interface ScoredRow {
  /** `null`: tracked beside, never part of the total. */
  readonly weight: number | null;
  readonly points: number | null;
}

interface TotalScore {
  /** Points over the weight that is measured; `null` while nothing is. */
  readonly points: number | null;
  /** Share of all weight that is measured, 0–1. */
  readonly measured: number;
}

/** The whole plan's points. KPIs without points leave the total and lower what is measured. */
export function totalScore(rows: readonly ScoredRow[]): TotalScore {
  let all = 0;
  let measured = 0;
  let points = 0;
  for (const row of rows) {
    const weight = row.weight ?? 0;
    all += weight;
    if (row.points === null) continue;
    measured += weight;
    points += weight * row.points;
  }
  return {
    points: measured > 0 ? points / measured : null,
    measured: all > 0 ? measured / all : 0,
  };
}

/** So that 95% of a quotient is 95%. */
const rounded = (value: number): number => Math.round(value * 1e9) / 1e9;
