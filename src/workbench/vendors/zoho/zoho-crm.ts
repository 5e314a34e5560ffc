import { type Business, business } from '../business/people.ts';
import { faultSwitches } from '../fault-switches.ts';
import type { FaultName, Vendor, VendorRequest, VendorResponse } from '../vendor.ts';
import { type CenterName, centers } from './centers.ts';
import { parseQuery } from './coql-parse.ts';
import { runQuery } from './coql-run.ts';
import {
  badMethod,
  badSyntax,
  badUrl,
  creditsSpent,
  internal,
  invalidToken,
  noPermission,
  required,
  tooManyAtOnce,
  ZohoError,
} from './failure.ts';
import { formOf } from './form.ts';
import { currentUser, fieldsAnswer, organisation } from './metadata.ts';
import { fieldsOf, type Row, recordsOf } from './records.ts';
import { allScopes, client, Tokens } from './tokens.ts';

const slowMs = 40_000;
const dayMs = 86_400_000;
const json = { 'content-type': 'application/json;charset=utf-8' };

export interface ZohoOptions {
  readonly center?: CenterName;
  readonly scopes?: readonly string[];
  readonly credits?: number;
  readonly held?: Business;
  readonly manyCurrencies?: boolean;
  /** A code is taken as often as somebody tries; left out, once. */
  readonly codeAgain?: boolean;
  /** What stands in a module besides, or instead: the records as they would be, and how many calls came. */
  readonly records?: (module: string, rows: readonly Row[], calls: number) => readonly Row[];
}

export interface PlayedZoho extends Vendor {
  readonly tokens: Tokens;
  /** Credits that were used in the last 24 hours. */
  credits(nowMs: number): number;
}

const faultsHere: readonly FaultName[] = [
  ...(['quotaDay', 'rateLimit', 'noPermission', 'signedOut', 'noCurrency'] as const),
  ...(['webPage', 'slow', 'busy', 'broken', 'halfAnswer'] as const),
];

/** Zoho CRM: an organisation at one data centre, its accounts server, and COQL over its records. */
export function playedZohoCrm(options: ZohoOptions = {}): PlayedZoho {
  const { center = 'com', scopes = allScopes, credits: most = 50_000, held = business() } = options;
  const { manyCurrencies = false, codeAgain = false, records = (_, rows) => rows } = options;
  const faults = faultSwitches(faultsHere);
  const tokens = new Tokens({ center, scopes, again: codeAgain });
  let spent: readonly { readonly ms: number; readonly credits: number }[] = [];
  let calls = 0;
  const credits = (nowMs: number): number =>
    spent.filter(({ ms }) => ms > nowMs - dayMs).reduce((sum, each) => sum + each.credits, 0);

  function answer(request: VendorRequest, nowMs: number, on: (name: FaultName) => boolean) {
    const { host, pathname, searchParams } = new URL(request.url);
    const [accountsOf] = centers.find(([, , accounts]) => accounts === host) ?? [];
    if (accountsOf) {
      if (pathname !== '/oauth/v2/token') throw badUrl();
      return tokens.give(accountsOf, request.method, formOf(request, searchParams), nowMs);
    }
    const [apiOf] = centers.find(([, api]) => api === host) ?? [];
    const [, path] = /^\/crm\/v8\/(.+)$/.exec(pathname) ?? [];
    if (!apiOf || path === undefined) throw badUrl();
    const letIn = (...needed: readonly string[]) =>
      tokens.check(apiOf, request.headers.authorization ?? '', needed, nowMs);
    if (on('signedOut')) throw invalidToken();
    if (on('rateLimit')) throw tooManyAtOnce();
    if (on('quotaDay') || credits(nowMs) >= most) throw creditsSpent();
    const spend = (count: number) => {
      spent = [...spent, { ms: nowMs, credits: count }];
    };
    if (path === 'coql') {
      if (request.method !== 'post') throw badMethod();
      letIn('ZohoCRM.coql.READ', 'ZohoCRM.settings.fields.READ');
      const query = parseQuery(queryIn(request.body));
      letIn(`ZohoCRM.modules.${query.module.toLowerCase()}.READ`);
      if (on('noPermission')) throw noPermission(`Crm_Implied_View_${query.module}`);
      spend(query.limit > 1000 ? 3 : query.limit > 200 ? 2 : 1);
      return runQuery(query, {
        fields: (module) => fieldsOf(module, manyCurrencies),
        rows: (module) => records(module, recordsOf(module, nowMs, held, manyCurrencies), calls),
      });
    }
    if (request.method !== 'get') throw badMethod();
    if (path === 'org') {
      letIn('ZohoCRM.org.READ');
      spend(1);
      return organisation(manyCurrencies, !on('noCurrency'));
    }
    if (path === 'settings/fields') {
      letIn('ZohoCRM.settings.fields.READ');
      spend(1);
      return fieldsAnswer(searchParams.get('module'), manyCurrencies);
    }
    if (path !== 'users' || searchParams.get('type') !== 'CurrentUser') throw badUrl();
    letIn('ZohoCRM.users.READ');
    spend(1);
    return currentUser();
  }

  return {
    hosts: centers.flatMap(([, api, accounts]) => [api, accounts]),
    keys: { dc: center, ...client },
    faults,
    tokens,
    credits,
    answer(request, nowMs) {
      calls += 1;
      const on = (name: FaultName): boolean => faults.on().includes(name);
      if (on('broken')) return { status: 0, headers: {}, body: '', broken: true };
      if (on('webPage')) return page();
      const answered = caught(() => {
        if (on('busy') && calls % 2 === 0) throw internal();
        return answer(request, nowMs, on);
      });
      const response = on('halfAnswer') ? halfOf(answered, calls) : answered;
      return on('slow') ? { ...response, ms: slowMs } : response;
    },
  };
}

function queryIn(body: string): string {
  let read: unknown;
  try {
    read = JSON.parse(body);
  } catch {
    throw badSyntax(body);
  }
  const query = (read as { readonly select_query?: unknown } | null)?.select_query;
  if (typeof query !== 'string') throw required('select_query');
  return query;
}

function caught(answered: () => object | null): VendorResponse {
  try {
    const body = answered();
    return body === null
      ? { status: 204, headers: {}, body: '' }
      : { status: 200, headers: json, body: JSON.stringify(body) };
  } catch (error) {
    if (!(error instanceof ZohoError)) throw error;
    return { status: error.status, headers: json, body: JSON.stringify(error.answer) };
  }
}

const page = (): VendorResponse => ({
  status: 200,
  headers: { 'content-type': 'text/html;charset=UTF-8' },
  body: '<!DOCTYPE html><html><head><title>Zoho CRM - Maintenance</title></head></html>',
});

/** In turn: the text stops in its middle; what says whether there is more is not there; records are not. */
function halfOf(response: VendorResponse, calls: number): VendorResponse {
  const { body, status } = response;
  if (status !== 200) return response;
  const lost =
    [
      [],
      ['info', 'org', 'fields', 'access_token'],
      ['data', 'iso_code', 'api_name', 'access_token'],
    ][calls % 3] ?? [];
  if (lost.length === 0) return { ...response, body: body.slice(0, Math.floor(body.length / 2)) };
  const left = JSON.stringify(JSON.parse(body), (name, value: unknown) =>
    lost.includes(name) ? undefined : value,
  );
  return { ...response, body: left };
}
