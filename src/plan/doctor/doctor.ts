import type { Plan } from '../model/plan.ts';
import { balanceRules } from './balance.ts';
import { noBaseline, noBudget, noStart, noTarget } from './blanks.ts';
import { choiceRules } from './choice.ts';
import { meaningRules } from './meaning.ts';
import { noOwner, oneOwner, ownerIsMany } from './people.ts';
import { type Finding, planContext, type Rule, type RuleFacts } from './rule.ts';
import {
  impossible,
  percentTyped,
  pointsOrPercent,
  pointsTyped,
  standstill,
  thresholds,
  tooFar,
  wrongWay,
} from './targets.ts';
import {
  cadenceTooFine,
  cadenceTooSlow,
  halfOver,
  notAgreed,
  over,
  sameForAYear,
  season,
} from './time.ts';
import { weightRules } from './weights.ts';

/** Every rule of the doctor. Among those of one severity, what is found first is said first. */
export const rules: readonly Rule[] = [
  over,
  impossible,
  percentTyped,
  pointsTyped,
  pointsOrPercent,
  wrongWay,
  ...weightRules,
  ...choiceRules,
  ...balanceRules,
  noOwner,
  noTarget,
  noStart,
  cadenceTooFine,
  ...meaningRules,
  thresholds,
  tooFar,
  noBaseline,
  season,
  standstill,
  halfOver,
  ownerIsMany,
  oneOwner,
  cadenceTooSlow,
  noBudget,
  sameForAYear,
  notAgreed,
];

/** What the doctor has to say on a plan, the most important first; what the plan ignores is left out. */
export function examine(plan: Plan, facts: RuleFacts): readonly Finding[] {
  const context = planContext(plan, facts.catalogue);
  const findings = rules
    .filter(({ name }) => !plan.ignored.includes(name))
    .flatMap((rule) =>
      rule.check(context, facts).map(
        (found): Finding => ({
          ...found,
          rule: rule.name,
          severity: rule.severity,
          fixable: rule.fix !== undefined && !found.unfixable,
        }),
      ),
    );
  const urgent = ({ severity }: Finding) => (severity === 'fix' ? 0 : 1);
  return findings.sort((a, b) => urgent(a) - urgent(b));
}

/** The plan with what was found put right, and nothing else changed. */
export function applyFix(plan: Plan, finding: Finding, facts: RuleFacts): Plan {
  const rule = rules.find(({ name }) => name === finding.rule);
  return finding.fixable && rule?.fix ? rule.fix(plan, finding, facts) : plan;
}

/** The plan without this rule's advice from now on. */
export const ignoring = (plan: Plan, rule: Finding['rule']): Plan =>
  plan.ignored.includes(rule) ? plan : { ...plan, ignored: [...plan.ignored, rule] };
