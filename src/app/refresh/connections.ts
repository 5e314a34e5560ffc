import type { Account } from '../../plan/model/feeds.ts';
import { whereFrom } from '../../sheet/data/feed-words.ts';
import type { ConnectionFacts } from '../api/data-api.ts';
import { accountIn, type Checkpoint, readCheckpoint } from '../data-sheet/checkpoint.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import type { Context } from '../ports/context.ts';
import { errorMessage } from './error-messages.ts';
import { momentWords } from './format-day.ts';

/** The accounts that plans take numbers from, each once, with what each plan has of it. */
export function connectionsOf(
  plans: readonly PlanSheet[],
  states: ReadonlyMap<string, Checkpoint>,
  context: Context,
): readonly ConnectionFacts[] {
  const { services, language, sources } = context;
  const zone = services.zone();
  const found = new Map<string, { account: Account; plans: ConnectionFacts['plans'][number][] }>();
  for (const { id, card } of plans) {
    const { plan } = card;
    const state = states.get(id) ?? readCheckpoint(null);
    for (const account of plan.accounts) {
      const { fetchedMs, trouble } = accountIn(state, account.id);
      const known = found.get(account.id) ?? { account, plans: [] };
      found.set(account.id, known);
      known.plans.push({
        id,
        name: plan.name,
        numbers: plan.feeds.filter((feed) => feed.account === account.id).length,
        updated:
          fetchedMs === null ? '' : momentWords(services.momentIn(zone, fetchedMs), language),
        trouble: trouble ? errorMessage(trouble, account, language, zone, context) : '',
      });
    }
  }
  return [...found.values()].map(({ account, plans: used }) => ({
    account: account.id,
    source: account.source,
    where: whereFrom(account, language, sources),
    by: account.by ?? '',
    plans: used,
  }));
}
