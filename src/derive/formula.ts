import {
  type BinaryExpression,
  type Expression,
  type PrivateIdentifier,
  parseExpressionAt,
} from 'acorn';
import type { Calculated } from '../kpi/define.ts';
import type { Branches, Comparison, Term } from '../native/term.ts';

const signs = ['+', '-', '*', '/'] as const;
const comparisons = ['<=', '>='] as const;

/**
 * The ways a KPI is calculated, in the order in which they are tried; the last one is
 * unconditional. Throws an `Error` that names the KPI when an expression is not one of ours.
 */
export function branchesOf(kpi: Calculated): Branches {
  const plain = { formula: kpi.formula, ...(kpi.must && { must: kpi.must }) };
  return [...(kpi.variants ?? []), plain].map((variant) => ({
    ...('given' in variant && variant.given ? { given: variant.given } : {}),
    ...('chosen' in variant && variant.chosen ? { chosen: variant.chosen } : {}),
    formula: term(parse(variant.formula, kpi), kpi, variant.formula),
    must: (variant.must ?? []).map((text) => comparison(parse(text, kpi), kpi, text)),
  }));
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
