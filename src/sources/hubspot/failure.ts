import { isJson, objectsOf, readJson, textOf } from '../json.ts';
import { pageTitle } from '../quote.ts';
import type { HttpResponse } from '../source.ts';

/** An error of HubSpot’s, as far as it can be read: every field of it may be left out. */
export interface Failure {
  readonly status: number;
  /** `MISSING_SCOPES`, `RATE_LIMIT`, `VALIDATION_ERROR`. */
  readonly category: string;
  /** The limit that was met: `DAILY`, `SECONDLY`, `TEN_SECONDLY_ROLLING`. */
  readonly policy: string;
  readonly message: string;
  /** What a key would have to be allowed. */
  readonly scopes: readonly string[];
  /** What the page calls itself that came in the place of JSON; `null` for none. */
  readonly page: string | null;
}

export function failureOf({ status, body }: HttpResponse): Failure {
  const said = readJson(body) ?? {};
  const errors = objectsOf(said.errors) ?? [];
  const contexts = [said, ...errors].flatMap(({ context }) => (isJson(context) ? [context] : []));
  const listed = contexts.flatMap((each) => [each.requiredScopes, each.missingScopes]).flat();
  return {
    status,
    category: textOf(said.category) || textOf(said.errorType),
    policy: textOf(said.policyName),
    message: [said, ...errors]
      .map(({ message }) => textOf(message))
      .join(' ')
      .trim(),
    scopes: [...new Set(listed.map(textOf).filter((scope) => /^[\w.-]{1,80}$/.test(scope)))],
    page: pageTitle(body),
  };
}
