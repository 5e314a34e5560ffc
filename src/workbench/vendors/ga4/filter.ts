import type { Filter, FilterExpression } from './asked.ts';
import { type DimensionScope, dimensions, type Seen } from './events/dimensions.ts';
import { invalid, noSuchField, notPlayed } from './failure.ts';

export interface Test {
  /** The narrowest of what it looks at. */
  readonly reach: DimensionScope;
  /** The dimensions it looks at. */
  readonly fields: readonly string[];
  readonly passes: (seen: Seen) => boolean;
}

const reaches: readonly DimensionScope[] = ['day', 'visit', 'event'];
export const narrowest = (several: readonly DimensionScope[]): DimensionScope =>
  reaches[Math.max(0, ...several.map((reach) => reaches.indexOf(reach)))] ?? 'day';

const everything: Test = { reach: 'day', fields: [], passes: () => true };

/** A filter as something that can be asked of each thing that is counted. */
export function testOf(filter: FilterExpression | undefined): Test {
  if (filter === undefined) return everything;
  if (filter.filter !== undefined) return single(filter.filter);
  if (filter.notExpression !== undefined) {
    const { passes, ...rest } = testOf(filter.notExpression);
    return { ...rest, passes: (seen) => !passes(seen) };
  }
  const all = filter.andGroup !== undefined;
  const tests = ((filter.andGroup ?? filter.orGroup)?.expressions ?? []).map(testOf);
  if (tests.length === 0) throw invalid('A filter expression must have at least one expression.');
  return {
    reach: narrowest(tests.map(({ reach }) => reach)),
    fields: tests.flatMap(({ fields }) => fields),
    passes: all
      ? (seen) => tests.every(({ passes }) => passes(seen))
      : (seen) => tests.some(({ passes }) => passes(seen)),
  };
}

function single(filter: Filter): Test {
  const name = filter.fieldName ?? '';
  const dimension = dimensions.get(name);
  if (dimension === undefined) throw noSuchField(name, 'dimension');
  const matches = matcherOf(filter);
  return {
    reach: dimension.reach,
    fields: [name],
    passes: (seen) => matches(dimension.read(seen)),
  };
}

function matcherOf({ stringFilter, inListFilter }: Filter): (value: string) => boolean {
  if (inListFilter !== undefined) {
    const { values = [], caseSensitive = false } = inListFilter;
    if (values.length === 0) throw invalid('The in_list_filter must have at least one value.');
    const known = new Set(values.map((value) => folded(value, caseSensitive)));
    return (value) => known.has(folded(value, caseSensitive));
  }
  if (stringFilter === undefined) throw notPlayed('this kind of dimension filter');
  const { matchType = 'MATCH_TYPE_UNSPECIFIED', value = '', caseSensitive = false } = stringFilter;
  if (matchType === 'FULL_REGEXP' || matchType === 'PARTIAL_REGEXP') {
    return expression(value, matchType === 'FULL_REGEXP', caseSensitive);
  }
  const compare = comparisons[matchType];
  if (compare === undefined) throw invalid('The string_filter must have a match_type.');
  const part = folded(value, caseSensitive);
  return (whole) => compare(folded(whole, caseSensitive), part);
}

const folded = (value: string, caseSensitive: boolean): string =>
  caseSensitive ? value : value.toLowerCase();

const comparisons: Readonly<Record<string, (whole: string, part: string) => boolean>> = {
  EXACT: (whole, part) => whole === part,
  BEGINS_WITH: (whole, part) => whole.startsWith(part),
  ENDS_WITH: (whole, part) => whole.endsWith(part),
  CONTAINS: (whole, part) => whole.includes(part),
};

function expression(pattern: string, whole: boolean, caseSensitive: boolean) {
  try {
    const found = new RegExp(whole ? `^(?:${pattern})$` : pattern, caseSensitive ? 'u' : 'iu');
    return (value: string): boolean => found.test(value);
  } catch {
    throw invalid(`Invalid regular expression: ${pattern}`);
  }
}
