import { useEffect } from 'preact/hooks';
import type { PlanCard } from '../../app/api/plan-api.ts';
import { useData } from './data-context.tsx';

/** Asks what is known of the data, where there is a plan that data could flow into. */
export function useDataStart(cards: readonly PlanCard[]): void {
  const { ask } = useData();
  const open = cards.some(({ state }) => state === 'open');
  useEffect(() => {
    if (open) ask();
  }, [open]);
}
