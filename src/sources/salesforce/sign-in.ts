import type { Access, Place, TokenExchange } from '../access.ts';
import { nothingCame } from '../fetch-failure.ts';
import { readJson, textOf } from '../json.ts';
import { nextHour } from '../quota.ts';
import { pageTitle, quoted } from '../quote.ts';
import type { HttpRequest, HttpResponse } from '../source.ts';
import type { TroubleKind } from './causes.ts';
import { tokenSpent } from './classify.ts';
import { domainOf, salesforceHosts, tokensAt } from './domain.ts';
import { trouble } from './lookup.ts';

/** Refusals of the place that gives tokens, the most precise first. */
const refusals: readonly {
  readonly error: RegExp;
  readonly says?: RegExp;
  readonly kind: TroubleKind;
  readonly quote?: true;
}[] = [
  {
    error: /^(?:invalid_client|invalid_client_id|invalid_client_credentials)$/,
    kind: 'clientRefused',
  },
  { error: /./, says: /not supported on this domain/i, kind: 'domainRefused' },
  { error: /./, says: /no client credentials user/i, kind: 'runAsMissing' },
  { error: /./, says: /\bip\b.*restrict|restrict.*\bip\b/i, kind: 'ipRefused' },
  { error: /^(?:inactive_org|org_locked|trial_expired)$/, kind: 'orgClosed' },
  { error: /^unsupported_grant_type$/, kind: 'flowOff' },
  { error: /./, says: /client credentials flow/i, kind: 'flowOff' },
  {
    error:
      /^(?:invalid_grant|invalid_app_access|inactive_user|unauthorized_client|access_denied)$/i,
    kind: 'grantRefused',
    quote: true,
  },
];

/** An external client app of the organisation itself, which runs as one of its users. */
const exchange: TokenExchange = {
  hosts: salesforceHosts,
  request(secrets, place: Place) {
    const domain = domainOf(place.domain);
    if (!domain) return trouble('domainUnclear');
    const { consumerKey = '', consumerSecret = '' } = secrets;
    const form = {
      grant_type: 'client_credentials',
      client_id: consumerKey,
      client_secret: consumerSecret,
    };
    return { method: 'post', url: tokensAt(domain), body: null, form } satisfies HttpRequest;
  },
  read: readToken,
  spent: tokenSpent,
};

function readToken(response: HttpResponse, nowMs: number): ReturnType<TokenExchange['read']> {
  const { status, body } = response;
  if (status === 0) {
    const nothing = nothingCame(body, nowMs);
    return nothing.is === 'ok' ? retry('noAnswer') : nothing;
  }
  const page = pageTitle(body);
  if (page !== null) return retry('webPage', page);
  const answer = readJson(body);
  const error = textOf(answer?.error);
  const said = textOf(answer?.error_description);
  if (/rate.?(?:limit.?)?exceeded/i.test(`${error} ${said}`) || status === 429) {
    return { is: 'wait', untilMs: nextHour(nowMs), ...trouble('tooManyLogins') };
  }
  if (/^(?:server_error|temporarily_unavailable|unknown_error)$/.test(error)) return retry('busy');
  const refusal = refusals.find(
    (each) => each.error.test(error) && (each.says?.test(said) ?? true),
  );
  if (refusal) {
    return { is: 'stop', ...trouble(refusal.kind, refusal.quote ? quoted(said || error) : '') };
  }
  if (status >= 500) return retry('busy');
  const token = textOf(answer?.access_token);
  if (error !== '' || (status !== 200 && token === '')) {
    const told = [error, said].filter((text) => text !== '').join(', ');
    return { is: 'stop', ...trouble('unknown', quoted(`${status}: ${told || body}`)) };
  }
  if (token === '') return retry('halfAnswer');
  // Salesforce does not say how long it lasts: an administrator of the organisation has set that.
  return { is: 'ok', token, untilMs: null };
}

const retry = (kind: TroubleKind, detail = '') =>
  ({ is: 'retry', afterMs: null, ...trouble(kind, detail) }) as const;

export const salesforceAccess: Access = {
  is: 'token',
  secrets: [
    { field: 'consumerKey', looks: /^3MVG[A-Za-z0-9._]{20,250}$/ },
    { field: 'consumerSecret', looks: /^(?:[0-9A-F]{64}|\d{13,20})$/ },
  ],
  header: 'Authorization',
  before: 'Bearer ',
  hosts: salesforceHosts,
  exchange,
};
