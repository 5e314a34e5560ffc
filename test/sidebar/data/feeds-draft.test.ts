import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConnectedPlan, ConnectionStatus } from '../../../src/app/api/data-api.ts';
import type { PlanView } from '../../../src/app/api/plan-api.ts';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { dataPanelWords } from '../../../src/messages/compiled/data-panel.ts';
import type { Feed } from '../../../src/plan/model/feeds.ts';
import { inputsOfPlan } from '../../../src/plan/model/inputs.ts';
import { errorsOf, freshness } from '../../../src/sidebar/data/freshness.ts';
import { feedInWords } from '../../../src/sidebar/data/in-words.ts';
import {
  type FeedsDraft,
  feedsDraftOf,
  inOtherCurrency,
  isBehind,
  isCost,
  missingIn,
  needsCosts,
  planBefore,
  rebasedFeeds,
  savedFeeds,
  withAccount,
  withFeed,
  withoutAccount,
} from '../../../src/sidebar/data/mapping/feeds-draft.ts';
import { namesInput } from '../../../src/sidebar/data/mapping/input-ids.ts';
import { proposedFrom } from '../../../src/sources/ga4/propose.ts';
import { typedPlan } from '../../kit/panel/data-way.ts';
import { propertyOf } from '../../kit/plans/feeds.ts';

const dataPanelEn = dataPanelWords('en');

const account = (id: string, currency = 'VND') =>
  propertyOf(`properties/${id}`, `Shop ${id}`, { currency });
const inputs = inputsOfPlan(typedPlan);
const feedsOf = (id: string, keyEvents: readonly string[] | null = null): readonly Feed[] =>
  inputs.flatMap((input) => proposedFrom(input, `properties/${id}`, keyEvents) ?? []);
const view = (plan = typedPlan, revision = 1) => ({ plan, revision }) as PlanView;
const empty: FeedsDraft = feedsDraftOf(view());

describe('what is proposed for a property', () => {
  const leads = (keyEvents: readonly string[] | null) =>
    feedsOf('1', keyEvents).find(({ input }) => input === 'LEADS');

  it('leaves a key event to the user that the property does not have', () => {
    const asked = leads(['zalo_click', 'purchase']);
    expect(asked?.only).toEqual([{ dimension: 'eventName', is: [] }]);
    expect(asked && missingIn(asked)).toEqual({ dimension: 'eventName' });
  });

  it('takes the key event of the catalogue where the property has it', () => {
    expect(leads(['generate_lead', 'purchase'])?.only).toEqual([
      { dimension: 'eventName', is: ['generate_lead'] },
    ]);
  });

  it('takes the only key event there is where any may be meant, but never for one that is named', () => {
    const [conversions] = inputsOfPlan({
      ...typedPlan,
      kpis: typedPlan.kpis.slice(0, 1).map((kpi) => ({ ...kpi, kpi: 'CVR' })),
    }).flatMap((input) =>
      input.key === 'CVR.conversions'
        ? (proposedFrom(input, 'properties/1', ['purchase']) ?? [])
        : [],
    );
    expect(conversions?.only).toEqual([{ dimension: 'eventName', is: ['purchase'] }]);
    expect(leads(['purchase'])?.only).toEqual([{ dimension: 'eventName', is: [] }]);
  });
});

describe('the draft of what flows in', () => {
  it('never holds two feeds of one input, whatever is connected in whichever order', () => {
    const step = fc.oneof(
      fc
        .constantFrom('1', '2', '3')
        .map((id) => (draft: FeedsDraft) => withAccount(draft, account(id), feedsOf(id))),
      fc
        .constantFrom('1', '2', '3')
        .map((id) => (draft: FeedsDraft) => withoutAccount(draft, `properties/${id}`)),
      fc.tuple(fc.constantFrom('1', '2', '3'), fc.nat(2)).map(([id, at]) => (draft: FeedsDraft) => {
        const feed = feedsOf(id)[at];
        return feed && draft.accounts.some((each) => each.id === feed.account)
          ? withFeed(draft, feed)
          : draft;
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const draft = steps.reduce((last, next) => next(last), empty);
        const fed = draft.feeds.map(({ input }) => input);
        expect(new Set(fed).size).toBe(fed.length);
        const { feeds, accounts } = savedFeeds(draft, typedPlan);
        const ids = accounts.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect([...new Set(feeds.map((feed) => feed.account))].sort()).toEqual([...ids].sort());
      }),
    );
  });

  it('takes nothing away from another source by connecting a second one', () => {
    const first = withAccount(empty, account('1'), feedsOf('1'));
    const both = withAccount(first, account('2'), feedsOf('2'));
    expect(both.feeds).toEqual(first.feeds);
    expect(savedFeeds(both, typedPlan).accounts.map(({ id }) => id)).toEqual(['properties/1']);
  });

  it('is saved without feeds of numbers that the plan no longer has', () => {
    const draft = withAccount(empty, account('1'), feedsOf('1'));
    const smaller = { ...typedPlan, kpis: typedPlan.kpis.filter(({ kpi }) => kpi === 'TRAFFIC') };
    expect(savedFeeds(draft, smaller).feeds.map(({ input }) => input)).toEqual(['TRAFFIC']);
  });

  it('is behind where what flows in was changed meanwhile, not after any change of the plan', () => {
    const later = { ...typedPlan, name: 'Lan Anh' };
    expect(isBehind(empty, later)).toBe(false);
    const fed = { ...typedPlan, accounts: [account('1')], feeds: feedsOf('1') };
    expect(isBehind(empty, fed)).toBe(true);
    expect(planBefore(feedsDraftOf(view(fed, 7)), later)).toMatchObject({
      name: 'Lan Anh',
      feeds: feedsOf('1'),
    });
    expect(isBehind(rebasedFeeds(typedPlan, view(fed, 7)), fed)).toBe(false);
  });
});

describe('what is said beside it', () => {
  it('asks for costs as long as one is typed that Google Analytics cannot know', () => {
    const draft = withAccount(empty, account('1'), feedsOf('1'));
    expect(needsCosts(inputs, draft)).toBe(true);
    const cost: Feed = {
      input: 'CPL.cost',
      account: 'table-abc123',
      metric: 'Cost',
      only: [],
      split: null,
    };
    expect(needsCosts(inputs, withFeed(draft, cost))).toBe(false);
    const free = inputs.filter(({ unit }) => unit !== 'money');
    expect(needsCosts(free, draft)).toBe(false);
  });

  it('takes for costs, in the whole catalogue, what no system counts as anything else', () => {
    const [kpi] = typedPlan.kpis;
    const kpis = catalogue.flatMap(({ name }) => (kpi ? [{ ...kpi, kpi: name }] : []));
    const all = inputsOfPlan({ ...typedPlan, kpis });
    const spent = all.filter(({ unit, over, min, sources }) => {
      const counts = sources?.ga4?.metric ?? 'advertiserAdCost';
      return unit === 'money' && over === 'sum' && min === 0 && counts === 'advertiserAdCost';
    });
    expect(spent.length).toBeGreaterThan(4);
    expect(all.filter(isCost)).toEqual(spent);
    const growth = all.filter(({ key }) => key.startsWith('REVENUEGROWTH'));
    expect(growth).not.toEqual([]);
    expect(needsCosts(growth, empty)).toBe(false);
  });

  it('asks for a rate where money flows in from another currency, and only there', () => {
    const fed = withAccount(empty, account('1', 'USD'), feedsOf('1'));
    expect(inOtherCurrency(typedPlan, fed).map(({ currency }) => currency)).toEqual(['USD']);
    const counts = { ...fed, feeds: fed.feeds.filter(({ input }) => input === 'TRAFFIC') };
    expect(inOtherCurrency(typedPlan, counts)).toEqual([]);
    expect(inOtherCurrency(typedPlan, withAccount(empty, account('1'), feedsOf('1')))).toEqual([]);
  });

  it('names what is asked by the titles of the source, values as they are', () => {
    const fields = {
      metrics: [{ name: 'keyEvents', title: 'Key events' }],
      dimensions: [{ name: 'landingPage', title: 'Landing page' }],
    };
    const feed: Feed = {
      input: 'LEADS',
      account: 'properties/1',
      metric: 'keyEvents',
      only: [{ dimension: 'landingPage', startsWith: ['/a', '/b', '/c', '/d', '/e', '/f'] }],
      split: 'sessionCampaignName',
    };
    expect(feedInWords(feed, fields, dataPanelEn.map)).toBe(
      'Takes “Key events”, only where “Landing page” begins with “/a” or “/b” or “/c” or “/d” or +2, told apart by “sessionCampaignName”.',
    );
  });

  it('finds the number that a refusal is about by its whole key', () => {
    expect(namesInput('feeds.CPL.cost.metric', 'CPL.cost')).toBe(true);
    expect(namesInput('feeds.LEADS', 'LEADS')).toBe(true);
    expect(namesInput('feeds.LEADSALL', 'LEADS')).toBe(false);
    expect(namesInput('', 'LEADS')).toBe(false);
  });
});

describe('how fresh a plan is', () => {
  const standing = (part: Partial<ConnectionStatus>): ConnectionStatus => ({
    input: 'LEADS',
    title: '',
    where: 'GA4',
    what: '',
    from: '01/10',
    through: '21/11',
    provisional: 2,
    trust: [],
    trouble: '',
    isShort: false,
    typedOver: false,
    waitsUntil: '',
    ...part,
  });
  const fed = (...feeds: readonly ConnectionStatus[]): ConnectedPlan => ({
    id: 'aaaaaa',
    name: 'Lan',
    quarter: { year: 2026, month: 10 },
    sheet: '',
    feeds,
    updated: '07:10',
    stale: false,
    fills: {},
    rated: [],
  });
  const say = (...feeds: readonly ConnectionStatus[]) => freshness(fed(...feeds), dataPanelEn.home);

  it('is one day where all sources agree, and one for each where they differ', () => {
    expect(say(standing({}), standing({}))).toBe(
      'through 21/11, 2 days provisional · updated 07:10',
    );
    const ads = standing({ where: 'Ads', through: '18/11' });
    expect(say(standing({}), ads)).toBe('through 21/11 (GA4), through 18/11 (Ads) · updated 07:10');
  });

  it('is nothing where nothing came, and one trouble is told once', () => {
    expect(say(standing({ through: '' }))).toBe('nothing has come yet');
    const twice = fed(standing({ trouble: 'No access.' }), standing({ trouble: 'No access.' }));
    expect(errorsOf(twice)).toEqual(['No access.']);
  });
});
