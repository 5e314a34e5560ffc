/**
 * The data sheet: one row per number that is not a day's own, as a reading of a whole week or a row
 * of a table for several days. The rows of a plan stand together, as the named range
 * `KPI_data_<plan>`: a first row that says whose they are, the rows in the order of `inOrder`, and an
 * empty last row. Rows are inserted before the last one, so that the name, and every formula that
 * reads by it, grows with them. Sheets of layouts 1 and 2 read days here as well.
 */
export const dataColumns = [
  'from',
  'to',
  'source',
  'account',
  'input',
  'segment',
  'value',
  'freshness',
] as const;
export type DataColumn = (typeof dataColumns)[number];

export const dataRange = (plan: string): string => `KPI_data_${plan}`;

/**
 * The sheet of days: what adds up, or is read, day by day. The block of a plan is the named range
 * `KPI_days_<plan>`: a line with the days of its quarter, then a line for each input, and one for
 * each of its segments that are shown. In front of the days stand these columns. Lines are found by
 * their key and days by what they are, wherever somebody has sorted either to.
 */
export const dayHeads = ['key', 'input', 'segment'] as const;
/** A quarter has no more days; the block of one with fewer is as wide. */
export const mostDays = 92;
export type DayHead = (typeof dayHeads)[number];

export const daysRange = (plan: string): string => `KPI_days_${plan}`;

/** The key of the line with the days themselves. */
export const daysKey = 'days';

/** The key of an input's line, or of one of its segments by the place that shows it. */
export const lineKey = (input: string, account: string, place = ''): string =>
  [input, account, ...(place === '' ? [] : [place])].join('|');
