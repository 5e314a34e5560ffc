import { catalogue } from '../../kpi/catalogue.ts';
import { statusRules, warningRules } from '../calc/status-rules.ts';
import { type Arranged, arrange, type Finish } from '../layout/arrange.ts';
import { type Positions, tableArea } from '../layout/cell-addresses.ts';
import type { Drawing } from '../layout/drawing.ts';
import { departmentBlockList } from './blocks.ts';
import {
  type DepartmentBlock,
  type DepartmentBlockName,
  type DepartmentDefinition,
  type DepartmentFacts,
  type DepartmentInput,
  departmentFacts,
  departmentRange,
} from './department-input.ts';
import { sampleKey } from './overview-block.ts';
import { endKey } from './owners-block.ts';

/** The catalogue and what was typed before may be left out. */
export type DepartmentOrder = Omit<DepartmentInput, 'catalogue' | 'typed' | 'others'> &
  Partial<Pick<DepartmentInput, 'catalogue' | 'typed' | 'others'>>;

/** The sheet of a whole department for one quarter, as data. */
export const departmentDrawing = (order: DepartmentOrder): Drawing =>
  departmentSheet(order).drawing;

function departmentSheet(order: DepartmentOrder): Arranged<DepartmentBlockName> {
  const facts = departmentFacts({ catalogue, typed: {}, others: [], ...order });
  const blocks = departmentBlocks(facts);
  const arranged = arrange(blocks, finish(facts, blocks));
  const { columns, hiddenColumns } = arranged.drawing;
  const count = Math.max(0, columns - firstHidden + 1);
  const beyond = count > 0 ? [{ from: firstHidden, count }] : [];
  return {
    ...arranged,
    drawing: { ...arranged.drawing, hiddenColumns: [...hiddenColumns, ...beyond] },
  };
}

/** Columns from here on hold only what formulas read. */
const firstHidden = 14;

const definitions: readonly DepartmentDefinition[] = departmentBlockList;

export const departmentBlocks = (facts: DepartmentFacts): readonly DepartmentBlock[] =>
  definitions.map(({ name, draw, growing = false }) => ({ ...draw(facts), name, growing }));

const hairline = '#e8eaed';

const finish = (
  { quarter }: DepartmentFacts,
  drawn: readonly DepartmentBlock[],
): Finish<DepartmentBlockName> => ({
  nameOf: (block) => departmentRange(quarter, block),
  // The share of the target is as wide as «53,5% chặng đường».
  widths: [320, 24, 130, 112, 112, 132, 112, 150, 112, 112, 112, 112, 112, 60],
  frozen: (addresses) => ({ rows: titleRow(addresses), columns: 2 }),
  rules: (at) => [
    ...warningRules(definitions, drawn, at),
    ...statusRules(definitions, at, tableOf),
  ],
  lines: (at) =>
    definitions.flatMap(({ name, lined }) => {
      const table = lined ? tableOf(at, name, 'title', lined) : null;
      if (!table) return [];
      const { row, column, rows, columns } = table;
      return [{ row, column, rows, columns, under: 'each' as const, colour: hairline }];
    }),
  charts: () => [],
  tab: '#1a73e8',
});

/** The title stays in sight: two rows above the heading of the figures. */
const titleRow = (addresses: Positions<DepartmentBlockName>): number =>
  (addresses.position('director', sampleKey, 'title')?.row ?? 5) - 2;

/** The rows of a block's table from one column to another. */
const tableOf = (
  addresses: Positions<DepartmentBlockName>,
  block: DepartmentBlockName,
  from: string,
  to: string,
) => tableArea(addresses, block, from, to, (key) => key !== endKey);
