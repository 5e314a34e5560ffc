import type { Kpi } from '../../kpi/define.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import { plain } from '../../messages/fold.ts';
import { quoted } from '../../native/twin.ts';
import { financialYear, quarterNumber } from '../../plan/calendar/calendar.ts';
import { aggregationOf } from '../../plan/model/aggregation.ts';
import { counterpart } from '../../plan/model/definition.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { formatOf } from '../layout/formats.ts';
import { when } from '../layout/formula-text.ts';
import { hidden, leftHead, rightHead } from '../layout/looks.ts';
import type {
  DepartmentAddresses,
  DepartmentContent,
  DepartmentDefinition,
  DepartmentFacts,
  DepartmentRow,
  DrawnInDepartment,
  Share,
} from './department-input.ts';
import { planBlock, readAt, rowIn } from './lookups.ts';

const quarters = [1, 2, 3, 4] as const;
type QuarterNumber = (typeof quarters)[number];

/** Columns that only formulas read; they are hidden. */
const yearHidden = quarters.map((each) => `row${each}`);
const gaps = ['gap1', 'gap2', 'gap3', 'gap4', 'gap5'];

/** KPIs that one quarter says little about, over the four quarters of the financial year. */
export const fourQuartersBlock: DepartmentDefinition<'year'> = {
  name: 'year',
  draw,
  lined: 'year',
};

function draw(facts: DepartmentFacts): DrawnInDepartment {
  const { words } = facts;
  const shares = facts.shares.filter(({ kpi, planned }) => judgedByYear(kpi, planned.cadence));
  return {
    columns: [
      'title',
      'key',
      'plan',
      ...quarters.map((each) => `q${each}`),
      'year',
      ...gaps,
      ...yearHidden,
    ],
    rows: [
      {
        key: '',
        cells: {
          title: { value: words.yearTitle, style: 'heading', note: words.yearNote },
        },
      },
      shares.length === 0
        ? { key: '', cells: { title: { value: words.yearNothing, style: 'subtitle' } } }
        : { key: '', cells: head(facts) },
      ...shares.map((share) => rowOf(share, facts)),
    ],
    folds: true,
    space: 1,
  };
}

/** What moves slowly, or is measured once a quarter. */
const judgedByYear = (kpi: Kpi, cadence: string): boolean =>
  kpi.level === 'strategic' || cadence === 'quarter';

function head({ words }: DepartmentFacts): DepartmentRow['cells'] {
  return {
    title: leftHead(words.methodKpi),
    plan: leftHead(words.plan),
    ...Object.fromEntries(
      quarters.map((each) => [`q${each}`, rightHead(words.yearQuarter({ n: each }))]),
    ),
    year: { ...rightHead(words.yearTotal), note: words.yearTotalNote },
  };
}

function rowOf({ key, plan, planned, kpi }: Share, facts: DepartmentFacts): DepartmentRow {
  const format = formatOf(kpi.unit, plan.circumstances.currency);
  const line = sameLine(plan, facts);
  const held = quarters.filter((each) => line.has(each));
  const cells: Record<string, DepartmentContent> = {
    title: {
      text: kpiTitle(kpi, facts.language),
      style: planned.weight === null ? 'tracked' : 'kpi',
    },
    plan: { text: plan.name, style: 'words' },
    year: { formula: (at) => yearOf(at, key, kpi, held, facts), format, style: 'strong' },
  };
  for (const quarter of quarters) {
    const there = line.get(quarter);
    const { words, sheet, catalogue } = facts;
    if (!there) continue;
    const same = counterpart(kpi.name, plan, there, catalogue);
    if (same && same.gap !== null) {
      const value = same.gap === 'currency' ? words.yearCurrency : words.yearOther;
      cells[`q${quarter}`] = { value, style: 'faintWords' };
      continue;
    }
    // An own KPI of the same name is another one.
    if (!same && plan.own.some(({ name }) => name === kpi.name)) continue;
    const score = planBlock(there.id, 'score');
    cells[`row${quarter}`] = hidden(() =>
      rowIn(score, same?.planned.kpi ?? kpi.name, words.planGone, words.kpiNotThere),
    );
    cells[`q${quarter}`] = {
      formula: (at) => {
        const row = at.here('year', key, `row${quarter}`);
        return when(`ISNUMBER(${row})`, readAt(score, row, 'actual', sheet.cannotTell), row);
      },
      format,
      style: 'number',
    };
  }
  return { key, cells };
}

/** The plans of one person or team through the financial year, by quarter. */
function sameLine(
  plan: Plan,
  { plans, others }: DepartmentFacts,
): ReadonlyMap<QuarterNumber, Plan> {
  const { firstMonth } = plan.circumstances;
  const year = financialYear(plan.quarter, firstMonth);
  const found = new Map<QuarterNumber, Plan>();
  const all = [...plans, ...others].map((placed) => placed.plan);
  const line = all.filter(
    (each) =>
      each.id === plan.id ||
      (sameName(each, plan) && financialYear(each.quarter, firstMonth) === year),
  );
  for (const each of line) {
    const number = quarters.find((n) => n === quarterNumber(each.quarter, firstMonth));
    const isThis = number === quarterNumber(plan.quarter, firstMonth);
    if (number && (!isThis || each.id === plan.id)) found.set(number, each);
  }
  return found;
}

const sameName = (one: Plan, other: Plan): boolean =>
  one.role === other.role && plain(one.name.trim()) === plain(other.name.trim());

/**
 * Totals add up over the year, unless the number of an earlier quarter that has a plan is missing; of
 * levels the latest stands; ratios and readings are not combined.
 */
function yearOf(
  at: DepartmentAddresses,
  key: string,
  kpi: Kpi,
  held: readonly QuarterNumber[],
  { words }: DepartmentFacts,
): string {
  const cells = quarters.map((each) => at.here('year', key, `q${each}`));
  const kind = aggregationOf(kpi);
  if (kind === 'sum') {
    const list = cells.join(';');
    const gaps = held.flatMap((quarter) => {
      const later = cells.slice(quarter);
      const gone = `(1-ISNUMBER(${cells[quarter - 1]}))`;
      return later.length === 0 ? [] : [`${gone}*(COUNT(${later.join(';')})>0)`];
    });
    const sum = `SUM(${list})`;
    const known =
      gaps.length === 0 ? sum : when(`${gaps.join('+')}>0`, quoted(words.yearMissing), sum);
    return when(`COUNT(${list})=0`, '""', known);
  }
  if (kind !== 'last') return '""';
  return cells.reduce((earlier, cell) => when(`ISNUMBER(${cell})`, cell, earlier), '""');
}
