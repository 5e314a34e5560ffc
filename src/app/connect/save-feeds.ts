import { dataWords } from '../../messages/compiled/data.ts';
import type { Account, Feed } from '../../plan/model/feeds.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import { mergePlans } from '../../plan/model/merge-plans.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { foreignCurrencies } from '../../sheet/data/connected-input.ts';
import { whereFrom } from '../../sheet/data/feed-words.ts';
import type { SourceEntry } from '../../sources/define-source.ts';
import { fieldOf } from '../../sources/json.ts';
import type { SourceError } from '../../sources/source.ts';
import type { FeedsSaved } from '../api/data-api.ts';
import { parsePlan, planId, rememberWho, who } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { changeable, planNamed } from '../plan-store/find-plan.ts';
import { viewNow } from '../plans/open-plan.ts';
import { changeTo } from '../plans/update-plan.ts';
import type { Context } from '../ports/context.ts';
import { wordsFor } from '../refresh/error-messages.ts';
import { readTableOf } from '../refresh/read-table-source.ts';
import { dataStart } from '../refresh/refresh-status.ts';
import { recover } from '../transactions/pending-change.ts';
import { askerFor } from './asker.ts';
import { credentialsOf, forgetCredentials } from './credentials.ts';

/**
 * Puts what flows into a plan in the place of what flowed before. The sources are asked first
 * whether they have what is asked of them: a mapping that cannot work is not saved.
 */
export function saveFeeds(request: unknown, context: Context): FeedsSaved {
  const named = fieldOf(request, 'who');
  if (typeof named === 'string') rememberWho(named, context);
  // What a run before this one was cut off at is finished first: it may have been this very change.
  exclusively(context, () => recover(context));
  const standing = planNamed(planId(fieldOf(request, 'plan')), context);
  const { plan: now } = changeable(standing, context).read();
  const flowing = (given: unknown) => ({
    ...now,
    feeds: fieldOf(given, 'feeds'),
    accounts: fieldOf(given, 'accounts'),
  });
  const sent = withOwners(parsePlan(flowing(request), context), now, context);
  const before = fieldOf(request, 'base') ?? null;
  const base =
    before === null ? null : withOwners(parsePlan(flowing(before), context), now, context);
  const asked = base ? withOthers(base, sent, now, context) : sent;
  const used = asked.accounts.filter(({ id }) => asked.feeds.some(({ account }) => account === id));

  const plan = { ...asked, accounts: used };
  checkSources(now, plan, context);
  const since = { revision: fieldOf(request, 'revision'), base: base && now };
  const left = changeTo(plan, since, context);
  forgetCredentials(
    now.accounts.filter(({ id }) => !used.some((each) => each.id === id)),
    context,
  );
  return {
    view: viewNow(plan.id, context),
    start: dataStart(context),
    note: [rateNote(plan, context), left].filter(Boolean).join(' '),
  };
}

/**
 * With who connected each account that is signed in to with what is theirs alone: as it is noted, or
 * whoever connects it now. Two who connect the same one at once have connected one account.
 */
function withOwners(plan: Plan, now: Plan, context: Context): Plan {
  const accounts = plan.accounts.map((account) => {
    const source = context.sources.of(account);
    const noted = now.accounts.find(({ id }) => id === account.id);
    // As it stands it stays, also where this build does not know what else is kept of it.
    if (noted && JSON.stringify(noted, unowned) === JSON.stringify(account, unowned)) return noted;
    const by = noted ? noted.by : who(context);
    if (source.access.is === 'none' || !by) return account;
    return source.readAccount({ ...account, by }) ?? account;
  });
  return { ...plan, accounts };
}

const unowned = (key: string, value: unknown): unknown => (key === 'by' ? undefined : value);

/** With what somebody else lets flow in since, as far as it is into other inputs. */
function withOthers(base: Plan, asked: Plan, now: Plan, context: Context): Plan {
  const { plan, conflicts } = mergePlans(base, asked, now);
  if (conflicts.length > 0) {
    throw new Problem(context.say.changedMeanwhile({ name: now.name }), 'revision');
  }
  return parsePlan(plan, context);
}

function checkSources(before: Plan, plan: Plan, context: Context): void {
  for (const account of plan.accounts) {
    const feeds = plan.feeds.filter((feed) => feed.account === account.id);
    const known = JSON.stringify(before.accounts.find(({ id }) => id === account.id));
    const changed = feeds.filter(
      (feed) =>
        known !== JSON.stringify(account) ||
        !before.feeds.some((each) => JSON.stringify(each) === JSON.stringify(feed)),
    );
    if (changed.length === 0) continue;
    checkSource(plan, account, changed, context);
  }
}

/** A mapping that its source could not answer is not saved. */
function checkSource(plan: Plan, account: Account, feeds: readonly Feed[], context: Context): void {
  const { language, sources } = context;
  const source = sources.of(account);
  const where = whereFrom(account, language, sources);
  const { delivers } = source;
  if (delivers.by === 'cells') {
    const read = readTableOf(plan, account, delivers, context);
    if ('trouble' in read) throw notSaved(read.trouble, source, where, context);
    return;
  }
  const inputs = inputsOfPlan(plan, context.catalogue);
  const credentials = credentialsOf(account, context);
  const asker = askerFor(source, { where, credentials, place: { ...account } }, context);
  const wrong = delivers.check({ account, feeds, inputs, language }, asker);
  if (wrong && 'trouble' in wrong) throw notSaved(wrong.trouble, source, where, context);
  if (wrong) throw new Problem(wrong.sentence, `feeds.${wrong.input}`);
}

function notSaved(
  error: SourceError,
  source: SourceEntry,
  where: string,
  { language }: Context,
): Problem {
  const { what, way } = wordsFor(error, source, language);
  return new Problem(
    dataWords(language).notReached({ sentence: what({ where, detail: error.detail }), way }),
  );
}

/** Amounts in another currency wait for somebody to say what it is worth. */
function rateNote(plan: Plan, { catalogue, language, sources }: Context): string {
  const inputs = inputsOfPlan(plan, catalogue);
  return foreignCurrencies({ plan, inputs, sources })
    .map((currency) => dataWords(language).rateNote({ currency, own: plan.circumstances.currency }))
    .join(' ');
}
