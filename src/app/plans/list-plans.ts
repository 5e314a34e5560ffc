import { departmentOf } from '../../sheet/department/blocks.ts';
import type { PlanStart } from '../api/plan-api.ts';
import { businessProfile, who } from '../api/request.ts';
import { undoFacts, undoWords } from '../history/history.ts';
import { listedPlan, planCard } from '../plan-store/find-plan.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import { keptTabs } from '../plan-store/kept-sheets.ts';
import { keepOverview, type Overview, readOverview } from '../plan-store/overview.ts';
import type { Context } from '../ports/context.ts';
import type { NamedArea } from '../ports/spreadsheet.ts';

/** Everything the panel needs to offer plans, found anew. What it takes grows with all that has a name. */
export function planStart(context: Context): PlanStart {
  const { spreadsheet } = context;
  const found = findPlans(context);
  const known = readOverview(found.notes)?.plans ?? [];
  const plans = found.plans.map((plan) =>
    listedPlan(plan, known.find(({ id }) => id === plan.id)?.statuses ?? []),
  );
  const overview = {
    tabs: found.sheets.length,
    plans,
    departments: departments(found.names),
  };
  keepOverview(overview, context);
  return {
    ...startFrom(overview, found.notes, spreadsheet.activeSheet(), context),
    checked: true,
    copies: found.copies.map(({ sheet, of }) => ({ sheet: sheet.id, name: sheet.name, of })),
    kept: keptTabs(found, context).map(({ sheet, kept, stays }) => ({
      plan: kept?.plan ?? '',
      name: sheet.name,
      stays,
      holds: (kept?.left ?? 0) > 0,
    })),
  };
}

/**
 * The same as it was last seen, to be shown at once: what it takes grows with nothing. Names that somebody
 * has deleted, copies and kept sheets are seen when the panel looks again.
 */
export function lastStart(context: Context): PlanStart {
  const { spreadsheet } = context;
  const notes = spreadsheet.notes();
  const overview = readOverview(notes);
  if (overview?.tabs !== spreadsheet.sheets().length) return planStart(context);
  return startFrom(overview, notes, spreadsheet.activeSheet(), context);
}

function startFrom(
  { plans, departments }: Overview,
  notes: Readonly<Record<string, string>>,
  active: number,
  context: Context,
): PlanStart {
  const { spreadsheet, say } = context;
  const facts = undoFacts(notes);
  return {
    checked: false,
    today: spreadsheet.today(),
    circumstances: businessProfile(context),
    plans: plans.map((plan) => planCard(plan, say)),
    active: plans.find(({ on }) => on === active)?.id ?? null,
    copies: [],
    undo: facts ? undoWords(facts, say) : null,
    who: who(context),
    departments,
    kept: [],
  };
}

function departments(names: readonly NamedArea[]): PlanStart['departments'] {
  return names.flatMap(({ name }) => {
    const of = departmentOf(name);
    return of && !of.onCopy && of.block === 'card' ? [of.quarter] : [];
  });
}
