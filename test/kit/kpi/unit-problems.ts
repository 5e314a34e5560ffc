import { branchesOf } from '../../../src/derive/formula.ts';
import type { Calculated } from '../../../src/kpi/define.ts';
import { units } from '../../../src/kpi/units.ts';
import { isQuantity, script } from '../../../src/native/script.ts';
import type { Term } from '../../../src/native/term.ts';

type Dimensions = Readonly<Record<string, number>>;

/**
 * What is wrong with the units of a KPI, as sentences: things added that are of different kinds, a
 * result that is not of the unit the KPI declares. Empty when all is well.
 */
export function unitProblems(kpi: Calculated): string[] {
  const declared = units[kpi.unit].dimensions;
  return branchesOf(kpi).flatMap(({ formula, must }) => {
    const problems: string[] = [];
    const found = dimensionsOf(formula, kpi, problems);
    if (key(found) !== key(declared)) {
      problems.push(`${script(formula)} is ${key(found)}, but ${kpi.unit} is ${key(declared)}`);
    }
    for (const { left, sign, right } of must) {
      const sides = [left, right].map((side) => dimensionsOf(side, kpi, problems));
      const [one, other] = sides.map((side) => key(side ?? {}));
      const zero = [left, right].some((side) => side.kind === 'number' && side.value === 0);
      if (one !== other && !zero) problems.push(`${script(left)} ${sign} ${script(right)}`);
    }
    return problems;
  });
}

function dimensionsOf(term: Term, kpi: Calculated, problems: string[]): Dimensions {
  if (term.kind === 'number') return {};
  if (term.kind === 'input') {
    const input = kpi.inputs[term.name];
    return input && isQuantity(input) ? units[input.unit].dimensions : {};
  }
  const left = dimensionsOf(term.left, kpi, problems);
  const right = dimensionsOf(term.right, kpi, problems);
  if (term.sign === '*') return combined(left, right, 1);
  if (term.sign === '/') return combined(left, right, -1);
  if (key(left) !== key(right)) {
    problems.push(`${script(term)} joins ${key(left)} and ${key(right)}`);
  }
  return left;
}

function combined(left: Dimensions, right: Dimensions, power: 1 | -1): Dimensions {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  const sums = [...names].map(
    (name) => [name, (left[name] ?? 0) + power * (right[name] ?? 0)] as const,
  );
  return Object.fromEntries(sums.filter(([, exponent]) => exponent !== 0));
}

const key = (dimensions: Dimensions): string =>
  Object.keys(dimensions)
    .sort()
    .map((name) => `${name}^${dimensions[name]}`)
    .join(' ') || 'a plain number';
