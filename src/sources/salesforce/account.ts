import type { Account } from '../../plan/model/feeds.ts';
import { lineOf } from '../../plan/validation/field-reader.ts';
import { accountFacts } from '../account-facts.ts';
import { domainOf } from './domain.ts';

/** An organisation of Salesforce, seen as the user whom its app runs as. */
export interface SalesforceAccount extends Account {
  readonly source: 'salesforce';
  readonly domain: string;
  /** That user's: Salesforce tells days by it. */
  readonly zone: string;
}

const longestZone = 64;

export function readSalesforceAccount(
  record: Readonly<Record<string, unknown>>,
): SalesforceAccount | null {
  const { source } = record;
  const facts = accountFacts(record, /^salesforce-[a-z0-9]{6}$/);
  const zone = lineOf(record.zone);
  const domain = domainOf(record.domain);
  if (source !== 'salesforce' || !facts || !zone || zone.length > longestZone || !domain) {
    return null;
  }
  return { source, ...facts, zone, domain };
}
