import type { HubObject } from './api.ts';

/** What is counted or totalled, by its name in a plan: which records, and the property with their day. */
export interface Metric {
  readonly object: HubObject;
  readonly date: string;
  /** Only deals in stages that mean this. */
  readonly ends: DealEnd | null;
  /** Their amounts are totalled, instead of counting them. */
  readonly sums: boolean;
}

export type DealEnd = 'won' | 'lost';

const entered = 'hs_v2_date_entered_';
const contacts = (date: string): Metric => ({ object: 'contacts', date, ends: null, sums: false });
const deals = (date: string, ends: DealEnd | null, sums = false): Metric => ({
  object: 'deals',
  date,
  ends,
  sums,
});

/** The stages every account has, by the name of their metric. */
export const usualStages = {
  mql: 'marketingqualifiedlead',
  sql: 'salesqualifiedlead',
  opportunities: 'opportunity',
  customers: 'customer',
} as const;

const metrics: Readonly<Record<string, Metric>> = {
  leads: contacts('createdate'),
  ...Object.fromEntries(
    Object.entries(usualStages).map(([name, stage]) => [name, contacts(entered + stage)]),
  ),
  dealsCreated: deals('createdate', null),
  dealsWon: deals('closedate', 'won'),
  dealsLost: deals('closedate', 'lost'),
  revenue: deals('closedate', 'won', true),
};

export const usualMetrics: readonly string[] = Object.keys(metrics);

/** A lifecycle stage of an account's own: `stage:123456`. */
export const stageMetric = (stage: string): string => `stage:${stage}`;

/** The stage of such a metric; `null` for any other. */
export const stageOf = (metric: string): string | null =>
  /^stage:(\w[\w-]{0,99})$/.exec(metric)?.[1] ?? null;

/** The stage whose first day in it this property holds; `null` for any other property. */
export const stageEntered = (property: string): string | null =>
  property.startsWith(entered) ? property.slice(entered.length) : null;

export function metricOf(name: string | null): Metric | null {
  if (name === null) return null;
  const stage = stageOf(name);
  if (stage !== null) return contacts(entered + stage);
  return Object.keys(metrics).includes(name) ? (metrics[name] ?? null) : null;
}
