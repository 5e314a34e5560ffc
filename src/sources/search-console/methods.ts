import type { HttpRequest } from '../source.ts';

/** The one permission that everything here needs. */
export const searchConsoleScope = 'https://www.googleapis.com/auth/webmasters.readonly';

/** The beginning of all addresses below. */
export const searchConsoleHosts = ['https://www.googleapis.com/webmasters/v3/'] as const;

const [root] = searchConsoleHosts;

/** The sites of whoever asks, and what they may do with each. */
export const sitesRequest: HttpRequest = { method: 'get', url: `${root}sites`, body: null };

/** The body of a report; names as the API writes them. */
interface ReportBody {
  readonly startDate: string;
  readonly endDate: string;
  readonly dimensions?: readonly string[];
  readonly dimensionFilterGroups?: readonly object[];
  readonly rowLimit: number;
  readonly startRow: number;
}

/** The most rows of an answer. */
export const mostRows = 25_000;

/**
 * A report of what is found in web search, of all there is so far, days that are not whole yet among
 * it, and of the site as a whole: a search that shows two of its pages counts once.
 */
export const reportRequest = (site: string, body: ReportBody): HttpRequest => ({
  method: 'post',
  url: `${root}sites/${encodeURIComponent(site)}/searchAnalytics/query`,
  body: { ...body, type: 'WEB', aggregationType: 'BY_PROPERTY', dataState: 'ALL' },
});
