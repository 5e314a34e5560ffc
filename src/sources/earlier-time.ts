import type { PlanInput } from '../plan/model/inputs.ts';

/**
 * What growth is set against was counted in an earlier period: a feed, which brings each day's own
 * number, would set a quarter against itself and show no growth at all.
 */
export const isOfEarlierTime = ({ usedBy }: Pick<PlanInput, 'usedBy'>): boolean =>
  usedBy.some(({ argument }) => argument === 'before');
