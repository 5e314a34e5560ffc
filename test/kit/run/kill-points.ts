/**
 * Calls that only look. Between two of them nothing has changed, but what reads cells writes what
 * was held.
 */
export const onlyLooks = /\.(?:get(?!Values|Formulas|DataRange)\w*|is\w+|can\w+|all|try|release)$/;

/** At most so many of them, evenly; `offset` says how far into each stretch, from 0 to below 1. */
export function evenly<Point>(
  points: readonly Point[],
  most: number,
  offset = 0.5,
): readonly Point[] {
  const stride = Math.max(1, Math.ceil(points.length / most));
  return points.filter((_, index) => index % stride === Math.floor(stride * offset));
}

/** Where two pictures of a spreadsheet part, in short. */
export function difference(one: string, other: string): string {
  if (one === other) return '';
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return [one, other].map((each) => each.slice(Math.max(0, at - 100), at + 300)).join('\n\n');
}
