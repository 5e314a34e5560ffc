import { numberOf, objectsOf, textOf } from '../json.ts';
import { lookupsBy, type Unusable } from '../json-lookup.ts';
import type { Lookup } from '../source.ts';
import { isZone } from '../zone.ts';
import {
  accountRequest,
  type HubObject,
  pipelinesRequest,
  propertiesRequest,
  searchRequest,
} from './api.ts';
import type { TroubleKind } from './causes.ts';
import { classify } from './classify.ts';
import { stageEntered } from './metrics.ts';
import { type Pipeline, readPipelines } from './pipelines.ts';

const unusable = (kind: TroubleKind, detail = ''): Unusable => ({ trouble: { kind, detail } });

// Nobody waits here for a day to end: which zone it ends in does not matter.
const lookup = lookupsBy((response, nowMs) => classify(response, nowMs, 'UTC'));

export interface PortalFacts {
  readonly portal: string;
  /** What people call it; `''` where HubSpot does not say. */
  readonly name: string;
  readonly zone: string;
  readonly currency: string;
  /** It is for trying things out: its numbers are nobody’s. */
  readonly isTest: boolean;
}

/** The account that a key belongs to. */
export const portalLookup = (): Lookup<PortalFacts> =>
  lookup(accountRequest(), (said) => {
    const portal = numberOf(said.portalId);
    const zone = textOf(said.timeZone);
    const currency = textOf(said.companyCurrency);
    if (portal === null) return null;
    if (!isZone(zone)) return unusable('noZone', zone);
    if (!/^[A-Z]{3}$/.test(currency)) return unusable('noCurrency');
    const name = textOf(said.portalName).trim();
    const isTest = ['SANDBOX', 'DEVELOPER_TEST'].includes(textOf(said.accountType));
    return { portal: String(portal), name, zone, currency, isTest };
  });

/** Whether the key may read records of a kind; all that is read of them is how many there are. */
export const mayRead = (object: HubObject): Lookup<number> =>
  lookup(searchRequest(object, [], [], 1), ({ total }) => numberOf(total));

/** A lifecycle stage into which the account notes when a contact came. */
export interface Stage {
  readonly id: string;
  readonly label: string;
}

/**
 * The account’s lifecycle stages, its own among them: those for which it has a property with the moment
 * a contact came into it. What they are called the property of the stage itself says.
 */
export const stagesLookup = (): Lookup<readonly Stage[]> =>
  lookup(propertiesRequest('contacts'), ({ results }) => {
    const properties = Array.isArray(results) ? objectsOf(results) : null;
    const lifecycle = properties?.find(({ name }) => name === 'lifecyclestage');
    const options = lifecycle && objectsOf(lifecycle.options);
    if (!properties || !options) return null;
    const entered = properties.flatMap(({ name }) => stageEntered(textOf(name)) ?? []);
    return options.flatMap(({ value, label }): Stage[] => {
      const id = textOf(value);
      return entered.includes(id) ? [{ id, label: textOf(label).trim() || id }] : [];
    });
  });

export const pipelinesLookup = (): Lookup<readonly Pipeline[]> =>
  lookup(pipelinesRequest(), ({ results }) => readPipelines(results));
