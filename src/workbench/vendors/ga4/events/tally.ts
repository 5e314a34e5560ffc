import { type AdRow, keyEventNames, type SearchRow, type Session, type SiteEvent } from './site.ts';

/** Everything that is counted for one row of a report. */
export class Tally {
  events = 0;
  views = 0;
  keyEvents = 0;
  attention = 0;
  orders = 0;
  orderValue = 0;
  adValue = 0;
  items = 0;
  sessionSeconds = 0;
  adCost = 0;
  adClicks = 0;
  adImpressions = 0;
  searchClicks = 0;
  searchImpressions = 0;
  searchPlaces = 0;
  /** Visits and people are counted once, however often they show up. */
  readonly sessions = new Set<number>();
  readonly engaged = new Set<number>();
  readonly withKeyEvent = new Set<number>();
  readonly users = new Set<number>();
  readonly active = new Set<number>();
  readonly newcomers = new Set<number>();
  readonly buyers = new Set<number>();
  readonly firstBuyers = new Set<number>();

  event(session: Session, event: SiteEvent): void {
    this.events += 1;
    this.attention += event.attention;
    const isKey = keyEventNames.includes(event.name);
    if (isKey) this.keyEvents += 1;
    if (event.name === 'page_view') this.views += 1;
    if (event.name === 'ad_impression') this.adValue += event.value;
    if (event.name === 'purchase') {
      this.orders += 1;
      this.orderValue += event.value;
      this.items += event.items;
    }
    this.#visit(session, isKey);
    this.#person(session, event);
  }

  #visit({ id, engaged, seconds }: Session, isKey: boolean): void {
    if (id === null) return;
    if (!this.sessions.has(id)) this.sessionSeconds += seconds;
    this.sessions.add(id);
    if (engaged) this.engaged.add(id);
    if (isKey) this.withKeyEvent.add(id);
  }

  #person({ user, engaged, firstOrder }: Session, { name }: SiteEvent): void {
    if (user === null) return;
    this.users.add(user);
    if (engaged || name === 'first_visit') this.active.add(user);
    if (name === 'first_visit') this.newcomers.add(user);
    if (name !== 'purchase') return;
    this.buyers.add(user);
    if (firstOrder) this.firstBuyers.add(user);
  }

  ad({ cost, credit, clicks, impressions, credited }: AdRow, now: number): void {
    this.adCost += now < credited ? cost : cost - credit;
    this.adClicks += clicks;
    this.adImpressions += impressions;
  }

  search({ clicks, impressions, position }: SearchRow): void {
    this.searchClicks += clicks;
    this.searchImpressions += impressions;
    this.searchPlaces += position * impressions;
  }
}
