import type { Account } from '../../plan/model/feeds.ts';
import { lineOf } from '../../plan/validation/field-reader.ts';
import { accountFacts } from '../account-facts.ts';

/** A HubSpot account, which HubSpot's interface calls by its Hub ID and its API by `portalId`. */
export interface PortalAccount extends Account {
  readonly source: 'hubspot';
  readonly zone: string;
  /** `147893286`: a key of another account must not bring its numbers under this one's name. */
  readonly portal: string;
}

const accountId = /^hubspot-[a-z0-9]{6}$/;
const longestZone = 64;

export function readPortal(record: Readonly<Record<string, unknown>>): PortalAccount | null {
  const facts = accountFacts(record, accountId);
  const zone = lineOf(record.zone);
  const portal = lineOf(record.portal);
  const { source } = record;
  if (source !== 'hubspot' || !facts || !zone || zone.length > longestZone) return null;
  return portal !== null && /^\d{1,15}$/.test(portal) ? { source, ...facts, zone, portal } : null;
}
