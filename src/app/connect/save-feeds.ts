import { dataWords } from '../../messages/data.ts';
import type { Feed, PropertyAccount } from '../../plan/model/feeds.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { foreignCurrencies } from '../../sheet/data/connected-input.ts';
import { whereFrom } from '../../sheet/data/feed-words.ts';
import { fieldsOf, fitOf, missingField } from '../../sources/ga4/metadata.ts';
import { isOfEarlierTime } from '../../sources/ga4/propose.ts';
import type { Trouble } from '../../sources/source.ts';
import type { FeedsSaved } from '../api/data-api.ts';
import { checkedPlan, fieldOf, planId, rememberWho } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { changeable, findPlans, planNamed } from '../plan-store/find-plans.ts';
import { viewNow } from '../plans/open-plan.ts';
import { changeTo } from '../plans/update-plan.ts';
import type { World } from '../ports/context.ts';
import { readTableOf } from '../refresh/read-table-source.ts';
import { dataStart } from '../refresh/refresh-status.ts';
import { recover } from '../transactions/pending-change.ts';
import { ask, tryToAsk } from './connect-property.ts';

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
    if (account.source === 'ga4') checkProperty(plan, account, changed, world);
    else {
      const read = readTableOf(plan, account, world);
      if ('trouble' in read)
        throw notSaved(read.trouble, whereFrom(account, world.language), world);
    }
  }
}

function checkProperty(
  plan: Plan,
  account: PropertyAccount,
  feeds: readonly Feed[],
  world: World,
): void {
  const { language } = world;
  const say = dataWords(language);
  const where = whereFrom(account, language);
  const fields = ask(fieldsOf(account.id), where, world);
  const inputs = inputsOfPlan(plan, world.catalogue);
  const titles = new Map(inputs.map(({ key, title }) => [key, title]));
  const wrong = (feed: Feed, sentence: (title: string, field: string) => string, field: string) =>
    new Problem(
      sentence(titles.get(feed.input)?.[language] ?? feed.input, field),
      `feeds.${feed.input}`,
    );
  for (const feed of feeds) {
    const input = inputs.find(({ key }) => key === feed.input);
    if (input && isOfEarlierTime(input)) throw wrong(feed, say.ofEarlierTime, '');
    const missing = missingField(feed, fields);
    if (missing !== null) throw wrong(feed, say.notFound, missing);
    const metric = fields.metrics.find(({ name }) => name === feed.metric);
    if (metric && metric.blocked.length > 0) throw wrong(feed, say.mayNotSee, metric.name);
  }
  for (const feed of unlike(feeds)) {
    const found = tryToAsk(fitOf(feed), world);
    if ('value' in found) {
      const [field] = found.value;
      if (field !== undefined) throw wrong(feed, say.notTogether, field);
    } else if (found.trouble.kind === 'badField') {
      throw wrong(feed, say.notFound, found.trouble.detail || (feed.metric ?? ''));
    } else if (found.trouble.kind === 'mixedFields') {
      throw wrong(feed, say.notTogether, found.trouble.detail || (feed.metric ?? ''));
    } else throw notSaved(found.trouble, where, world);
  }
}

/** Feeds that ask for the same fields need one look. */
function unlike(feeds: readonly Feed[]): Feed[] {
  const fields = ({ metric, only, split }: Feed) =>
    JSON.stringify([metric, only.map(({ dimension }) => dimension), split]);
  return [...new Map(feeds.map((feed) => [fields(feed), feed])).values()];
}

function notSaved({ kind, detail }: Trouble, where: string, { language }: World): Problem {
  const say = dataWords(language);
  const { what, way } = say.troubles[kind];
  return new Problem(say.notReached(what(where, detail), way));
}

/** Money of another currency stays blank until somebody says what it is worth. */
/** Amounts in another currency wait for somebody to say what it is worth. */
function rateNote(plan: Plan, { catalogue, language }: World): string {
  const inputs = inputsOfPlan(plan, catalogue);
  return foreignCurrencies({ plan, inputs })
    .map((currency) => dataWords(language).rateNote(currency, plan.circumstances.currency))
    .join(' ');
}
