import { type Business, business, businessZone } from '../business/people.ts';
import { faultSwitches } from '../fault-switches.ts';
import type { FaultName, Vendor, VendorRequest, VendorResponse } from '../vendor.ts';
import {
  apiIsOff,
  badLocator,
  badMethod,
  badType,
  badVersion,
  dayIsSpent,
  invalidSession,
  malformed,
  noAccess,
  notForApi,
  notFound,
  refusedAt,
  SalesforceError,
  tooManyAtOnce,
  tooManyGroups,
  tooSlow,
  unavailable,
} from './failure.ts';
import { descriptionOf, objectNamed, type Row, rate } from './objects.ts';
import { type Condition, parseQuery } from './soql-parse.ts';
import { runQuery } from './soql-run.ts';
import { client, organisationId, Tokens, userId } from './tokens.ts';

const slowMs = 40_000;
const dayMs = 86_400_000;
const mostGroups = 2000;
const longestUrl = 16_384;
/** Versions that answer, those that are gone, and none beyond. */
const versions = { gone: 30, first: 31, last: 68 };

export interface SalesforceOptions {
  readonly domain?: string;
  readonly held?: Business;
  /** The time zone of the user whom the app runs as; asked for at each call. */
  readonly zone?: () => string;
  readonly severalCurrencies?: boolean;
  readonly corporate?: () => string;
  /** Whether the app has a user to run as, and whether it may use the API. */
  readonly runAs?: boolean;
  readonly api?: boolean;
  readonly calls?: number;
  /** How many records an answer brings; Salesforce brings fewer than 2,000 as it likes. */
  readonly batch?: number;
  /** How many groups an answer brings before the rest stands elsewhere; left out, it refuses more than 2,000. */
  readonly groupBatch?: number;
  /** A question about more days than that takes too long. */
  readonly mostDays?: number;
}

export interface PlayedSalesforce extends Vendor {
  readonly tokens: Tokens;
  /** Calls of the last 24 hours. */
  calls(nowMs: number): number;
}

const faultsHere: readonly FaultName[] = [
  ...(['quotaDay', 'rateLimit', 'noPermission', 'signedOut', 'apiOff'] as const),
  ...(['webPage', 'slow', 'busy', 'broken', 'halfAnswer'] as const),
];

/** Salesforce: an organisation at its own domain, the place that gives tokens, and SOQL over its records. */
export function playedSalesforce(options: SalesforceOptions = {}): PlayedSalesforce {
  const { domain = 'example.my.salesforce.com', held = business() } = options;
  const { zone = () => businessZone, corporate = () => 'VND' } = options;
  const { severalCurrencies = false, runAs = true, api = true, calls: most = 15_000 } = options;
  const { batch = 2000, groupBatch, mostDays = 400 } = options;
  const faults = faultSwitches(faultsHere);
  const tokens = new Tokens({ domain, runAs });
  const rests = new Map<string, readonly object[]>();
  let spent: readonly number[] = [];
  let asked = 0;
  const used = (nowMs: number): number => spent.filter((ms) => ms > nowMs - dayMs).length;

  function answer(request: VendorRequest, nowMs: number, on: (name: FaultName) => boolean): object {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/services/oauth2/token') {
      if (request.method !== 'post') throw refusedAt('invalid_request', 'must use HTTP POST');
      return tokens.give(Object.fromEntries(new URLSearchParams(request.body)), nowMs);
    }
    if (pathname === '/services/data' || pathname === '/services/data/') return allVersions();
    if (on('signedOut')) throw invalidSession();
    tokens.check(request.headers.authorization ?? '', nowMs);
    if (pathname === '/services/oauth2/userinfo') return whoAsks(zone());
    const [, number, rest = ''] = /^\/services\/data\/v(\d+)\.0(?:\/(.*))?$/.exec(pathname) ?? [];
    if (number === undefined) throw notFound();
    if (Number(number) <= versions.gone) throw badVersion();
    if (Number(number) > versions.last) throw notFound();
    if (!api) throw notForApi();
    if (on('apiOff')) throw apiIsOff();
    if (on('quotaDay') || used(nowMs) >= most) throw dayIsSpent();
    if (on('rateLimit')) throw tooManyAtOnce();
    spent = [...spent.filter((ms) => ms > nowMs - dayMs), nowMs];
    if (request.method !== 'get') throw badMethod(request.method);
    const base = `/services/data/v${number}.0`;
    if (rest === '') return resources(base);
    if (rest === 'limits') {
      return { DailyApiRequests: { Max: most, Remaining: most - used(nowMs) } };
    }
    const facts = { business: held, zone: zone(), severalCurrencies, corporate: corporate() };
    const [, described] = /^sobjects\/(\w+)\/describe\/?$/.exec(rest) ?? [];
    if (described !== undefined) {
      const found = objectNamed(described, facts, nowMs);
      if (!found) throw notFound();
      return descriptionOf(described, found);
    }
    const [, locator] = /^query\/([\w-]+)$/.exec(rest) ?? [];
    if (locator !== undefined) return restOf(locator, base);
    if (rest !== 'query' && rest !== 'query/') throw notFound();
    const text = searchParams.get('q');
    if (text === null) throw malformed('A query string has to be specified');
    const query = parseQuery(text);
    if (on('noPermission') && ['Lead', 'Opportunity'].includes(query.object)) throw noAccess();
    const found = objectNamed(query.object, facts, nowMs);
    if (!found) throw badType(query.object);
    if (daysIn(query.where) > mostDays) throw tooSlow();
    const worth = (row: Row): number =>
      !severalCurrencies || row.CurrencyIsoCode === facts.corporate
        ? 1
        : facts.corporate === 'VND'
          ? 1 / rate
          : rate;
    const { rows, grouped } = runQuery(query, found, { zone: facts.zone, worth });
    if (grouped && groupBatch === undefined && rows.length > mostGroups) throw tooManyGroups();
    const size = grouped ? (groupBatch ?? mostGroups) : batch;
    const type = grouped ? 'AggregateResult' : query.object;
    const records = rows.map((row) => ({
      attributes: {
        type,
        ...(grouped || !row.Id ? {} : { url: `${base}/sobjects/${type}/${row.Id}` }),
      },
      ...row,
    }));
    return paged(records, 0, size, base);
  }

  function paged(records: readonly object[], from: number, size: number, base: string): object {
    const to = from + size;
    const done = to >= records.length;
    const locator = `0r8workbench${String(rests.size + 1).padStart(4, '0')}-${to}-${size}`;
    if (!done) rests.set(locator, records);
    return {
      totalSize: records.length,
      done,
      ...(done ? {} : { nextRecordsUrl: `${base}/query/${locator}` }),
      records: records.slice(from, to),
    };
  }

  function restOf(locator: string, base: string): object {
    const records = rests.get(locator);
    const [, from, size] = /-(\d+)-(\d+)$/.exec(locator) ?? [];
    if (!records) throw badLocator();
    return paged(records, Number(from), Number(size), base);
  }

  return {
    hosts: ['*.my.salesforce.com'],
    keys: { domain, currency: 'VND', ...client },
    faults,
    tokens,
    calls: used,
    answer(request, nowMs) {
      asked += 1;
      const on = (name: FaultName): boolean => faults.on().includes(name);
      if (on('broken')) return { status: 0, headers: {}, body: '', broken: true };
      if (on('webPage')) return page(200, 'We are down for maintenance');
      if (new URL(request.url).host !== domain) return page(404, 'URL No Longer Exists');
      if (request.url.length > longestUrl) return page(414, 'URI Too Long');
      const usage = () => ({ 'sforce-limit-info': `api-usage=${used(nowMs)}/${most}` });
      const answered = caught(() => {
        if (on('busy') && asked % 2 === 0) throw unavailable();
        return answer(request, nowMs, on);
      }, usage);
      const response = on('halfAnswer') ? halfOf(answered, asked) : answered;
      return on('slow') ? { ...response, ms: slowMs } : response;
    },
  };
}

function caught(
  answered: () => object,
  usage: () => Readonly<Record<string, string>>,
): VendorResponse {
  const json = { 'content-type': 'application/json;charset=UTF-8' };
  try {
    const body = JSON.stringify(answered());
    return { status: 200, headers: { ...json, ...usage() }, body };
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return { status: error.status, headers: json, body: JSON.stringify(error.answer) };
  }
}

const page = (status: number, title: string): VendorResponse => ({
  status,
  headers: { 'content-type': 'text/html;charset=UTF-8' },
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body></body></html>`,
});

/** Between which days a question asks; 0 where it does not say. */
function daysIn(where: Condition | null): number {
  const found: number[] = [];
  const look = (condition: Condition): void => {
    if (condition.is !== 'test') condition.parts.forEach(look);
    else {
      for (const { is, value } of condition.values) {
        if (is === 'date' || is === 'datetime') found.push(Date.parse(value));
      }
    }
  };
  if (where) look(where);
  return found.length < 2 ? 0 : (Math.max(...found) - Math.min(...found)) / dayMs;
}

const allVersions = (): object =>
  Array.from({ length: versions.last - versions.first + 1 }, (_, at) => {
    const version = `${versions.first + at}.0`;
    return { label: `Version ${version}`, url: `/services/data/v${version}`, version };
  });

const resources = (base: string): object => ({
  query: `${base}/query`,
  sobjects: `${base}/sobjects`,
  limits: `${base}/limits`,
  identity: `https://login.salesforce.com/id/${organisationId}/${userId}`,
});

const whoAsks = (zoneinfo: string): object => ({
  sub: `https://login.salesforce.com/id/${organisationId}/${userId}`,
  user_id: userId,
  organization_id: organisationId,
  zoneinfo,
});

/** In turn: the text stops in its middle; what says whether that is all is not there; what was asked for is not. */
function halfOf(response: VendorResponse, asked: number): VendorResponse {
  const { body, status } = response;
  if (status !== 200) return response;
  const lost =
    [
      [],
      ['done', 'fields', 'identity', 'access_token'],
      ['n', 'a', 'd', 'name', 'TimeZoneSidKey', 'identity', 'access_token'],
    ][asked % 3] ?? [];
  if (lost.length === 0) return { ...response, body: body.slice(0, Math.floor(body.length / 2)) };
  const left = JSON.stringify(JSON.parse(body), (name, value: unknown) =>
    lost.includes(name) ? undefined : value,
  );
  return { ...response, body: left };
}
