import type { Language } from '../../messages/compiled/languages.ts';
import { googleAnalyticsWords } from '../../messages/compiled/sources/google-analytics.ts';
import { isOriginal } from '../../messages/language-of.ts';
import type { Feed } from '../../plan/model/feeds.ts';
import { type AccountOpening, type Asker, defineSource, type Opened } from '../define-source.ts';
import { type PropertyAccount, propertyId, readProperty } from './account.ts';
import { keyEventsLookup, propertiesLookup, propertyLookup } from './admin.ts';
import { checkFeeds } from './check.ts';
import { fieldsOf, type Ga4Field } from './metadata.ts';
import { ga4Hosts, ga4Scope, ga4Services } from './methods.ts';
import { proposedFeed, proposedFrom } from './propose.ts';
import { type Ga4Question, ga4 } from './source.ts';
import { topValues } from './values.ts';

const fieldName = /^[A-Za-z][\w:-]{0,99}$/;
const mostPages = 5;
/** By what marketers compare. */
const splits: readonly string[] = [
  'sessionDefaultChannelGroup',
  'sessionCampaignName',
  'sessionSource',
];

/** Properties of Google Analytics 4. */
export const googleAnalytics = defineSource<PropertyAccount, Ga4Question>({
  id: 'ga4',
  words: (language) => {
    const words = googleAnalyticsWords(language);
    const { title, connect, why, list, troubles } = words;
    const dimension = (name: string) => called(name, words.dimensions);
    return {
      title,
      connect,
      connectHint: '',
      needs: '',
      why,
      where: (name) => words.where({ name }),
      metric: (name) => called(name ?? '', words.metrics),
      dimension,
      named: dimension,
      troubles,
      fields: [],
      list: {
        ...list,
        none: (search) =>
          search === ''
            ? [words.none, words.noneWay]
            : [words.noneFor({ search }), words.searchWay, words.noneWay],
      },
    };
  },
  access: { is: 'google', scopes: [ga4Scope], services: ga4Services, hosts: ga4Hosts },
  form: 'list',
  readAccount: readProperty,
  mayFill: (input) => proposedFeed(input, '') !== null,
  mayFeed: ({ metric, split, only }) =>
    metric !== null &&
    [metric, split, ...only.map(({ dimension }) => dimension)].every(
      (name) => name === null || fieldName.test(name),
    ),
  daily: () => true,
  decisive: ({ zone }) => [zone],
  sharesDimensions: true,
  answersPeriods: true,
  history: 'offered',
  // Google knows what its own ads cost, where an account is linked; of others it knows nothing.
  unknownCosts: true,
  troubles: {
    noPermission: 'user',
    signedOut: 'user',
    scopeMissing: 'user',
    orgPolicy: 'user',
    quotaHour: 'passes',
    quotaOwnHour: 'passes',
    quotaDay: 'passes',
    quotaAtOnce: 'passes',
    quotaSmallGroups: 'passes',
    quotaErrors: 'passes',
    quotaUnknown: 'passes',
    projectRate: 'passes',
    projectDay: 'passes',
    userRate: 'passes',
    tooLong: 'passes',
    busy: 'passes',
    serverError: 'passes',
  },
  delivers: {
    by: 'requests',
    source: ga4,
    list: (page, asker) => {
      const found = asker.ask(propertiesLookup(page));
      const accounts = found.properties.map(({ account, name, group }) => ({
        account,
        name,
        group,
        // Properties of the same name are told apart by their number, as Google Analytics shows it.
        code: account.replace('properties/', ''),
      }));
      return { accounts, page: found.page };
    },
    open,
    values: ({ id }, dimension, asker) =>
      fieldName.test(dimension) ? asker.ask(topValues(id, dimension)) : [],
    check: checkFeeds,
  },
});

const called = (name: string, known: Readonly<Record<string, string>>): string =>
  Object.keys(known).includes(name) ? (known[name] ?? name) : name;

/** A property's own facts, and what can be asked of it. */
function open(of: AccountOpening<PropertyAccount>, asker: Asker): Opened<PropertyAccount> {
  const { id, language, inputs, plan, zone } = of;
  const words = googleAnalyticsWords(language);
  const gone = { kind: 'propertyGone', detail: '' };
  const account = asker.ask(propertyId.test(id) ? propertyLookup(id) : { trouble: gone });
  const fields = asker.ask(fieldsOf(id));
  const events = keyEvents(id, asker);
  const dimensions = fields.dimensions.map((field) => {
    const shown = shownField(field, words.dimensions, language);
    return field.name === 'eventName' ? { ...shown, ask: words.chooseEvent } : shown;
  });
  return {
    account,
    details: [
      [words.zone, account.zone],
      [words.currency, account.currency],
      [words.keyEvents, events.length > 0 ? events.join(', ') : words.noKeyEvents],
    ],
    notices: [
      ...(zone === account.zone ? [] : [words.otherZone({ theirs: account.zone, ours: zone })]),
      ...(plan.currency === account.currency
        ? []
        : [words.otherCurrency({ theirs: account.currency, ours: plan.currency })]),
    ],
    metrics: fields.metrics
      .filter(({ blocked }) => blocked.length === 0)
      .map((field) => shownField(field, words.metrics, language)),
    dimensions,
    splits: splits.filter((name) => dimensions.some((each) => each.name === name)),
    known: [{ metric: 'keyEvents', dimension: 'eventName', values: events }],
    proposals: inputs.flatMap((input) => {
      const feed = proposedFrom(input, id, events);
      return feed ? [withoutAccount(feed)] : [];
    }),
  };
}

const withoutAccount = ({ account: _, ...feed }: Feed): Omit<Feed, 'account'> => feed;

/** Google Analytics names its fields in English; the common ones have names of their own elsewhere. */
function shownField(
  { name, title }: Ga4Field,
  known: Readonly<Record<string, string>>,
  language: Language,
): { readonly name: string; readonly title: string } {
  const own = isOriginal(language) ? name : called(name, known);
  return { name, title: own === name ? title : own.slice(0, 1).toUpperCase() + own.slice(1) };
}

function keyEvents(property: string, asker: Asker): readonly string[] {
  const names: string[] = [];
  let page: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const found: { names: readonly string[]; page: string | null } = asker.ask(
      keyEventsLookup(property, page),
    );
    names.push(...found.names);
    page = found.page;
    if (page === null) break;
  }
  return names;
}
