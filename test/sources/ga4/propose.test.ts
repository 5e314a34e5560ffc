import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { inputTitle } from '../../../src/messages/catalogue.ts';
import { accountFor } from '../../../src/plan/model/feeds.ts';
import { validatePlan } from '../../../src/plan/validation/validate-plan.ts';
import { proposedFeed } from '../../../src/sources/ga4/propose.ts';
import { shippedSources } from '../../../src/sources/registry.ts';
import { proposedFeeds } from '../../kit/plans/feeds.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { allInputs, shop } from './property.ts';

describe('what the catalogue proposes to take from Google Analytics', () => {
  it('is a feed for each input it knows there, and nothing for the others', () => {
    const plan = planOf([planned('CVR'), planned('CPL'), planned('OWN_A')], {
      own: [
        {
          name: 'OWN_A',
          title: 'Gọi lại',
          unit: 'count',
          better: 'higher',
          how: { is: 'typed', over: 'sum' },
          unsaid: [],
        },
      ],
    });
    expect(proposedFeeds(plan, shop.id)).toMatchObject([
      {
        feed: { input: 'CVR.conversions', account: shop.id, metric: 'keyEvents', only: [] },
        asks: ['eventName'],
      },
      { feed: { input: 'TRAFFIC', metric: 'sessions', only: [], split: null }, asks: [] },
      {
        feed: {
          input: 'LEADS',
          metric: 'keyEvents',
          only: [{ dimension: 'eventName', is: ['generate_lead'] }],
        },
        asks: [],
      },
    ]);
  });

  it('never sets a quarter against itself', () => {
    const earlier = allInputs.filter((input) =>
      inputTitle(input, 'en').endsWith('in the period before'),
    );
    expect(earlier.length).toBeGreaterThan(2);
    expect(earlier.flatMap((input) => proposedFeed(input, shop.id) ?? [])).toEqual([]);
  });

  it('is what a plan may hold', () => {
    const feeds = allInputs.flatMap((input) => proposedFeed(input, shop.id)?.feed ?? []);
    expect(feeds.length).toBeGreaterThan(20);
    const plan = planOf([planned('TRAFFIC')], { feeds, accounts: [shop] });
    const checked = validatePlan(JSON.parse(JSON.stringify(plan)), 'en', catalogue, shippedSources);
    expect(checked).toMatchObject({ plan: { feeds } });
    expect(feeds.every((feed) => accountFor(feed, plan) === shop)).toBe(true);
  });
});
