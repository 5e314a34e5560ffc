import type { Lookup } from '../source.ts';
import { classify } from './classify.ts';
import { unitsRequest } from './request.ts';

/** How many units are left; whether the key is one. */
export const unitsLookup: Lookup<number> = {
  request: unitsRequest,
  read(response, nowMs) {
    const verdict = classify(response, nowMs);
    if (verdict.is !== 'ok') return verdict;
    const said = response.body.trim();
    return /^\d{1,3}(?:[,. \u00a0]?\d{3})*$|^\d{1,15}$/.test(said)
      ? { is: 'ok', value: Number(said.replace(/\D/g, '')) }
      : { is: 'stop', trouble: { kind: 'halfAnswer', detail: '' } };
  },
};
