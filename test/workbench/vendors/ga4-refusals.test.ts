import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messages } from '../../../src/workbench/vendors/ga4/shapes.ts';
import { faultNames } from '../../../src/workbench/vendors/vendor.ts';
import { adminAt, analytics, dataAt, errorOf, fields, later, viet } from './analytics.ts';

const service = analytics();
const week = [{ startDate: '2026-11-02', endDate: '2026-11-08' }];
const body = { dateRanges: week, dimensions: fields('date'), metrics: fields('sessions') };
const refused = (more: object) => errorOf(service.post(`${viet}:runReport`, { ...body, ...more }));
const many = (count: number, name = 'sessions') =>
  Array.from({ length: count }, (_, index) => ({ name: `${name}${index}` }));

describe('what a request may be', () => {
  it('is what Google’s own description says, message by message', () => {
    const { types } = JSON.parse(
      readFileSync(new URL('../../contracts/ga4.json', import.meta.url), 'utf8'),
    ) as { types: Record<string, { fields?: object; oneofs?: readonly (readonly string[])[] }> };
    const described = Object.entries(types);
    for (const [name, { fields: own, oneOf }] of Object.entries(messages)) {
      if (name === 'Anything' || name === 'Nothing') continue;
      const found = described.find(
        ([type]) => type.includes('.data.') && type.endsWith(`.${name}`),
      )?.[1];
      const wanted = Object.keys(found?.fields ?? {}).filter(
        // The property stands in the address.
        (field) => field !== 'property' || name === 'RunReportRequest',
      );
      expect([name, Object.keys(own).sort()]).toEqual([name, wanted.sort()]);
      expect(oneOf ? [[...oneOf[1]].sort()] : []).toEqual(
        (found?.oneofs ?? []).map((members) => [...members].sort()),
      );
    }
  });

  it('may say how it wants to be answered, as Google’s own client does', () => {
    const asked = (query: string) =>
      service.vendor.answer(
        {
          method: 'post',
          url: `${dataAt}${viet}:runReport?${query}`,
          headers: { authorization: 'Bearer ya29.workbench' },
          body: JSON.stringify(body),
        },
        later,
      ).status;
    expect(asked('$alt=json%3Benum-encoding=int')).toBe(200);
    expect(asked('$other=json')).toBe(400);
  });

  it.each<[string, object, string]>([
    ['names there are not', { metricz: [] }, 'Unknown name "metricz": Cannot find field.'],
    ['such names deep inside', { dateRanges: [{ start: 'x' }] }, `"start" at 'date_ranges[0]'`],
    ['numbers that are none', { limit: 'ten' }, "Invalid value at 'limit' (TYPE_INT64)"],
    ['unknown words', { metricAggregations: ['SUM'] }, "'metric_aggregations[0]' (TYPE_ENUM)"],
    ['one where there are several', { dateRanges: { startDate: 'x' } }, "at 'date_ranges'"],
    [
      'two filters in one',
      { dimensionFilter: { filter: {}, notExpression: {} } },
      "oneof field 'expr' is already set",
    ],
  ])('refuses %s', (_, more, text) => {
    const [status, word, message] = refused(more);
    expect([status, word]).toEqual([400, 'INVALID_ARGUMENT']);
    expect(message).toContain(text);
  });

  it('refuses half a request', () => {
    const url = `${dataAt}${viet}:runReport`;
    const [status, , message] = errorOf(
      service.vendor.answer(
        { method: 'post', url, headers: { authorization: 'Bearer x' }, body: '{"metrics":[' },
        later,
      ),
    );
    expect(status).toBe(400);
    expect(message).toMatch(/^Invalid JSON payload received/);
  });

  it.each<[string, object, string]>([
    [
      'metrics there are not',
      { metrics: fields('conversionz') },
      'Field conversionz is not a valid metric.',
    ],
    [
      'dimensions there are not',
      { dimensions: fields('channel') },
      'Field channel is not a valid dimension.',
    ],
    ['ten metrics and one', { metrics: many(11) }, 'limited to 10 metrics'],
    ['nine dimensions and one', { dimensions: many(10) }, 'limited to 9 dimensions'],
    ['more than four ranges', { dateRanges: Array(5).fill(week[0]) }, 'limited to 4 date ranges'],
    [
      'days there are not',
      { dateRanges: [{ startDate: '2026-02-30', endDate: 'today' }] },
      '2026-02-30',
    ],
    [
      'ranges that end before they begin',
      { dateRanges: [{ startDate: 'today', endDate: '3daysAgo' }] },
      'after endDate',
    ],
    ['names kept for Google', { dateRanges: [{ ...week[0], name: 'date_range_1' }] }, 'reserved'],
    ['no rows at all', { limit: '0' }, 'must be positive'],
    [
      'an order by what is not shown',
      { orderBys: [{ metric: { metricName: 'newUsers' } }] },
      'newUsers',
    ],
    [
      'empty lists',
      { dimensionFilter: { filter: { fieldName: 'date', inListFilter: { values: [] } } } },
      'at least one value',
    ],
  ])('refuses %s', (_, more, text) => {
    const [status, word, message] = refused(more);
    expect([status, word]).toEqual([400, 'INVALID_ARGUMENT']);
    expect(message).toContain(text);
  });

  it.each<[string, object, string]>([
    [
      'costs of ads by page',
      { metrics: fields('advertiserAdCost'), dimensions: fields('pagePath') },
      'advertiserAdCost',
    ],
    ['items with visits', { metrics: fields('sessions', 'itemsPurchased') }, 'sessions'],
    [
      'search results by channel',
      {
        metrics: fields('organicGoogleSearchAveragePosition'),
        dimensions: fields('sessionDefaultChannelGroup'),
      },
      'organicGoogleSearchAveragePosition',
    ],
  ])('refuses %s, and names what is in the way', (_, more, name) => {
    expect(refused(more)[2]).toContain(`Please remove ${name} to make the request compatible`);
  });

  it('refuses a whole batch for one of its reports, and more than five', () => {
    const batch = (...requests: readonly object[]) =>
      service.post(`${viet}:batchRunReports`, { requests });
    expect(JSON.parse(batch(body, body).body).reports).toHaveLength(2);
    expect(batch(body, { ...body, metrics: fields('x') }).status).toBe(400);
    expect(batch(body, { ...body, property: 'properties/311000002' }).status).toBe(400);
    expect(batch(...Array(6).fill(body)).status).toBe(400);
  });
});

describe('who may ask', () => {
  it('shows a pass, and a property they may read', () => {
    const url = `${dataAt}${viet}/metadata`;
    expect(errorOf(service.send({ url, headers: {} })).slice(0, 2)).toEqual([
      401,
      'UNAUTHENTICATED',
    ]);
    const stranger = service.post('properties/1:runReport', body);
    expect(errorOf(stranger)[2]).toMatch(
      /^User does not have sufficient permissions for this prop/,
    );
    expect(errorOf(service.get(`${adminAt}properties/1`))[0]).toBe(403);
    expect(errorOf(service.post('properties/322000010:runReport', body))[0]).toBe(403);
    expect(service.get(`${dataAt}${viet}:runReport`).status).toBe(404);
  });
});

describe('what can go wrong', () => {
  const data = `${dataAt}${viet}/metadata`;
  const facts = `${adminAt}${viet}`;
  const answers = (fault: (typeof faultNames)[number], url: string, times = 1) => {
    const broken = analytics();
    broken.fault(fault);
    const all = Array.from({ length: times }, () => broken.get(url));
    broken.fault(fault, false);
    expect(broken.get(url).status).toBe(times > 9 ? 429 : 200);
    return all;
  };

  it('is everything that can be switched', () => {
    expect(service.vendor.faults.all).toEqual(faultNames);
    expect(service.vendor.faults.on()).toEqual([]);
  });

  it.each<[(typeof faultNames)[number], string, number, string]>([
    ['quotaHour', data, 429, 'Exhausted property tokens for a project per hour.'],
    ['quotaDay', data, 429, 'Exhausted property tokens per day.'],
    ['noPermission', data, 403, 'User does not have sufficient permissions'],
    ['noPermission', facts, 403, 'The caller does not have permission'],
    ['signedOut', facts, 401, 'Request had invalid authentication credentials.'],
    ['apiOff', data, 403, 'Google Analytics Data API has not been used in project'],
    ['apiOff', facts, 403, 'Google Analytics Admin API has not been used in project'],
    ['propertyGone', data, 404, 'Requested entity was not found.'],
    ['rateLimit', data, 429, 'Requests per minute'],
    ['suspended', facts, 403, 'has been suspended'],
    ['orgPolicy', data, 403, 'policy'],
  ])('is %s at %s', (fault, url, status, text) => {
    const [response] = answers(fault, url);
    const [got, , message] = errorOf(response ?? { status: 0, headers: {}, body: '{}' });
    expect(got).toBe(status);
    expect(message).toContain(text);
  });

  it('is a reason in words for machines, where the interface is off', () => {
    const [response] = answers('apiOff', data);
    expect(JSON.parse(response?.body ?? '').error.details[0].reason).toBe('SERVICE_DISABLED');
  });

  it('is a property in the bin, one without a currency, and a page where data was to come', () => {
    const { deleteTime } = JSON.parse(answers('propertyInBin', facts)[0]?.body ?? '');
    expect(deleteTime).toMatch(/^2026-/);
    expect(answers('noCurrency', facts)[0]?.body).not.toContain('currencyCode');
    expect(answers('webPage', data)[0]).toMatchObject({ status: 404 });
    expect(answers('webPage', data)[0]?.body).toMatch(/^<!DOCTYPE html>/);
  });

  it('is a deleted property: it is not listed either', () => {
    const gone = analytics();
    gone.fault('propertyGone');
    expect(gone.get(`${adminAt}accountSummaries`).body).not.toContain(viet);
    expect(gone.get(`${adminAt}properties/322000001`).status).toBe(200);
  });

  it('is an answer that takes long, or a connection that breaks', () => {
    expect(answers('slow', data)[0]?.ms).toBe(40_000);
    expect(answers('broken', data)[0]).toMatchObject({ status: 0, broken: true });
  });

  it('is a busy server every other time; after ten such errors in an hour, nothing', () => {
    expect(answers('busy', data, 4).map(({ status }) => status)).toEqual([200, 503, 200, 503]);
    const long = answers('busy', data, 22).map(({ status }) => status);
    expect(long.filter((status) => status === 503)).toHaveLength(10);
    expect(long.slice(-2)).toEqual([429, 429]);
  });

  it('is half an answer: cut off, without headings, without the number of rows', () => {
    const half = analytics();
    half.fault('halfAnswer');
    const texts = [1, 2, 3].map(() => half.post(`${viet}:runReport`, body).body);
    const cut = texts.filter((text) => !text.trimEnd().endsWith('}'));
    expect(cut).toHaveLength(1);
    const whole = texts.filter((text) => !cut.includes(text)).map((text) => JSON.parse(text));
    expect(whole.map((answer) => 'metricHeaders' in answer).sort()).toEqual([false, true]);
    expect(whole.map((answer) => 'rowCount' in answer).sort()).toEqual([false, true]);
  });
});
