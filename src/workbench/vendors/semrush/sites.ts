import { hashShare } from '../chance.ts';

/** Sites that are known here end with this; of all others nothing is found. */
const known = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.example$/;

export const databases = ['vn', 'us', 'sg', 'th', 'mobile-us'] as const;

/** What is told of a site for a month: `2026-09`. */
export interface SiteMonth {
  readonly rank: number;
  readonly keywords: number;
  readonly visits: number;
}

/** `null`: nothing is known of the site in this database. */
export function siteMonth(domain: string, database: string, month: string): SiteMonth | null {
  if (!known.test(domain) || !databases.some((each) => each === database)) return null;
  const seed = [...`${domain} ${database}`].reduce(
    (sum, character) => (Math.imul(sum, 31) + character.charCodeAt(0)) | 0,
    7,
  );
  const size = 400 + Math.floor(hashShare(seed) * 90_000);
  const share = hashShare(seed, Number(month.replace('-', '')));
  const visits = Math.floor(size * (0.8 + share * 0.4));
  return { rank: 1 + Math.floor(9e6 / (visits + 1)), keywords: Math.ceil(visits / 6), visits };
}
