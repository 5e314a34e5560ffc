import { describe, expect, it } from 'vitest';
import { dayIn, dayNumber, isoWeekOf, startOf } from '../../../src/workbench/vendors/days.ts';
import { vendors } from '../../../src/workbench/vendors/index.ts';
import { truth } from '../../kit/vendors/ga4-truth.ts';
import { analytics, column, dataAt, fields, viet } from './analytics.ts';

const zone = 'Asia/Ho_Chi_Minh';
const hour = 3_600_000;
const day = dayNumber(2026, 11, 20);
const end = startOf(zone, day + 1);

const asked = (...dimensions: string[]) => ({
  dateRanges: [{ startDate: '2026-11-20', endDate: '2026-11-20' }],
  metrics: fields('eventCount'),
  dimensions: fields(...dimensions),
});

describe('a day in a zone', () => {
  it.each([
    'Asia/Ho_Chi_Minh',
    'Europe/Berlin',
    'America/Los_Angeles',
    'Asia/Kathmandu',
    'Australia/Sydney',
  ])('begins where the day before ends: %s', (place) => {
    for (let each = dayNumber(2026, 1, 1); each <= dayNumber(2026, 12, 31); each += 1) {
      const start = startOf(place, each);
      expect([dayIn(place, start - 1), dayIn(place, start)]).toEqual([each - 1, each]);
    }
  });

  it('belongs to the week its Thursday is in', () => {
    expect(isoWeekOf(dayNumber(2027, 1, 1))).toBe('202653');
    expect(isoWeekOf(dayNumber(2025, 12, 29))).toBe('202601');
  });
});

describe('numbers that are not there yet', () => {
  it('come in for two days and then stay', () => {
    const service = analytics();
    const at = (after: number) =>
      column(service.report(viet, asked('date'), end + after * hour)).get('20261120') ?? 0;
    const numbers = [-6, 1, 8, 24, 49, 72, 5000].map(at);
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    const [, first = 0, , , , settled = 0, last] = numbers;
    expect(first).toBeGreaterThan(settled * 0.7);
    expect(first).toBeLessThan(settled * 0.99);
    expect(settled).toBe(last);
    expect(last).toBe(truth({ property: viet, metric: 'eventCount', from: day, to: day }));
  });

  it('move between channels while they come in, so that a row can go away again', () => {
    const service = analytics();
    const of = (after: number) =>
      column(service.report(viet, asked('sessionDefaultChannelGroup'), end + after * hour));
    expect(of(1).get('Unassigned')).toBeGreaterThan(of(72).get('Unassigned') ?? 0);
  });

  it('end with the moment, in the property’s zone', () => {
    const service = analytics();
    const body = {
      dateRanges: [{ startDate: '2daysAgo', endDate: '2027-12-31' }],
      metrics: fields('sessions'),
      dimensions: fields('date'),
    };
    const dates = (ms: number) => [...column(service.report(viet, body, ms)).keys()].sort();
    expect(dates(end - 60_000)).toEqual(['20261118', '20261119', '20261120']);
    expect(dates(end + 9 * hour)).toEqual(['20261119', '20261120', '20261121']);
    const yesterday = { ...body, dateRanges: [{ startDate: 'yesterday', endDate: 'yesterday' }] };
    expect([...column(service.report(viet, yesterday, end - 1)).keys()]).toEqual(['20261119']);
  });

  it('are the same in every workbench', () => {
    const request = {
      method: 'post',
      url: `${dataAt}${viet}:runReport`,
      headers: { authorization: 'Bearer x' },
      body: JSON.stringify(asked('sessionCampaignName', 'landingPage')),
    } as const;
    const [one, other] = [vendors(), vendors()].map(([vendor]) => vendor?.answer(request, end));
    expect(one?.status).toBe(200);
    expect(one).toEqual(other);
  });
});
