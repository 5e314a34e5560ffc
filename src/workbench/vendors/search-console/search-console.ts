import { faultSwitches } from '../fault-switches.ts';
import type { FaultName, Vendor, VendorRequest, VendorResponse } from '../vendor.ts';
import * as failure from './failure.ts';
import { reportOf } from './report.ts';
import { type PlayedSite, playedSites } from './searches.ts';
import { askedReport } from './shape.ts';

/** Both answer; the product asks the first, Google’s own clients the second. */
const hosts = ['www.googleapis.com', 'searchconsole.googleapis.com'];
const slowMs = 40_000;
const minuteMs = 60_000;
const json = { 'content-type': 'application/json; charset=UTF-8' };

export interface SearchLimits {
  /** Requests a minute, of a site. */
  readonly perMinute: number;
  /** Days times dimensions in ten minutes: Google does not publish how it counts work. */
  readonly workPerTenMinutes: number;
}

const usualLimits: SearchLimits = { perMinute: 1200, workPerTenMinutes: 200_000 };

const ownFaults = [
  ...(['quotaHour', 'rateLimit', 'noPermission', 'signedOut', 'apiOff', 'suspended'] as const),
  ...(['orgPolicy', 'propertyGone', 'webPage', 'slow', 'busy', 'broken', 'halfAnswer'] as const),
];

/** Nothing that Google knows stands at this address. */
class NoSuchAddress extends Error {}

/** Google Search Console: sites, and what is found of them. */
export function playedSearchConsole(given: Partial<SearchLimits> = {}): Vendor {
  const limits = { ...usualLimits, ...given };
  const faults = faultSwitches(ownFaults);
  const asked: { site: string; atMs: number; work: number }[] = [];
  let requests = 0;
  const spend = (site: string, work: number, nowMs: number): void => {
    const lately = (ms: number) =>
      asked.filter((each) => each.site === site && each.atMs > nowMs - ms);
    if (lately(minuteMs).length >= limits.perMinute) throw failure.tooFast();
    const done = lately(10 * minuteMs).reduce((sum, each) => sum + each.work, 0);
    if (done + work > limits.workPerTenMinutes) throw failure.tooMuchWork();
    asked.push({ site, atMs: nowMs, work });
  };
  return {
    hosts,
    faults,
    answer(request, nowMs) {
      requests += 1;
      const on = (name: FaultName): boolean => faults.on().includes(name);
      if (on('broken')) return { status: 0, headers: {}, body: '', broken: true };
      const answered = caught(() => {
        const call = callOf(request);
        refuseByFault(call, request, on);
        if (on('busy') && requests % 2 === 0) throw failure.unavailable();
        if (call.is === 'sites') return sitesList(on);
        const site = readable(call.site);
        if (call.is === 'site') return entryOf(site);
        const report = askedReport(request.body);
        const days = report.to - report.from + 1;
        spend(site.site, days * (1 + report.dimensions.length), nowMs);
        return reportOf(site, report, nowMs);
      });
      const response = on('halfAnswer') ? half(answered) : answered;
      return on('slow') ? { ...response, ms: slowMs } : response;
    },
  };
}

type Call = { readonly is: 'sites' } | { readonly is: 'site' | 'query'; readonly site: string };

function callOf({ url, method }: VendorRequest): Call {
  const { pathname, searchParams } = new URL(url);
  const [, path = null] = /^\/webmasters\/v3\/(.+)$/.exec(pathname) ?? [];
  const unknown = [...searchParams.keys()].find((name) => !['alt', 'prettyPrint'].includes(name));
  if (unknown !== undefined) throw failure.invalid(`Unknown name "${unknown}".`);
  if (path === 'sites' && method === 'get') return { is: 'sites' };
  const [, encoded = null, query] =
    /^sites\/([^/]+)(\/searchAnalytics\/query)?$/.exec(path ?? '') ?? [];
  const verb = query === undefined ? 'get' : 'post';
  if (encoded === null || method !== verb) throw new NoSuchAddress(pathname);
  return { is: query === undefined ? 'site' : 'query', site: decodeURIComponent(encoded) };
}

function refuseByFault(
  call: Call,
  { headers }: VendorRequest,
  on: (name: FaultName) => boolean,
): void {
  const { authorization = '' } = headers;
  if (!/^Bearer \S+$/.test(authorization)) throw failure.noCredentials();
  if (/;without=\S*\/webmasters\.readonly/.test(authorization)) throw failure.scopeMissing();
  if (on('signedOut')) throw failure.badCredentials();
  if (on('webPage')) throw new NoSuchAddress(call.is);
  if (on('apiOff')) throw failure.apiOff();
  if (on('suspended')) throw failure.suspended();
  if (on('orgPolicy')) throw failure.againstPolicy();
  if (on('rateLimit')) throw failure.tooFast();
  if (call.is === 'sites') return;
  if (on('noPermission')) throw failure.notAllowed(call.site);
  if (on('propertyGone')) throw failure.notFound(call.site);
  if (on('quotaHour')) throw failure.tooMuchWork();
}

const entryOf = ({ site: siteUrl, permission: permissionLevel }: PlayedSite): object => ({
  siteUrl,
  permissionLevel,
});

/** Without a site the list is not empty but not there. */
const sitesList = (on: (name: FaultName) => boolean): object =>
  on('noPermission') || on('propertyGone') ? {} : { siteEntry: playedSites.map(entryOf) };

function readable(name: string): PlayedSite {
  const found = playedSites.find(({ site }) => site === name);
  if (!found || found.permission === 'siteUnverifiedUser') throw failure.notAllowed(name);
  return found;
}

function caught(answered: () => object): VendorResponse {
  try {
    return { status: 200, headers: json, body: `${JSON.stringify(answered(), null, 1)}\n` };
  } catch (error) {
    if (error instanceof failure.SearchError) {
      return { status: error.code, headers: json, body: error.body() };
    }
    if (!(error instanceof NoSuchAddress)) throw error;
    const headers = { 'content-type': 'text/html; charset=UTF-8' };
    return { status: 404, headers, body: '<!DOCTYPE html><title>Error 404 (Not Found)!!1</title>' };
  }
}

const half = (response: VendorResponse): VendorResponse =>
  response.status === 200
    ? { ...response, body: response.body.slice(0, Math.floor(response.body.length / 2)) }
    : response;
