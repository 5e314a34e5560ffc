import type { Direction } from '../../kpi/define.ts';
import type { SheetWords } from '../../messages/sheet.ts';
import { quoted } from '../../native/twin.ts';
import type { Aggregation } from '../../plan/model/aggregation.ts';
import { defaultFlag, defaultGoal } from '../../plan/model/plan.ts';
import { comparedDecimals, earlyShare, planBand, planLimit } from '../../plan/model/status.ts';
import {
  all,
  emptyText,
  fraction,
  isNumber,
  known,
  numbers,
  when,
} from '../layout/formula-text.ts';
import type { MeasuredKpi } from './kpi-inputs.ts';

/** The cells a judgement is made from, as texts of formulas. */
export interface Judged {
  readonly baseline: string;
  readonly target: string;
  readonly actual: string;
  readonly expected: string;
}

/** Kinds whose value moves from the baseline to the target. */
export const moves = (kind: Aggregation): boolean =>
  kind === 'last' || kind === 'whole' || kind === 'points';

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
  if (moves(kind)) {
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
  if (moves(kind)) {
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

/**
 * What a status can be, as the hidden cells keep it; `text`: the KPI's cell holds a sentence, or its
 * function has no answer. `unsaid` is no other's: it stands where somebody has to say first how the
 * KPI is read.
 */
const codes = [
  'damaged',
  'good',
  'watch',
  'bad',
  'noTarget',
  'noData',
  'noBaseline',
  'tetWeights',
  'tooEarly',
  'text',
] as const;
type Code = (typeof codes)[number];
const unsaid = quoted('unsaid');

const code = (name: Code): string => quoted(name);

/** The status, unless what it rests on is damaged. */
export const unlessDamaged = (damaged: string, status: string): string =>
  when(damaged, code('damaged'), status);

/** Everything `codeOf` reads besides. */
export interface Circumstance {
  readonly progress: string;
  readonly share: string;
  /** Blank while the weights of Tết are open. */
  readonly paced: string;
  readonly goal: string;
  readonly flag: string;
  /** 1 where the KPI's function has no answer; `null` where it is computed without one. */
  readonly silent: string | null;
}

/** The status. A text compared with a number counts as the larger, so numbers are looked for first. */
export function codeOf(
  kind: Aggregation,
  better: Direction | null,
  cells: Judged,
  { progress, share, paced, goal, flag, silent }: Circumstance,
): string {
  if (kind === 'unsaid' || better === null) return unsaid;
  const { baseline, target, actual, expected } = cells;
  const status =
    better === 'on plan'
      ? onPlan(cells, progress)
      : when(
          isNumber(progress),
          graded(rounded(progress), goal, flag),
          when(meets(better, actual, expected), code('good'), code('bad')),
        );
  const late = `${rounded(share)}>=${fraction(earlyShare)}`;
  const early = code('tooEarly');
  const judged = when(numbers(share, expected), when(late, status, early), early);
  const weights =
    kind === 'ratio'
      ? judged
      : when(all(isNumber(share), `1-${isNumber(paced)}`), code('tetWeights'), judged);
  const based = moves(kind) ? when(isNumber(baseline), weights, code('noBaseline')) : weights;
  const blank =
    silent === null ? code('noData') : when(`${silent}=1`, code('text'), code('noData'));
  const noNumber = when(
    `ISERROR(${actual})`,
    code('text'),
    when(`LEN(${actual})=0`, blank, code('text')),
  );
  return when(isNumber(target), when(isNumber(actual), based, noNumber), code('noTarget'));
}

function graded(progress: string, goal: string, flag: string): string {
  const goalOr = when(isNumber(goal), goal, fraction(defaultGoal));
  const flagOr = when(isNumber(flag), flag, fraction(defaultFlag));
  const below = when(`${progress}>=${flagOr}`, code('watch'), code('bad'));
  return when(`${progress}>=${goalOr}`, code('good'), below);
}

function onPlan({ actual }: Judged, progress: string): string {
  const off = rounded(`ABS(${progress}-1)`);
  const far = when(`${off}<=${fraction(planLimit)}`, code('watch'), code('bad'));
  const near = when(`${off}<=${fraction(planBand)}`, code('good'), far);
  return when(isNumber(progress), near, when(`${actual}<=0`, code('good'), code('bad')));
}

/** The status as people read it: a shape and words that fit the kind of KPI. */
export function statusWords(
  { kpi, kind }: Pick<MeasuredKpi, 'kpi' | 'kind'>,
  cell: string,
  { actual, expected }: Judged,
  words: SheetWords,
): string {
  if (kind === 'unsaid') return quoted(words.unsaidTotalling);
  if (kpi.better === null) return quoted(words.unsaidBetter);
  const money = kpi.unit === 'money' || kpi.unit === 'moneyEach';
  const [good, bad] =
    kpi.better === 'on plan'
      ? [
          quoted(money ? words.onBudget : words.onPlan),
          money
            ? when(
                numbers(actual, expected),
                when(`${actual}<${expected}`, quoted(words.underBudget), quoted(words.overBudget)),
                quoted(words.overBudget),
              )
            : quoted(words.offPlan),
        ]
      : kind === 'ratio'
        ? [quoted(words.met), quoted(words.missed)]
        : [quoted(words.good), quoted(words.bad)];
  const shown: Readonly<Record<Code, string>> = {
    damaged: quoted(words.damaged),
    good,
    watch: quoted(words.watch),
    bad,
    noTarget: quoted(words.noTarget),
    noData: quoted(words.noData),
    noBaseline: quoted(words.noBaseline),
    tetWeights: quoted(words.tetWeights),
    tooEarly: quoted(words.tooEarly),
    text: quoted(words.cannotTell),
  };
  return codes.reduceRight(
    (rest, each) => (each === 'text' ? rest : when(`${cell}=${code(each)}`, shown[each], rest)),
    shown.text,
  );
}
