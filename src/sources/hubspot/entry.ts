import type { Language } from '../../messages/compiled/languages.ts';
import { hubspotWords } from '../../messages/compiled/sources/hubspot.ts';
import { defineSource, type SourceWords } from '../define-source.ts';
import { type PortalAccount, readPortal } from './account.ts';
import { hubspotHosts } from './api.ts';
import { checkFeeds } from './check.ts';
import { isDimension, sourceNames } from './dimensions.ts';
import { pipelinesLookup } from './lookup.ts';
import { metricOf, stageOf } from './metrics.ts';
import { open } from './open.ts';
import { proposedFor } from './propose.ts';
import type { HubSpotQuestion } from './question.ts';
import { hubspot } from './source.ts';

/** What has no value cannot be asked for by its name. */
const unnamed = '(not set)';

/** Contacts and deals of a HubSpot account. */
export const hubspotCrm = defineSource<PortalAccount, HubSpotQuestion>({
  id: 'hubspot',
  words: wordsIn,
  access: {
    is: 'key',
    secrets: [{ field: 'key', looks: /^pat-[a-z]{2,4}\d{0,2}-[\w-]{20,100}$/i }],
    header: 'Authorization',
    before: 'Bearer ',
    hosts: hubspotHosts,
  },
  form: 'fields',
  readAccount: readPortal,
  mayFill: (input) => proposedFor(input) !== null,
  mayFeed: ({ metric, split, only }) =>
    metricOf(metric) !== null &&
    (split === null || isDimension(split)) &&
    new Set(only.map(({ dimension }) => dimension)).size === only.length &&
    only.every((test) => isDimension(test.dimension) && 'is' in test && !test.is.includes(unnamed)),
  daily: () => true,
  decisive: ({ portal, zone, currency }) => [portal, zone, currency],
  sharesDimensions: true,
  answersPeriods: false,
  history: 'offered',
  unknownCosts: true,
  troubles: { moving: 'passes', keepsMoving: 'passes' },
  delivers: {
    by: 'requests',
    source: hubspot,
    open,
    values: (_, dimension, asker) => {
      if (dimension === 'source') return sourceNames;
      if (dimension !== 'pipeline') return [];
      return asker.ask(pipelinesLookup()).map(({ label }) => label);
    },
    check: checkFeeds,
  },
});

function wordsIn(language: Language): SourceWords {
  const words = hubspotWords(language);
  const titles: Readonly<Record<string, string>> = words.metrics;
  const metric = (name: string | null): string => {
    const stage = stageOf(name ?? '');
    if (stage !== null) return words.stage({ stage });
    return Object.keys(titles).includes(name ?? '') ? (titles[name ?? ''] ?? '') : (name ?? '');
  };
  const dimension = (name: string) => (isDimension(name) ? words.dimensions[name] : name);
  const { name, key } = words.fields;
  const { blockedMetric } = words.troubles;
  return {
    title: words.title,
    connect: words.connect,
    connectHint: words.connectHint,
    needs: words.needs,
    why: words.why,
    where: (account) => words.where({ name: account }),
    metric,
    dimension,
    named: dimension,
    troubles: {
      ...words.troubles,
      blockedMetric: {
        ...blockedMetric,
        what: ({ where, detail }) => blockedMetric.what({ where, ...mayNotRead(detail, metric) }),
      },
    },
    fields: [
      { id: 'key', ...key, is: 'secret', options: [] },
      { id: 'name', ...name, is: 'text', options: [], missing: '' },
    ],
    list: null,
  };
}

/** What cannot be read, and the permissions that HubSpot has named: `dealsWon, crm.objects.deals.read`. */
function mayNotRead(
  detail: string,
  metric: (name: string) => string,
): { readonly metrics: string; readonly scopes: string } {
  const all = detail.split(', ').filter((each) => each !== '');
  const scopes = all.filter((each) => metricOf(each) === null);
  const metrics = all.filter((each) => metricOf(each) !== null);
  return { metrics: metrics.map(metric).join(', '), scopes: scopes.join(', ') };
}
