import type { Assumption, MeasuredValue, SeenBy } from './assumption.ts';
import { cellAssumptions } from './cells.ts';
import { measured } from './measured.ts';
import { sheetAssumptions } from './sheets.ts';
import { surroundingAssumptions } from './surroundings.ts';

const table = { ...cellAssumptions, ...sheetAssumptions, ...surroundingAssumptions } as const;
type Table = typeof table;

export type AssumptionId = keyof Table;

/**
 * What the product assumes of the platform: what its documentation says or, where it is silent,
 * what is known from use. The stand-ins keep to it, and the self-check tries it on the real one.
 */
export const assumptions: Readonly<Record<AssumptionId, Assumption>> = table;

/** What can be seen in one way, so that nothing of it can be left unchecked. */
export type SeenIn<By extends SeenBy> = {
  [Id in AssumptionId]: Table[Id]['seenBy'] extends By ? Id : never;
}[AssumptionId];

/** The assumptions of one subject. */
export type SubjectOf<Subject extends string> = {
  [Id in AssumptionId]: Table[Id]['subject'] extends Subject ? Id : never;
}[AssumptionId];

export const assumptionIds = Object.keys(table) as AssumptionId[];

/** What a line of the table may be found to be. */
type FoundOf<Line extends Assumption> = Line extends { choices: readonly (infer Choice)[] }
  ? Choice
  : Line['expected'] extends number
    ? number
    : Line['expected'] extends boolean
      ? boolean
      : string;

/** What holds as far as we know: what was measured on the real platform before what is assumed. */
export function assumed<Id extends AssumptionId>(id: Id): FoundOf<Table[Id]> {
  const found: MeasuredValue = measured.found[id] ?? assumptions[id].expected;
  return found as FoundOf<Table[Id]>;
}
