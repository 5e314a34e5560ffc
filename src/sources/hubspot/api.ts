import type { HttpRequest } from '../source.ts';

const api = 'https://api.hubapi.com/';
/** Google’s manifest takes an address only with a path. */
export const hubspotHosts = [`${api}crm/`, `${api}account-info/`] as const;

/**
 * HubSpot names its versions by months: new ones come in March and September, each is answered for 18
 * months. Paths of another version differ in this alone.
 */
const version = '2026-09';

export type HubObject = 'contacts' | 'deals';

/** What a key has to be allowed for each kind of record. */
export const scopes: Readonly<Record<HubObject, string>> = {
  contacts: 'crm.objects.contacts.read',
  deals: 'crm.objects.deals.read',
};

export interface SearchFilter {
  readonly propertyName: string;
  readonly operator: 'BETWEEN' | 'IN' | 'GT';
  readonly value?: string;
  readonly highValue?: string;
  readonly values?: readonly string[];
}

export const mostPageRows = 200;
/** A search says at most this many in all, and pages no further. */
export const mostSearched = 10_000;

const get = (path: string): HttpRequest => ({ method: 'get', url: api + path, body: null });

/** Time zone, currency and number of the account that a key belongs to. */
export const accountRequest = (): HttpRequest => get(`account-info/${version}/details`);
export const pipelinesRequest = (): HttpRequest => get(`crm/pipelines/${version}/deals`);
export const propertiesRequest = (object: HubObject): HttpRequest =>
  get(`crm/properties/${version}/${object}`);

/** Records that pass all filters, in the order of their ids, which never change. */
export const searchRequest = (
  object: HubObject,
  filters: readonly SearchFilter[],
  properties: readonly string[],
  limit: number,
): HttpRequest => ({
  method: 'post',
  url: `${api}crm/objects/${version}/${object}/search`,
  body: {
    filterGroups: filters.length > 0 ? [{ filters }] : [],
    sorts: ['hs_object_id'],
    properties,
    limit,
    after: '0',
  },
});
