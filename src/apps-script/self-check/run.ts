import {
  type AssumptionId,
  answers,
  assumed,
  assumptionIds,
  assumptions,
  callPrefix,
  type MeasuredValue,
  type ReportLine,
} from '../../platform/index.ts';
import { openBench } from './bench.ts';
import { calls, untried } from './calls.ts';
import { cellProbes } from './cell-probes.ts';
import { probes } from './probes.ts';
import { openStage } from './stage.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Google ends a run after six minutes; what has not been tried until then is left out before. */
const mostMs = 240_000;

/** Tries every assumption and every service call, one after the other; none stops the next. */
export function runSelfCheck(spreadsheet: Spreadsheet, started: number): ReportLine[] {
  const passed = () => Date.now() - started;
  const stage = openStage(spreadsheet);
  const inCells = attempt(() => cellProbes(stage, passed));
  const lines = assumptionIds.map((id): ReportLine => {
    const { seenBy } = assumptions[id];
    const expected = assumed(id);
    if (seenBy === 'published' || seenBy === 'clock') {
      return { id, verdict: 'needs the published add-on', expected, found: null };
    }
    const probe = probes[id];
    const found =
      seenBy === 'cell' ? cellFound(inCells, id) : probe && attempt(() => probe(stage), passed);
    return lineOf(id, expected, found ?? null);
  });
  const bench = attempt(() => openBench(stage));
  const tried = Object.keys(calls).map((call): ReportLine => {
    const attempted =
      'error' in bench
        ? bench
        : attempt(() => {
            calls[call]?.(bench.ok);
            return answers;
          }, passed);
    return lineOf(callPrefix + call, answers, attempted ?? null);
  });
  const left = untried.map((call) => lineOf(callPrefix + call, answers, null));
  return [...lines, ...tried, ...left];
}

type Attempt<T> = { readonly ok: T } | { readonly error: string };

function attempt<T>(work: () => T): Attempt<T>;
function attempt<T>(work: () => T, passed: () => number): Attempt<T> | null;
function attempt<T>(work: () => T, passed?: () => number): Attempt<T> | null {
  if (passed && passed() > mostMs) return null;
  try {
    return { ok: work() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** A cell that knows no function of ours tells nothing. */
function cellFound(
  all: Attempt<Readonly<Partial<Record<AssumptionId, MeasuredValue>>>>,
  id: AssumptionId,
): Attempt<MeasuredValue> | null {
  if ('error' in all) return all;
  const found = all.ok[id];
  return found === undefined ? null : { ok: found };
}

function lineOf(
  id: string,
  expected: MeasuredValue,
  attempted: Attempt<MeasuredValue> | null,
): ReportLine {
  if (attempted === null) return { id, verdict: 'not observable', expected, found: null };
  if ('error' in attempted) return { id, verdict: 'fails', expected, found: attempted };
  const found = attempted.ok;
  return { id, verdict: found === expected ? 'holds' : 'fails', expected, found };
}
