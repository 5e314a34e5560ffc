import type { Feed } from '../../../plan/model/feeds.ts';
import type { PlanInput } from '../../../plan/model/inputs.ts';
import type { Plan } from '../../../plan/model/plan.ts';
import { proposedOf } from '../connect/table-doubts.ts';
import { emptyFeed } from './feeds-draft.ts';
import type { Fields } from './use-fields.ts';

/** What is proposed for an input from a place; where nothing is known to fit, all is left to the user. */
export function feedProposal(input: PlanInput, account: string, fields: Fields, plan: Plan): Feed {
  const { table, proposals } = fields;
  const empty = emptyFeed(input.key, account);
  const all = table ? proposedOf(table, plan).feeds : proposals;
  const found = all.find((each) => each.input === input.key);
  return found ? { ...found, account } : empty;
}
