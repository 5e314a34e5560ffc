import { plain } from '../../messages/fold.ts';
import { planCheckWords } from '../../messages/plan-checks.ts';
import { sheetWords } from '../../messages/sheet.ts';
import {
  type Day,
  lastDay,
  previousQuarter,
  type QuarterName,
  sameQuarter,
} from '../../plan/calendar/calendar.ts';
import { aggregationOf, kpiNamed } from '../../plan/model/aggregation.ts';
import { type Counterpart, counterpart, type DefiningPlan } from '../../plan/model/definition.ts';
import { accountFor, feedFor } from '../../plan/model/feeds.ts';
import { argumentsOf } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { readableCustomKpis } from '../../plan/validation/validate-custom-kpis.ts';
import { whatCounts } from '../../sheet/data/feed-words.ts';
import { isOf, unansweredCells } from '../../sheet/layout/computed-value.ts';
import { dayText } from '../../sheet/layout/day-words.ts';
import { plainValue } from '../../sheet/layout/read-cells.ts';
import { doubtSentences, type TypedDoubt } from '../../sheet/plan/typed-doubts.ts';
import type { SourceEntry } from '../../sources/define-source.ts';
import { fieldOf } from '../../sources/json.ts';
import type { LastActuals } from '../api/plan-api.ts';
import { askedAgain } from '../plan-store/asked-again.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import type { Context } from '../ports/context.ts';

const none: LastActuals = { actuals: {}, from: [], notes: {} };

/**
 * Last quarter's actuals of a plan of the same name and role, from its sheet. A number counts for the
 * plan that asks only where both mean the same by it; why one is left out is said.
 */
export function lastActuals(request: unknown, context: Context): LastActuals {
  const quarter = readQuarter(fieldOf(request, 'quarter'));
  const name = fieldOf(request, 'name');
  const asked = fieldOf(request, 'kpis');
  if (!quarter || typeof name !== 'string' || !Array.isArray(asked)) return none;
  const before = previousQuarter(quarter);
  const standing = findPlans(context).plans.find(
    ({ card: metadata, sheet }) =>
      sheet !== null &&
      sameQuarter(metadata.plan.quarter, before) &&
      metadata.plan.role === fieldOf(request, 'role') &&
      folded(metadata.plan.name) === folded(name),
  );
  if (!standing?.sheet || standing.card.sample) return none;
  const { plan } = standing.read();
  const doubts = standing.misread();
  const asking = definingPlan(request, plan, context);
  const found = shownActuals(standing, context);
  const actuals: Record<string, number> = {};
  const notes: Record<string, string> = {};
  for (const kpi of asked.filter((each): each is string => typeof each === 'string')) {
    const there = counterpart(kpi, asking, plan, context.catalogue);
    const shown = there && found.find((each) => each.kpi === there.planned.kpi);
    if (!there || !shown || shown.value === null || shown.damaged) continue;
    const why =
      leftOut(there, shown, plan, context) ?? inDoubt(there.planned.kpi, doubts, plan, context);
    if (why !== null) notes[kpi] = why;
    else {
      actuals[kpi] = shown.value;
      const what = countedRows(there, plan, context);
      if (what !== null) notes[kpi] = what;
    }
  }
  const from = Object.keys(actuals).length > 0 ? [standing.sheet.name] : [];
  return { actuals, from, notes };
}

/** What the numbers of the plan that asks depend on, as far as it says so; else as they did before. */
function definingPlan(request: unknown, before: Plan, { language }: Context): DefiningPlan {
  const [currency, margin] = [fieldOf(request, 'currency'), fieldOf(request, 'margin')];
  const own = readableCustomKpis(fieldOf(request, 'own'), planCheckWords(language));
  return {
    own,
    feeds: [],
    circumstances: {
      ...before.circumstances,
      ...(typeof currency === 'string' ? { currency } : {}),
      ...(typeof margin === 'number' || margin === null ? { margin } : {}),
    },
  };
}

/** The system whose numbers a KPI rests on and that may not be kept; `null`: all may. */
function passingOf(name: string, plan: Plan, { catalogue, sources }: Context): SourceEntry | null {
  const kpi = kpiNamed(name, plan, catalogue);
  for (const key of kpi ? argumentsOf(kpi, plan) : []) {
    const feed = typeof key === 'string' ? feedFor(key, plan) : null;
    const account = feed && accountFor(feed, plan);
    const source = account && sources.of(account);
    if (source?.keepDays !== undefined) return source;
  }
  return null;
}

/** Why a number is no baseline of the plan that asks; `null` where it is one. */
function leftOut(
  { gap, planned }: Counterpart,
  { part, through }: ShownActual,
  plan: Plan,
  context: Context,
): string | null {
  const { circumstances, language } = plan;
  const { say } = context;
  const passing = passingOf(planned.kpi, plan, context);
  if (passing !== null) {
    const { title } = passing.words(context.language);
    return say.leftOut.passing({ title, days: passing.keepDays ?? 0 });
  }
  const { currency, margin } = circumstances;
  if (gap === 'currency') return say.leftOut.currency({ currency });
  if (gap === 'margin') {
    return margin === null ? say.leftOut.onRevenue : say.leftOut.onProfit;
  }
  if (gap !== null) return say.leftOut[gap];
  if (!part) return null;
  return through === null
    ? say.leftOut.noEnd
    : say.leftOut.unfinished({ day: dayText(through, sheetWords(language)) });
}

/** That one of its numbers is no number of it, and is counted all the same; `null` where none is. */
function inDoubt(
  name: string,
  doubts: readonly TypedDoubt[],
  plan: Plan,
  { catalogue }: Context,
): string | null {
  const kpi = kpiNamed(name, plan, catalogue);
  const read = kpi ? argumentsOf(kpi, plan) : [];
  const counted = doubts.filter(({ input }) => read.includes(input.key));
  return doubtSentences(counted, sheetWords(plan.language))[0] ?? null;
}

/** What a number counts whose inputs flow in under conditions; `null` where there are none. */
function countedRows(
  { planned }: Counterpart,
  plan: Plan,
  { say, catalogue, language, sources }: Context,
): string | null {
  const kpi = kpiNamed(planned.kpi, plan, catalogue);
  const said = (kpi ? argumentsOf(kpi, plan) : []).flatMap((key) => {
    const feed = typeof key === 'string' ? feedFor(key, plan) : null;
    const account = feed && accountFor(feed, plan);
    return feed && account && feed.only.length > 0
      ? [whatCounts({ ...feed, split: null }, account, language, sources)]
      : [];
  });
  return said.length === 0 ? null : say.countsOnly({ what: [...new Set(said)].join('; ') });
}

/** What the scorecard shows of a KPI. */
interface ShownActual {
  readonly kpi: string;
  /** `null` where it shows no number. */
  readonly value: number | null;
  /** The day it goes up to. */
  readonly through: Day | null;
  /** It adds up and does not go to the quarter's last day: it is not what the quarter brought. */
  readonly part: boolean;
  /** It rests on cells that are not as they were built. */
  readonly damaged: boolean;
}

function shownActuals(standing: PlanSheet, context: Context): readonly ShownActual[] {
  const { card: metadata } = standing;
  const { blocks } = standing.read();
  const damaged = standing.check()?.kpis ?? [];
  const score = blocks.find(({ block }) => block === 'score');
  if (!score) return [];
  const unanswered = unansweredCells(blocks.filter(({ block }) => block !== 'input'));
  const end = lastDay(metadata.plan.quarter);
  return score.rowKeys.flatMap((key, row): ShownActual[] => {
    if (!/^[A-Z]/.test(key)) return [];
    const cell = (column: string) => score.values[row]?.[score.columnKeys.indexOf(column)] ?? '';
    const waits = unanswered.some((each) => isOf(key, each));
    const value = waits ? askedAgain(key, metadata.plan, blocks, context) : cell('actual');
    const day = plainValue(cell('through'));
    const through = typeof day === 'number' ? day : null;
    const kpi = kpiNamed(key, metadata.plan, context.catalogue);
    const adds = kpi !== undefined && aggregationOf(kpi) === 'sum';
    const part = adds && (through === null || through < end);
    const shown = typeof value === 'number' ? value : null;
    return [{ kpi: key, value: shown, through, part, damaged: damaged.includes(key) }];
  });
}

/**
 * What the scorecard shows as actual; `null` where it shows no number, or what adds up is not there
 * to the quarter's last day: a part of it is not what the quarter brought. Made-up numbers are none,
 * and neither is what rests on damaged cells. What a function of ours has not answered there, it is
 * asked once more.
 */
export function actualsOf(standing: PlanSheet, context: Context): Record<string, number | null> {
  if (standing.card.sample) return {};
  const { plan } = standing.read();
  const doubts = standing.misread();
  const known = ({ kpi, part, damaged }: ShownActual) =>
    !part &&
    !damaged &&
    !inDoubt(kpi, doubts, plan, context) &&
    passingOf(kpi, plan, context) === null;
  const shown = shownActuals(standing, context);
  return Object.fromEntries(shown.map((each) => [each.kpi, known(each) ? each.value : null]));
}

export const folded = (name: string): string => plain(name.trim());

/** A quarter as the panel sent it. */
export function readQuarter(value: unknown): QuarterName | null {
  const [year, month] = [fieldOf(value, 'year'), fieldOf(value, 'month')];
  const fine =
    typeof year === 'number' &&
    year >= 2000 &&
    year <= 2100 &&
    Number.isInteger(year) &&
    typeof month === 'number' &&
    month >= 1 &&
    month <= 12 &&
    Number.isInteger(month);
  return fine ? { year, month } : null;
}
