import { salesforceWords } from '../../messages/compiled/sources/salesforce.ts';
import { type AccountOpening, type Asker, defineSource, type Opened } from '../define-source.ts';
import { readSalesforceAccount, type SalesforceAccount } from './account.ts';
import { checkFeeds } from './check.ts';
import { domainOf } from './domain.ts';
import { fieldsLookup, hasCurrencies, type SalesforceField } from './fields.ts';
import { trouble } from './lookup.ts';
import { fieldName, metricNamed, metricNames, noValue, objectOf } from './metrics.ts';
import { corporateLookup, organisationLookup, userIdLookup, zoneLookup } from './organisation.ts';
import { proposed, proposedFeed } from './propose.ts';
import type { SalesforceQuestion } from './question.ts';
import { salesforceAccess } from './sign-in.ts';
import { salesforce } from './source.ts';

/** By what marketers compare. */
const splits: readonly string[] = [
  'LeadSource',
  'Status',
  'StageName',
  'Type',
  'Industry',
  'Rating',
];
/** What sales keeps for itself tells nothing apart. */
const mostFields = 40;

/** Organisations of Salesforce. */
export const salesforceCrm = defineSource<SalesforceAccount, SalesforceQuestion>({
  id: 'salesforce',
  words: (language) => {
    const words = salesforceWords(language);
    const { title, connect, connectHint, needs, why, troubles, fields } = words;
    const called = (name: string, known: Readonly<Record<string, string>>): string =>
      Object.keys(known).includes(name) ? (known[name] ?? name) : name;
    const dimension = (name: string) => called(name, words.dimensions);
    return {
      title,
      connect,
      connectHint,
      needs,
      why,
      troubles,
      where: (name) => words.where({ name }),
      metric: (name) => called(name ?? '', words.metrics),
      dimension,
      named: dimension,
      fields: [
        { id: 'domain', ...fields.domain, is: 'text', options: [] },
        { id: 'consumerKey', ...fields.consumerKey, is: 'secret', options: [] },
        { id: 'consumerSecret', ...fields.consumerSecret, is: 'secret', options: [] },
        { id: 'currency', ...fields.currency, is: 'text', options: [] },
      ],
      list: null,
    };
  },
  access: salesforceAccess,
  form: 'fields',
  readAccount: readSalesforceAccount,
  mayFill: (input) => proposed(input) !== null,
  mayFeed: ({ metric, split, only }) =>
    metricNamed(metric) !== null &&
    [split, ...only.map(({ dimension }) => dimension)].every(
      (name) => name === null || fieldName.test(name),
    ),
  daily: () => true,
  decisive: ({ zone, domain }) => [zone, domain],
  sharesDimensions: true,
  answersPeriods: false,
  history: 'offered',
  unknownCosts: true,
  troubles: {
    clientRefused: 'user',
    signedOut: 'user',
    scopesLack: 'user',
    noPermission: 'user',
    tooManyLogins: 'passes',
    readBroken: 'passes',
    tooSlow: 'passes',
  },
  delivers: { by: 'requests', source: salesforce, open, check: checkFeeds },
});

/** The organisation that the key opens, and what can be asked of it. */
function open(of: AccountOpening<SalesforceAccount>, asker: Asker): Opened<SalesforceAccount> {
  const { known, id, fields: typed, language, inputs, plan, zone: ours } = of;
  const words = salesforceWords(language);
  const domain = domainOf(typed.domain || known?.domain);
  if (domain === null) return asker.ask(trouble('domainUnclear'));
  const { id: user } = asker.ask(userIdLookup(domain));
  const { zone } = asker.ask(zoneLookup(domain, user));
  const { name } = asker.ask(organisationLookup(domain));
  const fields = {
    Lead: asker.ask(fieldsLookup(domain, 'Lead')),
    Opportunity: asker.ask(fieldsLookup(domain, 'Opportunity')),
  };
  const { Lead, Opportunity } = fields;
  // With one currency Salesforce tells nobody over its API which one it is.
  const currency = hasCurrencies(Opportunity)
    ? asker.ask(corporateLookup(domain)).currency
    : currencyOf(typed.currency || known?.currency, asker);
  const account: SalesforceAccount = {
    source: 'salesforce',
    id,
    name: name || domain.replace('.my.salesforce.com', ''),
    currency,
    domain,
    zone,
  };
  const lists = [...Lead, ...Opportunity.filter((each) => !isIn(Lead, each.name))]
    .filter((each) => each.values.length > 0 && fieldName.test(each.name))
    .slice(0, mostFields);
  return {
    account,
    details: [
      [words.organisation, account.name],
      [words.zone, zone],
      [words.currency, currency],
    ],
    notices: [
      ...(ours === zone ? [] : [words.otherZone({ theirs: zone, ours })]),
      ...(plan.currency === currency
        ? []
        : [words.otherCurrencyNotice({ theirs: currency, ours: plan.currency })]),
    ],
    metrics: metricNames.map((each) => ({ name: each, title: words.metrics[each] })),
    dimensions: lists.map((each) => ({
      name: each.name,
      title: each.title,
      ...(each.name === 'Status' ? { ask: words.chooseStatus } : {}),
    })),
    splits: splits.filter((each) => isIn(lists, each)),
    known: metricNames.flatMap((metric) =>
      fields[objectOf(metric)]
        .filter((each) => isIn(lists, each.name))
        .map((each) => ({ metric, dimension: each.name, values: [...each.values, noValue] })),
    ),
    proposals: inputs.flatMap((input) => {
      const feed = proposedFeed(input, fields, currency);
      return feed ? [feed] : [];
    }),
  };
}

const isIn = (fields: readonly SalesforceField[], field: string): boolean =>
  fields.some(({ name }) => name === field);

function currencyOf(typed: string | undefined, asker: Asker): string {
  const code = (typed ?? '').trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : asker.ask<string>(trouble('noCurrency'));
}
