import {
  type BinaryExpression,
  type Expression,
  type PrivateIdentifier,
  parseExpressionAt,
} from 'acorn';
import type { Calculated } from '../kpi/define.ts';

/** The arithmetic of a KPI as a tree. */
export type Term =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'input'; readonly name: string }
  | {
      readonly kind: 'operation';
      readonly sign: '+' | '-' | '*' | '/';
      readonly left: Term;
      readonly right: Term;
    };

/** `left <= right` or `left >= right`: what every true set of inputs fulfils. */
export interface Comparison {
  readonly left: Term;
  readonly sign: '<=' | '>=';
  readonly right: Term;
}

/** One way a KPI is calculated: under which condition, by which arithmetic. */
export interface Branch {
  /** Applies when this optional input is given. */
  readonly given?: string;
  /** Applies when this choice was made. */
  readonly chosen?: { readonly input: string; readonly is: string };
  readonly formula: Term;
  readonly must: readonly Comparison[];
}

const signs = ['+', '-', '*', '/'] as const;
const comparisons = ['<=', '>='] as const;

/**
 * The ways a KPI is calculated, in the order in which they are tried; the last one is
 * unconditional. Throws an `Error` that names the KPI when an expression is not one of ours.
 */
export function branchesOf(kpi: Calculated): readonly Branch[] {
  const plain = { formula: kpi.formula, ...(kpi.must && { must: kpi.must }) };
  return [...(kpi.variants ?? []), plain].map((variant) => ({
    ...('given' in variant && variant.given ? { given: variant.given } : {}),
    ...('chosen' in variant && variant.chosen ? { chosen: variant.chosen } : {}),
    formula: term(parse(variant.formula, kpi), kpi, variant.formula),
    must: (variant.must ?? []).map((text) => comparison(parse(text, kpi), kpi, text)),
  }));
}

/** Every divisor of a term, in the order in which the term is read, each once. */
export function divisorsOf(formula: Term): readonly Term[] {
  const found: Term[] = [];
  visit(formula, (part) => {
    if (part.kind !== 'operation' || part.sign !== '/') return;
    if (!found.some((other) => JSON.stringify(other) === JSON.stringify(part.right))) {
      found.push(part.right);
    }
  });
  return found;
}

/** The names of the inputs a branch reads, its condition left out. */
export function inputsOf(branch: Branch): ReadonlySet<string> {
  const names = new Set<string>();
  const note = (part: Term) => {
    if (part.kind === 'input') names.add(part.name);
  };
  visit(branch.formula, note);
  for (const { left, right } of branch.must) {
    visit(left, note);
    visit(right, note);
  }
  return names;
}

function visit(from: Term, see: (part: Term) => void): void {
  see(from);
  if (from.kind === 'operation') {
    visit(from.left, see);
    visit(from.right, see);
  }
}

function parse(text: string, kpi: Calculated): Expression {
  try {
    const expression = parseExpressionAt(text, 0, { ecmaVersion: 2019 });
    if (text.slice(expression.end).trim() === '') return expression;
  } catch {
    // Said below, with the KPI's name.
  }
  throw new Error(`${kpi.name}: «${text}» is not an expression.`);
}

function term(from: Expression | PrivateIdentifier, kpi: Calculated, text: string): Term {
  if (from.type === 'Identifier' && from.name in kpi.inputs) {
    return { kind: 'input', name: from.name };
  }
  if (from.type === 'Literal' && typeof from.value === 'number' && Number.isInteger(from.value)) {
    return { kind: 'number', value: from.value };
  }
  if (from.type === 'BinaryExpression') {
    const sign = signs.find((known) => known === from.operator);
    if (sign) return { kind: 'operation', sign, ...sides(from, kpi, text) };
  }
  const part = text.slice(from.start, from.end);
  throw new Error(
    `${kpi.name}: «${part}» in «${text}» is neither an input, nor a whole number, nor + - * /.`,
  );
}

function comparison(from: Expression, kpi: Calculated, text: string): Comparison {
  if (from.type === 'BinaryExpression') {
    const sign = comparisons.find((known) => known === from.operator);
    if (sign) return { sign, ...sides(from, kpi, text) };
  }
  throw new Error(`${kpi.name}: «${text}» does not compare by <= or >=.`);
}

function sides(from: BinaryExpression, kpi: Calculated, text: string): { left: Term; right: Term } {
  return { left: term(from.left, kpi, text), right: term(from.right, kpi, text) };
}
