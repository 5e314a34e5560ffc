import type { DayNumber } from '../../../src/workbench/vendors/days.ts';
import {
  type AdRow,
  keyEventNames,
  type SearchRow,
  type Session,
  type SiteEvent,
} from '../../../src/workbench/vendors/ga4/events/site.ts';
import { dayOfSite } from '../../../src/workbench/vendors/ga4/events/stream.ts';
import { propertyOf } from '../../../src/workbench/vendors/ga4/properties.ts';

/**
 * What really happened, counted a second time from the events themselves, in the plainest way and by
 * none of the code that answers requests: what flows into a sheet is held against it.
 */
export interface Asked {
  /** `properties/311000001` */
  readonly property: string;
  readonly metric: string;
  /** Days in the property's time zone, both included. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** Only what passes every test counts. */
  readonly only?: readonly TruthTest[];
  /** What has arrived by then; without it, all that ever will. */
  readonly nowMs?: number;
}

type TruthTest = { readonly dimension: string } & (
  | { readonly is: readonly string[] }
  | { readonly startsWith: readonly string[] }
);

export const truth = (asked: Asked): number => counted(asked, gathered(asked));

/** The same, told apart by a dimension; only what is not 0. */
export function truthBy(asked: Asked, dimension: string): ReadonlyMap<string, number> {
  const { hits, ads, search } = gathered(asked);
  const hitsOf = apart(hits, dimension);
  const adsOf = apart(ads, dimension);
  const searchOf = apart(search, dimension);
  const found = new Map<string, number>();
  for (const value of new Set([...hitsOf.keys(), ...adsOf.keys(), ...searchOf.keys()])) {
    const number = counted(asked, {
      hits: hitsOf.get(value) ?? [],
      ads: adsOf.get(value) ?? [],
      search: searchOf.get(value) ?? [],
    });
    if (number !== 0) found.set(value, number);
  }
  return found;
}

function apart<T extends Told>(all: readonly T[], dimension: string): ReadonlyMap<string, T[]> {
  const some = new Map<string, T[]>();
  for (const one of all) {
    const value = one.of(dimension);
    const found = some.get(value);
    if (found === undefined) some.set(value, [one]);
    else found.push(one);
  }
  return some;
}

interface Told {
  readonly of: (dimension: string) => string;
}
interface Gathered {
  readonly hits: readonly (Told & { readonly session: Session; readonly event: SiteEvent })[];
  readonly ads: readonly (Told & { readonly ad: AdRow; readonly cost: number })[];
  readonly search: readonly (Told & { readonly row: SearchRow })[];
}

const dayMs = 86_400_000;

/** By zone: what it has said of each quarter of an hour, for it takes its time to say it. */
const calendars = new Map<string, (seconds: number) => string>();

/** A calendar that asks the zone about every quarter of an hour anew. */
function calendarOf(zone: string): (seconds: number) => string {
  const calendar = calendars.get(zone) ?? newCalendar(zone);
  calendars.set(zone, calendar);
  return calendar;
}

function newCalendar(zone: string): (seconds: number) => string {
  const written = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  const known = new Map<number, string>();
  return (seconds) => {
    const quarter = Math.floor(seconds / 900);
    let date = known.get(quarter);
    if (date === undefined) {
      date = written.format(quarter * 900_000);
      known.set(quarter, date);
    }
    return date;
  };
}

const dateOf = (day: DayNumber): string =>
  new Date(Date.UTC(1970, 0, 1) + (day - 25_569) * dayMs).toISOString().slice(0, 10);

const isOfAds = (metric: string): boolean => /^(?:advertiser|returnOnAdSpend)/.test(metric);

function gathered({
  property: name,
  metric,
  from,
  to,
  only = [],
  nowMs = Infinity,
}: Asked): Gathered {
  const property = propertyOf(name);
  if (property === null) throw new Error(`There is no ${name}.`);
  const now = nowMs / 1000;
  const localDate = calendarOf(property.zone);
  const [first, last] = [dateOf(from), dateOf(to)];
  const found = { hits: [] as Gathered['hits'][number][], ads: [] as Gathered['ads'][number][] };
  const search: Gathered['search'][number][] = [];
  const passes = ({ of }: Told): boolean =>
    only.every((test) => {
      const value = of(test.dimension);
      return 'is' in test
        ? test.is.includes(value)
        : test.startsWith.some((start) => value.startsWith(start));
    });
  // A day more at both ends: which day an event belongs to is for the calendar to say.
  for (let day = from - 1; day <= to + 1; day += 1) {
    const { sessions, ads, search: rows } = dayOfSite(property, day);
    for (const session of sessions) {
      const known = now >= session.attributed;
      for (const event of session.events) {
        const date = localDate(event.at);
        if (date < first || date > last || event.at + event.late > now) continue;
        const hit = {
          session,
          event,
          of: (name: string) => ofHit(name, session, event, known, date),
        };
        if (passes(hit)) found.hits.push(hit);
      }
    }
    if (day < from || day > to) continue;
    for (const ad of isOfAds(metric) ? ads : []) {
      const told = {
        of: (name: string) => ofOrigin(name, ad, dateOf(day)),
        ad,
        cost: now >= ad.credited ? ad.cost - ad.credit : ad.cost,
      };
      if (now >= ad.arrives && passes(told)) found.ads.push(told);
    }
    for (const row of metric.startsWith('organic') ? rows : []) {
      const told = { of: (name: string) => ofSearch(name, row, dateOf(day)), row };
      if (now >= row.arrives && passes(told)) search.push(told);
    }
  }
  return { ...found, search };
}

function ofHit(name: string, session: Session, event: SiteEvent, known: boolean, date: string) {
  if (name === 'eventName') return event.name;
  if (name === 'pagePath') return event.page;
  if (name === 'landingPage') return session.landing;
  if (name === 'deviceCategory') return session.device;
  if (name === 'country') return session.country;
  if (known) return ofOrigin(name, session, date);
  if (name === 'sessionDefaultChannelGroup') return 'Unassigned';
  return name === 'date' || name === 'yearMonth' ? ofDate(name, date) : '(not set)';
}

function ofOrigin(name: string, { traffic }: Pick<Session, 'traffic'>, date: string): string {
  if (name === 'sessionDefaultChannelGroup') return traffic.channel;
  if (name === 'sessionSource') return traffic.source;
  if (name === 'sessionMedium') return traffic.medium;
  if (name === 'sessionCampaignName') return traffic.campaign;
  return ofDate(name, date);
}

function ofSearch(name: string, row: SearchRow, date: string): string {
  if (name === 'landingPage') return row.landing;
  if (name === 'deviceCategory') return row.device;
  if (name === 'country') return row.country;
  return ofDate(name, date);
}

function ofDate(name: string, date: string): string {
  if (name === 'date') return date.split('-').join('');
  if (name === 'yearMonth') return date.slice(0, 4) + date.slice(5, 7);
  throw new Error(`Nobody has counted by ${name} a second time.`);
}

/** Every metric, said once more. */
function counted({ metric, property }: Asked, { hits, ads, search }: Gathered): number {
  const unit = propertyOf(property)?.currency === 'VND' ? 1 : 100;
  const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
  const over = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const named = (name: string) => hits.filter(({ event }) => event.name === name);
  const visits = [...new Set(hits.map(({ session }) => session).filter(({ id }) => id !== null))];
  const people = (some: typeof hits): number =>
    new Set(some.map(({ session }) => session.user).filter((user) => user !== null)).size;
  const key = hits.filter(({ event }) => keyEventNames.includes(event.name));
  const orders = named('purchase');
  const engaged = visits.filter((session) => session.engaged).length;
  const purchases = total(orders.map(({ event }) => event.value)) / unit;
  const revenue = purchases + total(named('ad_impression').map(({ event }) => event.value)) / unit;
  const cost = total(ads.map((one) => one.cost)) / unit;
  const clicks = total(ads.map(({ ad }) => ad.clicks));
  const shown = total(search.map(({ row }) => row.impressions));
  const found = total(search.map(({ row }) => row.clicks));
  const seconds = total(visits.map((session) => session.seconds));
  const places = total(search.map(({ row }) => row.position * row.impressions));
  const values: Readonly<Record<string, () => number>> = {
    sessions: () => visits.length,
    engagedSessions: () => engaged,
    engagementRate: () => over(engaged, visits.length),
    bounceRate: () => over(visits.length - engaged, visits.length),
    averageSessionDuration: () => over(seconds, visits.length),
    sessionKeyEventRate: () => {
      const led = new Set(key.map(({ session }) => session));
      return over(visits.filter((visit) => led.has(visit)).length, visits.length);
    },
    totalUsers: () => people(hits),
    activeUsers: () =>
      people(hits.filter(({ session, event }) => session.engaged || event.name === 'first_visit')),
    newUsers: () => people(named('first_visit')),
    userEngagementDuration: () => total(hits.map(({ event }) => event.attention)),
    screenPageViews: () => named('page_view').length,
    eventCount: () => hits.length,
    keyEvents: () => key.length,
    totalRevenue: () => revenue,
    purchaseRevenue: () => purchases,
    averagePurchaseRevenue: () => over(purchases, orders.length),
    ecommercePurchases: () => orders.length,
    transactions: () => orders.length,
    totalPurchasers: () => people(orders),
    firstTimePurchasers: () => people(orders.filter(({ session }) => session.firstOrder)),
    itemsPurchased: () => total(orders.map(({ event }) => event.items)),
    advertiserAdCost: () => cost,
    advertiserAdClicks: () => clicks,
    advertiserAdImpressions: () => total(ads.map(({ ad }) => ad.impressions)),
    advertiserAdCostPerClick: () => over(cost, clicks),
    returnOnAdSpend: () => over(revenue, cost),
    organicGoogleSearchClicks: () => found,
    organicGoogleSearchImpressions: () => shown,
    organicGoogleSearchClickThroughRate: () => over(found, shown),
    organicGoogleSearchAveragePosition: () => over(places, shown),
  };
  const read = values[metric];
  if (read === undefined) throw new Error(`Nobody has counted ${metric} a second time.`);
  return read();
}
