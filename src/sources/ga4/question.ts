import type { Day } from '../../plan/calendar/calendar.ts';
import type { FeedTest } from '../../plan/model/feeds.ts';
import type { Assignment, InputRequest, Period } from '../source.ts';
import type { PropertyAccount } from './account.ts';

/** One `batchRunReports` of one property, or the look at what it says of its beginning. */
export interface Ga4Question {
  /** `properties/123` */
  readonly property: string;
  /** What the property answered in when it was connected: an answer in another is refused. */
  readonly currency: string;
  readonly zone: string;
  readonly reports: readonly Ga4Report[];
  /** In the place of reports: since when the property counts. */
  readonly opening?: Ga4Opening;
}

/** Inputs that flow in from a property, and the first day for which they are asked. */
export interface Ga4Opening {
  readonly inputs: readonly string[];
  readonly from: Day;
}

/** A report: metrics of the same rows, either day by day or over whole periods. */
export interface Ga4Report {
  readonly byDay: boolean;
  /** The one range of days, or up to four periods that are not combined. */
  readonly ranges: readonly Period[];
  readonly split: string | null;
  readonly only: readonly FeedTest[];
  /** Which metric is which input; several inputs may read one metric. */
  readonly inputs: readonly Ga4Input[];
}

export interface Ga4Input {
  readonly input: string;
  readonly metric: string;
  /** Whether 0 is a reading: nobody came. An average of 0 only says that there was nothing. */
  readonly zero: boolean;
}

/** The dimensions a report is asked for; where it has several ranges, the answer adds `dateRange`. */
export const askedDimensions = ({
  byDay,
  split,
}: Pick<Ga4Report, 'byDay' | 'split'>): readonly string[] => [
  ...(byDay ? ['date'] : []),
  ...(split === null ? [] : [split]),
];

/** What a range is called among several. */
export const rangeName = ({ from, to }: Period): string => `days_${from}_${to}`;

/** What the Data API allows. */
const mostReports = 5;
const mostMetrics = 10;
const mostRanges = 4;

/** The questions that answer an assignment: as few as the limits allow. */
export function questionsOf({
  account,
  wanted,
  from,
  to,
  opening = false,
}: Assignment<PropertyAccount>): readonly Ga4Question[] {
  const reports = [...daily(wanted, { from, to }), ...whole(wanted, { from, to })];
  const { id: property, currency, zone } = account;
  const asked = { property, currency, zone, reports: [] };
  const inputs = wanted.map(({ feed }) => feed.input);
  return [
    ...(opening ? [{ ...asked, opening: { inputs, from } }] : []),
    ...questionsWith(asked, reports),
  ];
}

/** The same about other reports, as few questions as the limits allow. */
export const questionsWith = (
  question: Ga4Question,
  reports: readonly Ga4Report[],
): readonly Ga4Question[] =>
  inPieces(reports, mostReports).map((some) => ({ ...question, reports: some }));

/** The same report for each of its days, or of its periods, alone. */
export const onePieceEach = (report: Ga4Report): readonly Ga4Report[] =>
  report.byDay
    ? shorterReports(report, Number.POSITIVE_INFINITY)
    : report.ranges.map((range) => ({ ...report, ranges: [range] }));

/** The same report in so many parts, or as many as there are days, none of them much longer. */
export function shorterReports(report: Ga4Report, parts: number): readonly Ga4Report[] {
  const [range] = report.ranges;
  if (!report.byDay || !range) return onePieceEach(report);
  const days = range.to - range.from + 1;
  const count = Math.min(days, Math.max(2, parts));
  return Array.from({ length: count }, (_, at) => ({
    ...report,
    ranges: [
      {
        from: range.from + Math.floor((at * days) / count),
        to: range.from + Math.floor(((at + 1) * days) / count) - 1,
      },
    ],
  }));
}

/** Numbers of days; those of the same rows share a report. */
function daily(wanted: readonly InputRequest[], days: Period): readonly Ga4Report[] {
  const groups = new Map<string, InputRequest[]>();
  for (const each of wanted) {
    if (each.over === 'whole') continue;
    // A stock is a reading of a moment: told apart, its parts would be read as if they added up.
    const split = each.over === 'sum' ? each.feed.split : null;
    into(groups, JSON.stringify([testsKey(each.feed.only), split]), each);
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    const split = first.over === 'sum' ? first.feed.split : null;
    return reportsOf(group, { byDay: true, ranges: [days], split });
  });
}

/** Readings of whole periods: each period is a range of its own, so nothing is ever added up. */
function whole(wanted: readonly InputRequest[], days: Period): readonly Ga4Report[] {
  const groups = new Map<string, InputRequest[]>();
  for (const each of wanted) {
    if (each.over !== 'whole') continue;
    into(groups, JSON.stringify([testsKey(each.feed.only), askedPeriods(each, days)]), each);
  }
  return [...groups.values()].flatMap((group) => {
    const periods = group[0] ? askedPeriods(group[0], days) : [];
    return inPieces(periods, mostRanges).flatMap((ranges) =>
      reportsOf(group, { byDay: false, ranges, split: null }),
    );
  });
}

/** Periods whose days, as far as they are over, end within these; an open one ends with them. */
const askedPeriods = ({ periods }: InputRequest, { from, to }: Period): readonly Period[] =>
  periods
    .filter((period) => period.from <= to && period.to >= from)
    .map((period) => ({ from: period.from, to: Math.min(period.to, to) }));

function reportsOf(
  group: readonly InputRequest[],
  shape: Pick<Ga4Report, 'byDay' | 'ranges' | 'split'>,
): readonly Ga4Report[] {
  const inputs = group.map(
    ({ feed, over, unit }): Ga4Input => ({
      input: feed.input,
      metric: feed.metric ?? '',
      zero: over === 'whole' ? unit === 'count' : over !== 'sum',
    }),
  );
  const only = group[0]?.feed.only ?? [];
  return inPieces(metricsOf(inputs), mostMetrics).map((metrics) => ({
    ...shape,
    only,
    inputs: inputs.filter(({ metric }) => metrics.includes(metric)),
  }));
}

/** The different metrics, in their order. */
export const metricsOf = (inputs: readonly Ga4Input[]): readonly string[] => [
  ...new Set(inputs.map(({ metric }) => metric)),
];

/**
 * The same, asked in smaller pieces: report by report, then metric by metric. One report that cannot
 * be asked spoils a whole batch, and metrics that are fine alone may not go together.
 */
export function smallerQuestions(question: Ga4Question): readonly Ga4Question[] {
  const alone = (report: Ga4Report): Ga4Question => ({ ...question, reports: [report] });
  if (question.reports.length > 1) return question.reports.map(alone);
  const report = question.reports[0];
  const metrics = report ? metricsOf(report.inputs) : [];
  if (!report || metrics.length < 2) return [];
  return metrics.map((metric) =>
    alone({ ...report, inputs: report.inputs.filter((input) => input.metric === metric) }),
  );
}

/** Tests that let the same rows pass are written in the same way. */
const testsKey = (only: readonly FeedTest[]) =>
  only
    .map((test) =>
      'is' in test
        ? JSON.stringify([test.dimension, 'is', [...test.is].sort()])
        : JSON.stringify([test.dimension, 'startsWith', [...test.startsWith].sort()]),
    )
    .sort();

function into<V>(groups: Map<string, V[]>, key: string, value: V) {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

function inPieces<V>(values: readonly V[], most: number): readonly (readonly V[])[] {
  const pieces: (readonly V[])[] = [];
  for (let at = 0; at < values.length; at += most) pieces.push(values.slice(at, at + most));
  return pieces;
}
