import { departmentOf } from '../../sheet/department/department-input.ts';
import type { PlanStart } from '../api/plan-api.ts';
import { circumstances, who } from '../api/request.ts';
import { undoFacts, undoWords } from '../history/history.ts';
import { findPlans, planCard } from '../plan-store/find-plans.ts';
import type { World } from '../ports/context.ts';
import type { NamedArea } from '../ports/spreadsheet.ts';

/** Everything the panel needs to offer plans. Reads only. */
export function planStart(world: World): PlanStart {
  const { book, say } = world;
  const found = findPlans(world);
  const active = book.activeSheet();
  const facts = undoFacts(found.notes);
  return {
    today: book.today(),
    circumstances: circumstances(world),
    plans: found.plans.map((plan) => planCard(plan, world)),
    active: found.plans.find(({ sheet }) => sheet?.id === active)?.id ?? null,
    copies: found.copies.map(({ sheet, of }) => ({ sheet: sheet.id, name: sheet.name, of })),
    undo: facts ? undoWords(facts, say) : null,
    who: who(world),
    departments: departments(found.names),
  };
}

function departments(names: readonly NamedArea[]): PlanStart['departments'] {
  return names.flatMap(({ name }) => {
    const of = departmentOf(name);
    return of && !of.onCopy && of.block === 'card' ? [of.quarter] : [];
  });
}
