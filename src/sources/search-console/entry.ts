import { searchConsoleWords } from '../../messages/compiled/sources/search-console.ts';
import type { Feed } from '../../plan/model/feeds.ts';
import { type AccountOpening, type Asker, defineSource, type Opened } from '../define-source.ts';
import { pacific, readSite, type SiteAccount, siteAccount, siteId, siteName } from './account.ts';
import { checkFeeds, siteTrouble } from './check.ts';
import { sitesLookup, valuesLookup } from './lookup.ts';
import { searchConsoleHosts, searchConsoleScope } from './methods.ts';
import { metricFor, proposedFeed } from './propose.ts';
import { type SiteQuestion, siteDimensions, siteMetrics } from './question.ts';
import { searchAnalytics } from './source.ts';

const devices = ['MOBILE', 'DESKTOP', 'TABLET'];
/** Values are looked for in so many days. */
const lookedAt = 90;

/** Sites of Google Search Console: what is found in web search. */
export const searchConsole = defineSource<SiteAccount, SiteQuestion>({
  id: 'searchConsole',
  flavour: 'search-console',
  words: (language) => {
    const words = searchConsoleWords(language);
    const { title, connect, connectHint, needs, why, list, troubles } = words;
    const dimension = (name: string) => called(name, words.dimensions);
    return {
      title,
      connect,
      connectHint,
      needs,
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
  // The API has no advanced service, which would switch it on for a script without a project of its own.
  access: { is: 'google', scopes: [searchConsoleScope], services: [], hosts: searchConsoleHosts },
  form: 'list',
  readAccount: readSite,
  mayFill: (input) => metricFor(input) !== null,
  mayFeed: ({ metric, split, only }) =>
    siteMetrics.some((each) => each === metric) &&
    (split === null || isDimension(split)) &&
    new Set(only.map(({ dimension }) => dimension)).size === only.length &&
    only.every((test) => isDimension(test.dimension) && 'is' in test && test.is.length > 0),
  daily: () => true,
  decisive: ({ zone }) => [zone],
  sharesDimensions: true,
  answersPeriods: true,
  history: 'offered',
  unknownCosts: false,
  troubles: {
    noPermission: 'user',
    unverified: 'user',
    signedOut: 'user',
    scopeMissing: 'user',
    orgPolicy: 'user',
    quotaLoad: 'passes',
    quotaRate: 'passes',
    quotaDay: 'passes',
    busy: 'passes',
    serverError: 'passes',
  },
  delivers: {
    by: 'requests',
    source: searchAnalytics,
    list: (_, asker) => ({
      accounts: asker.ask(sitesLookup).map(({ site }) => ({
        account: siteId(site),
        name: siteName(site),
        group: '',
        code: site,
      })),
      page: null,
    }),
    open,
    values: ({ site }, dimension, asker) => {
      const known = siteDimensions.find((each) => each === dimension);
      if (known === undefined) return [];
      const today = asker.today(pacific);
      return asker.ask(valuesLookup(site, known, { from: today - lookedAt, to: today - 1 }));
    },
    check: checkFeeds,
  },
});

const isDimension = (name: string): boolean => siteDimensions.some((each) => each === name);

const called = (name: string, known: Readonly<Record<string, string>>): string =>
  Object.keys(known).includes(name) ? (known[name] ?? name) : name;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A site by its id, or as it stands in a plan; that it can be read is known from the list of sites. */
function open(of: AccountOpening<SiteAccount>, asker: Asker): Opened<SiteAccount> {
  const { known, id, language, inputs, zone } = of;
  const words = searchConsoleWords(language);
  const sites = asker.ask(sitesLookup);
  const site = known?.site ?? sites.find((each) => siteId(each.site) === id)?.site ?? '';
  const trouble = siteTrouble(site, sites);
  if (trouble) return asker.ask({ trouble });
  const account = siteAccount(site);
  const field = (name: string, names: Readonly<Record<string, string>>) => ({
    name,
    title: capital(called(name, names)),
  });
  return {
    account,
    details: [
      [words.site, site],
      [words.zone, account.zone],
      [words.counted, words.webSearch],
    ],
    notices: [words.lag, ...(zone === account.zone ? [] : [words.otherZone])],
    metrics: siteMetrics.map((name) => field(name, words.metrics)),
    dimensions: siteDimensions.map((name) => field(name, words.dimensions)),
    splits: siteDimensions,
    known: siteMetrics.map((metric) => ({ metric, dimension: 'device', values: devices })),
    proposals: inputs.flatMap((input): Omit<Feed, 'account'>[] => {
      const feed = proposedFeed(input);
      return feed ? [feed] : [];
    }),
  };
}
