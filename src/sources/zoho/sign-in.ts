import type { Access, Place, Secrets, TokenExchange } from '../access.ts';
import { nothingCame } from '../fetch-failure.ts';
import { numberOf, readJson, textOf } from '../json.ts';
import { pageTitle, quoted } from '../quote.ts';
import type { HttpRequest, HttpResponse, SourceError } from '../source.ts';
import type { TroubleKind } from './causes.ts';
import { apiHosts, centerAt, centerOf, tokenHosts, tokensAt } from './centers.ts';
import { tokenSpent } from './classify.ts';

/** All that a self client has to be allowed: COQL reads a module only beside the module's own scope. */
export const zohoScopes: readonly string[] = [
  'ZohoCRM.coql.READ',
  'ZohoCRM.modules.leads.READ',
  'ZohoCRM.modules.deals.READ',
  'ZohoCRM.settings.fields.READ',
  'ZohoCRM.org.READ',
];

const secondMs = 1000;
/** Zoho gives ten tokens in ten minutes for one permission, and then none until they are over. */
const tooManyMs = 600 * secondMs;
/** A time longer than this is told in thousandths. */
const longestSeconds = 86_400;

/** Refusals of Zoho's accounts server, which come with status 200 as well. */
const refusals: readonly { readonly says: RegExp; readonly kind: TroubleKind }[] = [
  { says: /^invalid_client(?:_secret)?$/i, kind: 'clientRefused' },
  // A code that is used, too old or another client's, and a permission that was taken back.
  { says: /^(?:invalid_code|invalid_grant|invalid_token)$/i, kind: 'codeRefused' },
];

/** A self client of Zoho's API console: its code is exchanged once for a permission that stays. */
const exchange: TokenExchange = {
  hosts: tokenHosts,
  request(secrets, { dc }) {
    const center = centerOf(dc);
    if (!center) return trouble('centerMissing');
    const { clientId = '', clientSecret = '', code, refresh } = secrets;
    const asked = askedWith(code, refresh);
    if (!asked) return trouble('codeMissing');
    const form = { client_id: clientId, client_secret: clientSecret, ...asked };
    return { method: 'post', url: tokensAt(center), body: null, form } satisfies HttpRequest;
  },
  read: readToken,
  spent: tokenSpent,
};

const trouble = (kind: TroubleKind, detail = ''): { readonly trouble: SourceError } => ({
  trouble: { kind, detail },
});

/** A code that was pasted anew takes the place of the permission that an older one gave. */
function askedWith(
  code: string | undefined,
  refresh: string | undefined,
): Readonly<Record<string, string>> | null {
  if (code) return { grant_type: 'authorization_code', code };
  return refresh ? { grant_type: 'refresh_token', refresh_token: refresh } : null;
}

function readToken(
  response: HttpResponse,
  nowMs: number,
  place: Place,
): ReturnType<TokenExchange['read']> {
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
  if (/too many requests/i.test(said) || status === 429) {
    return { is: 'wait', untilMs: nowMs + tooManyMs, ...trouble('tooManyTokens') };
  }
  const refusal = refusals.find(({ says }) => says.test(error));
  if (refusal) return { is: 'stop', ...trouble(refusal.kind) };
  if (status >= 500) return retry('busy');
  const token = textOf(answer?.access_token);
  if (error !== '' || (status !== 200 && token === '')) {
    const told = [error, said].filter((text) => text !== '').join(', ');
    return { is: 'stop', ...trouble('unknown', quoted(`${status}: ${told || body}`)) };
  }
  if (token === '') return retry('halfAnswer');
  const at = textOf(answer?.api_domain);
  const other = at === '' ? centerOf(place.dc) : centerAt(at);
  if (centerOf(place.dc) && other !== place.dc) {
    return { is: 'stop', ...trouble('otherCenter', quoted(other ? `.${other}` : hostOf(at))) };
  }
  return {
    is: 'ok',
    token,
    untilMs: endOf(answer?.expires_in, nowMs),
    ...keptOf(answer?.refresh_token),
  };
}

const retry = (kind: TroubleKind, detail = '') =>
  ({ is: 'retry', afterMs: null, ...trouble(kind, detail) }) as const;

const hostOf = (address: string): string => address.replace(/^https:\/\//, '');

function endOf(value: unknown, nowMs: number): number | null {
  const lasts = numberOf(value);
  if (lasts === null || lasts <= 0) return null;
  return nowMs + (lasts > longestSeconds ? lasts : lasts * secondMs);
}

/** Only the answer to a code has it; a later one leaves what stands. */
function keptOf(refresh: unknown): { readonly secrets?: Secrets } {
  const kept = textOf(refresh);
  return kept === '' ? {} : { secrets: { refresh: kept } };
}

export const zohoAccess: Access = {
  is: 'token',
  secrets: [
    { field: 'clientId', looks: /^1000\.[A-Z0-9]{20,40}$/ },
    { field: 'clientSecret', looks: /^[0-9a-f]{40,64}$/ },
    { field: 'code', looks: /^1000\.[0-9a-f]{20,64}\.[0-9a-f]{20,64}$/, once: true },
  ],
  header: 'Authorization',
  before: 'Zoho-oauthtoken ',
  hosts: apiHosts,
  exchange,
};
