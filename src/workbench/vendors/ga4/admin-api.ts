import { keyEventNames } from './events/site.ts';
import { ApiError, invalid } from './failure.ts';
import { type AnalyticsAccount, accounts, ownProperties, type Property } from './properties.ts';

const usualPage = 50;
const largestPage = 200;

interface Listing {
  /** Properties that have been deleted. */
  readonly gone: readonly Property[];
  /** Whether this user may read any. */
  readonly readable: boolean;
}

export const deletable: readonly Property[] = ownProperties;

/** Pages are of accounts, however many properties each has. */
export function accountSummaries(query: URLSearchParams, { gone, readable }: Listing): object {
  const all = readable ? accounts : [];
  const { page, next } = paged(all, query);
  return {
    ...(page.length === 0 ? {} : { accountSummaries: page.map((one) => summary(one, gone)) }),
    ...next,
  };
}

function summary({ name, title, properties }: AnalyticsAccount, gone: readonly Property[]): object {
  const left = properties.filter((property) => !gone.includes(property));
  const list = left.map((property) => ({
    property: property.name,
    displayName: property.title,
    propertyType: 'PROPERTY_TYPE_ORDINARY',
    parent: name,
  }));
  return {
    name: name.replace('accounts', 'accountSummaries'),
    account: name,
    displayName: title,
    ...(list.length === 0 ? {} : { propertySummaries: list }),
  };
}

export const propertyResource = ({
  name,
  account,
  title,
  zone,
  currency,
  made,
}: Property): object => ({
  name,
  parent: account,
  createTime: made,
  updateTime: made,
  displayName: title,
  industryCategory: 'SHOPPING',
  timeZone: zone,
  currencyCode: currency,
  serviceLevel: 'GOOGLE_ANALYTICS_STANDARD',
  account,
  propertyType: 'PROPERTY_TYPE_ORDINARY',
});

export function keyEvents({ name, made }: Property, query: URLSearchParams): object {
  const { page, next } = paged(keyEventNames, query);
  return {
    keyEvents: page.map((eventName) => ({
      name: `${name}/keyEvents/${7_000_000_000 + keyEventNames.indexOf(eventName)}`,
      eventName,
      createTime: made,
      // Google Analytics makes `purchase` a key event by itself.
      ...(eventName === 'purchase' ? {} : { deletable: true, custom: true }),
      countingMethod: 'ONCE_PER_EVENT',
    })),
    ...next,
  };
}

export const notReadable = (): ApiError =>
  new ApiError(403, 'PERMISSION_DENIED', 'The caller does not have permission');

const known = ['pageSize', 'pageToken', 'alt', 'prettyPrint', 'fields'];
const tokenPrefix = 'page-';

/** A page of a list; its token is only good for going on. */
function paged<T>(
  items: readonly T[],
  query: URLSearchParams,
): { readonly page: readonly T[]; readonly next: object } {
  refuseUnknown(query, known);
  const size = query.get('pageSize') ?? '0';
  if (!/^\d+$/.test(size)) throw invalid(`Invalid value at 'page_size' (TYPE_INT32), "${size}"`);
  const count = Math.min(largestPage, Number(size) || usualPage);
  const token = query.get('pageToken') ?? '';
  const from = token === '' ? 0 : Number(token.replace(tokenPrefix, ''));
  if (token !== '' && (!token.startsWith(tokenPrefix) || !(from > 0 && from < items.length))) {
    throw invalid('Invalid page token.');
  }
  const end = from + count;
  const next = end < items.length ? { nextPageToken: `${tokenPrefix}${end}` } : {};
  return { page: items.slice(from, end), next };
}

export function refuseUnknown(query: URLSearchParams, names: readonly string[]): void {
  const unknown = [...query.keys()].find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw invalid(
    `Invalid JSON payload received. Unknown name "${unknown}": Cannot bind query parameter. Field '${unknown}' could not be found in request message.`,
  );
}
