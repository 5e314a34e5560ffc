import type { Account } from '../../plan/model/feeds.ts';
import { lineOf } from '../../plan/validation/field-reader.ts';
import { accountFacts } from '../account-facts.ts';

export interface PropertyAccount extends Account {
  readonly source: 'ga4';
  readonly zone: string;
}

/** A property in a plan is `properties/123`. */
export const propertyId = /^properties\/\d{1,20}$/;
const longestZone = 64;

export function readProperty(record: Readonly<Record<string, unknown>>): PropertyAccount | null {
  const facts = accountFacts(record, propertyId);
  const zone = lineOf(record.zone);
  const { source } = record;
  if (source !== 'ga4' || !facts || !zone || zone.length > longestZone) return null;
  return { source, ...facts, zone };
}
