import type { DayNumber } from '../../days.ts';
import type { Property } from '../properties.ts';
import type { Traffic } from './traffic.ts';

const eventNames = [
  'session_start',
  'first_visit',
  'page_view',
  'ad_impression',
  'generate_lead',
  'sign_up',
  'purchase',
] as const;
export type EventName = (typeof eventNames)[number];
export const keyEventNames: readonly EventName[] = ['generate_lead', 'sign_up', 'purchase'];

/** Something that happened on the site. */
export interface SiteEvent {
  readonly name: EventName;
  /** Seconds since 1970. */
  readonly at: number;
  /** So many seconds later Google Analytics knows of it. */
  readonly late: number;
  readonly page: string;
  /** Money in the currency's smallest unit. */
  readonly value: number;
  readonly items: number;
  /** Seconds of attention. */
  readonly attention: number;
}

/** A visit; or events of somebody who allowed no cookies, which belong to nobody and to no visit. */
export interface Session {
  readonly id: number | null;
  readonly user: number | null;
  readonly traffic: Traffic;
  /** Until then Google Analytics has not worked out where it came from. Seconds since 1970. */
  readonly attributed: number;
  readonly landing: string;
  readonly device: string;
  readonly country: string;
  readonly age: string;
  readonly engaged: boolean;
  readonly seconds: number;
  /** Whether a purchase in it is the user's first. */
  readonly firstOrder: boolean;
  readonly events: readonly SiteEvent[];
}

/** What an ad campaign of Google Ads did on a day. */
export interface AdRow {
  readonly traffic: Traffic;
  /** In the currency's smallest unit. */
  readonly cost: number;
  /** Of it taken back later, for clicks that were none. */
  readonly credit: number;
  readonly clicks: number;
  readonly impressions: number;
  /** When the cost arrives, and when the credit does. Seconds since 1970. */
  readonly arrives: number;
  readonly credited: number;
}

/** How a page did in Google's search results on a day. */
export interface SearchRow {
  readonly landing: string;
  readonly device: string;
  readonly country: string;
  readonly clicks: number;
  readonly impressions: number;
  readonly position: number;
  readonly arrives: number;
}

/** What happened at a property on one of its days. */
export interface DayOfSite {
  readonly sessions: readonly Session[];
  readonly ads: readonly AdRow[];
  readonly search: readonly SearchRow[];
}

/** A day of a property, and the moments between which it lies, in seconds since 1970. */
export interface SiteDay {
  readonly property: Property;
  readonly day: DayNumber;
  readonly start: number;
  readonly end: number;
}

const perUnit = { VND: 1, EUR: 100, USD: 100 } as const;
/** So many of the smallest units are one of the currency. */
export const smallestUnits = ({ currency }: Property): number => perUnit[currency];
