import { dataWords } from '../../messages/compiled/data.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { firstDay } from '../../plan/calendar/calendar.ts';
import type { Account } from '../../plan/model/feeds.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type { SourceEntry } from '../../sources/define-source.ts';
import type { Context } from '../ports/context.ts';
import type { AccountResult } from '../refresh/source-result.ts';
import { type AccountCheckpoint, mappingHash } from './checkpoint.ts';
import { nothingCovered } from './coverage.ts';

const dayMs = 86_400_000;

/** When numbers that have come have to be gone; `null`: never, or none are here. */
export const goneMs = (
  { keepDays }: Pick<SourceEntry, 'keepDays'>,
  { fetchedMs, through }: Pick<AccountCheckpoint, 'fetchedMs' | 'through'>,
): number | null =>
  keepDays === undefined || fetchedMs === null || through === null
    ? null
    : fetchedMs + keepDays * dayMs;

/** Why an input is blank: «Semrush allows numbers to be kept for 30 days» */
const keptNote = (source: SourceEntry, language: Language): string =>
  dataWords(language).trust.kept({
    title: source.words(language).title,
    days: source.keepDays ?? 0,
  });

/** All that came of an account goes: its rows, its days, and how far they were known. */
export function lettingGo(
  plan: Plan,
  account: Account,
  known: AccountCheckpoint,
  { sources }: Pick<Context, 'sources'>,
): AccountResult {
  const source = sources.of(account);
  const trust = keptNote(source, plan.language);
  const fed = plan.feeds.filter((feed) => feed.account === account.id);
  return {
    account,
    hash: mappingHash(account, plan),
    batch: { account: account.id, source: source.id, from: firstDay(plan.quarter), rows: [] },
    coverage: new Map(fed.map(({ input }) => [input, { ...nothingCovered, trust }])),
    state: { ...known, through: null, settled: null, fetchedMs: null, digests: '', lost: {} },
    over: true,
  };
}
