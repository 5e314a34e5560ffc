import { isCalculated } from '../../kpi/catalogue.ts';
import type { Calculated, Counted, Kpi } from '../../kpi/define.ts';

/** Numbers for the arguments of a KPI by their names; a counted KPI has one, without a name. */
export type Given = Readonly<Record<string, number | null>>;

/** A KPI of numbers that are totalled already; `null` where they give no number. */
export function kpiValue(kpi: Kpi, given: Given): number | null {
  if (!isCalculated(kpi)) return countedValue(kpi, given[''] ?? null);
  const known = filledIn(kpi, given);
  if (!known) return null;
  const chosen = kpi.variants?.find((variant) => variant.given && known.has(variant.given));
  const must = (chosen ?? kpi).must ?? [];
  if (must.some((comparison) => !holds(comparison, known))) return null;
  const value = evaluate((chosen ?? kpi).formula, known);
  return Number.isFinite(value) ? value : null;
}

/** What is counted, where it can be so many. */
function countedValue({ counts }: Counted, value: number | null): number | null {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = counts;
  return value !== null && value >= min && value <= max ? value : null;
}

/** With the defaults of what is left out; `null` where something needed is unknown. */
function filledIn(kpi: Calculated, given: Given): ReadonlyMap<string, number> | null {
  const known = new Map<string, number>();
  for (const [name, input] of Object.entries(kpi.inputs)) {
    const value = given[name] ?? (typeof input.default === 'number' ? input.default : null);
    if (value !== null) known.set(name, value);
    else if (!input.optional) return null;
  }
  return known;
}

function holds(comparison: string, known: ReadonlyMap<string, number>): boolean {
  const [left = '', sign, right = ''] = comparison.split(/(<=|>=)/);
  const [one, other] = [evaluate(left, known), evaluate(right, known)];
  return sign === '<=' ? one <= other : one >= other;
}

/** Sums of products, from left to right, with parentheses: all that the catalogue's formulas are. */
function evaluate(formula: string, known: ReadonlyMap<string, number>): number {
  const tokens = formula.match(/[A-Za-z]\w*|\d+(?:\.\d+)?|[-+*/()]/g) ?? [];
  let at = 0;
  const atom = (): number => {
    const token = tokens[at] ?? '';
    at += 1;
    if (token !== '(') return /^\d/.test(token) ? Number(token) : (known.get(token) ?? Number.NaN);
    const inside = sum();
    at += 1;
    return inside;
  };
  const product = (): number => {
    let value = atom();
    while (tokens[at] === '*' || tokens[at] === '/') {
      at += 1;
      value = tokens[at - 1] === '*' ? value * atom() : value / atom();
    }
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-') {
      at += 1;
      value = tokens[at - 1] === '+' ? value + product() : value - product();
    }
    return value;
  };
  return sum();
}
