import type { Day } from '../../plan/calendar/calendar.ts';
import type { FeedTest } from '../../plan/model/feeds.ts';
import type { Assignment, InputRequest, Period } from '../source.ts';
import type { PortalAccount } from './account.ts';
import type { HubObject } from './api.ts';
import { type Dimension, dimensions, isDimension, sourceValue } from './dimensions.ts';
import { type DealEnd, metricOf } from './metrics.ts';

/** One request, and what of the account has to be as it was when it was connected. */
export interface HubSpotQuestion {
  readonly portal: string;
  readonly currency: string;
  readonly zone: string;
  readonly ask: Ask;
}

export type Ask =
  /** Whether the account is the same still; the reports are asked for after that. */
  | ({ readonly is: 'account'; readonly reports: readonly Report[] } & Beginning)
  /** Which stages end a deal, and what pipelines are called; then these. */
  | { readonly is: 'pipelines'; readonly reports: readonly Report[] }
  | { readonly is: 'records'; readonly report: Report; readonly reading: Reading };

interface Beginning extends Period {
  /** Inputs of whose days it is asked since when the account is there; none where that is known. */
  readonly opening: readonly string[];
  /** Inputs that nothing here can be read for: their days are unknown, not 0. */
  readonly unfit: readonly string[];
}

/** Records of one kind with their day among some days. */
export interface Report extends Period {
  readonly object: HubObject;
  /** The property with their day. */
  readonly date: string;
  /** Deals that have ended so; which stages these are the pipelines say. */
  readonly ends: DealEnd | null;
  /** The ids of those stages, once they are known. */
  readonly stages: readonly string[];
  readonly only: readonly Test[];
  readonly split: Dimension | null;
  /** What pipelines are called, by id, where it is told apart by them. */
  readonly labels: Readonly<Record<string, string>>;
  readonly inputs: readonly ReportInput[];
}

interface Test {
  readonly dimension: Dimension;
  readonly values: readonly string[];
}

interface ReportInput {
  readonly input: string;
  readonly metric: string;
  /** Amounts are totalled; else records are counted. */
  readonly sums: boolean;
}

/** How far the reading of a report is: what its pages so far came to, and what has to follow. */
export interface Reading {
  /** Only how many there are is asked, not for the records. */
  readonly counted: boolean;
  /** The id of the last record that was read. */
  readonly after: string | null;
  /** How many must be left after it; `null` where nobody has said. */
  readonly left: number | null;
  /** Times that it was begun anew. */
  readonly begun: number;
  readonly cells: readonly Cell[];
}

/** Day, segment, how many records, their amounts. */
export type Cell = readonly [Day, string, number, number];

export const beginning: Reading = { counted: false, after: null, left: null, begun: 0, cells: [] };

/**
 * What answers an assignment: the look at the account first, which holds all that is asked then. Inputs
 * that read the same records share a report, as deals won and their value.
 */
export function questionsOf(of: Assignment<PortalAccount>): readonly HubSpotQuestion[] {
  const { account, wanted, from, to, opening = false } = of;
  const fit = wanted.filter(isFit);
  const inputs = wanted.map(({ feed }) => feed.input);
  const ask: Ask = {
    is: 'account',
    reports: reportsOf(fit, { from, to }),
    opening: opening ? inputs : [],
    unfit: inputs.filter((input) => !fit.some(({ feed }) => feed.input === input)),
    from,
    to,
  };
  const { portal, currency, zone } = account;
  return [{ portal, currency, zone, ask }];
}

/** What adds up day by day: a reading of a moment, or of a whole time, is nothing that happens on a day. */
const isFit = ({ feed, over }: InputRequest): boolean =>
  over === 'sum' && metricOf(feed.metric) !== null;

function reportsOf(wanted: readonly InputRequest[], days: Period): readonly Report[] {
  const reports = new Map<string, Report>();
  for (const { feed } of wanted) {
    const metric = metricOf(feed.metric);
    if (!metric) continue;
    const { object, date, ends, sums } = metric;
    const only = feed.only.flatMap(testOf);
    const split = feed.split !== null && isDimension(feed.split) ? feed.split : null;
    const shape = { object, date, ends, only, split };
    const key = JSON.stringify(shape);
    const inputs = reports.get(key)?.inputs ?? [];
    const input = { input: feed.input, metric: feed.metric ?? '', sums };
    reports.set(key, { ...shape, stages: [], labels: {}, ...days, inputs: [...inputs, input] });
  }
  return [...reports.values()];
}

/** Sources are chosen by what they are called; pipelines too, whose ids only the account knows. */
function testOf(test: FeedTest): readonly Test[] {
  const { dimension } = test;
  if (!isDimension(dimension) || !('is' in test)) return [];
  const values = [...test.is].sort();
  return [{ dimension, values: dimension === 'source' ? values.map(sourceValue) : values }];
}

/** Whether pipelines have to be looked at before it can be asked for. */
export const needsPipelines = ({ ends, only, split }: Report): boolean =>
  ends !== null || split === 'pipeline' || only.some(({ dimension }) => dimension === 'pipeline');

/** The same report in two halves, or as it is where it is of a single day. */
export function halves(report: Report): readonly Report[] {
  const { from, to } = report;
  if (from === to) return [report];
  const middle = Math.floor((from + to) / 2);
  return [
    { ...report, to: middle },
    { ...report, from: middle + 1 },
  ];
}

export const daysOf = (report: Report): readonly Report[] =>
  Array.from({ length: report.to - report.from + 1 }, (_, at) => ({
    ...report,
    from: report.from + at,
    to: report.from + at,
  }));

/** Whether to know how many there are is to know all of it. */
export const isCount = ({ split, inputs }: Report): boolean =>
  split === null && inputs.every(({ sums }) => !sums);

/** The properties of its records that are read. */
export const propertiesOf = ({ date, ends, split, inputs }: Report): readonly string[] => [
  date,
  ...(ends === null ? [] : ['dealstage']),
  ...(split === null ? [] : [dimensions[split]]),
  ...(inputs.some(({ sums }) => sums) ? amountProperties : []),
];

const amountProperties = ['amount', 'amount_in_home_currency', 'deal_currency_code'];
