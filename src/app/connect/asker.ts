import type { Place } from '../../sources/access.ts';
import type { Asker, SourceEntry } from '../../sources/define-source.ts';
import type { Lookup, SourceError } from '../../sources/source.ts';
import { Problem } from '../api/user-error.ts';
import type { Context } from '../ports/context.ts';
import { wordsFor } from '../refresh/error-messages.ts';
import type { Credentials } from './credentials.ts';
import { sendSigned, whyNotAsked } from './send-signed.ts';

const mostTries = 3;
const longestWaitMs = 8_000;

/** Why a question to a source has no answer, as a sentence with the way out. */
export function sourceProblem(
  error: SourceError,
  source: SourceEntry,
  where: string,
  { language }: Pick<Context, 'language'>,
): Problem {
  const { what, way } = wordsFor(error, source, language);
  return new Problem(`${what({ where, detail: error.detail })} ${way}`);
}

/** In whose name a source is asked. */
interface Asking {
  /** What is said to be asked. */
  readonly where: string;
  readonly credentials: Credentials;
  readonly place: Place;
}

/** Asks a source in somebody's name. */
export function askerFor(source: SourceEntry, asking: Asking, context: Context): Asker {
  const { where } = asking;
  const attempt: Asker['attempt'] = (lookup) => tryToAsk(lookup, source, asking, context);
  return {
    attempt,
    today: (zone) => context.services.dayIn(zone, context.services.nowMs()),
    ask: (lookup) => {
      const found = 'trouble' in lookup ? lookup : attempt(lookup);
      if ('trouble' in found) throw sourceProblem(found.trouble, source, where, context);
      return found.value;
    },
  };
}

function tryToAsk<T>(
  lookup: Lookup<T>,
  source: SourceEntry,
  { credentials, place }: Asking,
  context: Context,
): { readonly value: T } | { readonly trouble: SourceError } {
  const { services } = context;
  const refused = whyNotAsked(source, credentials, context);
  if (refused) return { trouble: refused };
  for (let tries = 1; ; tries += 1) {
    const { request } = lookup;
    const [response] = sendSigned([{ source, credentials, place, request }], context);
    if (!response) return { trouble: { kind: 'noAnswer', detail: '' } };
    const found = response.unsent ?? lookup.read(response, services.nowMs());
    if (found.is === 'ok') return { value: found.value };
    const afterMs = found.is === 'retry' ? (found.afterMs ?? 1000 * 2 ** (tries - 1)) : null;
    if (afterMs === null || afterMs > longestWaitMs || tries >= mostTries) {
      return { trouble: found.trouble };
    }
    services.wait(afterMs);
  }
}
