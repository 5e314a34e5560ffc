/**
 * The block `feeds` of a plan's sheet: one row per input that flows in, keyed by the input. What the
 * plan says of it is drawn; how far it came is written by each refresh, side by side.
 */
export const coverageColumns = [
  /** First and last day for which everything is known: a day between them without a number is 0. */
  'from',
  'through',
  /** The last day that will not change any more. */
  'settled',
  /** When it was fetched, as a serial number with the time of day, in the spreadsheet's time zone. */
  'updated',
  /** What to know about the numbers, in words. */
  'trust',
] as const;
export type CoverageColumn = (typeof coverageColumns)[number];

export const feedColumns = ['title', 'key', 'where', 'what', ...coverageColumns] as const;

/** The row beside the table with the exchange rate of a currency into the plan's. */
export const rateAt = (currency: string) => ({ row: `.rate:${currency}`, column: 'from' }) as const;

/**
 * The block `split`: the largest segments, whose names each refresh writes, then the rest and the
 * total. Names stand in column A; each row's key is its place.
 */
const mostSegments = 10;
export const segmentKeys: readonly string[] = Array.from(
  { length: mostSegments },
  (_, at) => `s${at + 1}`,
);
