import type { Row } from '../../sources/source.ts';

/**
 * The most rows that the data of one plan and quarter takes up whose sheet is of layout 1 or 2. Each
 * is read by every formula of the plan, so that a sheet with more would not be computed in the time
 * that Google gives it.
 */
export const mostRows = 50_000;

/** The most rows that one run carries along: of those that are shown alone it writes the segments. */
export const mostCarried = 150_000;

/** The same rows with the segments of some inputs put together: a total for each of their days. */
export function foldSegments<R extends Row>(
  rows: readonly R[],
  inputs: ReadonlySet<string>,
): readonly R[] {
  if (inputs.size === 0) return rows;
  const found = new Map<string, R>();
  for (const [at, row] of rows.entries()) {
    const { from, to, input } = row;
    const key = inputs.has(input) ? JSON.stringify([from, to, input]) : String(at);
    const before = found.get(key);
    const value = (before?.value ?? 0) + row.value;
    found.set(key, inputs.has(input) ? { ...row, segment: '', value } : row);
  }
  return [...found.values()];
}

/** Rows that are few enough, and the inputs that are not told apart any more, `untold` among them. */
export function withinLimit<R extends Row>(
  rows: readonly R[],
  untold: readonly string[] = [],
  most = mostRows,
): { readonly rows: readonly R[]; readonly untold: readonly string[] } {
  const folded = new Set(untold);
  let within = foldSegments(rows, folded);
  while (within.length > most) {
    const largest = mostSegmented(within);
    if (largest === null) break;
    folded.add(largest);
    within = foldSegments(within, folded);
  }
  return { rows: within, untold: [...folded] };
}

/** The input with the most rows that are of segments. */
function mostSegmented(rows: readonly Row[]): string | null {
  const counts = new Map<string, number>();
  for (const { input, segment } of rows) {
    if (segment !== '') counts.set(input, (counts.get(input) ?? 0) + 1);
  }
  const [first] = [...counts].sort(
    ([one, few], [other, many]) => many - few || (one < other ? -1 : 1),
  );
  return first ? first[0] : null;
}
