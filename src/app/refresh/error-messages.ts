import type { Language } from '../../kpi/define.ts';
import { dataWords } from '../../messages/data.ts';
import type { Account } from '../../plan/model/feeds.ts';
import { whereFrom } from '../../sheet/data/feed-words.ts';
import type { Trouble, TroubleKind } from '../../sources/source.ts';
import type { KeptTrouble } from '../data-sheet/checkpoint.ts';
import type { World } from '../ports/context.ts';
import { momentWords } from './format-day.ts';

/** Those that go away by themselves; for the others somebody has to do something. */
const passing: readonly TroubleKind[] = [
  'quotaHour',
  'quotaDay',
  'quotaAtOnce',
  'quotaSmallGroups',
  'nearQuota',
  'busy',
  'noAnswer',
  'halfAnswer',
];

/** What one user is refused another one may be allowed, whose clock comes by within the hour. */
export const isOfThisUser = ({ kind }: Trouble): boolean =>
  kind === 'noPermission' || kind === 'signedOut';

export const needsSomebody = ({ kind }: Trouble): boolean => !passing.includes(kind);

/**
 * What failed, what to do, since when, and when it is tried again, where that is set. `zone` is that
 * of the spreadsheet; `null` leaves the moments out, for lines that have one of their own.
 */
export function troubleWords(
  trouble: KeptTrouble,
  account: Account,
  language: Language,
  zone: string | null,
  { outside }: Pick<World, 'outside'>,
): string {
  const say = dataWords(language);
  const { what, way } = say.troubles[trouble.kind];
  const moment = (ms: number) => momentWords(outside.momentIn(zone ?? '', ms), language);
  return [
    what(whereFrom(account, language), trouble.detail),
    way,
    ...(zone === null ? [] : [say.since(moment(trouble.sinceMs))]),
    ...(zone === null || trouble.untilMs === null ? [] : [say.again(moment(trouble.untilMs))]),
  ].join(' ');
}
