import { fold } from '../../messages/fold.ts';
import type { Account } from '../../plan/model/feeds.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import { whereFrom } from '../../sheet/data/feed-words.ts';
import { absentTrouble } from '../../sources/absent/entry.ts';
import { type Access, secretFields } from '../../sources/access.ts';
import type { AccountFound, Requests, SourceEntry } from '../../sources/define-source.ts';
import { fieldOf } from '../../sources/json.ts';
import type { AccountFacts, AccountList, SourceFacts } from '../api/data-api.ts';
import { planId } from '../api/request.ts';
import { Problem } from '../api/user-error.ts';
import { planOnSheet } from '../plan-store/connection-metadata.ts';
import type { Context } from '../ports/context.ts';
import { askerFor, sourceProblem } from './asker.ts';
import { credentialsOf, keep, pasted } from './credentials.ts';
import { pastedSecrets } from './pasted-secrets.ts';

/** So many are shown at once, and so many pages looked through for them; then the panel asks on. */
const mostShown = 50;
const mostPages = 5;
const longestField = 2000;

/** The systems that can be connected, as the panel offers them. */
export const sourceFacts = ({ sources, language }: Context): readonly SourceFacts[] =>
  sources.all.map((source) => {
    const { title, connect, connectHint: hint, needs, why, fields, list } = source.words(language);
    const { id, form, unknownCosts } = source;
    const { searchExample = '', opening = '', reading = '', other = '' } = list ?? {};
    const words = { searchExample, opening, reading, other };
    const fillsAny = source.delivers.by === 'cells';
    const facts = { id, form, unknownCosts, fillsAny, title, connect, hint, needs, why, fields };
    return { ...facts, list: words };
  });

/** A source that is asked over the network. */
type Asked = SourceEntry & { readonly delivers: Requests };

function asked(request: unknown, context: Context): Asked {
  const { sources, say } = context;
  const id = fieldOf(request, 'source');
  const source = sources.named(id);
  if (!source && typeof id === 'string' && accountIn(fieldOf(request, 'known'), sources)) {
    // A plan of another build has an account of it.
    const standIn = sources.of({ source: id });
    const { title } = standIn.words(context.language);
    throw sourceProblem(absentTrouble(standIn), standIn, title, context);
  }
  if (!source || !isAsked(source)) throw new Problem(say.cutOff);
  return source;
}

const isAsked = (source: SourceEntry): source is Asked => source.delivers.by === 'requests';

/** Accounts whose names hold what is searched for, whatever its accents. */
export function listAccounts(request: unknown, context: Context): AccountList {
  const source = asked(request, context);
  const { list } = source.delivers;
  const words = source.words(context.language);
  if (!list) throw new Problem(context.say.cutOff);
  const asking = { where: words.title, credentials: pasted(null), place: {} };
  const asker = askerFor(source, asking, context);
  const given = fieldOf(request, 'search');
  const search = typeof given === 'string' ? given.trim().slice(0, 200) : '';
  let page = tokenOf(fieldOf(request, 'page'));
  const accounts: AccountFound[] = [];
  for (let pages = 0; pages < mostPages; pages += 1) {
    const found = list(page, asker);
    page = found.page;
    accounts.push(
      ...found.accounts.filter(({ account, name, group }) =>
        [name, group, account].some((text) => fold(text).includes(fold(search))),
      ),
    );
    if (page === null || accounts.length >= mostShown) break;
  }
  const none = accounts.length === 0 && page === null ? (words.list?.none(search) ?? []) : [];
  return { accounts, page, none };
}

const tokenOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= 2000 ? value : null;

/** An account's own facts, what can be asked of it, and what is proposed; a key that works is kept. */
export function openAccount(request: unknown, context: Context): AccountFacts {
  const { spreadsheet, services, catalogue, language } = context;
  const source = asked(request, context);
  const { access, form } = source;
  const known = accountIn(fieldOf(request, 'known'), source);
  const words = source.words(language);
  const where = known ? whereFrom(known, language, context.sources) : words.title;
  const typed = textsOf(request, source, context);
  const fields = withoutSecretFields(typed, access);
  const given = pastedSecrets(typed, source, context);
  const picked = fieldOf(request, 'id');
  const chosen = typeof picked === 'string' ? picked.slice(0, 200) : '';
  const id = known?.id ?? (form === 'fields' ? `${source.id}-${spreadsheet.newId()}` : chosen);
  const isNew = Object.keys(given).length > 0;
  const standing = known ? credentialsOf(known, context) : pasted(null);
  // What is pasted anew takes the place of what stands, once it is known to work.
  const credentials = isNew ? pasted({ ...standing.secrets, ...given }) : standing;
  const metadata = planOnSheet(planId(fieldOf(request, 'plan')), context);
  const opened = source.delivers.open(
    {
      known,
      id,
      fields,
      language,
      zone: services.zone(),
      inputs: metadata ? inputsOfPlan(metadata.plan, catalogue) : [],
      plan: { currency: metadata?.plan.circumstances.currency ?? 'VND' },
    },
    askerFor(source, { where, credentials, place: { ...known, ...fields } }, context),
  );
  if (isNew) keep(opened.account.id, credentials, context);
  return opened;
}

/** An account as the panel sent it, if it is one of this source's. */
function accountIn(value: unknown, source: Pick<SourceEntry, 'readAccount'>): Account | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return source.readAccount(value as Readonly<Record<string, unknown>>);
}

/** What was typed into the form; what is not sent is as it stands. */
function textsOf(
  request: unknown,
  source: SourceEntry,
  { language }: Context,
): Readonly<Record<string, string>> {
  const typed = fieldOf(request, 'fields');
  return Object.fromEntries(
    source.words(language).fields.flatMap(({ id }): [string, string][] => {
      const value = fieldOf(typed, id);
      return typeof value === 'string' ? [[id, value.slice(0, longestField).trim()]] : [];
    }),
  );
}

/** What may be kept with the plan. */
function withoutSecretFields(
  typed: Readonly<Record<string, string>>,
  access: Access,
): Readonly<Record<string, string>> {
  const secret = secretFields(access).map(({ field }) => field);
  return Object.fromEntries(Object.entries(typed).filter(([id]) => !secret.includes(id)));
}

/** What a dimension of an account held lately, the most frequent first. */
export function dimensionValues(request: unknown, context: Context): readonly string[] {
  const source = asked(request, context);
  const { values } = source.delivers;
  const account = accountIn(fieldOf(request, 'account'), source);
  const dimension = fieldOf(request, 'dimension');
  if (!values || typeof dimension !== 'string') return [];
  const { title } = source.words(context.language);
  if (!account) throw new Problem(context.say.cutOff);
  const credentials = credentialsOf(account, context);
  const asking = { where: title, credentials, place: { ...account } };
  return values(account, dimension, askerFor(source, asking, context));
}
