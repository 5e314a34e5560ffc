import type { FetchOutcome } from '../../src/sources/run.ts';
import type { Row } from '../../src/sources/source.ts';

/** What our connector brought, totalled by whatever a row is told by. */
export function totalsBy(
  outcome: FetchOutcome,
  of: (row: Row) => string,
): Readonly<Record<string, number>> {
  if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
  const found: Record<string, number> = {};
  for (const row of outcome.rows) found[of(row)] = (found[of(row)] ?? 0) + row.value;
  return found;
}
