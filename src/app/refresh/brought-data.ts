import type { Checkpoint } from '../data-sheet/checkpoint.ts';
import type { Restatement } from '../data-sheet/merge-rows.ts';

/** What a run brings to the sheets of data: worked out of what stands there, and not yet written. */
export interface BroughtData {
  /** Inputs that are not told apart by segments any more. */
  readonly untold: readonly string[];
  /** Inputs of which nothing is known any more, since somebody has touched what stood there. */
  readonly lost: readonly string[];
  /** Inputs of which segments are put together with the rest; `null` where all of them stand there. */
  readonly folded: readonly string[] | null;
  readonly restated: readonly Restatement[];
  /** Rows that somebody else has written there. */
  readonly foreign: number;
  /** What was noted does not fit what stands. */
  readonly damaged: boolean;
  readonly state: Pick<Checkpoint, 'counts' | 'days' | 'ranked'>;
  write(): void;
  /** Names of segments, on the plan's own sheet. */
  writeNames(): void;
  /** Deletes what was left blank; once what is known of it is noted. */
  tidy(): void;
}
