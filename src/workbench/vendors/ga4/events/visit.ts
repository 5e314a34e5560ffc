import { pick } from '../../chance.ts';
import type { EventName, Session, SiteDay, SiteEvent } from './site.ts';
import {
  ages,
  countriesOf,
  devices,
  pagesOf,
  trackingBroken,
  trafficOn,
  unassigned,
} from './traffic.ts';

export interface Visitor {
  readonly user: number;
  readonly isNew: boolean;
  readonly buys: 'first' | 'again' | null;
}

const hour = 3600;

/** When something of a day happens: mostly in its middle, sometimes in the night. */
function momentOf({ start, end }: SiteDay, next: () => number): number {
  const share = next() < 0.7 ? (next() + next()) / 2 : next();
  return Math.min(end - 1, start + Math.floor(share * (end - start)));
}

/** Most is known within hours, some only the day after, a little on the day after that. */
function lateness(share: number): number {
  if (share < 0.8) return Math.floor(share * 4 * hour);
  return share < 0.95
    ? Math.floor((share - 0.8) * 130 * hour)
    : Math.floor(20 * hour + (share - 0.95) * 540 * hour);
}

const orderValue = ({ property }: SiteDay, share: number): number =>
  property.currency === 'VND'
    ? 150_000 + Math.floor(share * share * 900) * 1000
    : 1900 + Math.floor(share * share * 14_000);

/** A session of somebody: what they saw and did. */
export function visit(day: SiteDay, index: number, who: Visitor, next: () => number): Session {
  const { property } = day;
  const traffic = pick(trafficOn(day.day), next());
  const pages = pagesOf[property.country];
  const landing = next() < 0.98 ? pick(pages, next()) : '(not set)';
  const began = momentOf(day, next);
  const keen = traffic.keen ?? 1;
  const views = 1 + Math.floor(next() ** 2 * 5 * Math.min(1.4, keen));
  const engaged = views > 1 || next() < 0.3 || who.buys !== null;
  const events: SiteEvent[] = [];
  let clock = began;
  const add = (name: EventName, page: string, more: Partial<SiteEvent> = {}): void => {
    const at = Math.min(day.end - 1, clock);
    const late = lateness(next());
    events.push({ name, at, late, page, value: 0, items: 0, attention: 0, ...more });
  };
  const entrance = landing === '(not set)' ? '/' : landing;
  add('session_start', entrance);
  if (who.isNew) add('first_visit', entrance);
  for (let view = 0; view < views; view += 1) {
    const page = view === 0 ? entrance : pick(pages, next());
    const attention = engaged ? 5 + Math.floor(next() * 70) : Math.floor(next() * 4);
    add('page_view', page, { attention });
    if (page.startsWith('/blog') && next() < 0.3) add('ad_impression', page, { value: 3 });
    clock += attention + Math.floor(next() * 20);
  }
  const counts = (): boolean => !trackingBroken(property, day.day) || next() < 0.03;
  if (next() < 0.025 * keen && counts()) add('generate_lead', '/lien-he');
  if (next() < 0.012 * keen && counts()) add('sign_up', '/dang-ky');
  if (who.buys !== null && counts()) {
    const items = 1 + Math.floor(next() * 3);
    add('purchase', '/cam-on', { value: orderValue(day, next()), items });
  }
  return {
    id: day.day * 10_000 + index,
    user: who.user,
    traffic,
    attributed: next() < 0.96 ? began : began + Math.floor((6 + next() * 36) * hour),
    landing,
    device: pick(devices, next()),
    country: pick(countriesOf[property.country], next()),
    age: pick(ages, next()),
    engaged,
    seconds: Math.min(day.end - 1, clock) - began,
    firstOrder: who.buys === 'first',
    events,
  };
}

/** Events without cookies: they count as events, never as a visit or a person. */
export function nobody(day: SiteDay, next: () => number): Session {
  const { property } = day;
  const at = momentOf(day, next);
  const page = pick(pagesOf[property.country], next());
  const plain = { at, page, value: 0, items: 0, attention: 0 };
  const events: SiteEvent[] = [{ ...plain, name: 'page_view', late: lateness(next()) }];
  if (next() < 0.03 && !trackingBroken(property, day.day)) {
    events.push({ ...plain, name: 'generate_lead', late: lateness(next()) });
  }
  return {
    id: null,
    user: null,
    traffic: unassigned,
    attributed: at,
    landing: '(not set)',
    device: pick(devices, next()),
    country: pick(countriesOf[property.country], next()),
    age: 'unknown',
    engaged: false,
    seconds: 0,
    firstOrder: false,
    events,
  };
}
