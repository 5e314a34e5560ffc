import type { Account } from '../../plan/model/feeds.ts';
import type { Access } from '../../sources/access.ts';
import type { Sources } from '../../sources/registry.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import type { Context } from '../ports/context.ts';

/** Keys stand in the user's own properties and nowhere else: no cell, note, log or answer has one. */
const secretKey = (account: string): string => `secret.${account}`;
const longest = 1000;

/** A key as people paste it: with blanks and line ends, or with what stands before it in a header. */
export function cleanSecret(text: string, access: Access): string {
  const before = access.is === 'key' ? access.before.trim() : '';
  const plain = text.replace(/\s+/g, ' ').trim();
  const prefixed =
    before !== '' && `${plain} `.toLowerCase().startsWith(`${before.toLowerCase()} `);
  const bare = prefixed ? plain.slice(before.length).trim() : plain;
  // What is longer, or of other characters, no header could carry.
  return bare.length <= longest && /^[\x21-\x7e]+$/.test(bare) ? bare : '';
}

export const keepSecret = (
  account: string,
  secret: string,
  { host }: Pick<Context, 'host'>,
): void => host.remember(secretKey(account), secret);

/** The key that this user has for an account; `null` for none, and where none is needed. */
export function secretOf(
  { id, source }: Pick<Account, 'id' | 'source'>,
  { host, sources }: Pick<Context, 'host' | 'sources'>,
): string | null {
  return hasSecret(source, sources) ? host.recall(secretKey(id)) || null : null;
}

const hasSecret = (source: string, sources: Sources): boolean =>
  sources.named(source)?.access.is === 'key';

/** Forgets the keys of accounts from which no plan of this spreadsheet takes anything any more. */
export function forgetSecrets(gone: readonly Account[], context: Context): void {
  const secret = gone.filter(({ source }) => hasSecret(source, context.sources));
  if (secret.length === 0) return;
  const used = findPlans(context).plans.flatMap(({ card: metadata }) =>
    metadata.plan.accounts.map(({ id }) => id),
  );
  for (const { id } of secret) if (!used.includes(id)) context.host.forget(secretKey(id));
}
