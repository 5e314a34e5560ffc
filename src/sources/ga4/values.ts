import { objectsOf, textOf } from '../json.ts';
import type { Lookup } from '../source.ts';
import { lookup } from './lookup.ts';
import { ga4Request } from './methods.ts';

const mostValues = 100;
/** Counted for whatever happens, it goes together with nearly every dimension. */
const metric = 'eventCount';

/** What a dimension of a property held in the last 90 days, the most frequent first, at most 100. */
export const topValues = (account: string, dimension: string): Lookup<readonly string[]> =>
  lookup(
    ga4Request('runReport', account, {
      dateRanges: [{ startDate: '90daysAgo', endDate: 'yesterday' }],
      dimensions: [{ name: dimension }],
      metrics: [{ name: metric }],
      orderBys: [{ metric: { metricName: metric }, desc: true }],
      limit: String(mostValues),
    }),
    (answer) => {
      const rows = objectsOf(answer.rows);
      const headers = objectsOf(answer.dimensionHeaders);
      if (!rows || !headers || (rows.length > 0 && headers[0]?.name !== dimension)) return null;
      const values = rows.map(({ dimensionValues }) => objectsOf(dimensionValues)?.[0]);
      if (values.some((value) => value === undefined)) return null;
      return values.map((value) => textOf(value?.value)).filter((value) => value !== '');
    },
  );
