import { dayIn } from '../days.ts';
import { faultSwitches } from '../fault-switches.ts';
import type { FaultName, Vendor, VendorRequest, VendorResponse } from '../vendor.ts';
import { Refusal, reportFor } from './reports.ts';

const reports = 'api.semrush.com';
const users = 'www.semrush.com';
const slowMs = 40_000;
const perSecond = 10;
const unitsPerLine = 10;

/** The one key that counts here. */
export const playedKey = '5eed00000000111122223333c0ffee01';

export interface PlayedSemrush extends Vendor {
  unitsLeft(): number;
}

/** Semrush: what it estimates of sites whose names end with `.example`, until its units are spent. */
export function playedSemrush(of: { readonly units?: number } = {}): PlayedSemrush {
  const faults = faultSwitches([
    ...(['quotaDay', 'rateLimit', 'noPermission', 'signedOut', 'apiOff', 'propertyGone'] as const),
    ...(['webPage', 'slow', 'busy', 'broken', 'halfAnswer'] as const),
  ]);
  let units = of.units ?? 50_000;
  let requests = 0;
  let lately: readonly number[] = [];
  const answer = ({ url, method }: VendorRequest, nowMs: number): string => {
    const on = (name: FaultName): boolean => faults.on().includes(name);
    const { host, pathname, searchParams: query } = new URL(url);
    if (method !== 'get') throw new Refusal('ERROR 41 :: WRONG METHOD');
    const keys = query.getAll('key');
    if (keys.length !== 1 || keys[0] !== playedKey || on('signedOut')) {
      throw new Refusal('ERROR 120 :: WRONG KEY - ID PAIR');
    }
    if (host === users) {
      if (pathname !== '/users/countapiunits.html') throw new Refusal('ERROR 44 :: WRONG ADDRESS');
      return units.toLocaleString('en-US');
    }
    if (on('apiOff')) throw new Refusal('ERROR 130 :: API DISABLED');
    if (on('rateLimit')) throw new Refusal('ERROR 131 :: LIMIT EXCEEDED');
    if (on('noPermission')) throw new Refusal('ERROR 133 :: DB ACCESS DENIED');
    if (on('propertyGone')) throw new Refusal('ERROR 50 :: NOTHING FOUND');
    if (on('quotaDay') || units <= 0) throw new Refusal('ERROR 132 :: API UNITS BALANCE IS ZERO');
    const { text, lines } = reportFor(query, dayIn('UTC', nowMs));
    units = Math.max(0, units - lines * unitsPerLine);
    return text;
  };
  return {
    hosts: [reports, users],
    keys: { domain: 'shop.example', database: 'vn', competitors: 'rival.example', key: playedKey },
    faults,
    unitsLeft: () => units,
    answer(request, nowMs): VendorResponse {
      requests += 1;
      const on = (name: FaultName): boolean => faults.on().includes(name);
      if (on('broken')) return { status: 0, headers: {}, body: '', broken: true };
      if (on('webPage')) return page;
      if (on('busy') && requests % 2 === 0) return plain('', 503);
      lately = [...lately.filter((ms) => ms > nowMs - 1000), nowMs];
      if (lately.length > perSecond) return plain('', 429);
      const body = said(() => answer(request, nowMs));
      const response = plain(on('halfAnswer') ? body.slice(0, body.length - 3) : body);
      return on('slow') ? { ...response, ms: slowMs } : response;
    },
  };
}

function said(answer: () => string): string {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

const plain = (body: string, status = 200): VendorResponse => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body,
});

const page: VendorResponse = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!DOCTYPE html><html><head><title>Semrush - please wait</title></head><body></body></html>',
};
