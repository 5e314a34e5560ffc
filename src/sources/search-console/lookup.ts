import { objectsOf, textOf } from '../json.ts';
import { lookupsBy } from '../json-lookup.ts';
import type { Lookup } from '../source.ts';
import { isSite } from './account.ts';
import { classify } from './classify.ts';
import { isoDate } from './days.ts';
import { reportRequest, sitesRequest } from './methods.ts';
import type { SiteDimension } from './question.ts';
import { readReport } from './read-rows.ts';

const mostValues = 100;

export interface SiteFound {
  readonly site: string;
  /** Listed, because somebody once added it, but with nothing to be read. */
  readonly unverified: boolean;
}

const lookup = lookupsBy(classify);

/** The sites of whoever asks, those that can be read first. */
export const sitesLookup: Lookup<readonly SiteFound[]> = lookup(sitesRequest, (answer) => {
  const entries = objectsOf(answer.siteEntry ?? undefined);
  if (!entries) return null;
  const sites = entries.map(({ siteUrl, permissionLevel }) => ({
    site: textOf(siteUrl),
    unverified: /unverified|unspecified/i.test(textOf(permissionLevel)),
  }));
  if (sites.some(({ site }) => site === '')) return null;
  const known = sites.filter(({ site }) => isSite(site));
  return [
    ...known.filter(({ unverified }) => !unverified),
    ...known.filter(({ unverified }) => unverified),
  ];
});

/** What a dimension of a site held in some days, the most frequent first. */
export const valuesLookup = (
  site: string,
  dimension: SiteDimension,
  days: { readonly from: number; readonly to: number },
): Lookup<readonly string[]> =>
  lookup(
    reportRequest(site, {
      startDate: isoDate(days.from),
      endDate: isoDate(days.to),
      dimensions: [dimension.toUpperCase()],
      rowLimit: mostValues,
      startRow: 0,
    }),
    (_, body) =>
      readReport({ status: 200, headers: {}, body }, 1)?.rows.flatMap(({ keys }) => keys) ?? null,
  );
