import type { Day } from '../../plan/calendar/calendar.ts';
import type { FeedTest } from '../../plan/model/feeds.ts';
import type { Assignment, InputRequest, Period } from '../source.ts';
import type { SiteAccount } from './account.ts';

/**
 * One request about a site. The first of a run is `days`, the site as a whole day by day: its answer
 * says up to which day there is anything, and everything else is asked for up to there.
 */
export type SiteQuestion = DaysQuestion | ReadingQuestion | PartsQuestion | BeforeQuestion;

interface AskedOf {
  readonly site: string;
  /** What the request is for. */
  readonly from: Day;
  readonly to: Day;
}

/** Clicks and impressions day by day. */
export interface DaysQuestion extends AskedOf {
  readonly is: 'days';
  /** Only what passes these tests. */
  readonly only: readonly FeedTest[];
  /** What came before this page of it. */
  readonly before: readonly DayCounts[];
  /** What a page before said of the first day that is not whole. */
  readonly incomplete?: Day | null;
  /** Of the first question: all that is wanted; of those that follow it, what is of these tests. */
  readonly wanted: readonly SiteInput[];
  /** Left out of those that follow the first. */
  readonly first?: FirstLook;
  /** It is asked once more, since what was told apart came to more than the whole. */
  readonly again?: true;
}

/** What the first question is to find out besides. */
export interface FirstLook {
  /** From this day on what does not stand in an answer may still come; `null` where nobody knows. */
  readonly fresh: Day | null;
  /** Days before these are asked about, too: whether the site counted already. */
  readonly opening: boolean;
  /** Days before `from` that were asked for, and that Search Console keeps no longer. */
  readonly gone: Period | null;
}

/** What was read for exactly a period, all at once: a position that nobody else has to weigh. */
export interface ReadingQuestion extends AskedOf {
  readonly is: 'reading';
  readonly only: readonly FeedTest[];
  readonly wanted: readonly SiteInput[];
}

/** The same days told apart by a dimension, beside what they came to as a whole. */
export interface PartsQuestion extends AskedOf {
  readonly is: 'parts';
  readonly only: readonly FeedTest[];
  readonly by: SiteDimension;
  readonly wanted: readonly SiteInput[];
  readonly whole: readonly DayCounts[];
  readonly before: readonly PartCounts[];
  readonly again?: true;
}

/** Whether there was anything before the first day of which something came. */
export interface BeforeQuestion extends AskedOf {
  readonly is: 'before';
  readonly inputs: readonly string[];
  /** Days that are unknown if there was not. */
  readonly days: Period;
}

/** A day with its clicks and impressions. */
export type DayCounts = readonly [day: Day, clicks: number, impressions: number];
export type PartCounts = readonly [...DayCounts, part: string];

export type SiteMetric = 'clicks' | 'impressions' | 'position';
export const siteMetrics: readonly SiteMetric[] = ['clicks', 'impressions', 'position'];
/** Of these Search Console tells everything; queries it leaves out, and pages it counts differently. */
export type SiteDimension = 'country' | 'device';
export const siteDimensions: readonly SiteDimension[] = ['country', 'device'];

/** An input as it travels along with a question. */
export interface SiteInput {
  readonly input: string;
  readonly metric: SiteMetric;
  readonly over: InputRequest['over'];
  readonly only: readonly FeedTest[];
  readonly split: SiteDimension | null;
  /** Of a reading: the periods for which it is wanted. */
  readonly periods: readonly Period[];
}

/** Search Console keeps 16 months. */
const keptDays = 485;
/** A site that counted before its first number here did so within this time, or not at all. */
export const lookedBack = 400;

export function questionsOf(
  { account, wanted, from, to, opening = false, yesterday }: Assignment<SiteAccount>,
  settleDays: number,
): readonly SiteQuestion[] {
  const kept = yesterday === undefined ? from : Math.max(from, yesterday - keptDays + 1);
  // Nothing of it is kept: one day is asked for, so that there is an answer to say so with.
  const start = Math.min(kept, to);
  const gone = kept > from ? { from, to: Math.min(kept - 1, to) } : null;
  const fresh = yesterday === undefined ? null : yesterday - settleDays + 1;
  return [
    {
      is: 'days',
      site: account.site,
      from: start,
      to,
      only: [],
      before: [],
      wanted: wanted.flatMap((each) => siteInput(each) ?? []),
      first: { fresh, opening: opening && gone === null, gone },
    },
  ];
}

/** `null` for what could not be asked for; a position is no number that days add up to. */
function siteInput({ feed, over, periods }: InputRequest): SiteInput | null {
  const metric = siteMetrics.find((each) => each === feed.metric);
  const split = siteDimensions.find((each) => each === feed.split) ?? null;
  if (metric === undefined) return null;
  const { input, only } = feed;
  return { input, metric, over, only, split: over === 'sum' ? split : null, periods };
}
