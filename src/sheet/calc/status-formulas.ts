import type { Direction, Kpi } from '../../kpi/define.ts';
import type { SheetWords } from '../../messages/sheet.ts';
import { quoted } from '../../native/twin.ts';
import type { Aggregation } from '../../plan/model/aggregation.ts';
import { defaultFlag, defaultGoal } from '../../plan/model/plan.ts';
import {
  comparedDecimals,
  earlyShare,
  moves,
  planBand,
  planLimit,
  type StatusCode,
  type StatusLight,
  statusCodes,
  statusLights,
} from '../../plan/model/status.ts';
import {
  all,
  call,
  emptyText,
  fraction,
  isNumber,
  known,
  numbers,
  when,
} from '../layout/formula-text.ts';

/** The cells a judgement is made from, as texts of formulas. */
export interface Judged {
  readonly baseline: string;
  readonly target: string;
  readonly actual: string;
  readonly expected: string;
}

/** What should be reached by now. `paced` is the share of the week weights, blank while they are open. */
export function expectedOf(kind: Aggregation, { baseline, target }: Judged, paced: string): string {
  if (kind === 'unsaid') return emptyText;
  if (kind === 'ratio') return known([target], target);
  if (kind === 'sum') return known([target, paced], `${target}*${paced}`);
  return known([baseline, target, paced], `${baseline}*(1-${paced})+${target}*${paced}`);
}

/** Share of the target that is reached. */
export function attainmentOf(kind: Aggregation, better: Direction | null, cells: Judged): string {
  if (kind === 'unsaid' || better === null) return emptyText;
  const { baseline, target, actual, expected } = cells;
  if (better === 'on plan') return known([target, actual, expected], part(actual, expected));
  if (moves({ kind })) {
    const met = when(meets(better, actual, target), 1, 0);
    const done = way(better, baseline, target, actual);
    return known([baseline, target, actual], when(`${target}=${baseline}`, met, done));
  }
  if (better === 'higher') return known([target, actual], part(actual, target));
  return kind === 'ratio'
    ? known([target, actual], lowerPart(target, actual))
    : known([target, actual, expected], lowerPart(expected, actual));
}

/** What is reached of what is expected by now; blank where the quotient means nothing. */
export function progressOf(kind: Aggregation, better: Direction | null, cells: Judged): string {
  if (kind === 'unsaid' || better === null) return emptyText;
  const { baseline, actual, expected } = cells;
  if (better === 'on plan') return known([actual, expected], part(actual, expected));
  if (moves({ kind })) {
    return known([baseline, actual, expected], way(better, baseline, expected, actual));
  }
  const quotient = better === 'higher' ? part(actual, expected) : lowerPart(expected, actual);
  return known([actual, expected], quotient);
}

/** What part of a positive whole is there. */
const part = (actual: string, whole: string): string =>
  when(`${whole}>0`, `${actual}/${whole}`, emptyText);

/** The same where less is better: a quotient of two positive numbers. */
const lowerPart = (whole: string, actual: string): string =>
  when(all(`${whole}>0`, `${actual}>0`), `${whole}/${actual}`, emptyText);

/** How much of the way from the baseline is done, if the way leads in the better direction. */
function way(better: Direction, from: string, to: string, actual: string): string {
  const ahead = better === 'lower' ? `${from}>${to}` : `${to}>${from}`;
  return when(ahead, `(${actual}-${from})/(${to}-${from})`, emptyText);
}

const rounded = (value: string): string => `ROUND(${value};${comparedDecimals})`;

const meets = (better: Direction, actual: string, wanted: string): string =>
  `${rounded(`${actual}-${wanted}`)}${better === 'lower' ? '<=' : '>='}0`;

const code = (name: StatusCode): string => quoted(name);

/** That a code is of a status as good as this. */
export const isLight = (cell: string, light: StatusLight): string => `${lit(cell, light)}>0`;

/**
 * Whether the code beside a key is one of a status as good as this. Without a separator, of which
 * nobody says how rules of colours want it in each locale.
 */
export const isLightAt = (
  { keys, codes }: { readonly keys: string; readonly codes: string },
  key: string,
  light: StatusLight,
): string => `SUMPRODUCT((${keys}=${key})*(${lit(codes, light)}))>0`;

const lit = (cells: string, light: StatusLight): string =>
  codesOf(light)
    .map((each) => `(${cells}=${code(each)})`)
    .join('+');

/** How many cells of a column hold a code of a status as good as this. */
export const countLight = (cells: string, light: StatusLight): string =>
  `(${codesOf(light)
    .map((each) => call('COUNTIF', cells, code(each)))
    .join('+')})`;

const codesOf = (light: StatusLight): readonly StatusCode[] =>
  statusCodes.filter((each) => statusLights[each] === light);

/** Whether something is judged at all. */
export const isJudged = (cell: string): string => `${judgedIn(cell)}>0`;

/** For each cell of a column, 1 where something is judged. */
export const judgedIn = (cells: string): string =>
  statusCodes
    .filter((each) => statusLights[each] !== 'none')
    .map((each) => `(${cells}=${code(each)})`)
    .join('+');

/** The cells with the shares that decide, as texts of formulas. */
export interface Thresholds {
  readonly goal: string;
  readonly flag: string;
}

/** The status, unless what it rests on is damaged. */
export const unlessDamaged = (damaged: string, status: string): string =>
  when(damaged, code('damaged'), status);

/** Everything `codeOf` reads besides. */
export interface Circumstance extends Thresholds {
  readonly progress: string;
  readonly share: string;
  /** Blank while the weights of Tết are open. */
  readonly paced: string;
  /** A test: something was typed that cannot be used. `null`: nothing is typed. */
  readonly refused: string | null;
  /** A test: the days that count reach to the quarter's last. */
  readonly over: string;
  /** 1 where the KPI's function has no answer; `null` where it is computed without one. */
  readonly silent: string | null;
}

/** The status. A text compared with a number counts as the larger, so numbers are looked for first. */
export function codeOf(
  kind: Aggregation,
  better: Direction | null,
  cells: Judged,
  circumstance: Circumstance,
): string {
  if (kind === 'unsaid' || better === null) return code('unsaid');
  const { baseline, target, actual, expected } = cells;
  const { share, paced, refused, silent } = circumstance;
  const status = judgedCode(kind, better, cells, circumstance);
  const late = `${rounded(share)}>=${fraction(earlyShare)}`;
  const early = code('tooEarly');
  const judged = when(numbers(share, expected), when(late, status, early), early);
  const weights =
    kind === 'ratio'
      ? judged
      : when(all(isNumber(share), `1-${isNumber(paced)}`), code('tetWeights'), judged);
  const based = moves({ kind }) ? when(isNumber(baseline), weights, code('noBaseline')) : weights;
  const missing =
    refused === null ? code('noData') : when(refused, code('refused'), code('noData'));
  const blank = silent === null ? missing : when(`${silent}=1`, code('text'), missing);
  const noNumber = when(
    `ISERROR(${actual})`,
    code('text'),
    when(`LEN(${actual})=0`, blank, code('text')),
  );
  return when(isNumber(target), when(isNumber(actual), based, noNumber), code('noTarget'));
}

/**
 * The one rule by which anything on a sheet is judged: the actual against what is expected, where
 * both are numbers. `over` may be `null`: the days are over.
 */
export function judgedCode(
  kind: Aggregation,
  better: Direction | null,
  cells: Pick<Judged, 'actual' | 'expected'>,
  circumstance: Thresholds & { readonly progress: string; readonly over: string | null },
): string {
  if (kind === 'unsaid' || better === null) return code('unsaid');
  const { progress, over } = circumstance;
  if (better === 'on plan') return onPlan(cells, progress);
  const now = graded(better, cells, circumstance, { reached: 'met', close: 'near', far: 'missed' });
  if (kind === 'ratio' || over === null) return now;
  const way = graded(better, cells, circumstance, { reached: null, close: 'good', far: 'bad' });
  return when(over, now, way);
}

/** What a threshold's cell says, or the usual one where it holds no number. */
export const thresholdOf = (cell: string, which: keyof Thresholds): string =>
  when(isNumber(cell), cell, fraction(which === 'goal' ? defaultGoal : defaultFlag));

interface Grades {
  /** `null`: being close says as much. */
  readonly reached: StatusCode | null;
  readonly close: StatusCode;
  readonly far: StatusCode;
}

function graded(
  better: Direction,
  { actual, expected }: Pick<Judged, 'actual' | 'expected'>,
  { progress, goal, flag }: Thresholds & { readonly progress: string },
  { reached, close, far }: Grades,
): string {
  const part = rounded(progress);
  const below = when(`${part}>=${flag}`, code('watch'), code(far));
  const from = when(`${part}>=${goal}`, code(close), below);
  const best = reached === null ? from : when(`${part}>=1`, code(reached), from);
  const compared = when(meets(better, actual, expected), code(reached ?? close), code(far));
  return when(isNumber(progress), best, compared);
}

function onPlan({ actual }: Pick<Judged, 'actual'>, progress: string): string {
  const off = rounded(`ABS(${progress}-1)`);
  const far = when(`${off}<=${fraction(planLimit)}`, code('watch'), code('bad'));
  const near = when(`${off}<=${fraction(planBand)}`, code('good'), far);
  return when(isNumber(progress), near, when(`${actual}<=0`, code('good'), code('bad')));
}

/** The status as people read it: a shape and words, those of a budget or a plan where it is held to one. */
export function statusWords(
  kpi: Pick<Kpi, 'better' | 'unit'>,
  cell: string,
  cells: Pick<Judged, 'actual' | 'expected'>,
  words: SheetWords,
  kind?: Aggregation,
): string {
  const unsaidWords = kind === 'unsaid' ? words.unsaidTotalling : words.unsaidBetter;
  const shown: Readonly<Record<StatusCode, string>> = {
    damaged: quoted(words.damaged),
    unsaid: quoted(unsaidWords),
    met: quoted(words.met),
    near: quoted(words.near),
    missed: quoted(words.missed),
    good: quoted(words.good),
    watch: quoted(words.watch),
    bad: quoted(words.bad),
    noTarget: quoted(words.noTarget),
    noData: quoted(words.noData),
    refused: quoted(words.refused),
    noBaseline: quoted(words.noBaseline),
    tetWeights: quoted(words.tetWeights),
    tooEarly: quoted(words.tooEarly),
    text: quoted(words.cannotTell),
    ...(kpi.better === 'on plan' ? planWords(kpi, cells, words) : null),
  };
  return statusCodes.reduceRight(
    (rest, each) => (each === 'text' ? rest : when(`${cell}=${code(each)}`, shown[each], rest)),
    shown.text,
  );
}

function planWords(
  { unit }: Pick<Kpi, 'unit'>,
  { actual, expected }: Pick<Judged, 'actual' | 'expected'>,
  words: SheetWords,
): Pick<Record<StatusCode, string>, 'good' | 'bad'> {
  if (unit !== 'money' && unit !== 'moneyEach') {
    return { good: quoted(words.onPlan), bad: quoted(words.offPlan) };
  }
  const [over, under] = [quoted(words.overBudget), quoted(words.underBudget)];
  const beyond = when(numbers(actual, expected), when(`${actual}<${expected}`, under, over), over);
  return { good: quoted(words.onBudget), bad: beyond };
}
