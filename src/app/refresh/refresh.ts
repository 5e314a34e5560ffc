import { dataWords } from '../../messages/data.ts';
import { whereFrom } from '../../sheet/data/feed-words.ts';
import type { RefreshAnswer } from '../api/data-api.ts';
import { fieldOf, planId } from '../api/request.ts';
import { Problem } from '../api/user-error.ts';
import { findPlans, planNamed } from '../plan-store/find-plans.ts';
import type { World } from '../ports/context.ts';
import { recover } from '../transactions/pending-change.ts';
import { troubleWords } from './error-messages.ts';
import { dayWords } from './format-day.ts';
import { dropLease, takeLease } from './lease.ts';
import { type PlanRefreshed, refreshPlan, shareOf } from './refresh-plan.ts';
import { dataStart } from './refresh-status.ts';

/** A panel waits so long for one answer. */
const budgetMs = 25_000;
/** A call that was killed keeps others out no longer. */
const leaseMs = 90_000;

/** Fetches what is due for some seconds; asked again with the same request until it is done. */
export function refresh(request: unknown, world: World): RefreshAnswer {
  const { outside, language } = world;
  const say = dataWords(language);
  const asked = fieldOf(request, 'plan');
  const anew = fieldOf(request, 'anew') === true;
  const ids = asked === null ? openPlans(world) : [named(asked, world)];
  if (ids.length === 0) return finished([say.said.nothingFlows], world);
  const deadlineMs = outside.nowMs() + budgetMs;
  const token = takeLease(world, leaseMs);
  if (token === null) throw new Problem(say.otherRun);
  const came: PlanRefreshed[] = [];
  try {
    for (const id of ids) {
      if (came.length > 0 && outside.nowMs() >= deadlineMs) break;
      came.push(refreshPlan(id, { anew, deadlineMs, token }, world));
    }
  } finally {
    dropLease(token, world);
  }
  if (came.some(({ is }) => is === 'lost')) throw new Problem(say.otherRun);
  const all = came.length === ids.length && came.every((each) => each.is !== 'done' || each.over);
  if (all)
    return finished(
      came.flatMap((each) => saidOf(each, world)),
      world,
    );
  const waiting = came.find((each) => each.is === 'done' && !each.over);
  const shares = came.map((each) => {
    if (each.is !== 'done' || each.over) return 1;
    return Math.min(0.95, shareOf(each.plan, each.state, world));
  });
  return {
    done: false,
    share: shares.reduce((sum, each) => sum + each, 0) / ids.length,
    doing: doingOf(waiting, world),
    said: [],
    start: null,
  };
}

const finished = (said: readonly string[], world: World): RefreshAnswer => ({
  done: true,
  share: 1,
  doing: '',
  said,
  start: dataStart(world),
});

/** Plans into which something flows, the one that waits longest first. */
function openPlans(world: World): string[] {
  return findPlans(world)
    .plans.filter(({ state, card }) => state === 'open' && card.plan.feeds.length > 0)
    .map(({ id }) => id);
}

function named(asked: unknown, world: World): string {
  // A sheet that a run was cut off at is finished first, instead of being called broken.
  world.host.exclusively(() => recover(world));
  const { card, state, missing } = planNamed(planId(asked), findPlans(world), world);
  const { say } = world;
  const { name } = card.plan;
  if (state === 'newer') throw new Problem(say.newer(name));
  if (state === 'older') throw new Problem(say.older(name));
  if (state === 'frozen') throw new Problem(dataWords(world.language).said.closed(name));
  if (state === 'broken') {
    throw new Problem(say.broken(name, missing.map((each) => say.parts[each]).join(', ')));
  }
  return card.plan.id;
}

/** What came of a plan, in sentences. */
function saidOf(came: PlanRefreshed, world: World): string[] {
  const { language, outside } = world;
  const say = dataWords(language).said;
  if (came.is === 'lost') return [];
  if (came.is === 'none')
    return came.why === 'closed' ? [say.closed(came.name)] : [say.nothingFlows];
  return came.results.map(({ account, state }) => {
    const where = whereFrom(account, language, world.sources);
    const { trouble, through } = state;
    if (trouble) return troubleWords(trouble, account, language, outside.zone(), world);
    if (through === null) return say.notYet(came.plan.name, where);
    return say.through(came.plan.name, where, dayWords(through, language));
  });
}

function doingOf(came: PlanRefreshed | undefined, { language, sources }: World): string {
  const say = dataWords(language).doing;
  if (came?.is !== 'done') return '';
  const next = came.results.find(({ over }) => !over);
  if (!next) return say.reading(came.plan.name);
  const { through } = next.state;
  const where = whereFrom(next.account, language, sources);
  return through === null
    ? say.reading(came.plan.name)
    : say.asking(where, dayWords(through, language));
}
