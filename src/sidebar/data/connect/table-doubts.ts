import type { TableFacts } from '../../../app/api/data-api.ts';
import type { DataPanelWords } from '../../../messages/compiled/data-panel.ts';
import { inputsOfPlan } from '../../../plan/model/inputs.ts';
import type { Plan } from '../../../plan/model/plan.ts';
import {
  type Doubt,
  proposeMapping,
  type TableProposal,
} from '../../../sources/table/propose-mapping.ts';

/** What a table could feed of a plan, and how its days seem to be meant. */
export const proposedOf = (table: TableFacts, plan: Plan): TableProposal =>
  proposeMapping(table, inputsOfPlan(plan), plan.circumstances.currency);

/** A doubt about the table as a whole, in words; `''` where it is about a single input. */
export function doubtInWords(doubt: Doubt, { doubts: say }: DataPanelWords['tabs']): string {
  switch (doubt.about) {
    case 'noDay':
      return say.noDay;
    case 'day':
      return say.day({ columns: listed(doubt.columns) });
    case 'periods':
      return say.periods({ column: doubt.column });
    case 'order':
      return say.order({ column: doubt.column });
    case 'currency':
      return say.currency({ currencies: doubt.currencies.join(', ') });
    default:
      return '';
  }
}

/** What to look at where a table feeds an input, in words. */
export function doubtsAbout(
  input: string,
  proposal: TableProposal,
  titleOf: (input: string) => string,
  { doubts: say }: DataPanelWords['tabs'],
): readonly string[] {
  const column = proposal.feeds.find((feed) => feed.input === input)?.metric;
  return proposal.unsure.flatMap((doubt) => {
    if (doubt.about === 'column' && doubt.input === input)
      return [say.column({ columns: listed(doubt.columns) })];
    if (doubt.about === 'values' && doubt.input === input)
      return [say.values({ column: doubt.column })];
    if (doubt.about === 'near' && doubt.input === input) {
      return [say.near({ column: doubt.column, input: titleOf(doubt.input) })];
    }
    if (doubt.about === 'kinds' && doubt.input === input) {
      return [say.kinds({ column: doubt.column, kinds: listed(doubt.kinds) })];
    }
    if (doubt.about === 'inputs' && doubt.column === column) {
      return [say.inputs({ column: doubt.column, inputs: doubt.inputs.map(titleOf).join(', ') })];
    }
    return [];
  });
}

const listed = (columns: readonly string[]): string =>
  columns.map((column) => `“${column}”`).join(', ');
