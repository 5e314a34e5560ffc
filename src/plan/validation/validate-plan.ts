import type { Kpi } from '../../kpi/define.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { planCheckWords } from '../../messages/plan-checks.ts';
import { agreedFields, type Plan, planFields, type Scores, scoreFields } from '../model/plan.ts';
import { fieldReader, isRecord, lineOf, type PlanProblem, type Readers } from './field-reader.ts';
import { readQuarter } from './validate-business.ts';
import { customKpiReaders } from './validate-custom-kpis.ts';
import { type AccountRules, feedReaders } from './validate-feeds.ts';
import { kpisReader } from './validate-kpis.ts';
import { between, isWhole, valueReaders } from './value-readers.ts';

export type ValidatedPlan =
  | { readonly plan: Plan }
  | { readonly problems: readonly [PlanProblem, ...PlanProblem[]] };

/** More steps than this no ladder has. */
const mostSteps = 20;

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
  const words = planCheckWords(language);
  if (!isRecord(value)) return { problems: [{ field: '', sentence: words.problems.noPlan }] };
  const readers: Readers = {
    ...valueReaders,
    ...customKpiReaders,
    ...feedReaders(rules),
    quarter: readQuarter,
    kpis: kpisReader(catalogue, language),
    scores: (given, _, at) => checkedScores(at.whole(scoreFields, given)),
    ladder: readLadder,
    agreed: (given, _, at, name) =>
      isRecord(given) && isWhole(given.on, agreedFields.on)
        ? at.part(agreedFields, given, name).all(agreedFields)
        : null,
  };
  const at = fieldReader(planFields, value, { words, readers }, [], '', lineOf(value.name) ?? '');
  const plan = at.all(planFields);
  if (plan.after !== null && plan.after === plan.id) at.refuse('after', words.problems.after);
  const [first, ...more] = at.problems;
  return first ? { problems: [first, ...more] } : { plan };
}

/** Below the floor there is room for the cap, and a ladder that scores has steps. */
const checkedScores = (scores: Scores | null): Scores | null =>
  scores && scores.floor < scores.cap && (scores.way === 'linear' || scores.ladder.length > 0)
    ? scores
    : null;

/** Different shares of the target, up to ten times it, and points up to 1,000; the highest first. */
const readLadder: Readers['ladder'] = (given) => {
  if (!Array.isArray(given) || given.length > mostSteps) return null;
  const steps = given.flatMap((step: unknown) => {
    const { from, points } = isRecord(step) ? step : {};
    const [share, score] = [between(from, 0, 10), between(points, 0, 1000)];
    return share === null || score === null ? [] : [{ from: share, points: score }];
  });
  const different = new Set(steps.map(({ from }) => from)).size;
  return different === given.length ? steps.sort((one, other) => other.from - one.from) : null;
};
