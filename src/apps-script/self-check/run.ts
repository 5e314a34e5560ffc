import type { Parts } from '../../app/api/respond.ts';
import {
  type AssumptionId,
  answers,
  assumed,
  assumptionIds,
  assumptions,
  callPrefix,
  done,
  type MeasuredValue,
  type ReportLine,
  type Work,
  workPrefix,
  works,
} from '../../platform/index.ts';
import { openBench } from './bench.ts';
import { calls, untried } from './calls.ts';
import { type CellsFound, cellProbes } from './cell-probes.ts';
import { probes } from './probes.ts';
import { openStage } from './stage.ts';
import { worksOn } from './work-times.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Google ends a run after six minutes. What has not begun until then is left out, so that there is
 * time left for what may take longest, for cleaning up and for showing what was found.
 */
const latestMs = 200_000;
const latestWork: Readonly<Record<Work, number>> = {
  build: latestMs,
  refresh: 260_000,
  panel: 280_000,
};

/** Tries every assumption, every service call and whole pieces of work, one after the other; none stops the next. */
export function runSelfCheck(
  spreadsheet: Spreadsheet,
  parts: Parts,
  started: number,
): ReportLine[] {
  const passed = () => parts.services.nowMs() - started;
  const stage = openStage(spreadsheet);
  const inCells = attempt(() => cellProbes(stage, passed), passed);
  const lines = assumptionIds.map((id): ReportLine => {
    const { seenBy } = assumptions[id];
    const expected = assumed(id);
    if (seenBy === 'published' || seenBy === 'clock') {
      return { id, verdict: 'needs the published add-on', expected, found: null, ms: null };
    }
    if (seenBy === 'cell') return lineOf(id, expected, cellFound(inCells, id));
    const probe = probes[id];
    return lineOf(id, expected, probe ? inTime(() => probe(stage), passed) : 'unseen');
  });
  const bench = attempt(() => openBench(stage), passed);
  const tried = Object.keys(calls).map((call): ReportLine => {
    const attempted = 'error' in bench ? bench : inTime(() => calls[call]?.(bench.ok), passed);
    return doneOf(callPrefix + call, answers, attempted);
  });
  const left = untried.map((call) => doneOf(callPrefix + call, answers, 'unseen'));
  return [...lines, ...tried, ...left, ...timesOfWork(stage, parts, passed)];
}

/** Each goes on with what the one before has made: where one was not done, the next cannot be. */
function timesOfWork(
  stage: ReturnType<typeof openStage>,
  parts: Parts,
  passed: () => number,
): ReportLine[] {
  const todo = attempt(() => worksOn(stage, parts), passed);
  let stands = 'ok' in todo;
  return works.map((work) => {
    const attempted =
      'error' in todo
        ? todo
        : stands
          ? inTime(todo.ok[work], passed, latestWork[work])
          : ('late' as const);
    stands = typeof attempted === 'object' && 'ok' in attempted;
    return doneOf(workPrefix + work, done, attempted);
  });
}

type Attempt<T> = ({ readonly ok: T } | { readonly error: string }) & { readonly ms: number };
/** There was no time left for it, or nobody can see it. */
type Untried = 'late' | 'unseen';

const inTime = <T>(work: () => T, passed: () => number, latest = latestMs): Attempt<T> | 'late' =>
  passed() > latest ? 'late' : attempt(work, passed);

/** Does it until it stands: what Google holds back would else be part of what comes next. */
function attempt<T>(work: () => T, passed: () => number): Attempt<T> {
  const from = passed();
  try {
    const ok = work();
    SpreadsheetApp.flush();
    return { ok, ms: passed() - from };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), ms: passed() - from };
  }
}

/** A cell that knows no function of ours tells nothing. */
function cellFound(all: Attempt<CellsFound>, id: AssumptionId): Attempt<MeasuredValue> | Untried {
  return 'error' in all ? all : (all.ok[id] ?? 'unseen');
}

/** The line of what is only done: that it was is all there is to find. */
const doneOf = (id: string, word: string, attempted: Attempt<unknown> | Untried): ReportLine =>
  lineOf(
    id,
    word,
    typeof attempted === 'object' && 'ok' in attempted ? { ...attempted, ok: word } : attempted,
  );

function lineOf(
  id: string,
  expected: MeasuredValue,
  attempted: Attempt<MeasuredValue> | Untried,
): ReportLine {
  if (typeof attempted === 'string') {
    const verdict = attempted === 'late' ? 'not measured' : 'not observable';
    return { id, verdict, expected, found: null, ms: null };
  }
  const { ms } = attempted;
  if ('error' in attempted) {
    const { error } = attempted;
    return { id, verdict: 'fails', expected, found: { error }, ms };
  }
  const found = attempted.ok;
  return { id, verdict: found === expected ? 'holds' : 'fails', expected, found, ms };
}
