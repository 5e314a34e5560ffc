import { hourOf, momentOf, serialOfInstant } from '../../../src/apps-script/google-days.ts';
import type { PropertyAccount } from '../../../src/sources/ga4/account.ts';
import type { HttpRequest, HttpResponse } from '../../../src/sources/source.ts';
import { propertyOf } from '../../../src/workbench/vendors/ga4/properties.ts';
import type { Vendor } from '../../../src/workbench/vendors/vendor.ts';
import type { FakeOutside } from './fake-outside.ts';

/** A property of the played Google Analytics, as the add-on knows it once it is connected. */
export function playedProperty(id: string): PropertyAccount {
  const found = propertyOf(id);
  if (!found) throw new Error(`No ${id}.`);
  const { name, title, currency, zone } = found;
  return { source: 'ga4', id: name, name: title, currency, zone };
}

/** What a vendor of the workbench answers, as it comes to the add-on. */
export function answerOf(vendor: Vendor, request: HttpRequest, nowMs: number): HttpResponse {
  const { method, url, body } = request;
  const answer = vendor.answer(
    {
      method,
      url,
      headers: { authorization: 'Bearer ya29.workbench' },
      body: method === 'get' ? '' : JSON.stringify(body),
    },
    nowMs,
  );
  if (answer.broken || (answer.ms ?? 0) > 60_000) return { status: 0, headers: {}, body: '' };
  return { status: answer.status, headers: answer.headers, body: answer.body };
}

/** Puts a world beyond a fake spreadsheet into the zones of the earth, with a vendor in it. */
export function played(outside: FakeOutside, vendor: Vendor): void {
  Object.assign(outside, {
    dayIn: (zone: string, ms: number) => Math.floor(serialOfInstant(new Date(ms), zone)),
    momentIn: (zone: string, ms: number) => momentOf(new Date(ms), zone),
    hourIn: (zone: string, ms: number) => hourOf(new Date(ms), zone),
    answer: (request: HttpRequest) => answerOf(vendor, request, outside.nowMs()),
  } satisfies Partial<FakeOutside>);
}
