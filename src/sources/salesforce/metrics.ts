/** Records that are counted together, and the day that each of them counts for. */
interface Reading {
  readonly object: ObjectName;
  readonly date: string;
  /** Whether the date is a moment, whose day is that of the user's zone, or a day itself. */
  readonly is: 'moment' | 'day';
  /** Which of them; `null` for all. */
  readonly where: string | null;
}

export type ObjectName = 'Lead' | 'Opportunity';

export const readings = {
  leads: { object: 'Lead', date: 'CreatedDate', is: 'moment', where: null },
  converted: { object: 'Lead', date: 'ConvertedDate', is: 'day', where: 'IsConverted = true' },
  dealsCreated: { object: 'Opportunity', date: 'CreatedDate', is: 'moment', where: null },
  dealsClosed: { object: 'Opportunity', date: 'CloseDate', is: 'day', where: 'IsClosed = true' },
} as const satisfies Readonly<Record<string, Reading>>;
export type ReadingName = keyof typeof readings;
export const readingNames = Object.keys(readings) as readonly ReadingName[];

/** A metric, as feeds name it: stored, none is renamed. */
interface Metric {
  readonly reading: ReadingName;
  /** Of opportunities that are closed: which of them; `null` for all there are. */
  readonly ends: 'won' | 'lost' | null;
  /** Whether amounts are summed; otherwise records are counted. */
  readonly sums: boolean;
}

export const metrics = {
  leads: { reading: 'leads', ends: null, sums: false },
  convertedLeads: { reading: 'converted', ends: null, sums: false },
  dealsCreated: { reading: 'dealsCreated', ends: null, sums: false },
  dealsWon: { reading: 'dealsClosed', ends: 'won', sums: false },
  dealsLost: { reading: 'dealsClosed', ends: 'lost', sums: false },
  wonAmount: { reading: 'dealsClosed', ends: 'won', sums: true },
} as const satisfies Readonly<Record<string, Metric>>;
export type MetricName = keyof typeof metrics;

export const metricNames = Object.keys(metrics) as readonly MetricName[];

export const metricNamed = (name: string | null): MetricName | null =>
  metricNames.find((each) => each === name) ?? null;

export const objectOf = (metric: MetricName): ObjectName =>
  readings[metrics[metric].reading].object;

/** Where the currency of an opportunity stands, in organisations that have several. */
export const currencyField = 'CurrencyIsoCode';

/** What a field that nobody filled in is called in Salesforce's own lists. */
export const noValue = '--None--';

/** Names of fields as they go into a query: nothing else does that somebody has typed. */
export const fieldName = /^[A-Za-z]\w{0,79}$/;
