import type { FeedTest } from '../../plan/model/feeds.ts';

/** The rows that pass every test, as the Data API is told. */
export function dimensionFilter(only: readonly FeedTest[]): object | null {
  const expressions = only.map(expressionOf);
  if (expressions.length <= 1) return expressions[0] ?? null;
  return { andGroup: { expressions } };
}

function expressionOf(test: FeedTest): object {
  const { dimension: fieldName } = test;
  if ('is' in test) {
    return { filter: { fieldName, inListFilter: { values: test.is, caseSensitive: true } } };
  }
  const expressions = test.startsWith.map((value) => ({
    filter: {
      fieldName,
      stringFilter: { matchType: 'BEGINS_WITH', value, caseSensitive: true },
    },
  }));
  return expressions.length === 1 && expressions[0] ? expressions[0] : { orGroup: { expressions } };
}
