import { hashShare } from '../chance.ts';
import { type DayNumber, dayNumber, weekdayOf } from '../days.ts';

/** A site that people find, or do not. */
export interface PlayedSite {
  readonly site: string;
  readonly permission: 'siteOwner' | 'siteFullUser' | 'siteRestrictedUser' | 'siteUnverifiedUser';
  /** Since when Google has counted it. */
  readonly since: DayNumber;
  /** How often it is shown on a usual day. */
  readonly shown: number;
  /** How its answers spell what has two spellings. */
  readonly spelling: 'documented' | 'described';
}

const saturday = 6;

export const playedSites: readonly PlayedSite[] = [
  {
    site: 'sc-domain:noithat.example',
    permission: 'siteOwner',
    since: dayNumber(2024, 1, 1),
    shown: 5400,
    spelling: 'documented',
  },
  {
    site: 'https://blog.noithat.example/',
    permission: 'siteFullUser',
    since: dayNumber(2024, 6, 1),
    shown: 2,
    spelling: 'described',
  },
  {
    site: 'sc-domain:moi.example',
    permission: 'siteRestrictedUser',
    since: dayNumber(2026, 11, 9),
    shown: 160,
    spelling: 'described',
  },
  {
    site: 'https://cu.noithat.example/',
    permission: 'siteUnverifiedUser',
    since: dayNumber(2024, 1, 1),
    shown: 900,
    spelling: 'documented',
  },
];

export const countries = ['vnm', 'usa', 'sgp', 'deu', 'zzz'] as const;
export const devices = ['MOBILE', 'DESKTOP', 'TABLET'] as const;
const countryShares = [0.82, 0.07, 0.06, 0.03, 0.02];
const deviceShares = [0.7, 0.27, 0.03];

/** What was seen on a day by people of a country with a device. */
export interface Seen {
  readonly country: (typeof countries)[number];
  readonly device: (typeof devices)[number];
  readonly impressions: number;
  readonly clicks: number;
  /** The positions of all impressions, added up. */
  readonly positions: number;
}

const known = new Map<string, readonly Seen[]>();

/** All that is seen of a site on a day of California’s, once the day is over and counted. */
export function seenOn(site: PlayedSite, day: DayNumber): readonly Seen[] {
  const key = `${site.site} ${day}`;
  const found = known.get(key);
  if (found) return found;
  const made = day < site.since ? [] : seen(site, day);
  known.set(key, made);
  return made;
}

function seen({ site, shown }: PlayedSite, day: DayNumber): Seen[] {
  const seed = site.length * 31 + shown;
  const busy = weekdayOf(day) >= saturday ? 0.7 : 1;
  return countries.flatMap((country, at) =>
    devices.flatMap((device, of): Seen[] => {
      const chance = (which: number) => hashShare(seed, day, at, of, which);
      const usual = shown * busy * (countryShares[at] ?? 0) * (deviceShares[of] ?? 0);
      const impressions = Math.floor(usual * (0.6 + 0.8 * chance(1)) + chance(2) * 0.9);
      if (impressions === 0) return [];
      const clicks = Math.floor(impressions * (0.01 + 0.05 * chance(3)) + chance(4));
      const positions = Math.round(impressions * (3 + 14 * chance(5)) * 10) / 10;
      return [{ country, device, impressions, clicks: Math.min(clicks, impressions), positions }];
    }),
  );
}
