import type { Language } from '../../messages/compiled/languages.ts';
import { semrushWords } from '../../messages/compiled/sources/semrush.ts';
import { defineSource, type SourceWords } from '../define-source.ts';
import { keepDays, readSite, type SiteAccount } from './account.ts';
import { readAnswer } from './answer.ts';
import { checkFeeds } from './check.ts';
import { classify } from './classify.ts';
import { open } from './open.ts';
import { proposedFor } from './propose.ts';
import { competitorsMetric, ownMetric, questionsOf, type SemrushQuestion } from './question.ts';
import { requestFor, semrushHosts } from './request.ts';

/** Semrush's estimates of how many visits sites have from search results. */
export const semrush = defineSource<SiteAccount, SemrushQuestion>({
  id: 'semrush',
  words: wordsIn,
  access: {
    is: 'address',
    secrets: [{ field: 'key', looks: /^[0-9a-f]{32}$/i }],
    parameter: 'key',
    hosts: semrushHosts,
  },
  form: 'fields',
  readAccount: readSite,
  mayFill: (input) => proposedFor(input) !== null,
  mayFeed: ({ metric, only, split }) =>
    (metric === ownMetric || metric === competitorsMetric) && only.length === 0 && split === null,
  daily: () => true,
  decisive: ({ domain, database, competitors }) => [domain, database, competitors],
  sharesDimensions: true,
  answersPeriods: false,
  history: 'offered',
  keepDays,
  unknownCosts: true,
  troubles: { limit: 'passes' },
  delivers: {
    by: 'requests',
    source: {
      // The month that runs is asked for anew each time, and the one before it until Semrush lists it.
      settleDays: 31,
      pace: { atOnce: 4, perSecond: 5 },
      plan: questionsOf,
      request: requestFor,
      classify,
      parse: readAnswer,
      apart: () => [],
    },
    open,
    check: checkFeeds,
  },
});

function wordsIn(language: Language): SourceWords {
  const words = semrushWords(language);
  const { title, connect, connectHint, needs, why, troubles, fields } = words;
  const metrics: Readonly<Record<string, string>> = words.metrics;
  return {
    title,
    connect,
    connectHint,
    needs,
    why,
    where: (name) => words.where({ name }),
    metric: (name) => metrics[name ?? ''] ?? name ?? '',
    dimension: (name) => name,
    named: (name) => name,
    troubles,
    fields: [
      { id: 'domain', ...fields.domain, is: 'text', options: [] },
      { id: 'database', ...fields.database, is: 'text', options: [] },
      { id: 'competitors', ...fields.competitors, is: 'text', options: [] },
      { id: 'key', ...fields.key, is: 'secret', options: [] },
    ],
    list: null,
  };
}
