import { type DayNumber, isoDate, isoWeekOf, weekdayOf } from '../../days.ts';
import type { Traffic } from './traffic.ts';

/** One thing that is counted, seen by its dimensions. What it does not have is `(not set)`. */
export interface Seen {
  day: DayNumber;
  traffic: Traffic;
  landing: string;
  page: string;
  event: string;
  device: string;
  country: string;
  age: string;
}

/** Of what a dimension tells: of the day, of the visit, of the single event. */
export type DimensionScope = 'day' | 'visit' | 'event';

export interface Dimension {
  readonly reach: DimensionScope;
  /** Metrics of Google Ads are known by it; metrics of Google's search results are. */
  readonly ofAds?: true;
  readonly ofSearch?: true;
  /** Groups of people it makes may be too small to be shown. */
  readonly personal?: true;
  readonly title: string;
  readonly category: string;
  readonly read: (seen: Seen) => string;
}

const time = (title: string, read: (day: DayNumber) => string): Dimension => ({
  reach: 'day',
  ofAds: true,
  ofSearch: true,
  title,
  category: 'Time',
  read: ({ day }) => read(day),
});
const origin = (title: string, read: (traffic: Traffic) => string): Dimension => ({
  reach: 'visit',
  ofAds: true,
  title,
  category: 'Traffic Source',
  read: ({ traffic }) => read(traffic),
});

const table = {
  date: time('Date', (day) => isoDate(day).replaceAll('-', '')),
  year: time('Year', (day) => isoDate(day).slice(0, 4)),
  month: time('Month', (day) => isoDate(day).slice(5, 7)),
  yearMonth: time('Year month', (day) => isoDate(day).slice(0, 7).replace('-', '')),
  isoWeek: time('ISO week of the year', (day) => isoWeekOf(day).slice(4)),
  isoYearIsoWeek: time('ISO week of ISO year', isoWeekOf),
  // 0 is Sunday.
  dayOfWeek: time('Day of week', (day) => String(weekdayOf(day) % 7)),
  sessionDefaultChannelGroup: origin('Session default channel group', ({ channel }) => channel),
  sessionSource: origin('Session source', ({ source }) => source),
  sessionMedium: origin('Session medium', ({ medium }) => medium),
  sessionSourceMedium: origin(
    'Session source / medium',
    ({ source, medium }) => `${source} / ${medium}`,
  ),
  sessionCampaignName: origin('Session campaign', ({ campaign }) => campaign),
  landingPage: {
    reach: 'visit',
    ofSearch: true,
    title: 'Landing page',
    category: 'Page / Screen',
    read: ({ landing }) => landing,
  },
  pagePath: {
    reach: 'event',
    title: 'Page path',
    category: 'Page / Screen',
    read: ({ page }) => page,
  },
  eventName: {
    reach: 'event',
    title: 'Event name',
    category: 'Event',
    read: ({ event }) => event,
  },
  deviceCategory: {
    reach: 'visit',
    ofSearch: true,
    title: 'Device category',
    category: 'Platform / Device',
    read: ({ device }) => device,
  },
  country: {
    reach: 'visit',
    ofSearch: true,
    title: 'Country',
    category: 'Geography',
    read: ({ country }) => country,
  },
  userAgeBracket: {
    reach: 'visit',
    personal: true,
    title: 'Age',
    category: 'Demographics',
    read: ({ age }) => age,
  },
} as const satisfies Readonly<Record<string, Dimension>>;

export const dimensions: ReadonlyMap<string, Dimension> = new Map(Object.entries(table));

/** Which of the ranges a row belongs to; answers with several ranges have it last. */
export const rangeDimension = 'dateRange';
