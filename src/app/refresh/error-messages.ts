import { dataWords } from '../../messages/compiled/data.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import type { Account } from '../../plan/model/feeds.ts';
import { whereFrom } from '../../sheet/data/feed-words.ts';
import type { SourceEntry, TroubleFate, TroubleWords } from '../../sources/define-source.ts';
import type { CommonTrouble, SourceError } from '../../sources/source.ts';
import type { OngoingError } from '../data-sheet/checkpoint.ts';
import type { Context } from '../ports/context.ts';
import { momentWords } from './format-day.ts';

/** What becomes of trouble that any source may have; of their own the sources say it. */
const common: Readonly<Record<string, TroubleFate>> = {
  nearQuota: 'passes',
  noAnswer: 'passes',
  timedOut: 'passes',
  unreachable: 'passes',
  bandwidth: 'passes',
  fetchDay: 'passes',
  halfAnswer: 'passes',
  notWritten: 'passes',
  lostEmpty: 'passes',
  lostUnreadable: 'passes',
  computing: 'passes',
  webPage: 'passes',
  dayTooLong: 'passes',
  signingIn: 'passes',
  busy: 'passes',
  serverError: 'passes',
  quotaAtOnce: 'passes',
  quotaDay: 'passes',
  // What one is refused for a reason nobody knows another may be allowed; and it may pass.
  unknown: 'user',
  fetchNotAllowed: 'user',
  scopeMissing: 'user',
  noKey: 'user',
  keyRefused: 'user',
} satisfies Partial<Record<CommonTrouble, TroubleFate>>;

const fateOf = ({ kind }: SourceError, account: Account, { sources }: Pick<Context, 'sources'>) =>
  sources.of(account).troubles[kind] ?? common[kind] ?? 'somebody';

/** What one user is refused another one may be allowed, whose clock comes by within the hour. */
export const isOfThisUser = (
  error: SourceError,
  account: Account,
  context: Pick<Context, 'sources'>,
): boolean => fateOf(error, account, context) === 'user';

/** Whether it does not go away by itself. */
export const needsSomebody = (
  error: SourceError,
  account: Account,
  context: Pick<Context, 'sources'>,
): boolean => fateOf(error, account, context) !== 'passes';

/**
 * The words for trouble: the source's own, else those for all. Of a source that this build does not
 * contain nothing else counts, whatever another build has noted.
 */
export function wordsFor(
  { kind }: SourceError,
  source: SourceEntry,
  language: Language,
): TroubleWords {
  const { absent } = source.words(language).troubles;
  if (source.absent && absent) return absent;
  const all: Readonly<Record<string, TroubleWords>> = dataWords(language).troubles;
  const found = source.words(language).troubles[kind] ?? all[kind];
  if (!found) throw new Error(`${source.id} has no words for ${kind}.`);
  return found;
}

/**
 * What failed, what to do, since when, and when it is tried again, where that is set. `zone` is that
 * of the spreadsheet; `null` leaves the moments out, for lines that have one of their own.
 */
export function errorMessage(
  error: OngoingError,
  account: Account,
  language: Language,
  zone: string | null,
  { services, sources }: Pick<Context, 'services' | 'sources'>,
): string {
  const say = dataWords(language);
  const { what, way } = wordsFor(error, sources.of(account), language);
  const moment = (ms: number) => momentWords(services.momentIn(zone ?? '', ms), language);
  return [
    what({ where: whereFrom(account, language, sources), detail: error.detail }),
    way,
    ...(zone === null ? [] : [say.since({ when: moment(error.sinceMs) })]),
    ...(zone === null || error.untilMs === null
      ? []
      : [say.again({ when: moment(error.untilMs) })]),
  ].join(' ');
}
