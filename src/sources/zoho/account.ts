import type { Account } from '../../plan/model/feeds.ts';
import { lineOf } from '../../plan/validation/field-reader.ts';
import { accountFacts } from '../account-facts.ts';
import { type Center, centerOf } from './centers.ts';

/** An organisation of Zoho CRM, at the data centre where it is. */
export interface ZohoAccount extends Account {
  readonly source: 'zoho';
  readonly zone: string;
  readonly dc: Center;
}

const longestZone = 64;

export function readZohoAccount(record: Readonly<Record<string, unknown>>): ZohoAccount | null {
  const { source } = record;
  const facts = accountFacts(record, /^zoho-[a-z0-9]{6}$/);
  const zone = lineOf(record.zone);
  const dc = centerOf(record.dc);
  if (source !== 'zoho' || !facts || !zone || zone.length > longestZone || !dc) return null;
  return { source, ...facts, zone, dc };
}
