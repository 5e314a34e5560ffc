import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/sources/ga4/classify.ts';
import { nextPacificDay } from '../../../src/sources/ga4/quota-time.ts';

const now = Date.UTC(2026, 10, 22, 3, 20);
const failure = (code: number, status: string, message: string, reason?: string) => ({
  status: code,
  headers: {},
  body: JSON.stringify({
    error: {
      code,
      status,
      message,
      ...(reason
        ? { details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }] }
        : {}),
    },
  }),
});

describe('what a failure means', () => {
  it.each([
    [401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.', 'signedOut'],
    [403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', 'signedOut'],
    [
      403,
      'PERMISSION_DENIED',
      'User does not have sufficient permissions for this property.',
      'noPermission',
    ],
    [
      403,
      'PERMISSION_DENIED',
      'Google Analytics Data API has not been used in project 1 before or it is disabled.',
      'apiOff',
    ],
    [403, 'PERMISSION_DENIED', 'The property has been deleted.', 'propertyGone'],
    [404, 'NOT_FOUND', 'Requested entity was not found.', 'propertyGone'],
  ])('%d %s «%s» is %s, and trying again does not help', (code, status, message, kind) => {
    const verdict = classify(failure(code, status, message), now);
    expect(verdict).toMatchObject({ is: 'stop', trouble: { kind } });
  });

  it('believes the reason Google gives over its sentence', () => {
    const off = failure(403, 'PERMISSION_DENIED', 'Not now.', 'SERVICE_DISABLED');
    expect(classify(off, now)).toMatchObject({ is: 'stop', trouble: { kind: 'apiOff' } });
    const rate = failure(403, 'PERMISSION_DENIED', 'Quota.', 'RATE_LIMIT_EXCEEDED');
    expect(classify(rate, now)).not.toMatchObject({ trouble: { kind: 'noPermission' } });
  });

  it('names the field that there is not, and the one that does not fit', () => {
    const bad = failure(
      400,
      'INVALID_ARGUMENT',
      'Field sesions is not a valid metric. For a list of valid dimensions and metrics, see …',
    );
    expect(classify(bad, now)).toEqual({
      is: 'stop',
      trouble: { kind: 'badField', detail: 'sesions' },
    });
    const mixed = failure(
      400,
      'INVALID_ARGUMENT',
      "Please remove itemName to make the request compatible. The request's dimensions & metrics are incompatible.",
    );
    expect(classify(mixed, now)).toEqual({
      is: 'stop',
      trouble: { kind: 'mixedFields', detail: 'itemName' },
    });
  });

  const nextHour = Date.UTC(2026, 10, 22, 4, 1);
  const nextDay = Date.UTC(2026, 10, 22, 8, 1);
  it.each([
    [
      'Exhausted property tokens per hour. These quota tokens will return in under an hour.',
      'quotaHour',
      nextHour,
    ],
    [
      'Exhausted property tokens for a project per hour. These quota tokens will return in under an hour.',
      'quotaHour',
      nextHour,
    ],
    [
      'Exhausted property tokens per day. These quota tokens will return in under 24 hours.',
      'quotaDay',
      nextDay,
    ],
    [
      'Exhausted potentially thresholded requests quota. This quota will refresh in under an hour.',
      'quotaSmallGroups',
      nextHour,
    ],
    ['Exhausted server errors quota.', 'quotaHour', nextHour],
    ['Something new.', 'quotaHour', nextHour],
  ])('429 «%s» is waited for', (message, kind, untilMs) => {
    const verdict = classify(failure(429, 'RESOURCE_EXHAUSTED', message), now);
    expect(verdict).toMatchObject({ is: 'wait', untilMs, trouble: { kind } });
  });

  it('waits a moment where too much was asked at once, or as long as it is told', () => {
    const crowd = failure(429, 'RESOURCE_EXHAUSTED', 'Exhausted concurrent requests quota.');
    expect(classify(crowd, now)).toMatchObject({
      is: 'retry',
      afterMs: null,
      trouble: { kind: 'quotaAtOnce' },
    });
    const told = { ...crowd, headers: { 'retry-after': '7' } };
    expect(classify(told, now)).toMatchObject({ is: 'retry', afterMs: 7000 });
    const date = { ...crowd, headers: { 'retry-after': 'Sun, 22 Nov 2026 03:20:30 GMT' } };
    expect(classify(date, now)).toMatchObject({ is: 'retry', afterMs: 30_000 });
  });

  it.each([
    [500, 'busy'],
    [502, 'busy'],
    [503, 'busy'],
    [504, 'busy'],
    [0, 'noAnswer'],
    [408, 'noAnswer'],
  ])('%d is tried again', (status, kind) => {
    const verdict = classify({ status, headers: {}, body: '<html>' }, now);
    expect(verdict).toMatchObject({ is: 'retry', trouble: { kind } });
  });
});

describe("the day of Google's quotas", () => {
  it.each([
    ['winter', Date.UTC(2026, 0, 15, 7, 59), Date.UTC(2026, 0, 15, 8, 1)],
    ['winter, just after', Date.UTC(2026, 0, 15, 8, 0), Date.UTC(2026, 0, 16, 8, 1)],
    ['summer', Date.UTC(2026, 6, 15, 6, 59), Date.UTC(2026, 6, 15, 7, 1)],
    ['the day clocks go forward', Date.UTC(2026, 2, 8, 12), Date.UTC(2026, 2, 9, 7, 1)],
    ['the day clocks go back', Date.UTC(2026, 10, 1, 12), Date.UTC(2026, 10, 2, 8, 1)],
  ])('begins at midnight in California: %s', (_, at, next) => {
    expect(nextPacificDay(at)).toBe(next);
  });
});
