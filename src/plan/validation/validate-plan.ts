import type { Kpi, Language } from '../../kpi/define.ts';
import { planWords } from '../../messages/plan.ts';
import {
  type Objective,
  objectives,
  type Plan,
  type PlanRole,
  type Scores,
} from '../model/plan.ts';
import {
  type FieldReader,
  fieldReader,
  isRecord,
  maxLengths,
  type PlanProblem,
  unsigned,
} from './field-reader.ts';
import { validateBusinessProfile, validateQuarter } from './validate-business.ts';
import { validateCustomKpis } from './validate-custom-kpis.ts';
import { type AccountRules, validateAccounts, validateFeeds } from './validate-feeds.ts';
import { validateKpis } from './validate-kpis.ts';

export type ValidatedPlan =
  | { readonly plan: Plan }
  | { readonly problems: readonly [PlanProblem, ...PlanProblem[]] };

const languages: readonly Language[] = ['en', 'vi'];
const idPattern = /^[a-z0-9]{6}$/;
const keysOf = <T extends string>(record: Readonly<Record<T, unknown>>): readonly T[] =>
  Object.keys(record) as T[];
/** More points than this no ladder has, more hints than this no doctor gives. */
const mostRungs = 20;
const mostIgnored = 500;
/** The years 2000 and 2100, as days. */
const earliest = 36526;
const latest = 73415;

/**
 * The validation of a plan from outside: a plan of ours, cleaned, or what is wrong with it, field by
 * field. It never throws, whatever it is given. What a plan should be is the doctor's business.
 */
export function validatePlan(
  value: unknown,
  language: Language,
  catalogue: readonly Kpi[],
  rules: AccountRules,
): ValidatedPlan {
  const words = planWords(language);
  if (!isRecord(value)) return { problems: [{ field: '', sentence: words.problems.noPlan }] };
  const at = fieldReader(value, '', words);
  const own = validateCustomKpis(value.own, words);
  const plan: Plan = {
    id: checkId(at, value.id),
    name: at.text('name', { must: words.problems.nameMissing }),
    role: at.oneOf<PlanRole>('role', keysOf(words.roles), 'other'),
    objective:
      value.objective == null ? null : at.oneOf<Objective>('objective', objectives, 'sales'),
    quarter: validateQuarter(value, at),
    language: at.oneOf<Language>('language', languages, language),
    circumstances: validateBusinessProfile(value.circumstances, at),
    kpis: [],
    own: own.own,
    ignored: checkIgnored(value.ignored, at),
    scores: checkScores(value.scores, at),
    agreed: checkAgreed(value.agreed, at),
    accounts: validateAccounts(value.accounts, at, rules),
    feeds: [],
    after: checkAfter(value, at),
  };
  const kpis = validateKpis(value.kpis, { ...plan, catalogue, words });
  const feeds = validateFeeds(value.feeds, plan.accounts, at, rules);
  const [first, ...more] = [...at.problems, ...own.problems, ...kpis.problems];
  return first ? { problems: [first, ...more] } : { plan: { ...plan, kpis: kpis.kpis, feeds } };
}

function checkId(at: FieldReader, id: unknown): string {
  if (typeof id === 'string' && idPattern.test(id)) return id;
  at.refuse('id', at.words.problems.id);
  return '';
}

function checkAfter(value: Readonly<Record<string, unknown>>, at: FieldReader): string | null {
  const { after, id } = value;
  if (after == null) return null;
  if (typeof after === 'string' && idPattern.test(after) && after !== id) return after;
  at.refuse('after', at.words.problems.after);
  return null;
}

function checkIgnored(ignored: unknown, at: FieldReader): readonly string[] {
  const refused = () => {
    at.refuse('ignored', at.words.problems.ignored);
    return [];
  };
  if (ignored == null) return [];
  if (!Array.isArray(ignored) || ignored.length > mostIgnored) return refused();
  const names: readonly unknown[] = ignored;
  const rules = names.filter((name) => typeof name === 'string' && /^[\w.:-]{1,100}$/.test(name));
  return rules.length === names.length ? [...new Set(rules.map(String))] : refused();
}

function checkScores(scores: unknown, at: FieldReader): Scores | null {
  if (scores == null) return null;
  const read = isRecord(scores) ? scoresOf(scores) : null;
  if (!read) at.refuse('scores', at.words.problems.scores);
  return read;
}

/** Shares of the target are at least none of it and at most ten times it, points at most 1,000. */
function scoresOf(scores: Readonly<Record<string, unknown>>): Scores | null {
  const { way, floor, cap, ladder } = scores;
  if (way !== 'linear' && way !== 'ladder') return null;
  if (!isShare(floor) || !isShare(cap) || floor >= cap) return null;
  if (!Array.isArray(ladder) || ladder.length > mostRungs) return null;
  const rungs = ladder.map((rung: unknown) =>
    isRecord(rung) && isShare(rung.from) && isPoints(rung.points)
      ? { from: unsigned(rung.from), points: unsigned(rung.points) }
      : null,
  );
  const read = rungs.flatMap((rung) => (rung ? [rung] : []));
  if (read.length < rungs.length || (way === 'ladder' && read.length === 0)) return null;
  const highestFirst = [...read].sort((one, other) => other.from - one.from);
  if (new Set(read.map(({ from }) => from)).size < read.length) return null;
  return { way, floor: unsigned(floor), cap, ladder: highestFirst };
}

const isShare = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 10;
const isPoints = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1000;

function checkAgreed(agreed: unknown, outer: FieldReader): Plan['agreed'] {
  if (agreed == null) return null;
  const on = isRecord(agreed) ? agreed.on : undefined;
  const fine = typeof on === 'number' && Number.isInteger(on) && on >= earliest && on < latest;
  if (!isRecord(agreed) || !fine) {
    outer.refuse('agreed', outer.words.problems.agreed);
    return null;
  }
  const at = outer.into(agreed, 'agreed');
  const must = outer.words.problems.agreed;
  return {
    givenBy: at.text('givenBy', { must, most: maxLengths.name }),
    acceptedBy: at.text('acceptedBy', { must, most: maxLengths.name }),
    on,
  };
}
