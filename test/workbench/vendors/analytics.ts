import { expect } from 'vitest';
import { playedGoogleAnalytics } from '../../../src/workbench/vendors/ga4/google-analytics.ts';
import type { Limits } from '../../../src/workbench/vendors/ga4/quota.ts';
import type {
  FaultName,
  Vendor,
  VendorRequest,
  VendorResponse,
} from '../../../src/workbench/vendors/vendor.ts';
import { called, methods, violations } from '../../contracts/walk.ts';

export const viet = 'properties/311000001';
export const europe = 'properties/311000002';
export const america = 'properties/311000003';

/** Long after everything that is asked about has arrived. */
export const later = Date.UTC(2027, 11, 31, 12);

export interface Report {
  readonly rows?: readonly {
    readonly dimensionValues?: readonly { readonly value: string }[];
    readonly metricValues?: readonly { readonly value: string }[];
  }[];
  readonly rowCount?: number;
  readonly dimensionHeaders?: readonly { readonly name: string }[];
  readonly metricHeaders?: readonly { readonly name: string; readonly type: string }[];
  readonly totals?: Report['rows'];
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly propertyQuota?: Readonly<
    Record<string, { readonly consumed?: number; readonly remaining?: number }>
  >;
}

export interface Analytics {
  readonly vendor: Vendor;
  send(request: Partial<VendorRequest> & { readonly url: string }, nowMs?: number): VendorResponse;
  post(method: string, body: object, nowMs?: number): VendorResponse;
  get(path: string, nowMs?: number): VendorResponse;
  report(property: string, body: object, nowMs?: number): Report;
  fault(name: FaultName, on?: boolean): void;
}

export const dataAt = 'https://analyticsdata.googleapis.com/v1beta/';
export const adminAt = 'https://analyticsadmin.googleapis.com/v1beta/';
const bearer = { authorization: 'Bearer ya29.workbench' };

/** Google Analytics, and a reader who holds each of its answers against Google's own description. */
export function analytics(limits: Partial<Limits> = {}): Analytics {
  const vendor = playedGoogleAnalytics(limits);
  const send: Analytics['send'] = (request, nowMs = later) => {
    const whole = { method: 'get', headers: bearer, body: '', ...request } as const;
    const response = vendor.answer(whole, nowMs);
    if (response.status === 200 && vendor.faults.on().length === 0) {
      const body = whole.body === '' ? null : JSON.parse(whole.body);
      const found = called({ ...whole, body });
      expect(found).not.toBeNull();
      const type = methods[found?.name ?? '']?.response.replace(/^.*\./, '') ?? '';
      expect(violations(type, JSON.parse(response.body))).toEqual([]);
    }
    return response;
  };
  const post: Analytics['post'] = (method, body, nowMs) =>
    send({ method: 'post', url: dataAt + method, body: JSON.stringify(body) }, nowMs);
  return {
    vendor,
    send,
    post,
    get: (path, nowMs) => send({ url: path }, nowMs),
    report(property, body, nowMs) {
      const { status, body: text } = post(`${property}:runReport`, body, nowMs);
      expect([status, status === 200 ? '' : text]).toEqual([200, '']);
      return JSON.parse(text);
    },
    fault: (name, on = true) => vendor.faults.set(name, on),
  };
}

export const fields = (...names: readonly string[]) => names.map((name) => ({ name }));

/** A report's one column of numbers, by the values before it. */
export function column({ rows = [] }: Report): Map<string, number> {
  return new Map(
    rows.map(({ dimensionValues = [], metricValues = [] }) => [
      dimensionValues.map(({ value }) => value).join(' | '),
      Number(metricValues[0]?.value),
    ]),
  );
}

export const sum = (numbers: Iterable<number>): number =>
  [...numbers].reduce((total, number) => total + number, 0);

export const errorOf = ({ status, body }: VendorResponse) => {
  const { error } = JSON.parse(body);
  expect(error.code).toBe(status);
  return [status, error.status, error.message] as const;
};
