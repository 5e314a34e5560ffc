import type { Place, PlacedField } from '../../plan/model/field.ts';
import { kpiFields } from '../../plan/model/plan.ts';
import type { BlockName } from '../layout/block.ts';

/** The blocks whose cells hold fields, each in a column or a row of its name. */
export const cellBlocks = ['input', 'score', 'method'] as const satisfies readonly (Place &
  BlockName)[];

const entries: readonly (readonly [string, PlacedField])[] = Object.entries(kpiFields);

/** The fields of a KPI that cells of its rows hold, in the order of the sheet. */
export const kpiCells = (['score', 'method'] as const).flatMap((block) =>
  entries.flatMap(([name, field]) => (field.on === block ? [[block, name, field] as const] : [])),
);
