import { isUnder, permissionsFor, signedWith } from '../../sources/access.ts';
import type { SourceEntry } from '../../sources/define-source.ts';
import type { HttpRequest, HttpResponse, SourceError } from '../../sources/source.ts';
import type { Context } from '../ports/context.ts';
import type { Permission } from '../ports/services.ts';

/** A request, whose it is, and the key it is signed in with where its source takes one. */
export interface ToSend {
  readonly source: SourceEntry;
  readonly secret: string | null;
  readonly request: HttpRequest;
}

/**
 * Why an account of a source cannot be asked by this user, before anything is sent: a permission of
 * theirs is missing, or its key. One that other sources need says nothing about this one.
 */
export function whyNotAsked(
  source: SourceEntry,
  secret: string | null,
  { services }: Pick<Context, 'services'>,
): SourceError | null {
  const missing: readonly Permission[] = services.lacks(permissionsFor(source.access));
  if (missing.includes('fetch')) return { kind: 'fetchNotAllowed', detail: '' };
  if (missing.length > 0) return { kind: 'scopeMissing', detail: '' };
  return signedWith(source.access, secret) === 'noKey' ? { kind: 'noKey', detail: '' } : null;
}

/**
 * Sends requests at once, each signed in as its source says and only under that source's own hosts:
 * the one place where anything that signs in is put to a request. Answers in their order; a key that
 * a host repeats in its answer is taken out of it.
 */
export function sendSigned(
  all: readonly ToSend[],
  { services }: Pick<Context, 'services'>,
): readonly HttpResponse[] {
  const requests = all.map(({ source, secret, request }) => {
    const { id, access } = source;
    if (!isUnder(request.url, access.hosts)) {
      throw new Error(`${id} may not ask ${request.url.slice(0, 200)}.`);
    }
    const signed = signedWith(access, secret);
    if (signed === 'noKey') throw new Error(`There is no key for ${id}.`);
    return { ...request, ...signed };
  });
  return services.send(requests).map((response, at) => {
    const secret = all[at]?.secret;
    return secret ? { ...response, body: response.body.split(secret).join('•••') } : response;
  });
}
