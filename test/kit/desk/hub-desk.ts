import type { SignedRequest } from '../../../src/app/ports/services.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import type { Account } from '../../../src/plan/model/feeds.ts';
import type { HttpResponse } from '../../../src/sources/source.ts';
import { playedHubSpot, playedKey } from '../../../src/workbench/vendors/hubspot/hubspot.ts';
import type { Vendor } from '../../../src/workbench/vendors/vendor.ts';
import { lan, planned } from '../plans/plans.ts';
import { ok } from './answers.ts';
import { type FakeBook, fakeBook } from './fake-book.ts';
import { type FakeDesk, openFakeDesk } from './fake-desk.ts';
import { settle } from './fed-desk.ts';
import { played } from './played-ga4.ts';

export interface HubDesk extends FakeDesk {
  readonly vendor: Vendor;
  /** Everything the panel was told. */
  readonly told: unknown[];
  /** Changes what the vendor answers. */
  change: (response: HttpResponse, request: SignedRequest) => HttpResponse;
}

const kpis = ['LEADS', 'MQLS', 'SQLS', 'NEWCUSTOMERS', 'WINRATE', 'SALES', 'CPL'];

/** A spreadsheet with the played HubSpot beyond it, heard as the script sends and answered as it answers. */
export function hubDesk(book: FakeBook = fakeBook()): HubDesk {
  const desk = openFakeDesk(book);
  settle(desk);
  const vendor = playedHubSpot();
  played(desk.outside, vendor);
  const told: unknown[] = [];
  const panel = Object.fromEntries(
    Object.entries(desk.panel).map(([name, call]) => [
      name,
      (...request: readonly unknown[]) => {
        const answer = (call as (...given: readonly unknown[]) => unknown)(...request);
        told.push(answer);
        return answer;
      },
    ]),
  ) as unknown as FakeDesk['panel'];
  const hub: HubDesk = { ...desk, panel, vendor, told, change: (response) => response };
  desk.outside.answer = (request) => {
    const { method, url } = request;
    const named = Object.entries(request.headers).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]);
    const type = method === 'post' ? [['content-type', 'application/json']] : [];
    const headers = Object.fromEntries([...named, ...type]);
    const body = method === 'post' ? JSON.stringify(request.body) : '';
    const answer = vendor.answer({ method, url, headers, body }, desk.outside.now);
    const response = { status: answer.status, headers: answer.headers, body: answer.body };
    return hub.change(response, request);
  };
  return hub;
}

/** The same with a plan of which all numbers are typed yet. */
export function plannedHubDesk(language: Language = 'vi'): HubDesk {
  const desk = hubDesk();
  desk.host.user = language;
  const plan = lan(
    { language },
    kpis.map((kpi) => planned(kpi)),
  );
  ok(desk.panel.buildPlan({ plan, sample: false }));
  return desk;
}

export const openHub = (
  desk: FakeDesk,
  fields: Record<string, string>,
  known: Account | null = null,
) =>
  desk.panel.openAccount({ plan: 'abc123', source: 'hubspot', id: known?.id ?? '', known, fields });

/** Connects the account as the panel does, with all that is proposed; told apart by source, if wanted. */
export function connectHub(desk: FakeDesk, split: string | null = null): Account {
  const { account, proposals } = ok(openHub(desk, { key: ` ${playedKey}\n`, name: '' }));
  const feeds = proposals.map((each) => ({ ...each, split, account: account.id }));
  const { revision } = ok(desk.panel.openPlan('abc123'));
  ok(desk.panel.saveFeeds({ plan: 'abc123', revision, accounts: [account], feeds, who: 'Lan' }));
  return account;
}
