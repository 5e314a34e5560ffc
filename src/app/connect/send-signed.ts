import { absentTrouble } from '../../sources/absent/entry.ts';
import {
  type Access,
  isUnder,
  type Place,
  permissionsFor,
  secretFields,
  signedWith,
} from '../../sources/access.ts';
import type { SourceEntry } from '../../sources/define-source.ts';
import type { HttpRequest, HttpResponse, SourceError } from '../../sources/source.ts';
import type { Context } from '../ports/context.ts';
import type { Permission, SignedRequest } from '../ports/services.ts';
import type { Credentials } from './credentials.ts';
import { tokenFor } from './sign-in.ts';
import { withoutSecrets } from './without-secrets.ts';

/** A request, whose it is, and what it is signed in with where its source takes anything. */
export interface ToSend {
  readonly source: SourceEntry;
  readonly credentials: Credentials;
  /** What else is to be known of the account for that. */
  readonly place: Place;
  readonly request: HttpRequest;
}

/**
 * Why an account of a source cannot be asked by this user, before anything is sent: this build does
 * not contain it, a permission of theirs is missing, or its key. One that other sources need says nothing about this one.
 */
export function whyNotAsked(
  source: SourceEntry,
  { secrets }: Credentials,
  { services }: Pick<Context, 'services'>,
): SourceError | null {
  const { access, absent } = source;
  if (absent) return absentTrouble(source);
  const missing: readonly Permission[] = services.lacks(permissionsFor(access));
  if (missing.includes('fetch')) return { kind: 'fetchNotAllowed', detail: '' };
  if (missing.length > 0) return { kind: 'scopeMissing', detail: '' };
  const lacks = secretFields(access).some(({ field, once }) => !once && !secrets?.[field]);
  return lacks ? { kind: 'noKey', detail: '' } : null;
}

/**
 * Sends requests at once, each signed in as its source says and only under that source's own hosts:
 * the one place where anything that signs in is put to a request. Answers in their order; what signs
 * in is taken out of what a host repeats of it. A token that counts no more is had anew, once.
 */
export function sendSigned(
  all: readonly ToSend[],
  context: Pick<Context, 'host' | 'services'>,
): readonly HttpResponse[] {
  const first = sentOnce(all, context);
  const again = all.flatMap((each, at) => {
    const { access } = each.source;
    const answer = first[at];
    if (access.is !== 'token' || !answer || answer.response.unsent) return [];
    return access.exchange.spent(answer.response) ? [{ each, at, spent: answer.token }] : [];
  });
  const responses = first.map(({ response }) => response);
  if (again.length === 0) return responses;
  const second = sentOnce(
    again.map(({ each }) => each),
    context,
    again.map(({ spent }) => spent),
  );
  for (const [which, { at }] of again.entries()) {
    const answer = second[which];
    if (answer) responses[at] = answer.response;
  }
  return responses;
}

interface Answered {
  readonly response: HttpResponse;
  /** It was signed with this token. */
  readonly token: string | null;
}

function sentOnce(
  all: readonly ToSend[],
  context: Pick<Context, 'host' | 'services'>,
  spent: readonly (string | null)[] = [],
): readonly Answered[] {
  const signed = all.map((each, at) => signedIn(each, spent[at] ?? null, context));
  const requests = signed.flatMap((each) => ('request' in each ? [each.request] : []));
  const responses = [...context.services.send(requests)];
  return signed.map((each, at) => {
    if ('unsent' in each) {
      return { response: { ...nothing, unsent: each.unsent }, token: null };
    }
    const { secrets } = all[at]?.credentials ?? { secrets: null };
    const response = responses.shift() ?? nothing;
    // What Google signs is seen by nobody here, and its headers are looked at only where they are wanted.
    if (!secrets && each.token === null) return { response, token: null };
    const { status, body, headers } = withoutSecrets({ ...response }, secrets, each.token);
    // An address that is quoted may break off amid the key.
    const shown = withoutParameter(body, all[at]?.source.access);
    return { response: { status, body: shown, headers }, token: each.token };
  });
}

const withoutParameter = (text: string, access: Access | undefined): string =>
  access?.is === 'address'
    ? text.replace(
        new RegExp(`([?&]|%26|%3F)(${access.parameter})(=|%3D)[^&\\s"'<>()]*`, 'gi'),
        '$1$2$3•••',
      )
    : text;

type SignedIn =
  | { readonly request: SignedRequest; readonly token: string | null }
  | { readonly unsent: NonNullable<HttpResponse['unsent']> };

function signedIn(
  { source, credentials, place, request }: ToSend,
  spent: string | null,
  context: Pick<Context, 'host' | 'services'>,
): SignedIn {
  const { id, access } = source;
  if (!isUnder(request.url, access.hosts)) {
    throw new Error(`${id} may not ask ${request.url.slice(0, 200)}.`);
  }
  let token: string | null = null;
  if (access.is === 'token') {
    const had = tokenFor(access, credentials, place, spent, context);
    if ('refused' in had) return { unsent: had.refused };
    token = had.token;
  }
  const signed = signedWith(access, request.url, credentials.secrets, token);
  if (signed === 'noKey') throw new Error(`There is no key for ${id}.`);
  return {
    request: { ...request, ...signed, headers: { ...request.headers, ...signed.headers } },
    token,
  };
}

const nothing: HttpResponse = { status: 0, headers: {}, body: '' };
