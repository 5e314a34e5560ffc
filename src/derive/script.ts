import type { Calculated } from '../kpi/define.ts';
import { isQuantity, script } from '../native/script.ts';
import { type Branch, inputsOf } from '../native/term.ts';
import { branchesOf } from './formula.ts';

/**
 * The quick way through a KPI, as a JavaScript function expression: a number where every input
 * is a plain number that can be right, `otherwise` where anything is unusual and has to be looked at.
 * `filled` says that what was left out has its default already.
 */
export function quickScript(kpi: Calculated, otherwise: string, filled: boolean): string {
  const ways = branchesOf(kpi).map((branch) => {
    const tests = [...plain(kpi, branch), ...rules(branch)];
    const value = script(branch.formula);
    return { condition: conditions(branch), tests, value };
  });
  const parameters = Object.entries(kpi.inputs).map(([name, { default: value }]) =>
    filled || value === undefined ? name : `${name} = ${JSON.stringify(value)}`,
  );
  const chain = ways.reduceRight((others, way) => {
    const taken = `${way.tests.join(' && ')} ? ${way.value} : ${otherwise}`;
    return way.condition.length === 0
      ? taken
      : `${way.condition.join(' && ')} ? (${taken}) : (${others})`;
  }, otherwise);
  return `(${parameters.join(', ')}) => ${chain}`;
}

const conditions = ({ given, chosen }: Branch): string[] => [
  ...(given ? [`${given} !== undefined`] : []),
  ...(chosen ? [`${chosen.input} === ${JSON.stringify(chosen.is)}`] : []),
];

/**
 * That each input the branch reads is a number within its bounds, each choice one of its options, and
 * that nothing is missing, read or not.
 */
function plain(kpi: Calculated, branch: Branch): string[] {
  const read = inputsOf(branch);
  return Object.entries(kpi.inputs).flatMap(([name, input]) => {
    if (!isQuantity(input)) {
      if (branch.given) return [];
      const options = input.options.map((option) => `${name} === '${option}'`);
      return [`(${options.join(' || ')})`];
    }
    if (!read.has(name)) return input.optional ? [] : [`${name} !== undefined`];
    return [
      `typeof ${name} === 'number'`,
      ...(input.min === undefined ? [] : [`${name} >= ${input.min}`]),
      ...(input.max === undefined ? [] : [`${name} <= ${input.max}`]),
    ];
  });
}

const rules = (branch: Branch): string[] =>
  branch.must.map(({ left, sign, right }) => `${script(left)} ${sign} ${script(right)}`);
