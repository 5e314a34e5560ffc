import { faultSwitches } from '../fault-switches.ts';
import type { FaultName, Vendor, VendorRequest, VendorResponse } from '../vendor.ts';
import {
  accountSummaries,
  deletable,
  keyEvents,
  notReadable,
  propertyResource,
  refuseUnknown,
} from './admin-api.ts';
import { dataMethods } from './data-api.ts';
import * as failure from './failure.ts';
import { type Property, propertyOf } from './properties.ts';
import { type Limits, Quotas, standardLimits } from './quota.ts';

const dataHost = 'analyticsdata.googleapis.com';
const adminHost = 'analyticsadmin.googleapis.com';
const slowMs = 40_000;
const json = { 'content-type': 'application/json; charset=UTF-8' };

/** Google Analytics: its Data API and its Admin API, over one stream of events. */
export function playedGoogleAnalytics(limits: Partial<Limits> = {}): Vendor {
  const faults = faultSwitches();
  const quotas = new Quotas({ ...standardLimits, ...limits });
  let requests = 0;
  return {
    hosts: [dataHost, adminHost],
    faults,
    answer(request, nowMs) {
      requests += 1;
      const on = (name: FaultName): boolean => faults.on().includes(name);
      if (on('broken')) return { status: 0, headers: {}, body: '', broken: true };
      const answered = caught(() => {
        const call = callOf(request);
        refuseByFault(call, on);
        if (on('busy') && requests % 2 === 0) throw serverError(call, quotas, nowMs);
        return answer(call, request.body, quotas, nowMs, on);
      });
      const response = on('halfAnswer') ? half(answered, requests) : answered;
      return on('slow') ? { ...response, ms: slowMs } : response;
    },
  };
}

/** Where a request goes. */
interface Call {
  readonly host: string;
  readonly verb: string;
  /** What is called on the property, or without one: `runReport`, `metadata`, `accountSummaries`. */
  readonly method: string;
  readonly property: string | null;
  readonly query: URLSearchParams;
  readonly authorization: string;
}

/** Nothing that Google knows stands at this address; its answer is a page, not JSON. */
class NoSuchAddress extends Error {}

const addresses: readonly (readonly [string, RegExp])[] = [
  [dataHost, /^\/v1beta\/(properties\/[^/:]+)(?::([A-Za-z]+)|\/(metadata))$/],
  [adminHost, /^\/v1beta\/(properties\/[^/:]+)(?:\/(keyEvents))?$/],
  [adminHost, /^\/v1beta\/()(accountSummaries)$/],
];

function callOf({ url, method: verb, headers }: VendorRequest): Call {
  const { host, pathname, searchParams: query } = new URL(url);
  for (const [known, pattern] of addresses) {
    const match = host === known ? pattern.exec(decodeURIComponent(pathname)) : null;
    if (match === null) continue;
    const [, property = '', ...rest] = match;
    const method = rest.find((part) => part !== undefined) ?? 'property';
    const authorization = headers.authorization ?? '';
    return { host, verb, method, property: property || null, query, authorization };
  }
  throw new NoSuchAddress(pathname);
}

function refuseByFault(call: Call, on: (name: FaultName) => boolean): void {
  if (!/^Bearer \S+/.test(call.authorization)) throw failure.noCredentials();
  if (/;without=\S*\/analytics\.readonly/.test(call.authorization)) {
    throw failure.scopeMissing(call.host);
  }
  if (on('signedOut')) throw failure.badCredentials();
  if (on('webPage')) throw new NoSuchAddress(call.method);
  if (on('apiOff')) throw failure.serviceDisabled(call.host);
  if (on('suspended')) throw failure.suspended(call.host);
  if (on('orgPolicy')) throw failure.againstPolicy(call.host);
  if (on('rateLimit')) throw failure.tooFast(call.host);
  if (call.property === null) return;
  if (on('noPermission')) throw call.host === dataHost ? failure.notAllowed() : notReadable();
  if (on('propertyGone') && isDeletable(call.property)) throw failure.notFound();
  if (call.host !== dataHost) return;
  if (on('quotaHour')) throw failure.projectHourSpent();
  if (on('quotaDay')) throw failure.daySpent();
}

const isDeletable = (name: string): boolean => deletable.some((property) => property.name === name);

/** Server errors are counted: after ten in an hour the property answers nothing else. */
function serverError({ host, property }: Call, quotas: Quotas, nowMs: number): Error {
  const known = property === null || host !== dataHost ? null : propertyOf(property);
  if (known === null) return failure.unavailable();
  quotas.refuseSpent(known, nowMs);
  quotas.spendOne(known, 'serverErrorsPerProjectPerHour', nowMs);
  return failure.unavailable();
}

function answer(
  call: Call,
  body: string,
  quotas: Quotas,
  nowMs: number,
  on: (name: FaultName) => boolean,
): object {
  const { host, verb, method, query } = call;
  if (host === dataHost) {
    const run = dataMethods[`${verb} ${method}`];
    if (run === undefined) throw new NoSuchAddress(method);
    const property = readable(call, failure.notAllowed);
    // Google's own clients write the first of these with the sign, as all of its parameters may be.
    refuseUnknown(query, ['$alt', 'alt', 'prettyPrint', 'fields']);
    return run({ property, method, body, nowMs, quotas });
  }
  if (verb !== 'get') throw new NoSuchAddress(method);
  if (method === 'accountSummaries') {
    const gone = on('propertyGone') ? deletable : [];
    return accountSummaries(query, { gone, readable: !on('noPermission') });
  }
  const property = readable(call, notReadable);
  if (method === 'keyEvents') return keyEvents(property, query);
  const facts = propertyResource(property);
  return {
    ...facts,
    ...(on('propertyInBin') ? { deleteTime: '2026-11-01T00:00:00Z' } : {}),
    ...(on('noCurrency') ? { currencyCode: undefined } : {}),
  };
}

/** Google does not say whether a property is not there or only not to be seen. */
function readable({ property }: Call, refusal: () => Error): Property {
  const found = propertyOf(property ?? '');
  if (found === null) throw refusal();
  return found;
}

function caught(answered: () => object): VendorResponse {
  try {
    return { status: 200, headers: json, body: `${JSON.stringify(answered(), null, 2)}\n` };
  } catch (error) {
    if (error instanceof failure.ApiError) {
      return { status: error.code, headers: json, body: error.body() };
    }
    if (!(error instanceof NoSuchAddress)) throw error;
    const headers = { 'content-type': 'text/html; charset=UTF-8' };
    return { status: 404, headers, body: '<!DOCTYPE html><title>Error 404 (Not Found)!!1</title>' };
  }
}

/** In turn: the text stops in its middle; headings and names are not there; the number of rows is not. */
function half(response: VendorResponse, requests: number): VendorResponse {
  const { body, status } = response;
  if (status !== 200) return response;
  const lost = losses[requests % losses.length] ?? [];
  if (lost.length === 0) return { ...response, body: body.slice(0, Math.floor(body.length / 2)) };
  const left = JSON.stringify(JSON.parse(body), (name, value: unknown) =>
    lost.includes(name) ? undefined : value,
  );
  return { ...response, body: left };
}

const names = ['property', 'timeZone', 'apiName', 'eventName'];
const losses: readonly (readonly string[])[] = [
  [],
  ['metricHeaders', ...names],
  ['rowCount', ...names],
];
