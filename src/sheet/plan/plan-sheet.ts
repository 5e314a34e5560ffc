import { statusRules, warningRules } from '../calc/status-rules.ts';
import { type Arranged, arrange, type Finish, formulasOf } from '../layout/arrange.ts';
import { type Block, type BlockName, blockRange } from '../layout/block.ts';
import { type Positions, tableArea } from '../layout/cell-addresses.ts';
import type { Border, Drawing } from '../layout/drawing.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { blocksOf } from './blocks.ts';

export { formulasOf };

/** The blocks of a plan's sheet from top to bottom. `metadata` is the text of its metadata. */
export const planBlocks = (facts: SheetInput, metadata = ''): readonly Block[] =>
  blocksOf(facts.plan).flatMap(({ name, draw, growing = false, refreshed }) => {
    const drawn = draw(facts, metadata);
    if (!drawn) return [];
    const rows = drawn.rows.map((row) =>
      refreshed?.isRow(row.key) ? { ...row, kept: refreshed.columns } : row,
    );
    return [{ ...drawn, name, growing, rows }];
  });

/** The whole sheet of a plan. */
export const planDrawing = (facts: SheetInput, card: string): Drawing =>
  arrangePlan(facts, card).drawing;

export function arrangePlan(facts: SheetInput, card: string): Arranged<BlockName> {
  const blocks = planBlocks(facts, card);
  return arrange(blocks, finishOf(facts, blocks));
}

/** Title; hidden keys; numbers; status; numbers; trend, owner, last day; inputs. */
const widths = [
  280,
  60,
  // As wide as «○ không tính được» in bold.
  ...Array.from({ length: 6 }, () => 132),
  168,
  ...Array.from({ length: 7 }, () => 132),
  110,
];

const hairline = '#e8eaed';
const headLine = '#dadce0';

function finishOf(facts: SheetInput, drawn: readonly Block[]): Finish<BlockName> {
  const blocks = blocksOf(facts.plan);
  return {
    nameOf: (block) => blockRange(facts.plan.id, block),
    widths,
    frozen: (at) => ({ rows: at.position('score', '.head', 'title')?.row ?? 0, columns: 2 }),
    rules: (at) => [...statusRules(blocks, at, tableArea), ...warningRules(blocks, drawn, at)],
    lines: (at) =>
      drawn.flatMap((block) =>
        blocks.some(({ name, lined }) => lined && name === block.name) ? hairlines(block, at) : [],
      ),
    charts: (at) => blocks.flatMap(({ charts }) => charts?.(at, facts) ?? []),
    tab: '#1a73e8',
  };
}

/** Under the head of a block's table, and under each of its rows. */
function hairlines(block: Block, at: Positions<BlockName>): Border[] {
  const table = tableArea(at, block.name, 'title', 'title');
  if (!table) return [];
  const { row, column, rows } = table;
  const columns = block.columns.length;
  return [
    { row: row - 1, column, rows: 1, columns, under: 'last', colour: headLine },
    { row, column, rows, columns, under: 'each', colour: hairline },
  ];
}
