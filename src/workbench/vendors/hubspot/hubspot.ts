import { faultSwitches } from '../fault-switches.ts';
import type { FaultName, Vendor, VendorRequest, VendorResponse } from '../vendor.ts';
import { Calls, type Limits, standardLimits } from './calls.ts';
import {
  badKey,
  HubError,
  invalid,
  lacksScope,
  notFound,
  page,
  tooMuch,
  wrongMethod,
  wrongType,
} from './failure.ts';
import { accountAnswer, lifecycleOptions, pipelinesAnswer, portal } from './portal.ts';
import { type Collection, contactsOf, dealsOf } from './records.ts';
import { found, shown } from './search.ts';
import { readSearch } from './search-request.ts';

const host = 'api.hubapi.com';
const json = { 'content-type': 'application/json;charset=utf-8' };
const slowMs = 40_000;

/** The one key that counts here. */
export const playedKey = 'pat-na1-5eed0000-1111-4222-8333-c0ffee000001';

const usual = { people: 12, limits: standardLimits };

/** HubSpot: contacts and deals of the business, as they are at the moment they are asked for. */
export function playedHubSpot(of: { people?: number; limits?: Partial<Limits> } = {}): Vendor {
  const faults = faultSwitches([
    ...(['quotaDay', 'rateLimit', 'noPermission', 'signedOut', 'noCurrency'] as const),
    ...(['webPage', 'slow', 'busy', 'broken', 'halfAnswer'] as const),
  ]);
  const calls = new Calls({ ...usual.limits, ...of.limits }, portal.zone);
  const people = of.people ?? usual.people;
  const held: Held = {
    contacts: once(() => contactsOf(people)),
    deals: once(() => dealsOf(people)),
  };
  let requests = 0;
  return {
    hosts: [host],
    keys: { key: playedKey },
    faults,
    answer(request, nowMs) {
      requests += 1;
      const on = (name: FaultName): boolean => faults.on().includes(name);
      if (on('broken')) return { status: 0, headers: {}, body: '', broken: true };
      if (on('webPage')) return page();
      if (on('busy') && requests % 2 === 0) return { status: 503, headers: {}, body: '' };
      const answered = caught(() => {
        if (request.headers.authorization !== `Bearer ${playedKey}` || on('signedOut'))
          throw badKey();
        const call = callOf(request);
        const isSearch = call.rest === 'search';
        if (on('quotaDay')) throw tooMuch('DAILY');
        if (on('rateLimit') && isSearch) throw tooMuch('SECONDLY');
        calls.count(isSearch, nowMs);
        if (call.object === 'deals' && on('noPermission'))
          throw lacksScope('crm.objects.deals.read');
        const body = JSON.stringify(answer(call, request, held, nowMs, on));
        return { status: 200, headers: isSearch ? json : { ...json, ...calls.headers() }, body };
      });
      const cut = on('halfAnswer') && answered.status === 200;
      const response = cut
        ? { ...answered, body: answered.body.slice(0, Math.floor(answered.body.length / 2)) }
        : answered;
      return on('slow') ? { ...response, ms: slowMs } : response;
    },
  };
}

/** What the account holds, put in order when it is first asked for. */
interface Held {
  readonly contacts: () => ReturnType<typeof contactsOf>;
  readonly deals: () => ReturnType<typeof dealsOf>;
}

function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function caught(answer: () => VendorResponse): VendorResponse {
  try {
    return answer();
  } catch (error) {
    if (error instanceof HubError) return error.response();
    throw error;
  }
}

interface Call {
  readonly is: 'account' | 'objects' | 'pipelines' | 'properties';
  readonly isLatest: boolean;
  readonly object: 'contacts' | 'deals' | '';
  /** What stands after the object: `search`, the name of a property. */
  readonly rest: string;
  readonly query: URLSearchParams;
}

const versions = '(2026-09|2026-03|v3)';
const objects = {
  contacts: 'contacts',
  '0-1': 'contacts',
  deals: 'deals',
  '0-3': 'deals',
} as const;

/** Paths of versions by date, and of the versions by number that HubSpot’s own client asks for. */
function callOf({ url }: VendorRequest): Call {
  const { pathname, searchParams: query } = new URL(url);
  const account = new RegExp(`^/account-info/${versions}/details$`).exec(pathname);
  const dated = new RegExp(
    `^/crm/(objects|pipelines|properties)/${versions}/([\\w-]+)(?:/([\\w-]+))?$`,
  ).exec(pathname);
  const numbered = /^\/crm\/(v3)\/(objects|pipelines|properties)\/([\w-]+)(?:\/([\w-]+))?$/.exec(
    pathname,
  );
  if (account)
    return { is: 'account', isLatest: account[1] === '2026-09', object: '', rest: '', query };
  const [, first, second, name = '', rest = ''] = dated ?? numbered ?? [];
  const is = dated ? first : second;
  const version = dated ? second : first;
  const object = Object.entries(objects).find(([each]) => each === name)?.[1];
  if (!object || (is !== 'objects' && is !== 'pipelines' && is !== 'properties')) throw notFound();
  return { is, isLatest: version === '2026-09', object, rest, query };
}

function answer(
  call: Call,
  request: VendorRequest,
  held: Held,
  nowMs: number,
  on: (name: FaultName) => boolean,
): object {
  const { is, object, rest, query, isLatest } = call;
  const isSearch = is === 'objects' && rest === 'search';
  if (request.method !== (isSearch ? 'post' : 'get')) throw wrongMethod();
  if (is === 'account') return accountAnswer(isLatest, !on('noCurrency'));
  if (is === 'pipelines') {
    if (object !== 'deals' || rest !== '') throw notFound();
    return pipelinesAnswer();
  }
  return object === 'contacts'
    ? ofCollection(call, request, held.contacts(), nowMs, isSearch, query)
    : ofCollection(call, request, held.deals(), nowMs, isSearch, query);
}

function ofCollection<R>(
  { is, rest }: Call,
  { body, headers }: VendorRequest,
  collection: Collection<R>,
  nowMs: number,
  isSearch: boolean,
  query: URLSearchParams,
): object {
  if (isSearch) {
    if (!(headers['content-type'] ?? '').startsWith('application/json')) throw wrongType();
    return found(readSearch(body, collection.properties), collection, nowMs);
  }
  if (is === 'properties') {
    const all = Object.entries(collection.properties).map(([name, { type }]) =>
      propertyOf(name, type),
    );
    if (rest === '') return { results: all };
    const one = all.find(({ name }) => name === rest);
    if (!one) throw notFound();
    return one;
  }
  if (rest !== '') throw notFound();
  return listed(collection, query, nowMs);
}

const propertyOf = (name: string, type: string) => ({
  name,
  label: name,
  type,
  fieldType: type === 'enumeration' ? 'select' : 'text',
  groupName: 'information',
  description: '',
  options: name === 'lifecyclestage' ? lifecycleOptions : [],
  hubspotDefined: true,
  archived: false,
});

/** A list in the order of ids; its pages begin after one of them. */
function listed<R>(collection: Collection<R>, query: URLSearchParams, nowMs: number): object {
  const limit = Number(query.get('limit') ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw invalid('limit has to be from 1 to 100');
  const after = Number(query.get('after') ?? 0);
  const asked = query.getAll('properties').flatMap((each) => each.split(','));
  const { records, id, createdMs } = collection;
  const all = records.filter((each) => createdMs(each) <= nowMs && id(each) > after);
  const results = all.slice(0, limit).map((each) => shown(each, collection, asked, nowMs));
  const last = all[limit - 1];
  const more = all.length > limit && last !== undefined;
  return { results, ...(more ? { paging: { next: { after: String(id(last)) } } } : {}) };
}
