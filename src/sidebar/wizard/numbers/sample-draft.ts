import { roleIds, roles } from '../../../kpi/roles.ts';
import { type Day, quarterOf } from '../../../plan/calendar/calendar.ts';
import { named, withPlan } from '../draft.ts';
import type { Draft } from '../draft-begun.ts';
import { withProposals } from './proposals.ts';

const likeliest = roleIds.find((role) => roles[role].likeliest) ?? 'other';

/** A plan to look around in: what is said so far, and the likeliest for the rest. */
export function sampleDraft(draft: Draft, today: Day, nameless: string): Draft {
  const { role, name, circumstances } = draft.plan;
  const called = name.trim() === '' ? named(draft, nameless) : draft;
  const quarter = quarterOf(today, circumstances.firstMonth);
  const ready = withPlan(called, { role: draft.roleSaid ? role : likeliest, quarter });
  return { ...withProposals(ready), roleSaid: true, sample: true };
}
