import { dataWords } from '../../messages/data.ts';
import type { Account, Feed } from '../../plan/model/feeds.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { foreignCurrencies } from '../../sheet/data/connected-input.ts';
import { whereFrom } from '../../sheet/data/feed-words.ts';
import type { SourceEntry } from '../../sources/define-source.ts';
import type { Trouble } from '../../sources/source.ts';
import type { FeedsSaved } from '../api/data-api.ts';
import { checkedPlan, fieldOf, planId, rememberWho } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { changeable, findPlans, planNamed } from '../plan-store/find-plans.ts';
import { viewNow } from '../plans/open-plan.ts';
import { changeTo } from '../plans/update-plan.ts';
import type { World } from '../ports/context.ts';
import { wordsFor } from '../refresh/error-messages.ts';
import { readTableOf } from '../refresh/read-table-source.ts';
import { dataStart } from '../refresh/refresh-status.ts';
import { recover } from '../transactions/pending-change.ts';
import { askerFor } from './asker.ts';
import { forgetSecrets, secretOf } from './secrets.ts';

/**
 * Puts what flows into a plan in the place of what flowed before. The sources are asked first
 * whether they have what is asked of them: a mapping that cannot work is not saved.
 */
export function saveFeeds(request: unknown, world: World): FeedsSaved {
  const named = fieldOf(request, 'who');
  if (typeof named === 'string') rememberWho(named, world);
  // What a run before this one was cut off at is finished first: it may have been this very change.
  exclusively(world, () => recover(world));
  const standing = planNamed(planId(fieldOf(request, 'plan')), findPlans(world), world);
  const { plan: now } = changeable(standing, world).read();
  const asked = checkedPlan(
    { ...now, feeds: fieldOf(request, 'feeds'), accounts: fieldOf(request, 'accounts') },
    world,
  );
  const used = asked.accounts.filter(({ id }) => asked.feeds.some(({ account }) => account === id));
  const plan = { ...asked, accounts: used };
  checkSources(now, plan, world);
  changeTo(plan, fieldOf(request, 'revision'), world);
  forgetSecrets(
    now.accounts.filter(({ id }) => !used.some((each) => each.id === id)),
    world,
  );
  return { view: viewNow(plan.id, world), start: dataStart(world), note: rateNote(plan, world) };
}

function checkSources(before: Plan, plan: Plan, world: World): void {
  for (const account of plan.accounts) {
    const feeds = plan.feeds.filter((feed) => feed.account === account.id);
    const known = JSON.stringify(before.accounts.find(({ id }) => id === account.id));
    const changed = feeds.filter(
      (feed) =>
        known !== JSON.stringify(account) ||
        !before.feeds.some((each) => JSON.stringify(each) === JSON.stringify(feed)),
    );
    if (changed.length === 0) continue;
    checkSource(plan, account, changed, world);
  }
}

/** A mapping that its source could not answer is not saved. */
function checkSource(plan: Plan, account: Account, feeds: readonly Feed[], world: World): void {
  const { language, sources } = world;
  const source = sources.of(account);
  const where = whereFrom(account, language, sources);
  const { delivers } = source;
  if (delivers.by === 'cells') {
    const read = readTableOf(plan, account, delivers, world);
    if ('trouble' in read) throw notSaved(read.trouble, source, where, world);
    return;
  }
  const inputs = inputsOfPlan(plan, world.catalogue);
  const asker = askerFor(source, { where, secret: secretOf(account, world) }, world);
  const wrong = delivers.check({ account, feeds, inputs, language }, asker);
  if (wrong && 'trouble' in wrong) throw notSaved(wrong.trouble, source, where, world);
  if (wrong) throw new Problem(wrong.sentence, `feeds.${wrong.input}`);
}

function notSaved(
  trouble: Trouble,
  source: SourceEntry,
  where: string,
  { language }: World,
): Problem {
  const { what, way } = wordsFor(trouble, source, language);
  return new Problem(dataWords(language).notReached(what(where, trouble.detail), way));
}

/** Amounts in another currency wait for somebody to say what it is worth. */
function rateNote(plan: Plan, { catalogue, language, sources }: World): string {
  const inputs = inputsOfPlan(plan, catalogue);
  return foreignCurrencies({ plan, inputs, sources })
    .map((currency) => dataWords(language).rateNote(currency, plan.circumstances.currency))
    .join(' ');
}
