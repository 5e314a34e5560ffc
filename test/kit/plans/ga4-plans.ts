import { catalogue } from '../../../src/kpi/catalogue.ts';
import type { QuarterName } from '../../../src/plan/calendar/calendar.ts';
import { inputsOfPlan } from '../../../src/plan/model/inputs.ts';
import type { Cadence, Plan } from '../../../src/plan/model/plan.ts';
import type { PropertyAccount } from '../../../src/sources/ga4/account.ts';
import { fedFrom, proposedFeeds } from './feeds.ts';
import { type GivenPlan, planned, planOf } from './plans.ts';

const fedBy = (plan: Plan): string[] => proposedFeeds(plan, 'any').map(({ feed }) => feed.input);

/** As few KPIs as bring in every quantity that Google Analytics knows, or only readings of periods. */
export function ga4Kpis(only: 'all' | 'whole', cadence: Cadence): Plan['kpis'] {
  const found = new Set<string>();
  return catalogue.flatMap(({ name }) => {
    const one = planOf([planned(name, { cadence })]);
    const wholes = inputsOfPlan(one)
      .filter(({ over }) => over === 'whole')
      .map(({ key }) => key);
    const fresh = fedBy(one).filter(
      (key) => !found.has(key) && (only === 'all' || wholes.includes(key)),
    );
    for (const key of fresh) found.add(key);
    return fresh.length > 0 ? one.kpis : [];
  });
}

const asked: Readonly<Record<string, string>> = {
  eventName: 'purchase',
  sessionCampaignName: 'Brand – Search',
};

/** A plan into which all that one property knows flows, told apart by channel where that can be. */
export function ga4Plan(
  account: PropertyAccount,
  quarter: QuarterName,
  kpis: Plan['kpis'],
  given: GivenPlan = {},
): Plan {
  const firstMonth = ((quarter.month - 1) % 3) + 1;
  const plan = planOf(kpis, {
    quarter,
    ...given,
    circumstances: { ...given.circumstances, firstMonth },
  });
  const overs = new Map(inputsOfPlan(plan).map(({ key, over }) => [key, over]));
  return fedFrom(
    plan,
    account,
    asked,
    ({ input, metric }) => overs.get(input) === 'sum' && !metric?.startsWith('organic'),
  );
}
