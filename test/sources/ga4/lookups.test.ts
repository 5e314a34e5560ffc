import { describe, expect, it } from 'vitest';
import {
  keyEventsLookup,
  propertiesLookup,
  propertyLookup,
} from '../../../src/sources/ga4/admin.ts';
import {
  fieldsOf,
  fitOf,
  type Ga4Fields,
  missingField,
} from '../../../src/sources/ga4/metadata.ts';
import { topValues } from '../../../src/sources/ga4/values.ts';
import type { Lookup } from '../../../src/sources/source.ts';
import { violations } from '../../contracts/walk.ts';
import { feedOf, okay, shop } from './property.ts';

/** What is read of an answer, which has to be one that Google could give. */
function found<T>(lookup: Lookup<T>, type: string, answer: object): T {
  expect(violations(type, answer)).toEqual([]);
  const read = lookup.read(okay(answer), 0);
  if (read.is !== 'ok') throw new Error(read.trouble.kind);
  return read.value;
}
const isHalf = (lookup: Lookup<unknown>, answer: object) =>
  expect(lookup.read(okay(answer), 0)).toMatchObject({ trouble: { kind: 'halfAnswer' } });

describe('properties', () => {
  const answer = {
    accountSummaries: [
      {
        name: 'accountSummaries/1',
        account: 'accounts/1',
        displayName: 'Công ty A',
        propertySummaries: [
          { property: 'properties/1', displayName: '=IMPORTXML("x")', parent: 'accounts/1' },
          { property: 'properties/2', propertyType: 'PROPERTY_TYPE_ORDINARY' },
        ],
      },
      { name: 'accountSummaries/2', account: 'accounts/2' },
    ],
    nextPageToken: 'more',
  };

  it('are listed page by page with the account they belong to', () => {
    expect(found(propertiesLookup(null), 'ListAccountSummariesResponse', answer)).toEqual({
      properties: [
        { account: 'properties/1', name: '=IMPORTXML("x")', group: 'Công ty A' },
        { account: 'properties/2', name: 'properties/2', group: 'Công ty A' },
      ],
      page: 'more',
    });
    expect(found(propertiesLookup('more'), 'ListAccountSummariesResponse', {})).toEqual({
      properties: [],
      page: null,
    });
  });

  it('are not listed by halves', () => {
    isHalf(propertiesLookup(null), { accountSummaries: 'none' });
    isHalf(propertiesLookup(null), { accountSummaries: [{ propertySummaries: [{}] }] });
  });

  it('say their name, zone and currency, new fields or not', () => {
    const property = {
      name: shop.id,
      displayName: 'Shop',
      timeZone: shop.zone,
      currencyCode: 'VND',
      serviceLevel: 'GOOGLE_ANALYTICS_STANDARD',
    };
    expect(found(propertyLookup(shop.id), 'Property', property)).toEqual(shop);
    expect(propertyLookup(shop.id).read(okay({ ...property, brandNew: 1 }), 0).is).toBe('ok');
    isHalf(propertyLookup(shop.id), { ...property, timeZone: '' });
    isHalf(propertyLookup(shop.id), { ...property, name: 'properties/9' });
  });

  it('are told of that lie in the bin, or have no currency: neither is half an answer', () => {
    const property = { name: shop.id, displayName: 'Shop', timeZone: shop.zone };
    const binned = { ...property, currencyCode: 'VND', deleteTime: '2026-11-01T00:00:00Z' };
    for (const [answer, kind] of [
      [binned, 'propertyInBin'],
      [property, 'noCurrency'],
    ] as const) {
      expect(violations('Property', answer)).toEqual([]);
      expect(propertyLookup(shop.id).read(okay(answer), 0)).toEqual({
        is: 'stop',
        trouble: { kind, detail: '' },
      });
    }
  });

  it('name their key events', () => {
    const keyEvents = [{ name: 'properties/1/keyEvents/1', eventName: 'generate_lead' }];
    expect(found(keyEventsLookup(shop.id, null), 'ListKeyEventsResponse', { keyEvents })).toEqual({
      names: ['generate_lead'],
      page: null,
    });
    isHalf(keyEventsLookup(shop.id, null), { keyEvents: [{}] });
  });
});

describe('fields', () => {
  const fields: Ga4Fields = found(fieldsOf(shop.id), 'Metadata', {
    name: 'properties/311/metadata',
    metrics: [
      { apiName: 'keyEvents', uiName: 'Key events' },
      { apiName: 'advertiserAdCost', blockedReasons: ['NO_COST_METRICS'] },
    ],
    dimensions: [{ apiName: 'eventName', uiName: 'Event name' }, { apiName: 'date' }],
  });

  it('are known by their names, and by why they may not be read', () => {
    expect(fields.metrics).toEqual([
      { name: 'keyEvents', title: 'Key events', blocked: [] },
      { name: 'advertiserAdCost', title: 'advertiserAdCost', blocked: ['NO_COST_METRICS'] },
    ]);
    isHalf(fieldsOf(shop.id), {});
  });

  it('that a property does not have are named', () => {
    const only = [{ dimension: 'customEvent:plan', is: ['x'] }];
    expect(missingField(feedOf('LEADS', 'keyEvents'), fields)).toBeNull();
    expect(missingField(feedOf('LEADS', 'conversions'), fields)).toBe('conversions');
    expect(missingField(feedOf('LEADS', 'keyEvents', { only }), fields)).toBe('customEvent:plan');
    expect(missingField(feedOf('LEADS', 'keyEvents', { split: 'city' }), fields)).toBe('city');
  });

  it('that do not go together are named, others are not spoken of', () => {
    const feed = feedOf('LEADS', 'itemsPurchased', { split: 'sessionCampaignName' });
    const answer = {
      metricCompatibilities: [
        { metricMetadata: { apiName: 'itemsPurchased' }, compatibility: 'COMPATIBLE' },
        { metricMetadata: { apiName: 'sessions' }, compatibility: 'INCOMPATIBLE' },
      ],
      dimensionCompatibilities: [
        {
          dimensionMetadata: { apiName: 'sessionCampaignName' },
          compatibility: 'INCOMPATIBLE',
        },
        { dimensionMetadata: { apiName: 'city' }, compatibility: 'INCOMPATIBLE' },
      ],
    };
    expect(found(fitOf(feed), 'CheckCompatibilityResponse', answer)).toEqual([
      'sessionCampaignName',
    ]);
    expect(found(fitOf(feed), 'CheckCompatibilityResponse', {})).toEqual([]);
  });
});

describe('values of a dimension', () => {
  it('are texts, the most frequent first', () => {
    const value = (text: string) => ({
      dimensionValues: [{ value: text }],
      metricValues: [{ value: '1' }],
    });
    const answer = {
      dimensionHeaders: [{ name: 'eventName' }],
      rows: [value('page_view'), value('<img src=x>'), value('')],
      rowCount: 3,
    };
    const lookup = topValues(shop.id, 'eventName');
    expect(found(lookup, 'RunReportResponse', answer)).toEqual(['page_view', '<img src=x>']);
    expect(found(lookup, 'RunReportResponse', {})).toEqual([]);
    isHalf(lookup, { ...answer, dimensionHeaders: [{ name: 'city' }] });
  });

  it('come with the trouble where there is one', () => {
    const message = 'The caller does not have permission';
    const failed = { status: 403, headers: {}, body: JSON.stringify({ error: { message } }) };
    expect(topValues(shop.id, 'eventName').read(failed, 0)).toMatchObject({
      is: 'stop',
      trouble: { kind: 'noPermission' },
    });
  });
});
