import type { Day } from '../../plan/calendar/calendar.ts';
import type { FeedTest } from '../../plan/model/feeds.ts';
import type { Assignment, InputRequest } from '../source.ts';
import type { Tally } from '../tally.ts';
import type { SalesforceAccount } from './account.ts';
import {
  type MetricName,
  metricNamed,
  metrics,
  type ReadingName,
  readingNames,
} from './metrics.ts';

/** Groups of records over some days, or what has to be known before. */
export interface SalesforceQuestion {
  readonly domain: string;
  /** What the organisation was in when it was connected: an answer of another is refused. */
  readonly zone: string;
  readonly currency: string;
  readonly from: Day;
  readonly to: Day;
  readonly inputs: readonly SalesforceInput[];
  readonly asks: Asks;
}

export type Asks =
  /** Since when the organisation has been there. */
  | { readonly is: 'opening' }
  /** Which fields and values there are by now, and whether amounts may be in several currencies. */
  | { readonly is: 'fields'; readonly reading: ReadingName }
  /** In which currency sums of several come. */
  | { readonly is: 'corporate'; readonly reading: ReadingName }
  | { readonly is: 'groups'; readonly reading: ReadingName }
  /** The rest of an answer that did not come at once: what was read of it so far. */
  | {
      readonly is: 'rest';
      readonly reading: ReadingName;
      readonly path: string;
      readonly read: number;
      readonly total: number;
      readonly tally: Tally;
    };

export interface SalesforceInput {
  readonly input: string;
  readonly metric: MetricName;
  readonly only: readonly FeedTest[];
  readonly split: string | null;
  /** It had too many segments to be told apart on that day: its total is asked for. */
  readonly untold?: true;
}

/** The questions that answer an assignment: one for each kind of records and what tells them apart. */
export function questionsOf({
  account,
  wanted,
  from,
  to,
  opening = false,
}: Assignment<SalesforceAccount>): readonly SalesforceQuestion[] {
  const { domain, zone, currency } = account;
  const inputs = wanted.flatMap(inputOf);
  if (inputs.length === 0) return [];
  const question = { domain, zone, currency, from, to, inputs };
  return [
    ...(opening ? [{ ...question, asks: { is: 'opening' } } as const] : []),
    ...readingNames.flatMap((reading) => {
      const own = inputs.filter(({ metric }) => metrics[metric].reading === reading);
      const apart = [...new Set(own.map((each) => dimensionsOf([each]).join()))];
      return apart.map((dimensions) =>
        beginning(
          {
            ...question,
            inputs: own.filter((each) => dimensionsOf([each]).join() === dimensions),
          },
          reading,
        ),
      );
    }),
  ];
}

/** Only what is added up over days comes from here. */
function inputOf({ feed, over }: InputRequest): readonly SalesforceInput[] {
  const { input, metric, only, split } = feed;
  const name = metricNamed(metric);
  return over === 'sum' && name ? [{ input, metric: name, only, split }] : [];
}

/** The fields by which records are grouped: conditions are looked at in the answer. */
export const dimensionsOf = (
  inputs: readonly Pick<SalesforceInput, 'only' | 'split'>[],
): readonly string[] =>
  [
    ...new Set(
      inputs.flatMap(({ only, split }) => [
        ...only.map(({ dimension }) => dimension),
        ...(split === null ? [] : [split]),
      ]),
    ),
  ].sort();

/**
 * The first question about a kind of records. Values may be called otherwise by now, and one that is
 * gone would count nothing; amounts may be in several currencies by now.
 */
const beginning = (
  question: Omit<SalesforceQuestion, 'asks'>,
  reading: ReadingName,
): SalesforceQuestion => {
  const { inputs } = question;
  const looks =
    dimensionsOf(inputs).length > 0 || inputs.some(({ metric }) => metrics[metric].sums);
  return { ...question, asks: { is: looks ? 'fields' : 'groups', reading } };
};

/**
 * The same of fewer days, where there are more groups than an answer holds or it took too long. Of a
 * single day totals are asked for, where segments are what is too much; `[]`: it is no smaller.
 */
export function smaller(question: SalesforceQuestion): readonly SalesforceQuestion[] {
  const { asks, from, to, inputs } = question;
  if (asks.is !== 'groups' && asks.is !== 'rest') return [];
  const { reading } = asks;
  const again = (given: Partial<SalesforceQuestion>): SalesforceQuestion => ({
    ...question,
    ...given,
    asks: { is: 'groups', reading },
  });
  if (from < to) {
    const middle = Math.floor((from + to) / 2);
    return [again({ to: middle }), again({ from: middle + 1 })];
  }
  if (inputs.every(({ split }) => split === null)) return [];
  return [
    again({
      inputs: inputs.map((each): SalesforceInput => {
        return each.split === null ? each : { ...each, split: null, untold: true };
      }),
    }),
  ];
}
