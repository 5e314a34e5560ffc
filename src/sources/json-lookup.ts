import { isJson, type Json, readJson } from './json.ts';
import type { Classification, HttpRequest, HttpResponse, Lookup, SourceError } from './source.ts';

/** A whole answer that says why what was asked for cannot be used. */
export interface Unusable {
  readonly trouble: SourceError;
}

/**
 * How a source that answers in JSON is asked single things: what its answers mean, and what this one
 * is read as. `null`: it is not what was asked for, and is asked for again.
 */
export const lookupsBy =
  (classify: (response: HttpResponse, nowMs: number) => Classification) =>
  <T>(
    request: HttpRequest,
    read: (answer: Json, body: string) => T | Unusable | null,
  ): Lookup<T> => ({
    request,
    read(response, nowMs) {
      const verdict = classify(response, nowMs);
      if (verdict.is !== 'ok') return verdict;
      const answer = readJson(response.body);
      const value = answer && read(answer, response.body);
      if (value === null) {
        return { is: 'retry', afterMs: null, trouble: { kind: 'halfAnswer', detail: '' } };
      }
      return isUnusable(value) ? { is: 'stop', trouble: value.trouble } : { is: 'ok', value };
    },
  });

const isUnusable = (value: unknown): value is Unusable => isJson(value) && 'trouble' in value;
