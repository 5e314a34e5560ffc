import { catalogue } from '../../src/kpi/catalogue.ts';
import type { QuarterName } from '../../src/plan/calendar/calendar.ts';
import { plannedKpi } from '../../src/plan/model/edit-kpis.ts';
import type { Feed } from '../../src/plan/model/feeds.ts';
import { inputsOfPlan } from '../../src/plan/model/inputs.ts';
import { mostWeighted, type Plan } from '../../src/plan/model/plan.ts';
import type { PropertyAccount } from '../../src/sources/ga4/account.ts';
import { proposedFeeds } from '../../src/sources/ga4/propose.ts';
import { planOfSize } from '../kit/plans/plan-of-size.ts';

/** A property that the workbench plays. */
export const shop: PropertyAccount = {
  source: 'ga4',
  id: 'properties/311000001',
  name: 'Shop Việt',
  currency: 'VND',
  zone: 'Asia/Ho_Chi_Minh',
};

/** What a user picks where the catalogue leaves it to them. */
const picked: Readonly<Record<string, string>> = {
  eventName: 'generate_lead',
  sessionCampaignName: 'Sale 11.11',
};

/** A plan of so many KPIs into which everything flows that Google Analytics knows of them. */
export function fedPlan(kpis: number, id: string, quarter: QuarterName): Plan {
  const plan = planOfSize(0, id, quarter);
  const planned = ranked(plan).slice(0, kpis);
  const weighted = Math.min(kpis, mostWeighted);
  const filled = {
    ...plan,
    accounts: [shop],
    kpis: planned.map((kpi, at) => ({
      ...kpi,
      weight: at < weighted ? 1 / weighted : null,
      baseline: 10,
      target: 12,
    })),
  };
  return { ...filled, feeds: feedsOf(filled) };
}

/** Those first into which most flows, the one that every plan begins with before all others. */
function ranked(plan: Plan): Plan['kpis'] {
  const share = (kpi: Plan['kpis'][number]): number => {
    const one = { ...plan, kpis: [kpi] };
    if (kpi.kpi === 'VISITTOLEAD') return 2;
    return proposedFeeds(one, shop.id).length / inputsOfPlan(one).length;
  };
  return catalogue
    .filter(({ name }) => name !== 'ATTAINMENT')
    .map(({ name }) => plannedKpi(plan, name, catalogue))
    .sort((one, other) => share(other) - share(one));
}

function feedsOf(plan: Plan): Feed[] {
  const split = new Set(['LEADS', 'TRAFFIC']);
  return proposedFeeds(plan, shop.id).map(({ feed, asks }) => ({
    ...feed,
    only: [
      ...feed.only,
      ...asks.map((dimension) => ({ dimension, is: [picked[dimension] ?? ''] })),
    ],
    split: split.has(feed.input) ? 'sessionDefaultChannelGroup' : null,
  }));
}
