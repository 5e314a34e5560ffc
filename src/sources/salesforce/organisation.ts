import { type Json, objectsOf, textOf } from '../json.ts';
import type { Lookup } from '../source.ts';
import { lookup, trouble } from './lookup.ts';
import {
  corporateRequest,
  organisationRequest,
  resourcesRequest,
  userRequest,
  whoRequest,
} from './soql.ts';

/** What an organisation says of itself. */
export interface Organisation {
  readonly name: string;
  /** When it was made, in ms; `null` where it does not say. */
  readonly madeMs: number | null;
}

/** The records of an answer that is whole; `null` for any other. */
function recordsIn(answer: Json | null): readonly Json[] | null {
  const records = Array.isArray(answer?.records) ? objectsOf(answer.records) : null;
  return answer?.done === true ? records : null;
}

/** `null` where it is no answer to the question who this is. */
export function organisationIn(answer: Json | null): Organisation | null {
  const [org] = recordsIn(answer) ?? [];
  if (!org) return null;
  return { name: textOf(org.Name), madeMs: momentIn(org.CreatedDate) };
}

/** `2026-05-01T07:25:37.000+0000`, which has no colon in its zone; `null` for anything else. */
export function momentIn(value: unknown): number | null {
  const [, before, hours, minutes] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z|([+-]\d\d):?(\d\d))$/.exec(textOf(value)) ??
    [];
  if (before === undefined) return null;
  const ms = Date.parse(`${before}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
  return Number.isNaN(ms) ? null : ms;
}

export const organisationLookup = (domain: string): Lookup<Organisation> =>
  lookup(organisationRequest(domain), organisationIn);

/** Who asks: the user whom the app runs as; `null` where that is not said. */
export const userIdLookup = (domain: string): Lookup<{ readonly id: string | null }> =>
  lookup(resourcesRequest(domain), (answer) => {
    const [, id = null] = /\/id\/\w{15,18}\/(005\w{12,15})$/.exec(textOf(answer.identity)) ?? [];
    return { id };
  });

/** The zone by which Salesforce tells the days of that user; never guessed. */
export const zoneLookup = (
  domain: string,
  user: string | null,
): Lookup<{ readonly zone: string }> => {
  const zoneOf = (zone: string) => (zone === '' ? trouble('noZone') : { zone });
  // Some apps may ask who they are, which says it as well.
  if (user === null) {
    return lookup(whoRequest(domain), ({ zoneinfo }) => zoneOf(textOf(zoneinfo)));
  }
  return lookup(userRequest(domain, user), (answer) => {
    const records = recordsIn(answer);
    return records && zoneOf(textOf(records[0]?.TimeZoneSidKey));
  });
};

/** The currency in which sums come where there are several. */
export const corporateIn = (answer: Json | null): string | null => {
  const [corporate] = recordsIn(answer) ?? [];
  const code = textOf(corporate?.IsoCode);
  return /^[A-Z]{3}$/.test(code) ? code : null;
};

export const corporateLookup = (domain: string): Lookup<{ readonly currency: string }> =>
  lookup(corporateRequest(domain), (answer) => {
    const currency = corporateIn(answer);
    return currency === null ? null : { currency };
  });
