import type { Direction } from '../kpi/define.ts';
import type { Kind } from './kinds.ts';

/** Where a KPI stands. */
export interface Standing {
  /** Share of the target that is reached (1 is all of it); `null` where no quotient means anything. */
  readonly attainment: number | null;
  /** What should be reached by the last day that is settled. */
  readonly expected: number | null;
  readonly status: 'good' | 'watch' | 'bad' | 'none';
  /** Why nothing is judged. */
  readonly why?: 'noTarget' | 'noData' | 'tooEarly' | 'noBaseline' | 'tetWeights';
}

export interface Reading {
  readonly kind: Kind;
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
