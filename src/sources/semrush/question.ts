import { type Day, dateOf, dayOf } from '../../plan/calendar/calendar.ts';
import type { Assignment } from '../source.ts';
import type { SiteAccount } from './account.ts';

/** `202609` */
type Month = string;

/** One request: of one domain what it has now, or the months that are over. */
interface Step {
  readonly report: 'now' | 'months';
  readonly domain: string;
}

/** Visits a month that Semrush estimates for a domain. */
export interface Reading {
  readonly domain: string;
  readonly month: Month;
  readonly visits: number;
}

/** A stretch of days within one month. */
export interface Stretch {
  readonly month: Month;
  readonly from: Day;
  readonly to: Day;
  /** Days of the whole month. */
  readonly days: number;
  /** The month has ended. */
  readonly over: boolean;
}

/** What a number is: one’s own visits, or those of all competitors together. */
export interface Wanted {
  readonly input: string;
  readonly domains: readonly string[];
}

/**
 * What is to be known of all domains, one request after the other: only when the last is here there is
 * a number, since competitors count together or not at all.
 */
export interface SemrushQuestion {
  readonly database: string;
  readonly wanted: readonly Wanted[];
  readonly stretches: readonly Stretch[];
  /** The first is asked now. */
  readonly steps: readonly Step[];
  readonly lines: number;
  readonly read: readonly Reading[];
}

/** More lines than these come of no domain; each costs units. */
const linesBeyond = 2;

export function questionsOf(assignment: Assignment<SiteAccount>): readonly SemrushQuestion[] {
  const { account, from, to } = assignment;
  const wanted = assignment.wanted.flatMap(({ feed, over }): Wanted[] => {
    if (over !== 'sum') return [];
    const domains = domainsOf(account, feed.metric);
    return domains.length > 0 ? [{ input: feed.input, domains }] : [];
  });
  if (wanted.length === 0) return [];
  const stretches = stretchesOf(from, to);
  const over = stretches.filter((each) => each.over);
  const domains = [...new Set(wanted.flatMap((each) => each.domains))];
  const steps = domains.flatMap((domain): Step[] => [
    ...(over.length > 0 ? [{ report: 'months', domain } as const] : []),
    ...(over.length < stretches.length ? [{ report: 'now', domain } as const] : []),
  ]);
  const isEnded = over.length === stretches.length;
  const lines = over.length + (isEnded ? linesBeyond : linesBeyond - 1);
  return [{ database: account.database, wanted, stretches, steps, lines, read: [] }];
}

export const ownMetric = 'Ot';
export const competitorsMetric = 'competitorsOt';

function domainsOf(account: SiteAccount, metric: string | null): readonly string[] {
  if (metric === ownMetric) return [account.domain];
  return metric === competitorsMetric ? account.competitors : [];
}

/** What one refresh costs at most in the course of a quarter: 10 units a line, five lines a domain. */
export const unitsOf = ({ competitors }: Pick<SiteAccount, 'competitors'>): number =>
  (competitors.length + 1) * (3 + linesBeyond) * unitsPerLine;
const unitsPerLine = 10;

function stretchesOf(from: Day, to: Day): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let day = from; day <= to; ) {
    const { month, last, days } = monthAt(day);
    found.push({ month, from: day, to: Math.min(last, to), days, over: last <= to });
    day = last + 1;
  }
  return found;
}

function monthAt(day: Day): { readonly month: Month; readonly last: Day; readonly days: number } {
  const { year, month } = dateOf(day);
  const [first, next] = [dayOf(year, month, 1), dayOf(year, month + 1, 1)];
  return { month: `${year}${String(month).padStart(2, '0')}`, last: next - 1, days: next - first };
}
