import type { HttpRequest } from '../source.ts';

/** The one permission that everything here needs. */
export const ga4Scope = 'https://www.googleapis.com/auth/analytics.readonly';

/** The beginnings of all addresses below. */
export const ga4Hosts = [
  'https://analyticsdata.googleapis.com/v1beta/',
  'https://analyticsadmin.googleapis.com/v1beta/',
] as const;

export const ga4Services = [
  { userSymbol: 'AnalyticsData', serviceId: 'analyticsdata', version: 'v1beta' },
  { userSymbol: 'AnalyticsAdmin', serviceId: 'analyticsadmin', version: 'v1beta' },
] as const;

/** Every method of Google Analytics that is called. */
export const ga4Methods = {
  batchRunReports: {
    service: 'google.analytics.data.v1beta.BetaAnalyticsData.BatchRunReports',
    method: 'post',
    url: 'https://analyticsdata.googleapis.com/v1beta/{property}:batchRunReports',
  },
  runReport: {
    service: 'google.analytics.data.v1beta.BetaAnalyticsData.RunReport',
    method: 'post',
    url: 'https://analyticsdata.googleapis.com/v1beta/{property}:runReport',
  },
  getMetadata: {
    service: 'google.analytics.data.v1beta.BetaAnalyticsData.GetMetadata',
    method: 'get',
    url: 'https://analyticsdata.googleapis.com/v1beta/{property}/metadata',
  },
  checkCompatibility: {
    service: 'google.analytics.data.v1beta.BetaAnalyticsData.CheckCompatibility',
    method: 'post',
    url: 'https://analyticsdata.googleapis.com/v1beta/{property}:checkCompatibility',
  },
  listAccountSummaries: {
    service: 'google.analytics.admin.v1beta.AnalyticsAdminService.ListAccountSummaries',
    method: 'get',
    url: 'https://analyticsadmin.googleapis.com/v1beta/accountSummaries',
  },
  getProperty: {
    service: 'google.analytics.admin.v1beta.AnalyticsAdminService.GetProperty',
    method: 'get',
    url: 'https://analyticsadmin.googleapis.com/v1beta/{property}',
  },
  listKeyEvents: {
    service: 'google.analytics.admin.v1beta.AnalyticsAdminService.ListKeyEvents',
    method: 'get',
    url: 'https://analyticsadmin.googleapis.com/v1beta/{property}/keyEvents',
  },
} as const satisfies Readonly<
  Record<string, { service: string; method: 'get' | 'post'; url: `https://${string}` }>
>;
export type Ga4Method = keyof typeof ga4Methods;

/** A request of one method; `property` is `properties/123`. */
export function ga4Request(
  name: Ga4Method,
  property: string,
  body: unknown = null,
  query: Readonly<Record<string, string>> = {},
): HttpRequest {
  const { method, url } = ga4Methods[name];
  const asked = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  const path = url.replace('{property}', property);
  return { method, url: asked.length > 0 ? `${path}?${asked.join('&')}` : path, body };
}
