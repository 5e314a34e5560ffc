import { catalogue } from '../../../src/kpi/catalogue.ts';
import type { QuarterName } from '../../../src/plan/calendar/calendar.ts';
import { plannedKpi } from '../../../src/plan/model/edit-kpis.ts';
import { inputsOfPlan } from '../../../src/plan/model/inputs.ts';
import { mostWeighted, type Plan, type PlannedKpi } from '../../../src/plan/model/plan.ts';
import { fedFrom, propertyOf, proposedFeeds } from './feeds.ts';
import { planOf } from './plans.ts';

const bare = (id: string, quarter: QuarterName): Plan => planOf([], { id, role: 'other', quarter });

/** All KPIs a plan can have, as a panel would send them. */
const everyKpi = (plan: Plan): readonly PlannedKpi[] =>
  catalogue
    .filter(({ name }) => name !== 'ATTAINMENT')
    .map(({ name }) => plannedKpi(plan, name, catalogue));

/** The plan of these KPIs with numbers, as many of them with weight as may have one. */
function weighing(plan: Plan, kpis: readonly PlannedKpi[]): Plan {
  const weighted = Math.min(kpis.length, mostWeighted);
  return {
    ...plan,
    kpis: kpis.map((each, at) => ({
      ...each,
      weight: at < weighted ? 1 / weighted : null,
      baseline: 10,
      target: 12,
    })),
  };
}

/** A plan of the first so many KPIs of the catalogue, as a panel would send it. */
export function planOfSize(kpis: number, id: string, quarter: QuarterName): Plan {
  const plan = bare(id, quarter);
  return weighing(plan, everyKpi(plan).slice(0, kpis));
}

/** A property that the workbench plays. */
export const playedShop = propertyOf('properties/311000001', 'Shop Việt');

/** What a user picks where the catalogue leaves it to them. */
const picked = { eventName: 'generate_lead', sessionCampaignName: 'Sale 11.11' };

/** A plan of so many KPIs into which everything flows that Google Analytics knows of them. */
export function fedPlanOfSize(kpis: number, id: string, quarter: QuarterName): Plan {
  const plan = bare(id, quarter);
  const filled = weighing(plan, mostFed(plan).slice(0, kpis));
  const split = new Set(['LEADS', 'TRAFFIC']);
  return fedFrom(filled, playedShop, picked, ({ input }) => split.has(input));
}

/** Those first into which most flows, the one that every plan begins with before all others. */
function mostFed(plan: Plan): PlannedKpi[] {
  const share = (kpi: PlannedKpi): number => {
    const one = { ...plan, kpis: [kpi] };
    if (kpi.kpi === 'VISITTOLEAD') return 2;
    return proposedFeeds(one, playedShop.id).length / inputsOfPlan(one).length;
  };
  return [...everyKpi(plan)].sort((one, other) => share(other) - share(one));
}
