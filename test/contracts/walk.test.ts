import { describe, expect, it } from 'vitest';
import { called, violations } from './walk.ts';

const good = {
  dateRanges: [{ startDate: '2026-10-01', endDate: '2026-10-31' }],
  metrics: [{ name: 'sessions' }],
  dimensionFilter: {
    filter: { fieldName: 'country', stringFilter: { matchType: 'EXACT', value: 'VN' } },
  },
  limit: '10000',
  keepEmptyRows: false,
};
const url = 'https://analyticsdata.googleapis.com/v1beta/properties/1:runReport';

describe("the walker over Google's own types", () => {
  it('lets a right request pass', () => {
    expect(violations('RunReportRequest', good)).toEqual([]);
    expect(called({ method: 'post', url, body: good })?.violations).toEqual([]);
  });

  it.each([
    ['a field that there is not', { ...good, metricz: [] }],
    ['an underscore name', { ...good, keep_empty_rows: true }],
    ['a name that objects have by themselves', { ...good, constructor: 'x' }],
    ['a number for a text', { ...good, currencyCode: 1 }],
    ['a text for a switch', { ...good, keepEmptyRows: 'false' }],
    ['a 64-bit number that is not a text', { ...good, limit: 10000 }],
    ['a 64-bit number with a fraction', { ...good, limit: '1.5' }],
    ['a 64-bit number beyond 64 bits', { ...good, limit: '9223372036854775808' }],
    ['one thing where there is a list', { ...good, metrics: { name: 'sessions' } }],
    ['nothing where there is a message', { ...good, dimensionFilter: null }],
    ['an enum by its number', { ...good, metricAggregations: [1] }],
    ['an enum that there is not', { ...good, metricAggregations: ['SUM'] }],
    [
      'two members of a oneof',
      {
        ...good,
        dimensionFilter: {
          filter: { fieldName: 'x', stringFilter: {}, inListFilter: { values: [] } },
        },
      },
    ],
    [
      'something wrong far inside',
      { ...good, dimensionFilter: { notExpression: { andGroup: { expressions: [{ or: 1 }] } } } },
    ],
  ])('refuses %s', (_, wrong) => {
    expect(violations('RunReportRequest', wrong)).not.toEqual([]);
  });

  it('knows timestamps, enums and numbers of the admin service', () => {
    const property = {
      name: 'properties/1',
      serviceLevel: 'GOOGLE_ANALYTICS_STANDARD',
      createTime: '2026-01-02T03:04:05.678Z',
    };
    expect(violations('Property', property)).toEqual([]);
    expect(violations('Property', { ...property, createTime: '2026-01-02' })).not.toEqual([]);
    expect(violations('Property', { ...property, serviceLevel: 'FREE' })).not.toEqual([]);
  });

  it('knows what Google says of days that it has cut off', () => {
    const reason = {
      dataTruncationType: 'DATA_TRUNCATION_TYPE_PROPERTY',
      dataTruncationDate: '2026-10-10',
      dataTruncationDateRanges: [{ startDate: '2026-10-01', endDate: '2026-10-09' }],
    };
    const metadata = (given: object) => ({ dataTruncationReasons: [{ ...reason, ...given }] });
    expect(violations('ResponseMetaData', metadata({}))).toEqual([]);
    expect(
      violations('ResponseMetaData', metadata({ dataTruncationType: 'PROPERTY' })),
    ).not.toEqual([]);
    expect(violations('ResponseMetaData', { dataTruncationReasons: reason })).not.toEqual([]);
  });

  it.each([
    ['another host', { method: 'post', url: url.replace('data', 'admin'), body: good }],
    ['another verb', { method: 'get', url, body: null }],
    [
      'a path that reaches further',
      { method: 'post', url: url.replace('/1:', '/1/x:'), body: good },
    ],
  ])('knows no method of %s', (_, request) => {
    expect(called(request)).toBeNull();
  });

  it('reads the query as part of the message, by its types', () => {
    const list = 'https://analyticsadmin.googleapis.com/v1beta/accountSummaries';
    const get = (query: string) => called({ method: 'get', url: `${list}?${query}`, body: null });
    expect(get('pageSize=200&pageToken=t')?.violations).toEqual([]);
    expect(get('pageSize=many')?.violations).not.toEqual([]);
    expect(get('page=2')?.violations).not.toEqual([]);
  });
});
