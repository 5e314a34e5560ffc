import { type Json, objectsOf, textOf } from '../json.ts';
import type { Lookup } from '../source.ts';
import type { ZohoAccount } from './account.ts';
import type { Center } from './centers.ts';
import { orgRequest } from './coql.ts';
import { lookup, trouble } from './lookup.ts';

/** What an organisation says of itself. */
export interface Organisation {
  readonly name: string;
  /** `''` where it does not say. */
  readonly currency: string;
  readonly zone: string;
  /** When it was made, in ms; `null` where it does not say. */
  readonly madeMs: number | null;
}

/** `null` where it is no answer to the question who this is. */
export function organisationIn(answer: Json | null): Organisation | null {
  const [org] = objectsOf(answer?.org) ?? [];
  if (!org) return null;
  const made = Date.parse(textOf(org.created_time));
  const currency = textOf(org.iso_code);
  return {
    name: textOf(org.company_name),
    currency: /^[A-Z]{3}$/.test(currency) ? currency : '',
    zone: textOf(org.time_zone),
    madeMs: Number.isNaN(made) ? null : made,
  };
}

/**
 * The organisation that a key opens, as an account. Its days and its money are never guessed: without
 * a zone or a currency it is refused.
 */
export const accountLookup = (id: string, dc: Center): Lookup<ZohoAccount> =>
  lookup(orgRequest(dc), (answer) => {
    const org = organisationIn(answer);
    if (!org) return null;
    const { name, currency, zone } = org;
    if (currency === '') return trouble('noCurrency');
    if (zone === '') return trouble('noZone');
    return { source: 'zoho', id, name: name || 'Zoho CRM', currency, zone, dc };
  });
