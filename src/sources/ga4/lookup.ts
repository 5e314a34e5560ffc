import { type Json, readJson } from '../json.ts';
import type { HttpRequest, Lookup } from '../source.ts';
import type { TroubleKind } from './causes.ts';
import { classify } from './classify.ts';

/** A whole answer that says why what was asked for cannot be used. */
export class Unusable {
  readonly kind: TroubleKind;
  constructor(kind: TroubleKind) {
    this.kind = kind;
  }
}

/** A request and how its answer is read; `null` where it is not what was asked for. */
export const lookup = <T>(
  request: HttpRequest,
  read: (answer: Json) => T | Unusable | null,
): Lookup<T> => ({
  request,
  read(response, nowMs) {
    const verdict = classify(response, nowMs);
    if (verdict.is !== 'ok') return verdict;
    const answer = readJson(response.body);
    const value = answer && read(answer);
    if (value instanceof Unusable) {
      return { is: 'stop', trouble: { kind: value.kind, detail: '' } };
    }
    if (value !== null) return { is: 'ok', value };
    return { is: 'retry', afterMs: null, trouble: { kind: 'halfAnswer', detail: '' } };
  },
});
