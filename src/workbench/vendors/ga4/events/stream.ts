import { hashNumbers, hashShare, sharesFrom } from '../../chance.ts';
import { type DayNumber, dayNumber, startOf } from '../../days.ts';
import type { Property } from '../properties.ts';
import { adRows, searchRows } from '../reports-of-others.ts';
import type { DayOfSite, Session, SiteDay } from './site.ts';
import { busyness } from './traffic.ts';
import { nobody, type Visitor, visit } from './visit.ts';

const firstSiteDay = dayNumber(2025, 1, 1);
const lastSiteDay = dayNumber(2027, 12, 31);

const noDay: DayOfSite = { sessions: [], ads: [], search: [] };
const known = new Map<number, Map<DayNumber, DayOfSite>>();

/**
 * The one stream of events everything is counted from: always the same for the same property and
 * day, made when first asked for.
 */
export function dayOfSite(property: Property, day: DayNumber): DayOfSite {
  if (day < firstSiteDay || day > lastSiteDay) return noDay;
  const days = known.get(property.number) ?? new Map<DayNumber, DayOfSite>();
  known.set(property.number, days);
  const found = days.get(day);
  if (found !== undefined) return found;
  const made = make(property, day);
  days.set(day, made);
  return made;
}

const sizes = new Map<number, Map<DayNumber, number>>();

function sessionsOn(property: Property, day: DayNumber): number {
  const days = sizes.get(property.number) ?? new Map<DayNumber, number>();
  sizes.set(property.number, days);
  const known = days.get(day) ?? size(property, day);
  days.set(day, known);
  return known;
}

function size(property: Property, day: DayNumber): number {
  const noise = 0.92 + 0.16 * hashShare(property.number, day, 1);
  return Math.max(2, Math.round(property.sessions * busyness(property, day) * noise));
}

const newShare = 0.58;
const newOn = (property: Property, day: DayNumber): number =>
  Math.max(1, Math.floor(sessionsOn(property, day) * newShare));

/** People are known by the day they came first and their number on it. */
const usersADay = 10_000;
const userOf = (day: DayNumber, index: number): number => day * usersADay + index;

const buysAtOnce = ({ number }: Property, user: number): boolean =>
  hashShare(number, Math.floor(user / usersADay), user % usersADay, 7) < 0.016;

/** Who comes: the first of a day are new, the others have been here before. */
function visitor(property: Property, day: DayNumber, index: number, next: () => number): Visitor {
  if (index < newOn(property, day)) {
    const user = userOf(day, index);
    return { user, isNew: true, buys: buysAtOnce(property, user) ? 'first' : null };
  }
  const lag = 1 + Math.floor(-Math.log(1 - next()) * 12);
  const number = next();
  if (day - lag < firstSiteDay) {
    const user = userOf(firstSiteDay - 1, Math.floor(number * property.sessions));
    return { user, isNew: false, buys: next() < 0.02 ? 'again' : null };
  }
  const user = userOf(day - lag, Math.floor(number * newOn(property, day - lag)));
  if (buysAtOnce(property, user)) {
    return { user, isNew: false, buys: next() < 0.2 ? 'again' : null };
  }
  // Each of the others has one day on which, if they come, they buy for the first time.
  const due = (user % usersADay) % 40 === lag;
  return { user, isNew: false, buys: due ? 'first' : null };
}

function make(property: Property, day: DayNumber): DayOfSite {
  const next = sharesFrom(hashNumbers(property.number, day, 2));
  const siteDay: SiteDay = {
    property,
    day,
    start: startOf(property.zone, day) / 1000,
    end: startOf(property.zone, day + 1) / 1000,
  };
  const count = sessionsOn(property, day);
  const ordered = new Set<number>();
  const sessions: Session[] = [];
  for (let index = 0; index < count; index += 1) {
    const who = visitor(property, day, index, next);
    const again = who.buys === 'first' && ordered.has(who.user);
    if (who.buys === 'first') ordered.add(who.user);
    sessions.push(visit(siteDay, index, again ? { ...who, buys: 'again' } : who, next));
  }
  for (let index = 0; index < count * 0.03; index += 1) sessions.push(nobody(siteDay, next));
  return {
    sessions,
    ads: adRows(siteDay, sessions, next),
    search: searchRows(siteDay, sessions, next),
  };
}
