import type { Language } from '../../kpi/define.ts';
import { dataWords } from '../../messages/data.ts';
import type { Account } from '../../plan/model/feeds.ts';
import { whereFrom } from '../../sheet/data/feed-words.ts';
import type { SourceEntry, TroubleFate, TroubleWords } from '../../sources/define-source.ts';
import type { CommonTrouble, Trouble } from '../../sources/source.ts';
import type { KeptTrouble } from '../data-sheet/checkpoint.ts';
import type { World } from '../ports/context.ts';
import { momentWords } from './format-day.ts';

/** What becomes of trouble that any source may have; of their own the sources say it. */
const common: Readonly<Record<string, TroubleFate>> = {
  nearQuota: 'passes',
  noAnswer: 'passes',
  halfAnswer: 'passes',
  noKey: 'user',
  keyRefused: 'user',
} satisfies Partial<Record<CommonTrouble, TroubleFate>>;

const fateOf = ({ kind }: Trouble, account: Account, { sources }: Pick<World, 'sources'>) =>
  sources.of(account).troubles[kind] ?? common[kind] ?? 'somebody';

/** What one user is refused another one may be allowed, whose clock comes by within the hour. */
export const isOfThisUser = (
  trouble: Trouble,
  account: Account,
  world: Pick<World, 'sources'>,
): boolean => fateOf(trouble, account, world) === 'user';

/** Whether it does not go away by itself. */
export const needsSomebody = (
  trouble: Trouble,
  account: Account,
  world: Pick<World, 'sources'>,
): boolean => fateOf(trouble, account, world) !== 'passes';

/** The words for trouble: the source's own, else those for all. */
export function wordsFor({ kind }: Trouble, source: SourceEntry, language: Language): TroubleWords {
  const all: Readonly<Record<string, TroubleWords>> = dataWords(language).troubles;
  const found = source.words(language).troubles[kind] ?? all[kind];
  if (!found) throw new Error(`${source.id} has no words for ${kind}.`);
  return found;
}

/**
 * What failed, what to do, since when, and when it is tried again, where that is set. `zone` is that
 * of the spreadsheet; `null` leaves the moments out, for lines that have one of their own.
 */
export function troubleWords(
  trouble: KeptTrouble,
  account: Account,
  language: Language,
  zone: string | null,
  { outside, sources }: Pick<World, 'outside' | 'sources'>,
): string {
  const say = dataWords(language);
  const { what, way } = wordsFor(trouble, sources.of(account), language);
  const moment = (ms: number) => momentWords(outside.momentIn(zone ?? '', ms), language);
  return [
    what(whereFrom(account, language, sources), trouble.detail),
    way,
    ...(zone === null ? [] : [say.since(moment(trouble.sinceMs))]),
    ...(zone === null || trouble.untilMs === null ? [] : [say.again(moment(trouble.untilMs))]),
  ].join(' ');
}
