import { departmentOf } from '../../sheet/department/department-input.ts';
import type { PlanStart } from '../api/plan-api.ts';
import { businessProfile, who } from '../api/request.ts';
import { undoFacts, undoWords } from '../history/history.ts';
import { planCard } from '../plan-store/find-plan.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import { keptTabs } from '../plan-store/kept-sheets.ts';
import type { Context } from '../ports/context.ts';
import type { NamedArea } from '../ports/spreadsheet.ts';

/** Everything the panel needs to offer plans. Reads only. */
export function planStart(context: Context): PlanStart {
  const { spreadsheet, say } = context;
  const found = findPlans(context);
  const active = spreadsheet.activeSheet();
  const facts = undoFacts(found.notes);
  return {
    today: spreadsheet.today(),
    circumstances: businessProfile(context),
    plans: found.plans.map((plan) => planCard(plan, context)),
    active: found.plans.find(({ sheet }) => sheet?.id === active)?.id ?? null,
    copies: found.copies.map(({ sheet, of }) => ({ sheet: sheet.id, name: sheet.name, of })),
    undo: facts ? undoWords(facts, say) : null,
    who: who(context),
    departments: departments(found.names),
    kept: keptTabs(found, context).map(({ sheet, kept, stays }) => ({
      plan: kept?.plan ?? '',
      name: sheet.name,
      stays,
      holds: (kept?.left ?? 0) > 0,
    })),
  };
}

function departments(names: readonly NamedArea[]): PlanStart['departments'] {
  return names.flatMap(({ name }) => {
    const of = departmentOf(name);
    return of && !of.onCopy && of.block === 'card' ? [of.quarter] : [];
  });
}
