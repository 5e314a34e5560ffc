import { business } from '../../../src/workbench/vendors/business/people.ts';
import { hanoi } from './played.ts';

/**
 * What really happened at the business, counted in the plainest way and by none of the code that
 * answers requests: what comes out of Salesforce is held against it.
 */
export interface Happened {
  readonly metric: string;
  /** `2027-01-05`, where the business is. */
  readonly date: string;
  readonly channel: string;
  readonly value: number;
}

const written = new Intl.DateTimeFormat('sv-SE', { timeZone: hanoi, dateStyle: 'short' });
const dateOf = (ms: number): string => written.format(ms);

/** Everything up to a moment. */
export function happened(nowMs: number, perDay = 12): readonly Happened[] {
  const found: Happened[] = [];
  const { leads, deals } = business(perDay);
  for (const { id, createdMs, sqlMs, channel: came } of leads) {
    if (createdMs > nowMs) continue;
    // Nobody fills the source in for some of those who come by themselves.
    const channel = came === 'direct' && id % 4 === 0 ? '--None--' : came;
    found.push({ metric: 'leads', date: dateOf(createdMs), channel, value: 1 });
    if (sqlMs === null || sqlMs > nowMs) continue;
    found.push({ metric: 'convertedLeads', date: dateOf(sqlMs), channel, value: 1 });
  }
  for (const { createdMs, closeMs, ends, amount, channel } of deals) {
    if (createdMs > nowMs) continue;
    found.push({ metric: 'dealsCreated', date: dateOf(createdMs), channel, value: 1 });
    if (closeMs > nowMs || ends === 'open') continue;
    const date = dateOf(closeMs);
    if (ends === 'lost') found.push({ metric: 'dealsLost', date, channel, value: 1 });
    else {
      found.push({ metric: 'dealsWon', date, channel, value: 1 });
      found.push({ metric: 'wonAmount', date, channel, value: amount ?? 0 });
    }
  }
  return found;
}

export const dateOfDay = (day: number): string =>
  new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10);
