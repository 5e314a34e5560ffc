import { catalogue } from '../../../kpi/catalogue.ts';
import { plannedKpi } from '../../../plan/model/edit-kpis.ts';
import type { Plan } from '../../../plan/model/plan.ts';
import { type PlanProposal, propose } from '../../../presets/propose-plan.ts';
import { proposed } from '../draft.ts';
import type { Draft } from '../draft-begun.ts';

/** What is proposed for a plan as it is now. */
export const planProposal = ({ role, objective, circumstances }: Plan): PlanProposal =>
  propose({ role, objective, circumstances, catalogue });

/** The proposed KPIs in a draft, unless somebody chose others by hand. */
export function withProposals(draft: Draft): Draft {
  const ticked = planProposal(draft.plan).filter((each) => each.ticked);
  return proposed(
    draft,
    ticked.map(({ kpi, weight }) => ({ ...plannedKpi(draft.plan, kpi, catalogue), weight })),
  );
}
