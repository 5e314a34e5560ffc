import { quoted } from '../../native/twin.ts';
import { monthsOf } from '../../plan/calendar/calendar.ts';
import { comparedDecimals } from '../../plan/model/status.ts';
import { formatOf, shareFormat } from '../layout/formats.ts';
import { numbers, when } from '../layout/formula-text.ts';
import { leftHead, rightHead } from '../layout/looks.ts';
import { carried, type TypedValue } from '../layout/sheet-input.ts';
import { monthTitle } from '../plan/month-block.ts';
import {
  type DepartmentAddresses,
  type DepartmentContent,
  type DepartmentDefinition,
  type DepartmentFacts,
  type DepartmentRow,
  typedInDepartment,
} from './department-input.ts';

const months = [1, 2, 3] as const;
const monthColumns = months.flatMap((month) => [`m${month}plan`, `m${month}actual`]);
/** There is always room for so many new activities. */
const freeRows = 3;

/** Plan and actual of each activity, month by month, held against the spend in the plans. */
export const budgetBlock: DepartmentDefinition<'budget'> = {
  name: 'budget',
  draw: (facts) => ({
    columns: ['title', 'key', 'owner', ...monthColumns, 'plan', 'actual', 'left', 'used'],
    rows: [
      { key: '', cells: { title: { value: facts.words.budgetTitle, style: 'heading' } } },
      { key: '', cells: head(facts) },
      totalRow(facts),
      kpiRow(facts),
      ...activityRows(facts),
    ],
    folds: false,
    space: 1,
  }),
  lined: 'used',
  growing: true,
};

function head(facts: DepartmentFacts): DepartmentRow['cells'] {
  const { words, sheet, quarter } = facts;
  const cells: Record<string, DepartmentContent> = {
    title: leftHead(words.budgetActivity),
    owner: leftHead(sheet.owner),
    plan: rightHead(words.budgetPlanAll),
    actual: rightHead(words.budgetActualAll),
    left: rightHead(words.budgetLeft),
    used: rightHead(words.budgetUsed),
  };
  for (const [at, { month }] of monthsOf(quarter).entries()) {
    const shown = { month: monthTitle(month, words) };
    cells[`m${at + 1}plan`] = rightHead(words.budgetPlan(shown));
    cells[`m${at + 1}actual`] = rightHead(words.budgetActual(shown));
  }
  return cells;
}

const money = ({ currency }: DepartmentFacts): string => formatOf('money', currency);

/** A sum that stays blank while nothing is known of it. */
const sumOf = (area: string): string => when(`COUNT(${area})=0`, '""', `SUM(${area})`);

/** The totals stand above the list, so that the list can grow. */
function totalRow(facts: DepartmentFacts): DepartmentRow {
  const total = (column: string): DepartmentContent => ({
    formula: (at) => sumOf(at.column('budget', column)),
    format: money(facts),
    style: 'strong',
  });
  return {
    key: '.total',
    cells: {
      title: { value: facts.words.budgetTotal, style: 'kpi' },
      ...Object.fromEntries([...monthColumns, 'plan', 'actual'].map((each) => [each, total(each)])),
      ...leftAndUsed('.total', facts),
    },
  };
}

function leftAndUsed(key: string, facts: DepartmentFacts): DepartmentRow['cells'] {
  const pair = (at: DepartmentAddresses) =>
    [at.here('budget', key, 'plan'), at.here('budget', key, 'actual')] as const;
  return {
    left: {
      formula: (at) => {
        const [plan, actual] = pair(at);
        return when(numbers(plan), `${plan}-N(${actual})`, '""');
      },
      format: money(facts),
      style: 'number',
    },
    used: {
      formula: (at) => {
        const [plan, actual] = pair(at);
        return when(numbers(plan, actual), when(`${plan}>0`, `${actual}/${plan}`, '""'), '""');
      },
      format: shareFormat,
      style: 'faint',
    },
  };
}

/** The department's spend as its plans have it, and whether the budget says the same. */
function kpiRow(facts: DepartmentFacts): DepartmentRow {
  const { words } = facts;
  const spend = (at: DepartmentAddresses, column: string) => at.cell('director', 'spend', column);
  const shown = (column: string): DepartmentContent => ({
    formula: (at) => when(numbers(spend(at, column)), spend(at, column), '""'),
    format: money(facts),
    style: 'number',
  });
  return {
    key: '.spend',
    cells: {
      title: { value: words.budgetKpi, style: 'tracked' },
      owner: { formula: (at) => agreement(at, facts), style: 'status' },
      plan: shown('target'),
      actual: shown('actual'),
    },
  };
}

function agreement(at: DepartmentAddresses, { words }: DepartmentFacts): string {
  const [budget, plans] = [
    at.cell('budget', '.total', 'plan'),
    at.here('budget', '.spend', 'plan'),
  ];
  const difference = `ROUND(${budget}-${plans};${comparedDecimals})`;
  const told = when(`${difference}=0`, quoted(words.budgetFits), quoted(words.budgetDiffers));
  const mixed = `${at.cell('director', 'spend', 'mixed')}>0`;
  const missing = when(mixed, quoted(words.mixed), quoted(words.budgetNoKpi));
  const none = when(numbers(plans), '""', missing);
  return when(numbers(budget, plans), told, none);
}

interface Activity {
  readonly key: string;
  readonly title: TypedValue | undefined;
}

/** What stood there before, then activities that are asked for now, then free lines. */
function activities(facts: DepartmentFacts): readonly Activity[] {
  const before = Object.entries(facts.typed.budget ?? {}).filter(([, cells]) =>
    Object.values(cells).some((value) => value !== ''),
  );
  const kept = before.map(([key, { title }]): Activity => ({ key, title }));
  const first = kept.length > 0 ? [] : facts.words.activities;
  const asked = facts.activities.length > 0 ? facts.activities : first;
  const added = asked.filter((title) => !kept.some((each) => each.title === title));
  const used = new Set(kept.map(({ key }) => key));
  const fresh: Activity[] = [];
  const titles = [...added, ...Array.from({ length: freeRows }, () => undefined)];
  for (let next = 1; fresh.length < titles.length; next += 1) {
    const key = `b${next}`;
    if (!used.has(key)) fresh.push({ key, title: titles[fresh.length] });
  }
  return [...kept, ...fresh];
}

const activityRows = (facts: DepartmentFacts): readonly DepartmentRow[] =>
  activities(facts).map(({ key, title }) => ({
    key,
    cells: {
      title: { ...carried(title), style: 'typedWords' },
      owner: { ...carried(typedInDepartment(facts, 'budget', key, 'owner')), style: 'typedWords' },
      ...Object.fromEntries(monthColumns.map((column) => [column, amount(key, column, facts)])),
      plan: quarterSum(key, 'plan', facts),
      actual: quarterSum(key, 'actual', facts),
      ...leftAndUsed(key, facts),
    },
  }));

function amount(key: string, column: string, facts: DepartmentFacts): DepartmentContent {
  const typed = typedInDepartment(facts, 'budget', key, column);
  return {
    ...carried(typed),
    format: money(facts),
    style: 'typedNumber',
    allows: { is: 'number', min: 0, help: facts.words.budgetHelp },
  };
}

const quarterSum = (
  key: string,
  of: 'plan' | 'actual',
  facts: DepartmentFacts,
): DepartmentContent => ({
  formula: (at) => {
    const cells = months.map((month) => at.here('budget', key, `m${month}${of}`)).join(';');
    return sumOf(cells);
  },
  format: money(facts),
  style: 'number',
});
