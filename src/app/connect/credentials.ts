import type { Account } from '../../plan/model/feeds.ts';
import { type Access, type Secrets, secretFields } from '../../sources/access.ts';
import { readJson } from '../../sources/json.ts';
import type { Sources } from '../../sources/registry.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import type { Context } from '../ports/context.ts';

/**
 * What signs an account in for this user. Both stand in the user's own properties and nowhere else:
 * no cell, note, log or answer to the panel has any of it.
 */
export interface Credentials {
  /** What was pasted; `null` for nothing, and where nothing is needed. */
  secrets: Secrets | null;
  /** What was had for it, where that is how its source is signed in to. */
  token: Token | null;
  /** Under whose name they stand; `null` where they are not known to work yet, and kept nowhere. */
  keptAs: string | null;
}

export interface Token {
  readonly token: string;
  /** `null`: until an answer says otherwise. */
  readonly untilMs: number | null;
}

const secretKey = (account: string): string => `secret.${account}`;
const tokenKey = (account: string): string => `token.${account}`;

/** What was pasted just now. */
export const pasted = (secrets: Secrets | null): Credentials => ({
  secrets,
  token: null,
  keptAs: null,
});

/** What this user has for an account. */
export function credentialsOf(
  { id, source }: Pick<Account, 'id' | 'source'>,
  { host, sources }: Pick<Context, 'host' | 'sources'>,
): Credentials {
  const access = accessOf(source, sources);
  if (!access || secretFields(access).length === 0) return { ...pasted(null), keptAs: id };
  const secrets = textsOf(readJson(host.recall(secretKey(id)) ?? ''));
  return { secrets, token: access.is === 'token' ? keptToken(id, { host }) : null, keptAs: id };
}

/** The token as it stands by now: another run may have had a newer one. */
export function keptToken(id: string, { host }: Pick<Context, 'host'>): Token | null {
  const { token, untilMs } = readJson(host.recall(tokenKey(id)) ?? '') ?? {};
  if (typeof token !== 'string' || token === '') return null;
  return { token, untilMs: typeof untilMs === 'number' ? untilMs : null };
}

/** Keeps what is known to work. */
export function keep(
  id: string,
  { secrets, token }: Pick<Credentials, 'secrets' | 'token'>,
  { host }: Pick<Context, 'host'>,
): void {
  if (secrets) host.remember(secretKey(id), JSON.stringify(secrets));
  if (token) host.remember(tokenKey(id), JSON.stringify(token));
}

/** Forgets what accounts were signed in with from which no plan of this spreadsheet takes anything. */
export function forgetCredentials(gone: readonly Account[], context: Context): void {
  const secret = gone.filter(({ source }) => {
    const access = accessOf(source, context.sources);
    return access !== null && secretFields(access).length > 0;
  });
  if (secret.length === 0) return;
  const used = findPlans(context).plans.flatMap(({ card: metadata }) =>
    metadata.plan.accounts.map(({ id }) => id),
  );
  for (const { id } of secret) {
    if (used.includes(id)) continue;
    context.host.forget(secretKey(id));
    context.host.forget(tokenKey(id));
  }
}

const accessOf = (source: string, sources: Sources): Access | null =>
  sources.named(source)?.access ?? null;

function textsOf(record: Readonly<Record<string, unknown>> | null): Secrets | null {
  const texts = Object.entries(record ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return texts.length > 0 ? Object.fromEntries(texts) : null;
}
