import { dataWords } from '../../messages/compiled/data.ts';
import { whereFrom } from '../../sheet/data/feed-words.ts';
import { fieldOf } from '../../sources/json.ts';
import type { RefreshAnswer } from '../api/data-api.ts';
import { planId } from '../api/request.ts';
import { Problem } from '../api/user-error.ts';
import { planNamed } from '../plan-store/find-plan.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import type { Context } from '../ports/context.ts';
import { recover } from '../transactions/pending-change.ts';
import { errorMessage } from './error-messages.ts';
import { dayWords } from './format-day.ts';
import { dropLease, takeLease } from './lease.ts';
import { lossNotes } from './quality-notes.ts';
import { type PlanRefreshed, refreshedShare, refreshPlan } from './refresh-plan.ts';
import { dataStart } from './refresh-status.ts';

/** A panel waits so long for one answer. */
const budgetMs = 25_000;
/** A call that was killed keeps others out no longer. */
const leaseMs = 90_000;

/** Fetches what is due for some seconds; asked again with the same request until it is done. */
export function refresh(request: unknown, context: Context): RefreshAnswer {
  const { services, language } = context;
  const say = dataWords(language);
  const asked = fieldOf(request, 'plan');
  const anew = fieldOf(request, 'anew') === true;
  const ids = asked === null ? openPlans(context) : [named(asked, context)];
  if (ids.length === 0) return finished([say.said.nothingFlows], context);
  const deadlineMs = services.nowMs() + budgetMs;
  const token = takeLease(context, leaseMs);
  if (token === null) throw new Problem(say.otherRun);
  const came: PlanRefreshed[] = [];
  try {
    for (const id of ids) {
      if (came.length > 0 && services.nowMs() >= deadlineMs) break;
      came.push(refreshPlan(id, { anew, deadlineMs, token }, context));
    }
  } finally {
    dropLease(token, context, () => null);
  }
  if (came.some(({ is }) => is === 'lost')) throw new Problem(say.otherRun);
  const all = came.length === ids.length && came.every((each) => each.is !== 'done' || each.over);
  if (all)
    return finished(
      came.flatMap((each) => saidOf(each, context)),
      context,
    );
  const waiting = came.find((each) => each.is === 'done' && !each.over);
  const shares = came.map((each) => {
    if (each.is !== 'done' || each.over) return 1;
    return Math.min(0.95, refreshedShare(each.plan, each.state, context));
  });
  return {
    done: false,
    share: shares.reduce((sum, each) => sum + each, 0) / ids.length,
    doing: doingOf(waiting, context),
    said: [],
    start: null,
  };
}

const finished = (messages: readonly string[], context: Context): RefreshAnswer => ({
  done: true,
  share: 1,
  doing: '',
  said: messages,
  start: dataStart(context),
});

/** Plans into which something flows, the one that waits longest first. */
function openPlans(context: Context): string[] {
  return findPlans(context)
    .plans.filter(({ state, card: metadata }) => state === 'open' && metadata.plan.feeds.length > 0)
    .map(({ id }) => id);
}

function named(asked: unknown, context: Context): string {
  // A sheet that a run was cut off at is finished first, instead of being called broken.
  context.host.exclusively(() => recover(context));
  const { card: metadata, state, missing } = planNamed(planId(asked), context);
  const { say } = context;
  const { name } = metadata.plan;
  if (state === 'newer') throw new Problem(say.newer({ name }));
  if (state === 'older') throw new Problem(say.older({ name }));
  if (state === 'frozen') throw new Problem(dataWords(context.language).said.closed({ name }));
  if (state === 'broken') {
    throw new Problem(
      say.broken({ name, missing: missing.map((each) => say.parts[each]).join(', ') }),
    );
  }
  return metadata.plan.id;
}

/** What came of a plan, in sentences. */
function saidOf(came: PlanRefreshed, context: Context): string[] {
  const { language, services } = context;
  const say = dataWords(language).said;
  if (came.is === 'lost') return [];
  if (came.is === 'none')
    return came.why === 'closed' ? [say.closed({ name: came.name })] : [say.nothingFlows];
  const damage = came.damage === '' ? [] : [came.damage];
  const accounts = came.results.flatMap(({ account, state, skipped }) => {
    const where = whereFrom(account, language, context.sources);
    const { trouble, through } = state;
    if (skipped) {
      const { by = '' } = account;
      const known = through === null ? 'none' : dayWords(through, language);
      return say.ofAnother({ name: came.plan.name, where, by, known });
    }
    if (trouble) return errorMessage(trouble, account, language, services.zone(), context);
    if (through === null) return say.notYet({ name: came.plan.name, where });
    const lost = lossNotes(came.plan, state.lost ?? {}, language, context);
    return [
      say.through({ name: came.plan.name, where, day: dayWords(through, language) }),
      ...lost.map((each) => `${each}.`),
    ];
  });
  return [...damage, ...accounts];
}

function doingOf(came: PlanRefreshed | undefined, { language, sources }: Context): string {
  const say = dataWords(language).doing;
  if (came?.is !== 'done') return '';
  const next = came.results.find(({ over }) => !over);
  if (!next) return say.reading({ name: came.plan.name });
  const { through } = next.state;
  const where = whereFrom(next.account, language, sources);
  return through === null
    ? say.reading({ name: came.plan.name })
    : say.asking({ where, day: dayWords(through, language) });
}
