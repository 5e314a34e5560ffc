import type { Day } from '../../../src/plan/calendar/calendar.ts';
import type { Account } from '../../../src/plan/model/feeds.ts';
import { lineOf } from '../../../src/plan/validation/field-reader.ts';
import { accountFacts } from '../../../src/sources/account-facts.ts';
import { defineSource } from '../../../src/sources/define-source.ts';
import { readJson } from '../../../src/sources/json.ts';
import type {
  Classification,
  HttpRequest,
  HttpResponse,
  Lookup,
} from '../../../src/sources/source.ts';
import { wholeTrust } from '../../../src/sources/trust.ts';
import { stubWords } from './words.ts';

/** A shop of a system that nothing but this folder knows. */
export interface TillShop extends Account {
  readonly source: 'till';
  readonly shop: string;
  readonly region: string;
}

interface TillQuestion {
  readonly shop: string;
  readonly day: Day;
  readonly inputs: readonly string[];
}

export const tillHost = 'https://api.till.test/v1/';

const ask = (path: string): HttpRequest => ({ method: 'get', url: tillHost + path, body: null });

function classify({ status, body }: HttpResponse): Classification {
  if (status === 200) return { is: 'ok' };
  // What the host says goes into the log: it must not hold the key.
  if (status === 423) return { is: 'stop', trouble: { kind: 'closed', detail: body } };
  if (status === 401) return { is: 'stop', trouble: { kind: 'keyRefused', detail: body } };
  return { is: 'retry', afterMs: null, trouble: { kind: 'noAnswer', detail: body } };
}

/** The shop's own name and money, which also shows whether the key is good. */
const shopFacts = (shop: string): Lookup<{ readonly name: string; readonly currency: string }> => ({
  request: ask(`shops/${shop}`),
  read: (response) => {
    const verdict = classify(response);
    if (verdict.is !== 'ok') return verdict;
    const { name, currency } = readJson(response.body) ?? {};
    return { is: 'ok', value: { name: String(name), currency: String(currency) } };
  },
});

/** The whole of a system: an account form, a key, one metric, one kind of trouble, no history. */
export const stubSource = defineSource<TillShop, TillQuestion>({
  id: 'till',
  words: stubWords,
  access: {
    is: 'key',
    secrets: [{ field: 'key', looks: /^k-[\w-]+$/ }],
    header: 'X-Till-Key',
    before: 'Bearer ',
    hosts: [tillHost],
  },
  form: 'fields',
  readAccount: (record) => {
    const { source } = record;
    const facts = accountFacts(record, /^till-[a-z0-9]{6}$/);
    const [shop, region] = [lineOf(record.shop), lineOf(record.region)];
    return source === 'till' && facts && shop && region ? { source, ...facts, shop, region } : null;
  },
  mayFill: ({ key }) => key === 'LEADS',
  mayFeed: ({ metric, only, split }) => metric === 'orders' && only.length === 0 && split === null,
  daily: () => true,
  decisive: ({ shop, region }) => [shop, region],
  sharesDimensions: true,
  answersPeriods: false,
  history: { days: 1 },
  unknownCosts: false,
  troubles: {},
  delivers: {
    by: 'requests',
    source: {
      settleDays: 0,
      pace: { atOnce: 5, perSecond: null },
      plan: ({ account, wanted, from, to }) =>
        Array.from({ length: to - from + 1 }, (_, at) => ({
          shop: account.shop,
          day: from + at,
          inputs: wanted.map(({ feed }) => feed.input),
        })),
      request: ({ shop, day }) => ask(`shops/${shop}/orders?day=${day}`),
      classify,
      parse: ({ day, inputs }, { body }) => {
        const orders = Number(readJson(body)?.orders);
        const rows = inputs.map((input) => ({
          from: day,
          to: day,
          input,
          segment: '',
          value: orders,
        }));
        return { rows, more: [], trust: wholeTrust, quota: null };
      },
      apart: () => [],
    },
    open: ({ known, id, fields, inputs }, asker) => {
      const { shop = known?.shop ?? '', region = known?.region ?? '' } = fields;
      const { name, currency } = asker.ask(shopFacts(shop));
      return {
        account: { source: 'till', id, name, currency, shop, region },
        details: [['Region', region]],
        notices: [],
        metrics: [{ name: 'orders', title: 'Orders' }],
        dimensions: [],
        splits: [],
        known: [],
        proposals: inputs
          .filter(({ key }) => key === 'LEADS')
          .map(({ key }) => ({ input: key, metric: 'orders', only: [], split: null })),
      };
    },
    check: ({ account }, asker) => {
      const found = asker.attempt(shopFacts(account.shop));
      return 'trouble' in found ? found : null;
    },
  },
});
