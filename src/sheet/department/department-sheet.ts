import { catalogue } from '../../kpi/catalogue.ts';
import { quarterTitle } from '../../plan/calendar/calendar.ts';
import { layoutVersion } from '../../plan/model/plan.ts';
import { countLight, isLight } from '../calc/status-formulas.ts';
import { lightRules, warningRule } from '../calc/status-rules.ts';
import { type Arranged, arrange, type Finish } from '../layout/arrange.ts';
import { type Positions, tableArea } from '../layout/cell-addresses.ts';
import type { Border, Drawing, FormatRule } from '../layout/drawing.ts';
import { messageFormula } from '../layout/message-formula.ts';
import { budgetBlock } from './budget-block.ts';
import { checklistBlock } from './checklist-block.ts';
import { currencyKey } from './currencies.ts';
import {
  type DepartmentAddresses,
  type DepartmentBlock,
  type DepartmentBlockName,
  type DepartmentFacts,
  type DepartmentInput,
  departmentFacts,
  departmentRange,
} from './department-input.ts';
import { fourQuartersBlock } from './four-quarters-block.ts';
import { directorBlock, sampleKey } from './overview-block.ts';
import { endKey, ownersBlock } from './owners-block.ts';
import { departmentSegmentBlock, verdictCode } from './split-block.ts';

/** The catalogue and what was typed before may be left out. */
export type DepartmentOrder = Omit<DepartmentInput, 'catalogue' | 'typed' | 'others'> &
  Partial<Pick<DepartmentInput, 'catalogue' | 'typed' | 'others'>>;

/** The sheet of a whole department for one quarter, as data. */
export const departmentDrawing = (order: DepartmentOrder): Drawing =>
  departmentSheet(order).drawing;

function departmentSheet(order: DepartmentOrder): Arranged<DepartmentBlockName> {
  const facts = departmentFacts({ catalogue, typed: {}, others: [], ...order });
  const arranged = arrange(departmentBlocks(facts), finish(facts));
  const from = firstHidden;
  const count = Math.max(0, arranged.drawing.columns - from + 1);
  const hiddenColumns = [
    ...arranged.drawing.hiddenColumns,
    ...(count > 0 ? [{ from, count }] : []),
  ];
  return { ...arranged, drawing: { ...arranged.drawing, hiddenColumns } };
}

/** Columns from here on hold only what formulas read. */
const firstHidden = 14;

export const departmentBlocks = (facts: DepartmentFacts): readonly DepartmentBlock[] => [
  cardBlock(facts),
  titled(directorBlock(facts), facts),
  ownersBlock(facts),
  departmentSegmentBlock(facts),
  budgetBlock(facts),
  fourQuartersBlock(facts),
  checklistBlock(facts),
];

/** What the add-on itself has to know of the sheet, in one hidden cell. */
function cardBlock({ quarter, name, plans, language }: DepartmentFacts): DepartmentBlock {
  const card = {
    layout: layoutVersion,
    department: name,
    quarter,
    language,
    plans: plans.map(({ plan }) => plan.id),
  };
  return {
    name: 'card',
    columns: ['title', 'key', 'facts'],
    rows: [{ key: 'card', cells: { facts: { text: JSON.stringify(card), style: 'hidden' } } }],
    hidden: true,
  };
}

/** The director's page begins with whose sheet this is and how many KPIs stand how. */
function titled(block: DepartmentBlock, facts: DepartmentFacts): DepartmentBlock {
  const { name, words, quarter, firstMonth, language } = facts;
  const title = `${name || words.department} · ${quarterTitle(quarter, firstMonth, language)}`;
  return {
    ...block,
    rows: [
      { key: '', cells: { title: { text: title, style: 'title' } }, pixels: 34 },
      {
        key: '',
        cells: { title: { formula: (at) => counts(at, facts), style: 'subtitle' } },
        pixels: 24,
      },
      ...block.rows,
    ],
  };
}

function counts(at: DepartmentAddresses, { plans, shares, words }: DepartmentFacts): string {
  const states = at.column('owners', 'state');
  const [good, watch, bad] = (['good', 'watch', 'bad'] as const).map((light) =>
    countLight(states, light),
  ) as [string, string, string];
  return messageFormula(words.departmentCounts, {
    plans: String(plans.length),
    kpis: String(shares.length),
    good,
    watch,
    bad,
    none: `(${shares.length}-${good}-${watch}-${bad})`,
  });
}

const hairline = '#e8eaed';

const finish = ({ quarter }: DepartmentFacts): Finish<DepartmentBlockName> => ({
  nameOf: (block) => departmentRange(quarter, block),
  // The share of the target is as wide as «53,5% chặng đường».
  widths: [320, 24, 130, 112, 112, 132, 112, 150, 112, 112, 112, 112, 112, 60],
  frozen: (addresses) => ({ rows: titleRow(addresses), columns: 2 }),
  rules,
  lines,
  charts: () => [],
  tab: '#1a73e8',
});

/** The title stays in sight: two rows above the heading of the figures. */
const titleRow = (addresses: Positions<DepartmentBlockName>): number =>
  (addresses.position('director', sampleKey, 'title')?.row ?? 5) - 2;

/** Where statuses stand, and the hidden column beside it with the codes they follow from. */
const statusColumns: readonly (readonly [
  block: DepartmentBlockName,
  column: string,
  code: string,
])[] = [
  ['director', 'status', 'state'],
  ['owners', 'status', 'state'],
  ['split', 'verdict', verdictCode],
];

function rules(addresses: Positions<DepartmentBlockName>): readonly FormatRule[] {
  const warned = [sampleKey, currencyKey].flatMap((key) => {
    const cell = addresses.position('director', key, 'from');
    return cell ? [warningRule({ ...cell, rows: 1, columns: 1 })] : [];
  });
  const judged = statusColumns.flatMap(([block, column, code]) => {
    const table = tableOf(addresses, block, column, column);
    const cell = table && addresses.here(block, table.first, code);
    return table && cell ? lightRules(table, (light) => isLight(cell, light)) : [];
  });
  return [...warned, ...judged];
}

const ruled: readonly (readonly [DepartmentBlockName, string])[] = [
  ['director', 'through'],
  ['owners', 'code'],
  ['split', 'verdict'],
  ['budget', 'used'],
  ['year', 'year'],
  ['setup', 'hint'],
];

const lines = (addresses: Positions<DepartmentBlockName>): readonly Border[] =>
  ruled.flatMap(([block, last]) => {
    const table = tableOf(addresses, block, 'title', last);
    if (!table) return [];
    const { row, column, rows, columns } = table;
    return [{ row, column, rows, columns, under: 'each' as const, colour: hairline }];
  });

/** The rows of a block's table from one column to another. */
const tableOf = (
  addresses: Positions<DepartmentBlockName>,
  block: DepartmentBlockName,
  from: string,
  to: string,
) => tableArea(addresses, block, from, to, (key) => key !== endKey);
