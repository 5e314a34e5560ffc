import { sheetWords } from '../../messages/sheet.ts';
import type { StatusLight } from '../../plan/model/status.ts';
import { calcBlock } from '../calc/calc-block.ts';
import { firstCharted } from '../calc/chart.ts';
import { measuredKpis } from '../calc/kpi-inputs.ts';
import { monthCodeColumn, monthNumbers } from '../calc/month-status.ts';
import { weekKeys } from '../calc/periods.ts';
import { isLightAt } from '../calc/status-formulas.ts';
import { lightRules, warningRule } from '../calc/status-rules.ts';
import { feedsBlock } from '../data/feeds-block.ts';
import { type Arranged, arrange, type Finish, formulasOf } from '../layout/arrange.ts';
import {
  type Block,
  type BlockName,
  blockRange,
  blocksOf,
  type CellAddresses,
} from '../layout/block.ts';
import { type Positions, tableArea } from '../layout/cell-addresses.ts';
import type { Border, Chart, Drawing, FormatRule } from '../layout/drawing.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { actionBlock, actionLight } from './action-block.ts';
import { inputBlock } from './input-block.ts';
import { metadataBlock } from './metadata-block.ts';
import { methodBlock } from './method-block.ts';
import { monthBlock, monthResultColumn } from './month-block.ts';
import { pointsBlock } from './points-block.ts';
import { scoreBlock } from './scorecard-block.ts';
import { segmentBlock } from './segment-block.ts';

export { formulasOf };

/** The blocks of a plan's sheet from top to bottom. `metadata` is the text of its metadata. */
export function planBlocks(facts: SheetInput, card = ''): readonly Block[] {
  const made: Readonly<Record<BlockName, (facts: SheetInput) => Block | null>> = {
    card: () => metadataBlock(card),
    score: scoreBlock,
    action: actionBlock,
    input: inputBlock,
    split: segmentBlock,
    feeds: feedsBlock,
    month: monthBlock,
    method: methodBlock,
    points: pointsBlock,
    calc: calcBlock,
  };
  return blocksOf(facts.plan).flatMap((name) => made[name](facts) ?? []);
}

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

const accent = '#1a73e8';
const hairline = '#e8eaed';
const headLine = '#dadce0';

const finishOf = (facts: SheetInput, blocks: readonly Block[]): Finish<BlockName> => ({
  nameOf: (block) => blockRange(facts.plan.id, block),
  widths,
  frozen: (addresses) => ({
    rows: addresses.position('score', '.head', 'title')?.row ?? 0,
    columns: 2,
  }),
  rules: (addresses) => statusRules(addresses, blocks),
  lines: (addresses) => lines(addresses, blocks),
  charts: (addresses) => charts(addresses, facts),
  tab: accent,
});

/** Where statuses stand, and whether the code of each in the hidden calculations is as good as this. */
const statusColumns: Readonly<
  Partial<
    Record<
      BlockName,
      Readonly<Record<string, (at: CellAddresses, row: string, light: StatusLight) => string>>
    >
  >
> = {
  score: { status: (at, row, light) => lightOf('code', 'score', at, row, light) },
  action: { status: actionLight },
  month: Object.fromEntries(
    monthNumbers.map((month) => [
      monthResultColumn(month),
      (at: CellAddresses, row: string, light: StatusLight) =>
        lightOf(monthCodeColumn(month), 'month', at, row, light),
    ]),
  ),
};

const lightOf = (
  column: string,
  block: BlockName,
  at: CellAddresses,
  row: string,
  light: StatusLight,
): string => {
  const calc = { keys: at.column('calc', 'key'), codes: at.column('calc', column) };
  return isLightAt(calc, at.here(block, row, 'key'), light);
};

/** A status is a shape, words and a colour, wherever on the sheet it stands. */
function statusRules(
  addresses: Positions<BlockName>,
  blocks: readonly Block[],
): readonly FormatRule[] {
  const judged = blocks.flatMap(({ name }) =>
    Object.entries(statusColumns[name] ?? {}).flatMap(([column, isLit]) => {
      const table = tableArea(addresses, name, column, column);
      return table ? lightRules(table, (light) => isLit(addresses, table.first, light)) : [];
    }),
  );
  return [...judged, ...warnings(addresses, blocks)];
}

/** What is wrong with what was typed, above it. */
function warnings(
  addresses: Positions<BlockName>,
  blocks: readonly Block[],
): readonly FormatRule[] {
  const columns = blocks.find(({ name }) => name === 'input')?.columns.length ?? 0;
  const typed = addresses.position('input', '.warnings', 'weight');
  const weights = addresses.position('method', '.weights', 'weight');
  return [
    ...(typed ? [warningRule({ ...typed, rows: 1, columns: columns - typed.column + 1 })] : []),
    ...(weights ? [warningRule({ ...weights, rows: 1, columns: 1 })] : []),
  ];
}

function lines(addresses: Positions<BlockName>, blocks: readonly Block[]): readonly Border[] {
  return (['score', 'input', 'split', 'feeds', 'month', 'method'] as const).flatMap(
    (name): Border[] => {
      const block = blocks.find((each) => each.name === name);
      const table = block && tableArea(addresses, name, 'title', 'title');
      if (!table) return [];
      const { row, column, rows } = table;
      const columns = block.columns.length;
      return [
        { row: row - 1, column, rows: 1, columns, under: 'last', colour: headLine },
        { row, column, rows, columns, under: 'each', colour: hairline },
      ];
    },
  );
}

/** Beside what is to do: the chosen KPI week by week, against the path to its target. */
function charts(addresses: Positions<BlockName>, facts: SheetInput): readonly Chart[] {
  if (!firstCharted(measuredKpis(facts))) return [];
  const words = sheetWords(facts.plan.language);
  const weeks = weekKeys(facts);
  const last = addresses.position('calc', weeks[weeks.length - 1] ?? '', 'chart:path');
  const head = addresses.position('calc', weeks[0] ?? '', 'chart:week');
  const under = addresses.position('score', '.chart', 'week');
  if (!last || !head || !under) return [];
  // What the lines are called stands in the row above the first week.
  const data = {
    row: head.row - 1,
    column: head.column,
    rows: last.row - head.row + 2,
    columns: last.column - head.column + 1,
  };
  return [
    {
      title: words.chartTitle,
      data,
      at: { row: under.row + 1, column: under.column },
      width: 640,
      height: 210,
      colours: [accent, '#9aa0a6'],
    },
  ];
}
