import type { RunOptions, RunResult } from './run.ts';
import type { ClockTrigger, Triggers } from './triggers.ts';

/** A run that the clock began. */
export interface ClockRun {
  readonly trigger: string;
  readonly atMs: number;
  readonly result: RunResult;
}

export interface ClockParts {
  readonly triggers: Triggers;
  now(): number;
  /** Puts the clock forward, nothing being calculated anew yet. */
  moveTo(ms: number): void;
  /** Calculates anew what depends on the day. */
  dawn(): Promise<void>;
  /** Which day it is in the spreadsheet. */
  day(): number;
  run(name: string, args: readonly unknown[], options: RunOptions): Promise<RunResult>;
}

/** Runs what a trigger names, as its owner; the spreadsheet need not be open for that. */
export async function runTrigger(
  parts: ClockParts,
  { id, user, handler }: ClockTrigger,
  options: RunOptions = {},
): Promise<ClockRun> {
  const atMs = parts.now();
  const result = await parts.run(handler, [eventOf(id, atMs)], {
    ...options,
    user,
    mode: 'FULL',
    unseen: true,
  });
  parts.triggers.ran(
    id,
    atMs,
    'ok' in result ? '' : 'error' in result ? result.error : result.killed,
  );
  return { trigger: id, atMs, result };
}

/** Puts the clock forward and runs on the way what is due, each at its time. */
export async function advanceClock(
  parts: ClockParts,
  ms: number,
  options?: RunOptions,
): Promise<ClockRun[]> {
  const until = parts.now() + ms;
  const runs: ClockRun[] = [];
  let day = parts.day();
  const goTo = async (instant: number) => {
    parts.moveTo(Math.max(instant, parts.now()));
    // Whoever looks at the sheet in the morning sees the new day.
    if (parts.day() !== day) await parts.dawn();
    day = parts.day();
  };
  for (let due = parts.triggers.due(until); due; due = parts.triggers.due(until)) {
    await goTo(due.nextMs);
    runs.push(await runTrigger(parts, due, options));
  }
  await goTo(until);
  return runs;
}

/** What Google tells a handler of the clock. */
function eventOf(triggerUid: string, ms: number): object {
  const at = new Date(ms);
  return {
    authMode: 'FULL',
    triggerUid,
    timezone: 'UTC',
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    'day-of-month': at.getUTCDate(),
    'day-of-week': at.getUTCDay() || 7,
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}
