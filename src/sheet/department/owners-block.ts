import { isCalculated } from '../../kpi/catalogue.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import { quoted } from '../../native/twin.ts';
import { aggregationOf } from '../../plan/model/aggregation.ts';
import { isLight, judgedIn } from '../calc/status-formulas.ts';
import { attainmentFormat, dayFormat, formatOf } from '../layout/formats.ts';
import { isNumber, numbers, when } from '../layout/formula-text.ts';
import { hidden, hiddenText, leftHead, rightHead } from '../layout/looks.ts';
import { marginAt } from '../plan/input-block.ts';
import {
  type DepartmentAddresses,
  type DepartmentContent,
  type DepartmentDefinition,
  type DepartmentFacts,
  type DepartmentRow,
  type Share,
  typedInDepartment,
} from './department-input.ts';
import { cellIn, planBlock, readAt, rowIn } from './lookups.ts';

/** Columns that only formulas read; they are hidden. */
const unseen = [
  'rank',
  'goal',
  'flag',
  'row',
  'methodRow',
  'lastYearSoFar',
  'calcRow',
  'cost',
  'returned',
  'basis',
  'base',
  'currency',
  'stateRow',
  'state',
];
/** What the hidden cell says of a plan whose ROI counts gross profit. */
export const profitBasis = 'profit';
const seen = [
  'title',
  'key',
  'plan',
  'target',
  'actual',
  'attainment',
  'expected',
  'status',
  'lastYear',
  'through',
  'owner',
  'counted',
  'code',
];

/** The empty last row of the list. */
export const endKey = 'end';

/** Who owns what: every KPI of every plan as its own sheet says it stands. */
export const ownersBlock: DepartmentDefinition<'owners'> = {
  name: 'owners',
  draw: (facts) => ({
    columns: [...seen, ...unseen],
    rows: [
      {
        key: '',
        cells: {
          title: { value: facts.words.ownersTitle, style: 'heading' },
          plan: { value: facts.words.ownersNote, style: 'unit' },
        },
      },
      { key: '', cells: head(facts) },
      ...facts.shares.map((share) => rowOf(share, facts)),
      // Columns end here, so that what is inserted above it belongs to them.
      { key: endKey, cells: {} },
    ],
    folds: false,
    space: 1,
  }),
  statuses: {
    status: (at, row, light) => isLight(at.here('owners', row, 'state'), light),
  },
  lined: 'code',
};

function head({ words, sheet }: DepartmentFacts): DepartmentRow['cells'] {
  return {
    title: leftHead(words.methodKpi),
    plan: leftHead(words.plan),
    target: rightHead(sheet.target),
    actual: rightHead(sheet.actual),
    attainment: rightHead(sheet.attainment),
    expected: rightHead(sheet.expected),
    status: { ...leftHead(sheet.status), note: words.statusNote },
    lastYear: rightHead(words.lastYear),
    through: rightHead(sheet.through),
    owner: leftHead(sheet.owner),
    counted: leftHead(words.counted),
    code: leftHead(words.code),
  };
}

function rowOf(share: Share, facts: DepartmentFacts): DepartmentRow {
  const { key, plan, kpi, planned } = share;
  const tab = facts.plans.find((placed) => placed.plan.id === plan.id)?.sheetName;
  const { words, sheet, language } = facts;
  const format = formatOf(kpi.unit, plan.circumstances.currency);
  const score = planBlock(plan.id, 'score');
  const method = planBlock(plan.id, 'method');
  const calc = planBlock(plan.id, 'calc');
  const here = (at: DepartmentAddresses, column: string) => at.here('owners', key, column);
  const fromScore = (column: string) => (at: DepartmentAddresses) =>
    readAt(score, here(at, 'row'), column, sheet.cannotTell);
  const fromMethod = (column: string) => (at: DepartmentAddresses) =>
    readAt(method, here(at, 'methodRow'), column, sheet.cannotTell);
  const found = (range: string) => () => rowIn(range, kpi.name, words.planGone, words.kpiGone);
  return {
    key,
    cells: {
      title: { text: kpiTitle(kpi, language), style: planned.weight === null ? 'tracked' : 'kpi' },
      plan: { text: plan.name, style: 'words', ...(tab ? { note: tab } : {}) },
      target: { formula: fromScore('target'), format, style: 'number' },
      actual: { formula: fromScore('actual'), format, style: 'strong' },
      attainment: {
        formula: fromScore('attainment'),
        format: attainmentFormat(aggregationOf(kpi), kpi.better, sheet),
        style: 'number',
      },
      expected: { formula: fromScore('expected'), format, style: 'number' },
      status: {
        formula: (at) => {
          const row = here(at, 'row');
          return when(`ISNUMBER(${row})`, fromScore('status')(at), `"○ "&${row}`);
        },
        style: 'status',
      },
      lastYear: { formula: fromMethod('lastYear'), format, style: 'faint' },
      through: {
        formula: fromScore('through'),
        format: dayFormat(facts.sheet.language),
        style: 'faint',
      },
      owner: { formula: fromScore('owner'), style: 'words' },
      ...(share.kpi.figure ? { counted: tick(share, facts) } : {}),
      code: { text: share.code, style: 'unit' },
      base: hiddenText(share.base),
      currency: hiddenText(share.currency),
      rank: { value: share.rank, style: 'hidden' },
      goal: hidden(fromMethod('goal')),
      flag: hidden(fromMethod('flag')),
      row: hidden(found(score)),
      methodRow: hidden(found(method)),
      stateRow: hidden(found(calc)),
      state: hidden((at) => readAt(calc, here(at, 'stateRow'), 'code', '')),
      lastYearSoFar: hidden((at) => soFar(at, key)),
      ...(share.kpi.figure?.of === 'roi' ? costCells(share, facts) : {}),
    },
  };
}

/** Only what the director's page adds up can be left out of it. */
function tick({ key, counted }: Share, facts: DepartmentFacts): DepartmentContent {
  const typed = typedInDepartment(facts, 'owners', key, 'counted');
  const value = typeof typed === 'boolean' ? typed : counted;
  return { value, style: 'typedTick', allows: { is: 'tick' } };
}

/** Last year's quarter up to the same part of the quarter; of what is not split over it, nothing. */
function soFar(at: DepartmentAddresses, key: string): string {
  const [year, target, expected] = ['lastYear', 'target', 'expected'].map((column) =>
    at.here('owners', key, column),
  );
  const known = numbers(...[year, target, expected].map(String));
  return when(known, when(`${target}=0`, '""', `${year}*${expected}/${target}`), '""');
}

/**
 * What the ROI of several plans together is made from: what each spent, what came back to it, and
 * whether that is profit, which it is where the plan's margin is known.
 */
function costCells({ key, plan, kpi }: Share, { words, sheet }: DepartmentFacts) {
  const calc = planBlock(plan.id, 'calc');
  const input = isCalculated(kpi) ? Object.keys(kpi.inputs).indexOf('cost') + 1 : 0;
  const here = (at: DepartmentAddresses, column: string) => at.here('owners', key, column);
  const margin = cellIn(planBlock(plan.id, 'input'), marginAt.row, marginAt.column);
  const cells: DepartmentRow['cells'] = {
    basis: hidden(() => when(isNumber(margin), quoted(profitBasis), quoted('revenue'))),
    calcRow: hidden(() => rowIn(calc, '.q', words.planGone, words.kpiGone)),
    cost: hidden((at) =>
      readAt(calc, here(at, 'calcRow'), `${kpi.name}:${input}`, sheet.cannotTell),
    ),
    returned: hidden((at) => {
      const [actual, cost] = [here(at, 'actual'), here(at, 'cost')];
      // ROI is (what came back − cost) ÷ cost.
      return when(numbers(actual, cost), `(${actual}+1)*${cost}`, '""');
    }),
  };
  return cells;
}

/** How many rows of a KPI that count for the department are in a currency; in the terms of formulas. */
export const countedIn = (at: DepartmentAddresses, base: string, currency: string): string => {
  const column = (name: string) => at.column('owners', name);
  return `COUNTIFS(${column('base')};${quoted(base)};${column('counted')};TRUE;${column('currency')};${quoted(currency)})`;
};

/** The rows of one code that count for the department, in the terms of formulas. */
export function countedRows(at: DepartmentAddresses, code: string) {
  const column = (name: string) => at.column('owners', name);
  const test = `(${column('code')}=${quoted(code)})*(${column('counted')}=TRUE)`;
  const criteria = `${column('code')};${quoted(code)};${column('counted')};TRUE`;
  const rows = `ROW(${column('code')})`;
  return {
    /** How many there are. */
    all: `SUMPRODUCT(${test})`,
    /** How many of them say this in a column. */
    saying: (name: string, words: string) =>
      `COUNTIFS(${criteria};${column(name)};${quoted(words)})`,
    /** How many have a number in a column. */
    withNumber: (name: string) => `SUMPRODUCT(${test}*ISNUMBER(${column(name)}))`,
    judged: `SUMPRODUCT(${test}*(${judgedIn(column('state'))}))`,
    sum: (name: string) => `SUMIFS(${column(name)};${criteria})`,
    least: (name: string) => `MINIFS(${column(name)};${criteria})`,
    most: (name: string) => `MAXIFS(${column(name)};${criteria})`,
    mean: (name: string) => `AVERAGEIFS(${column(name)};${criteria})`,
    /** What stands in a column of the only row there is. */
    only: (name: string) => `INDEX(${column(name)};SUMPRODUCT(${test}*(${rows}-MIN(${rows})+1)))`,
  };
}
