import type { Account } from '../../plan/model/feeds.ts';
import type { SourceError } from '../../sources/source.ts';
import type { AccountCheckpoint } from '../data-sheet/checkpoint.ts';
import type { Coverage } from '../data-sheet/coverage.ts';
import type { RowBatch } from '../data-sheet/merge-rows.ts';

/** What came of one account in one run. */
export interface AccountResult {
  readonly account: Account;
  /** Of what was asked for: where the plan asks for something else by now, nothing of it is written. */
  readonly hash: string;
  /** `null`: its rows stay as they are. */
  readonly batch: RowBatch | null;
  /** Inputs of which segments did not come, since there are too many. */
  readonly untold?: readonly string[];
  /** Everything of the quarter that is over is in the batch. */
  readonly whole?: boolean;
  /** All of it was asked for again to choose anew which segments are shown. */
  readonly ranking?: boolean;
  /** By input; those left out stay as they are. */
  readonly coverage: ReadonlyMap<string, Coverage>;
  readonly state: AccountCheckpoint;
  /** This user cannot ask it, and another can: what is known of it stays, and only they are told. */
  readonly skipped?: SourceError;
  /** Nothing more is to be asked for now: all is there, or something failed. */
  readonly over: boolean;
}

/** The moment of a run, as the sheet shows it. */
export interface Moment {
  readonly ms: number;
  /** `2026-11-22 14:05` in the spreadsheet's time zone. */
  readonly text: string;
  readonly serial: number | null;
}
