import { useEffect, useState } from 'preact/hooks';
import type { PlanCard } from '../../app/api/plan-api.ts';
import { roleRank } from '../../kpi/roles.ts';
import { fold } from '../../messages/fold.ts';
import { firstDay, sameQuarter } from '../../plan/calendar/calendar.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { usePanel } from '../shell/panel-context.ts';
import { usePlans } from './plans-context.ts';

/** So many plans are read for comparison: a year of quarters, a team. */
const mostEarlier = 4;
const mostParts = 8;

export interface PlanHistory {
  /** Earlier plans of the same name, the newest first. */
  readonly earlier: readonly Plan[];
  /** The quarter's plans of single people or channels, where this one is the whole department's. */
  readonly parts: readonly Plan[];
}

/** The plans to compare one with, read from their sheets one after the other. */
export function useHistory(plan: Plan): PlanHistory {
  const { client } = usePanel();
  const { start } = usePlans();
  const [read, setRead] = useState<readonly Plan[]>([]);
  const wanted = cardsAround(plan, start.plans);
  useEffect(() => {
    let current = true;
    const ask = async () => {
      for (const { id } of [...wanted.earlier, ...wanted.parts]) {
        const answer = await client.openPlan(id);
        if (!current) return;
        if ('ok' in answer) setRead((last) => [...last, answer.ok.plan]);
      }
    };
    ask();
    return () => {
      current = false;
    };
  }, []);
  const plansOf = (cards: readonly PlanCard[]) =>
    cards.flatMap(({ id }) => read.filter((each) => each.id === id));
  return { earlier: plansOf(wanted.earlier), parts: plansOf(wanted.parts) };
}

/** Which of the plans there are matter to one. */
export function cardsAround(
  plan: Plan,
  cards: readonly PlanCard[],
): { readonly earlier: readonly PlanCard[]; readonly parts: readonly PlanCard[] } {
  const name = fold(plan.name.trim());
  const readable = cards.filter(
    ({ id, state, sample }) =>
      id !== plan.id && !sample && (state === 'open' || state === 'frozen' || state === 'older'),
  );
  const begins = firstDay(plan.quarter);
  const earlier = readable
    .filter((card) => fold(card.name.trim()) === name && firstDay(card.quarter) < begins)
    .sort((one, other) => firstDay(other.quarter) - firstDay(one.quarter))
    .slice(0, mostEarlier);
  const parts = readable.filter(
    ({ quarter, role }) =>
      sameQuarter(quarter, plan.quarter) && roleRank(role) < roleRank(plan.role),
  );
  return { earlier, parts: parts.slice(0, mostParts) };
}
