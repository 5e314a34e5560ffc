import type { Plan } from '../model/plan.ts';
import { balanceRules } from './balance.ts';
import { blankRules } from './blanks.ts';
import { choiceRules } from './choice.ts';
import { meaningRules } from './meaning.ts';
import { peopleRules } from './people.ts';
import { type Finding, planContext, type Rule, type RuleFacts } from './rule.ts';
import { targetRules } from './targets.ts';
import { timeRules } from './time.ts';
import { weightRules } from './weights.ts';

const urgency = ({ severity }: Rule): number => (severity === 'fix' ? 0 : 1);

/** Every rule of the doctor, in the order in which what they find is said. */
export const rules: readonly Rule[] = [
  ...timeRules,
  ...targetRules,
  ...weightRules,
  ...choiceRules,
  ...balanceRules,
  ...peopleRules,
  ...blankRules,
  ...meaningRules,
].sort((a, b) => urgency(a) - urgency(b) || a.rank - b.rank);

/** What the doctor has to say on a plan, the most important first; what the plan ignores is left out. */
export function examine(plan: Plan, facts: RuleFacts): readonly Finding[] {
  const context = planContext(plan, facts.catalogue);
  return rules
    .filter(({ name }) => !plan.ignored.includes(name))
    .flatMap(({ name: rule, severity, field = 'target', check, fix }) =>
      check(context, facts).map(
        (found): Finding => ({
          ...found,
          rule,
          severity,
          field,
          fixable: fix !== undefined && !found.unfixable,
        }),
      ),
    );
}

/** The plan with what was found put right, and nothing else changed. */
export function applyFix(plan: Plan, finding: Finding, facts: RuleFacts): Plan {
  const fix = rules.find(({ name }) => name === finding.rule)?.fix;
  return finding.fixable && fix ? fix.apply(plan, finding, facts) : plan;
}

/** The plan without this rule's advice from now on. */
export const ignoring = (plan: Plan, rule: Finding['rule']): Plan =>
  plan.ignored.includes(rule) ? plan : { ...plan, ignored: [...plan.ignored, rule] };
