/** What can be taken from Zoho CRM: the records that are read for it, and the day that each counts for. */
export interface Reading {
  readonly module: Module;
  readonly date: string;
  /** Whether the date is a moment, whose day is that of the organisation's zone, or a day itself. */
  readonly is: 'moment' | 'day';
}

export type Module = 'Leads' | 'Deals';

/**
 * A query that does not name `Converted__s` leaves out the leads that were converted, and says nothing
 * of it: leads are asked for twice, those that were and those that were not.
 */
export const readings = {
  leads: { module: 'Leads', date: 'Created_Time', is: 'moment' },
  converted: { module: 'Leads', date: 'Converted_Date_Time', is: 'moment' },
  dealsCreated: { module: 'Deals', date: 'Created_Time', is: 'moment' },
  dealsClosed: { module: 'Deals', date: 'Closing_Date', is: 'day' },
} as const satisfies Readonly<Record<string, Reading>>;
export type ReadingName = keyof typeof readings;

/** A metric, as feeds name it: stored, none is renamed. */
export interface Metric {
  readonly reading: ReadingName;
  /** The kind of stage that a deal has to be at, where no stages are chosen. */
  readonly stage: StageKind | null;
  /** The field whose numbers are summed; `null` counts records. */
  readonly sums: 'Amount' | null;
}
export type StageKind = 'won' | 'lost';

export const metrics = {
  leads: { reading: 'leads', stage: null, sums: null },
  convertedLeads: { reading: 'converted', stage: null, sums: null },
  dealsCreated: { reading: 'dealsCreated', stage: null, sums: null },
  dealsWon: { reading: 'dealsClosed', stage: 'won', sums: null },
  dealsLost: { reading: 'dealsClosed', stage: 'lost', sums: null },
  wonAmount: { reading: 'dealsClosed', stage: 'won', sums: 'Amount' },
} as const satisfies Readonly<Record<string, Metric>>;
export type MetricName = keyof typeof metrics;

export const metricNames = Object.keys(metrics) as readonly MetricName[];

export const metricNamed = (name: string | null): Metric | null => {
  const found = metricNames.find((each) => each === name);
  return found ? metrics[found] : null;
};

export const moduleOf = ({ reading }: Metric): Module => readings[reading].module;

/** Where a stage, a currency and a conversion stand. */
export const stageField = 'Stage';
export const currencyField = 'Currency';
export const convertedField = 'Converted__s';

/** What a field that nobody filled in is called in Zoho’s own lists. */
export const noValue = '-None-';
