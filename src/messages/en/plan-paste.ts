/** What is said about a pasted KPI table, in English. */
export const planPasteEn = {
  columns: {
    kpi: 'KPI',
    target: 'target',
    actual: 'actual',
    baseline: 'last quarter',
    lastYear: 'same quarter last year',
    unit: 'unit',
    weight: 'weight',
    owner: 'owner',
    cadence: 'how often it is measured',
    definition: 'what counts',
    source: 'data source',
    number: 'row number',
  },
  /** What stands before the table as a whole. */
  notes: {
    nothing: 'There is no table here. Copy the rows with their headings and paste them again.',
    noNames:
      'No column with the names of KPIs was found. Put “KPI” above it and paste the table again.',
    noHeadings:
      'The headings of this table are not known, so only names were read. To have the numbers read too, put “Target” and “Actual” above them and paste the table again.',
    actuals: (column: string) => `“${column}” was read as last quarter’s result.`,
    oldTargets: (column: string) =>
      `“${column}” stands beside results, so it may be last quarter’s. Look through the targets.`,
    otherQuarter: (column: string) =>
      `“${column}” names another quarter. Look through the targets.`,
    spread: (count: number) =>
      `The table has no weights. The first ${count} KPIs share 100%, the others are tracked.`,
    left: (columns: string) => `Columns not read: ${columns}.`,
    tooLong: (rows: number) => `Only the first ${rows} rows were read. Paste the rest separately.`,
  },
  /** What stands beside a row of it. `column` is the heading as the table has it. */
  rows: {
    heading: 'A heading: nothing to read.',
    total: 'A total: nothing to read.',
    noName: 'This row has no KPI name, so it was left out.',
    full: (most: number) => `A plan holds ${most} KPIs. This one was left out.`,
    ownFull: (most: number) =>
      `A plan holds ${most} KPIs of your own, and this one is not known. It was left out.`,
    twice: (kpi: string) => `${kpi} is in the plan already. This row became a KPI of your own.`,
    several: (kpis: string) => `This may mean ${kpis}. It became a KPI of your own; choose.`,
    otherUnit: (kpi: string) =>
      `It sounds like ${kpi}, but is measured in another unit. It became a KPI of your own.`,
    nearly: (kpi: string) => `Read as ${kpi}. Check that it is the same.`,
    own: 'Not in the list of KPIs. It became one of your own.',
    shortened: 'The name was too long and has been shortened.',
    notNumber: (column: string, typed: string) =>
      `${column}: “${typed}” is not a number. Type it in yourself.`,
    twoWays: (column: string, typed: string) =>
      `${column}: “${typed}” can be read in two ways. Choose one above, or type it in yourself.`,
    otherCurrency: (column: string, typed: string, money: string, plans: string) =>
      `${column}: “${typed}” is in ${money}, the plan counts in ${plans}. Type it in ${plans}, or let the plan count in ${money}.`,
    period: (column: string, typed: string) =>
      `${column}: “${typed}” is not for the whole quarter. Type the quarter’s number.`,
    relative: (column: string, typed: string) =>
      `${column}: “${typed}” needs last quarter’s result. Type the number.`,
    percent: (column: string, typed: string) =>
      `${column}: “${typed}” may be a percent or a share. Type it with a % sign.`,
    weight: (column: string, typed: string) =>
      `${column}: “${typed}” is not a weight. Type it in yourself.`,
    cadence: (column: string, typed: string) =>
      `${column}: “${typed}” is not daily, weekly, monthly or quarterly.`,
    long: (column: string) => `${column}: the text was too long and has been shortened.`,
  },
};

export type PlanPasteWords = typeof planPasteEn;
