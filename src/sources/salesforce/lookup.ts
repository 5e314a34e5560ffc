import { type Json, readJson } from '../json.ts';
import type { HttpRequest, Lookup, SourceError } from '../source.ts';
import type { TroubleKind } from './causes.ts';
import { classify } from './classify.ts';

export const trouble = (kind: TroubleKind, detail = ''): { readonly trouble: SourceError } => ({
  trouble: { kind, detail },
});

/** A request and how its answer is read; `null` where it is not what was asked for. */
export const lookup = <T extends object>(
  request: HttpRequest,
  read: (answer: Json) => T | { readonly trouble: SourceError } | null,
): Lookup<T> => ({
  request,
  read(response, nowMs) {
    const verdict = classify(response, nowMs);
    if (verdict.is !== 'ok') return verdict;
    const answer = readJson(response.body);
    const value = answer && read(answer);
    if (value === null) return { is: 'retry', afterMs: null, ...trouble('halfAnswer') };
    return 'trouble' in value ? { is: 'stop', ...value } : { is: 'ok', value };
  },
});
