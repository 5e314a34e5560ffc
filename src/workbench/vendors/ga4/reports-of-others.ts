import type { AdRow, SearchRow, Session, SiteDay } from './events/site.ts';
import type { Traffic } from './events/traffic.ts';

/** What Google Ads and Search Console tell Google Analytics about a day, in agreement with its visits. */
const hour = 3600;
const clickPrice = { VND: 900, EUR: 9, USD: 11 } as const;

/** One row per campaign of Google Ads. Its cost comes in the next morning. */
export function adRows(day: SiteDay, sessions: readonly Session[], next: () => number): AdRow[] {
  const visits = new Map<Traffic, number>();
  for (const { traffic } of sessions) {
    if (traffic.click !== undefined) visits.set(traffic, (visits.get(traffic) ?? 0) + 1);
  }
  return [...visits].map(([traffic, count]) => {
    const clicks = Math.round(count * (1.05 + next() * 0.2));
    const price = (traffic.click ?? 0) * clickPrice[day.property.currency];
    const cost = Math.round(clicks * price * (0.8 + next() * 0.4));
    return {
      traffic,
      cost,
      credit: Math.round(cost * 0.02 * next()),
      clicks,
      impressions: Math.round(clicks * (12 + next() * 30)),
      arrives: day.end + 5 * hour,
      credited: day.end + 40 * hour,
    };
  });
}

/** One row per page, device and country that had clicks in Google's results. It comes two days late. */
export function searchRows(
  day: SiteDay,
  sessions: readonly Session[],
  next: () => number,
): SearchRow[] {
  const visits = new Map<string, { readonly session: Session; count: number }>();
  for (const session of sessions) {
    const { traffic, landing, device, country } = session;
    if (traffic.channel !== 'Organic Search' || traffic.source !== 'google') continue;
    const key = [landing, device, country].join('\n');
    const found = visits.get(key);
    if (found === undefined) visits.set(key, { session, count: 1 });
    else found.count += 1;
  }
  return [...visits.values()].map(({ session: { landing, device, country }, count }) => ({
    landing,
    device,
    country,
    clicks: count,
    impressions: Math.round(count * (10 + next() * 20)),
    position: 3 + next() * 12,
    arrives: day.end + 42 * hour,
  }));
}
