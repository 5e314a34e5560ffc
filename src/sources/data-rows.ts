/**
 * The data sheet: one row per number. The rows of a plan stand together, as the named range
 * `KPI_data_<plan>`: a first row that says whose they are, the rows in the order of `inOrder`, and an
 * empty last row. Rows are inserted before the last one, so that the name, and every formula that
 * reads by it, grows with them.
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
