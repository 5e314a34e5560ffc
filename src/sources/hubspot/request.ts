import type { HttpRequest } from '../source.ts';
import { dayStart } from '../zone.ts';
import {
  accountRequest,
  mostPageRows,
  pipelinesRequest,
  type SearchFilter,
  searchRequest,
} from './api.ts';
import { dimensions } from './dimensions.ts';
import { type HubSpotQuestion, propertiesOf, type Reading, type Report } from './question.ts';

export function requestFor({ ask, zone }: HubSpotQuestion): HttpRequest {
  if (ask.is === 'account') return accountRequest();
  if (ask.is === 'pipelines') return pipelinesRequest();
  const { report, reading } = ask;
  const limit = reading.counted ? 1 : mostPageRows;
  return searchRequest(
    report.object,
    filtersOf(report, reading, zone),
    propertiesOf(report),
    limit,
  );
}

/**
 * The next page begins after the last id, not after so many records: pages by number end at 10,000, and
 * a record that goes between two of them takes another one along.
 */
function filtersOf(report: Report, { after }: Reading, zone: string): readonly SearchFilter[] {
  const { date, ends, stages, only, from, to } = report;
  return [
    {
      propertyName: date,
      operator: 'BETWEEN',
      value: String(dayStart(from, zone)),
      highValue: String(dayStart(to + 1, zone) - 1),
    },
    ...(ends === null ? [] : [among('dealstage', stages)]),
    ...only.map(({ dimension, values }) => among(dimensions[dimension], values)),
    ...(after === null ? [] : [greater('hs_object_id', after)]),
  ];
}

const among = (propertyName: string, values: readonly string[]): SearchFilter => ({
  propertyName,
  operator: 'IN',
  values,
});

const greater = (propertyName: string, value: string): SearchFilter => ({
  propertyName,
  operator: 'GT',
  value,
});
