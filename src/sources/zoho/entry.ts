import { zohoWords } from '../../messages/compiled/sources/zoho.ts';
import { type AccountOpening, type Asker, defineSource, type Opened } from '../define-source.ts';
import { readZohoAccount, type ZohoAccount } from './account.ts';
import { centerOf, centers } from './centers.ts';
import { checkFeeds } from './check.ts';
import { fieldsLookup, type ZohoField } from './fields.ts';
import { trouble } from './lookup.ts';
import { metricNamed, metricNames, metrics, moduleOf, noValue } from './metrics.ts';
import { accountLookup } from './organisation.ts';
import { proposed, proposedFeed } from './propose.ts';
import type { ZohoQuestion } from './question.ts';
import { zohoAccess, zohoScopes } from './sign-in.ts';
import { zoho } from './source.ts';

const fieldName = /^[A-Za-z]\w{0,99}$/;
/** By what marketers compare. */
const splits: readonly string[] = ['Lead_Source', 'Lead_Status', 'Stage', 'Pipeline', 'Type'];
/** What sales keeps for itself tells nothing apart. */
const mostFields = 40;

/** Organisations of Zoho CRM. */
export const zohoCrm = defineSource<ZohoAccount, ZohoQuestion>({
  id: 'zoho',
  words: (language) => {
    const words = zohoWords(language);
    const { title, connect, connectHint, troubles, fields } = words;
    const called = (name: string, known: Readonly<Record<string, string>>): string =>
      Object.keys(known).includes(name) ? (known[name] ?? name) : name;
    const dimension = (name: string) => called(name, words.dimensions);
    const scopes = zohoScopes.join(',');
    return {
      title,
      connect,
      connectHint,
      needs: words.needs({ scopes }),
      why: words.why,
      where: (name) => words.where({ name }),
      metric: (name) => called(name ?? '', words.metrics),
      dimension,
      named: dimension,
      troubles: {
        ...troubles,
        scopesLack: { ...troubles.scopesLack, way: troubles.scopesLack.way({ scopes }) },
      },
      fields: [
        {
          id: 'dc',
          ...fields.dc,
          is: 'choice',
          options: centers.map((center) => [center, called(center, words.centers)] as const),
        },
        { id: 'clientId', ...fields.clientId, is: 'secret', options: [] },
        { id: 'clientSecret', ...fields.clientSecret, is: 'secret', options: [] },
        {
          id: 'code',
          ...fields.code,
          hint: fields.code.hint({ scopes }),
          is: 'secret',
          options: [],
        },
      ],
      list: null,
    };
  },
  access: zohoAccess,
  form: 'fields',
  readAccount: readZohoAccount,
  mayFill: (input) => proposed(input) !== null,
  mayFeed: ({ metric, split, only }) =>
    metricNamed(metric) !== null &&
    [split, ...only.map(({ dimension }) => dimension)].every(
      (name) => name === null || fieldName.test(name),
    ),
  daily: () => true,
  decisive: ({ zone, dc }) => [zone, dc],
  sharesDimensions: true,
  answersPeriods: false,
  history: 'offered',
  unknownCosts: true,
  troubles: {
    codeRefused: 'user',
    clientRefused: 'user',
    codeMissing: 'user',
    signedOut: 'user',
    scopesLack: 'user',
    noPermission: 'user',
    tooManyTokens: 'passes',
    moving: 'passes',
  },
  delivers: { by: 'requests', source: zoho, open, check: checkFeeds },
});

/** The organisation that the key opens, and what can be asked of it. */
function open(of: AccountOpening<ZohoAccount>, asker: Asker): Opened<ZohoAccount> {
  const { known, id, fields: typed, language, inputs, plan, zone } = of;
  const words = zohoWords(language);
  const dc = centerOf(typed.dc ?? known?.dc);
  const account = asker.ask(dc ? accountLookup(id, dc) : trouble('centerMissing'));
  const fields = {
    Leads: asker.ask(fieldsLookup(account.dc, 'Leads')),
    Deals: asker.ask(fieldsLookup(account.dc, 'Deals')),
  };
  const { Leads, Deals } = fields;
  const lists = [...Leads, ...Deals.filter(({ name }) => !Leads.some((each) => each.name === name))]
    .filter(({ name, values }) => values.length > 0 && fieldName.test(name))
    .slice(0, mostFields);
  return {
    account,
    details: [
      [words.organisation, account.name],
      [words.zone, account.zone],
      [words.currency, account.currency],
    ],
    notices: [
      ...(zone === account.zone ? [] : [words.otherZone({ theirs: account.zone, ours: zone })]),
      ...(plan.currency === account.currency
        ? []
        : [words.otherCurrencyNotice({ theirs: account.currency, ours: plan.currency })]),
    ],
    metrics: metricNames.map((name) => ({ name, title: words.metrics[name] })),
    dimensions: lists.map(({ name, title }) => ({
      name,
      title,
      ...(name === 'Lead_Status' ? { ask: words.chooseStatus } : {}),
    })),
    splits: splits.filter((name) => lists.some((each) => each.name === name)),
    known: metricNames.flatMap((metric) =>
      valuesKnown(fields[moduleOf(metrics[metric])], lists).map((each) => ({ metric, ...each })),
    ),
    proposals: inputs.flatMap((input) => {
      const feed = proposedFeed(input, fields, account.currency);
      return feed ? [feed] : [];
    }),
  };
}

/** What can be chosen in the lists of a module, and that nothing was. */
const valuesKnown = (fields: readonly ZohoField[], lists: readonly ZohoField[]) =>
  fields
    .filter(({ name }) => lists.some((each) => each.name === name))
    .map(({ name, values }) => ({
      dimension: name,
      values: [...new Set([...values.map(({ actual }) => actual), noValue])],
    }));
