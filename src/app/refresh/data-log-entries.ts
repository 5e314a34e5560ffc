import { inputTitle } from '../../messages/catalogue.ts';
import { dataWords } from '../../messages/compiled/data.ts';
import { formatAmount } from '../../plan/amounts/parse-amount.ts';
import type { Day } from '../../plan/calendar/calendar.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { whereFrom } from '../../sheet/data/feed-words.ts';
import { isUsual } from '../../sources/loss.ts';
import type { AccountCheckpoint } from '../data-sheet/checkpoint.ts';
import type { InputLoss } from '../data-sheet/known-days.ts';
import type { Restatement } from '../data-sheet/merge-rows.ts';
import { type LogLine, logUnknown } from '../history/history.ts';
import { buildShared, logArea } from '../plan-store/shared-sheets.ts';
import type { Context } from '../ports/context.ts';
import type { OnSheet, Spreadsheet } from '../ports/spreadsheet.ts';
import { errorMessage } from './error-messages.ts';
import { dayWords } from './format-day.ts';
import { lossNotes } from './quality-notes.ts';
import type { AccountResult } from './source-result.ts';

/** Lines of the log that are about data. */
const dataKey = /^[a-z0-9]{6}\.data\./;
/** More inputs than this are told together: a run writes only so many lines. */
const mostLines = 3;
/** So far back it is looked whether a line stands already, and what the panel shows. */
const looked = 40;

/** What one run has to tell of a plan's data. */
export interface RefreshReport {
  readonly serial: number;
  readonly when: string;
  readonly nowMs: number;
  readonly results: readonly AccountResult[];
  /** As they were before. */
  readonly known: (account: string) => AccountCheckpoint;
  /** Up to which day the sheet showed an input; `null` where it showed nothing of it. */
  readonly through: (input: string) => Day | null;
  readonly restated: readonly Restatement[];
  readonly foreign: number;
}

/** The lines of one run; the keys say which run, so that none is written twice. */
export function dataLines(plan: Plan, report: RefreshReport, context: Context): LogLine[] {
  const say = dataWords(plan.language).log;
  const { serial, when, results, known, through, restated, foreign } = report;
  const line = (key: string, what: string, given: Partial<LogLine> = {}): LogLine => ({
    key: `${plan.id}.data.${serial}.${key}`,
    when,
    who: say.who,
    plan: plan.name,
    kpi: '',
    what,
    before: '',
    after: '',
    ...given,
  });
  // An input that stands still, as one of which days are lost, is told of once and not every day.
  const further = results.filter(
    ({ batch, state, coverage }) =>
      batch &&
      state.through !== null &&
      [...coverage].some(([input, covered]) => (covered.through ?? 0) > (through(input) ?? 0)),
  );
  const least = Math.min(...further.flatMap(({ state }) => state.through ?? []));
  const wheres = further
    .map(({ account }) => whereFrom(account, plan.language, context.sources))
    .join(', ');
  const troubled = results.filter(({ account, state }) => {
    const before = known(account.id).trouble;
    // In a table another cell is another thing to do; what a system adds changes from call to call.
    const isCells = context.sources.of(account).delivers.by === 'cells';
    const isOther = isCells && state.trouble?.detail !== before?.detail;
    return state.trouble && (state.trouble.kind !== before?.kind || isOther);
  });
  const healed = results.filter(
    ({ account, state, batch }) => !state.trouble && batch && known(account.id).trouble,
  );
  return [
    ...(further.length > 0
      ? [
          line('through', say.fetched({ where: wheres }), {
            after: say.through({ day: dayWords(least, plan.language) }),
          }),
        ]
      : []),
    ...restatedLines(plan, restated, line, context),
    ...troubled.slice(0, mostLines).flatMap(({ account, state }) => {
      const { trouble } = state;
      if (!trouble) return [];
      return [
        line(`failed.${account.id}`, errorMessage(trouble, account, plan.language, null, context)),
      ];
    }),
    ...lossLines(plan, results, known, line, context),
    ...healed
      .slice(0, mostLines)
      .map(({ account }) =>
        line(
          `healed.${account.id}`,
          say.healed({ where: whereFrom(account, plan.language, context.sources) }),
        ),
      ),
    ...(foreign > 0 ? [line('foreign', say.foreign({ rows: foreign }))] : []),
  ];
}

/** Days that came to be unknown. */
const lossLines = (
  plan: Plan,
  results: readonly AccountResult[],
  known: RefreshReport['known'],
  line: (key: string, what: string) => LogLine,
  context: Context,
): LogLine[] =>
  results.flatMap(({ account, state }) => {
    const before = known(account.id).lost ?? {};
    const fresh = Object.entries(state.lost ?? {}).filter(
      ([input, loss]) => !sameCuts(before[input], loss) && !isOnlyUsual(loss),
    );
    return lossNotes(plan, Object.fromEntries(fresh), plan.language, context)
      .slice(0, mostLines)
      .map((notes, at) => line(`lost.${account.id}.${at}`, notes));
  });

/** The last days of a source that is always some behind: another day every day. */
const isOnlyUsual = ({ since, until }: InputLoss): boolean =>
  [since, until].every((cut) => cut === null || isUsual(cut.why));

const sameCuts = (one: InputLoss | undefined, other: InputLoss): boolean =>
  JSON.stringify([one?.since, one?.until]) === JSON.stringify([other.since, other.until]);

/** «Lead ngày 02/10: đã báo 412, nay 431, và 3 ngày khác» */
function restatedLines(
  plan: Plan,
  all: readonly Restatement[],
  line: (key: string, what: string, given: Partial<LogLine>) => LogLine,
  { catalogue, sources }: Context,
): LogLine[] {
  const say = dataWords(plan.language).log;
  const isKept = (id: string): boolean => {
    const account = plan.accounts.find((each) => each.id === id);
    return account === undefined || sources.of(account).keepDays === undefined;
  };
  // The log stays for ever: what may not be kept does not go into it.
  const restated = all.filter(({ account }) => isKept(account));
  const inputs = inputsOfPlan(plan, catalogue);
  const moved = [...new Set(restated.map(({ input }) => input))];
  const lines = moved.slice(0, mostLines).flatMap((input) => {
    const own = restated.filter((each) => each.input === input);
    const [most] = own;
    if (!most) return [];
    const { before, now, to } = most;
    const known = inputs.find(({ key }) => key === input);
    const account = plan.accounts.find(({ id }) => id === most.account);
    const currency = account?.currency ?? plan.circumstances.currency;
    const said = (value: number) =>
      formatAmount(value, known?.unit ?? 'count', currency, plan.language);
    const what = say.restated({
      title: known ? inputTitle(known, plan.language) : input,
      day: dayWords(to, plan.language),
      before: said(before),
      now: said(now),
      others: own.length - 1,
    });
    return [line(`restated.${input}`, what, { before: rounded(before), after: rounded(now) })];
  });
  const more = moved.length - lines.length;
  return more > 0 ? [...lines, line('restated', say.restatedMore({ inputs: more }), {})] : lines;
}

/** Sums of many parts end in digits that nobody reported. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Writes lines that are not among the last ones of the log yet. */
export function logData(plan: Plan, lines: readonly LogLine[], spreadsheet: Spreadsheet): void {
  if (lines.length === 0) return;
  const on = logArea(spreadsheet) ?? buildShared('log', plan.language, spreadsheet);
  const last = spreadsheet.lastRow(on);
  const known = lastLines(on, last, spreadsheet).map(([, key]) => key);
  logUnknown(lines, known, on, spreadsheet, last);
}

function lastLines(
  on: OnSheet,
  last: number,
  spreadsheet: Spreadsheet,
): ReturnType<Spreadsheet['values']> {
  const row = Math.max(1, last - looked + 1);
  const rows = Math.max(1, last) - row + 1;
  return spreadsheet.values(on, { row, column: 1, rows, columns: 8 });
}

/** The newest lines about data, the newest first. */
export function newestLines(spreadsheet: Spreadsheet): { when: string; what: string }[] {
  const area = logArea(spreadsheet);
  if (!area || !spreadsheet.sheet(area.sheet)) return [];
  return lastLines(area, spreadsheet.lastRow(area), spreadsheet)
    .filter(([, key]) => dataKey.test(String(key)))
    .map(([when, key, , plan, , what, before, after]) => {
      // A sentence that has its numbers in it already.
      const told = String(key).includes('.restated.');
      const change = told ? [] : [before, after].map(String).filter((each) => each !== '');
      return {
        when: String(when),
        what: `${String(plan)}: ${String(what)} ${change.join(' → ')}`.trim(),
      };
    })
    .reverse();
}
