import { type Json, readJson } from '../json.ts';
import type { HttpRequest, Lookup } from '../source.ts';
import { classify } from './classify.ts';

/** A request and how its answer is read; `null` where it is not what was asked for. */
export const lookup = <T>(request: HttpRequest, read: (answer: Json) => T | null): Lookup<T> => ({
  request,
  read(response, nowMs) {
    const verdict = classify(response, nowMs);
    if (verdict.is !== 'ok') return verdict;
    const answer = readJson(response.body);
    const value = answer && read(answer);
    if (value !== null) return { is: 'ok', value };
    return { is: 'retry', afterMs: null, trouble: { kind: 'halfAnswer', detail: '' } };
  },
});
