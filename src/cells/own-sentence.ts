import { type CellTable, cellKpiNamed } from './cell-kpi.ts';

/**
 * Whether a text is one of our own answers: words for a zero divisor, or a refusal, which begins
 * with the name of its function. Such a text is passed on, so that a chain of formulas shows its
 * first cause.
 */
export function isOwnSentence(text: string, table: CellTable): boolean {
  const name = /^([A-Z][A-Z0-9_]*): [\s\S]+[.?]$/.exec(text)?.[1];
  if (name)
    return name === 'KPI' || name === 'KPI_TOTAL' || cellKpiNamed(name, table) !== undefined;
  return noneWords(table).has(text);
}

const known = new WeakMap<CellTable, ReadonlySet<string>>();

function noneWords(table: CellTable): ReadonlySet<string> {
  const found = known.get(table);
  if (found) return found;
  const divisors = Object.values(table).flatMap(({ ways }) => ways.flatMap((way) => way.divisors));
  const words = new Set(divisors.flatMap(({ none }) => Object.values(none)));
  known.set(table, words);
  return words;
}
