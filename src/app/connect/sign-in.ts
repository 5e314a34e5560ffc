import { type Access, isUnder, type Place } from '../../sources/access.ts';
import type { HttpRequest, HttpResponse } from '../../sources/source.ts';
import type { Context } from '../ports/context.ts';
import { type Credentials, keep, keptToken, type Token } from './credentials.ts';
import { withoutSecrets } from './without-secrets.ts';

type Refused = NonNullable<HttpResponse['unsent']>;
type TokenAccess = Access & { readonly is: 'token' };

/** A token that ends sooner than this may end under way. */
const soonMs = 60_000;

/**
 * The token that requests of an account are signed with, had anew where there is none that counts.
 * Systems allow few of them, so that one run has it while the others wait, and all use the same;
 * `spent` is one that an answer has refused.
 */
export function tokenFor(
  access: TokenAccess,
  credentials: Credentials,
  place: Place,
  spent: string | null,
  context: Pick<Context, 'host' | 'services'>,
): { readonly token: string } | { readonly refused: Refused } {
  const counts = (token: Token | null): token is Token =>
    token !== null &&
    token.token !== spent &&
    (token.untilMs === null || token.untilMs > context.services.nowMs() + soonMs);
  if (counts(credentials.token)) return credentials.token;
  const { keptAs } = credentials;
  if (keptAs === null) return exchanged(access, credentials, place, context);
  const had = context.host.exclusivelyForUser(() => {
    const standing = keptToken(keptAs, context);
    if (!counts(standing)) return exchanged(access, credentials, place, context);
    credentials.token = standing;
    return standing;
  });
  return (
    had ?? { refused: { is: 'retry', afterMs: null, trouble: { kind: 'signingIn', detail: '' } } }
  );
}

/** Asks for a token, where what was pasted may go, and keeps it beside what it was had for. */
function exchanged(
  { exchange, secrets: fields }: TokenAccess,
  credentials: Credentials,
  place: Place,
  { host, services }: Pick<Context, 'host' | 'services'>,
): { readonly token: string } | { readonly refused: Refused } {
  const { secrets, keptAs } = credentials;
  if (!secrets) return { refused: { is: 'stop', trouble: { kind: 'noKey', detail: '' } } };
  const request = exchange.request(secrets, place);
  if ('trouble' in request) return { refused: { is: 'stop', trouble: request.trouble } };
  if (!isUnder(request.url, exchange.hosts)) throw new Error('A token may not be asked for there.');
  const [response = none] = services.send([unsigned(request)]);
  const read = exchange.read(response, services.nowMs(), place);
  if (read.is !== 'ok') return { refused: withoutSecrets(read, secrets) };
  const once = fields.flatMap(({ field, once: is }) => (is ? [field] : []));
  const kept = Object.entries(secrets).filter(([field]) => !once.includes(field));
  credentials.secrets = { ...Object.fromEntries(kept), ...read.secrets };
  credentials.token = { token: read.token, untilMs: read.untilMs };
  if (keptAs !== null) keep(keptAs, credentials, { host });
  return { token: read.token };
}

const unsigned = (request: HttpRequest) => ({ ...request, headers: {}, google: false });
const none: HttpResponse = { status: 0, headers: {}, body: '' };
