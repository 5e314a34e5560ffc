import { objectsOf, textOf } from '../json.ts';
import type { Lookup } from '../source.ts';
import { type PropertyAccount, propertyId } from './account.ts';
import { lookup, unusable } from './lookup.ts';
import { ga4Request } from './methods.ts';

/** The most that one page brings. */
const pageSize = '200';

export interface PropertyFound {
  /** `properties/123` */
  readonly account: string;
  readonly name: string;
  /** The name of the account it belongs to. */
  readonly group: string;
}

/** One page of the properties that the user may read; `page` of the page before, `null` for the first. */
export const propertiesLookup = (
  page: string | null,
): Lookup<{ readonly properties: readonly PropertyFound[]; readonly page: string | null }> =>
  lookup(ga4Request('listAccountSummaries', '', null, paging(page)), (answer) => {
    const accounts = objectsOf(answer.accountSummaries);
    if (!accounts) return null;
    const properties: PropertyFound[] = [];
    for (const account of accounts) {
      const summaries = objectsOf(account.propertySummaries);
      if (!summaries) return null;
      const group = textOf(account.displayName) || textOf(account.account);
      for (const summary of summaries) {
        const id = textOf(summary.property);
        if (!propertyId.test(id)) return null;
        properties.push({ account: id, name: textOf(summary.displayName) || id, group });
      }
    }
    return { properties, page: nextOf(answer.nextPageToken) };
  });

/**
 * A property's name, time zone and currency. One that lies in the bin counts nothing any more, and
 * one without a currency, which Google does not ask for, cannot say what its amounts are.
 */
export const propertyLookup = (account: string): Lookup<PropertyAccount> =>
  lookup(ga4Request('getProperty', account), (answer) => {
    const { name, displayName, timeZone, currencyCode, deleteTime } = answer;
    const zone = textOf(timeZone);
    const currency = textOf(currencyCode);
    // What Google always sends is missing: half an answer says nothing about the rest.
    if (textOf(name) !== account) return null;
    if (textOf(deleteTime) !== '') return unusable('propertyInBin');
    if (!zone) return null;
    if (!/^[A-Z]{3}$/.test(currency)) return unusable('noCurrency');
    return { source: 'ga4', id: account, name: textOf(displayName) || account, currency, zone };
  });

/** The names of a property's key events, page by page. */
export const keyEventsLookup = (
  account: string,
  page: string | null,
): Lookup<{ readonly names: readonly string[]; readonly page: string | null }> =>
  lookup(ga4Request('listKeyEvents', account, null, paging(page)), (answer) => {
    const events = objectsOf(answer.keyEvents);
    const names = events?.map(({ eventName }) => textOf(eventName));
    return names?.every((name) => name !== '')
      ? { names, page: nextOf(answer.nextPageToken) }
      : null;
  });

const paging = (page: string | null) =>
  page === null ? { pageSize } : { pageSize, pageToken: page };

const nextOf = (token: unknown): string | null => textOf(token) || null;
