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

/**
 * A cell that shows nothing: the days beside it as one number, which only we write. A day that
 * somebody types over does not fit to it any more, and nothing is counted by such days.
 */
export const sealColumn = 'seal';

/** All that a refresh writes. */
export const refreshedColumns = [...coverageColumns, sealColumn] as const;

/** So far to the right that long words of the last column before it are not cut off by it. */
const apart = ['', '', '', '', '', ''] as const;

export const feedColumns = [
  'title',
  'key',
  'where',
  'what',
  ...coverageColumns,
  ...apart,
  sealColumn,
] as const;

const shift = 5;

/** What the seal of these days is; `null` where none are known. Days have five digits. */
export const sealOf = ({
  from,
  through,
  settled,
}: Readonly<Record<'from' | 'through' | 'settled', number | null>>): number | null =>
  from === null || through === null
    ? null
    : from * 10 ** (2 * shift) + through * 10 ** shift + (settled ?? 0);

/** The same as a formula over the cells of these days; blank ones count 0. */
export const sealFormula = (from: string, through: string, settled: string): string =>
  `${from}*10^${2 * shift}+${through}*10^${shift}+${settled}`;

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
