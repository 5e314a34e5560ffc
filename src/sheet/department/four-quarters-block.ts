import type { Kpi } from '../../kpi/define.ts';
import { financialYear, quarterNumber } from '../../plan/calendar/calendar.ts';
import { aggregationOf } from '../../plan/model/aggregation.ts';
import { sameKpi } from '../../plan/model/history.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { fillMessage } from '../layout/fill-message.ts';
import { formatOf } from '../layout/formats.ts';
import { when } from '../layout/formula-text.ts';
import type {
  DepartmentAddresses,
  DepartmentBlock,
  DepartmentContent,
  DepartmentFacts,
  DepartmentRow,
  Share,
} from './department-input.ts';
import { planBlock, readAt, rowIn } from './lookups.ts';

const quarters = [1, 2, 3, 4] as const;
type QuarterNumber = (typeof quarters)[number];

/** Columns that only formulas read; they are hidden. */
const yearHidden = quarters.map((each) => `row${each}`);
const gaps = ['gap1', 'gap2', 'gap3', 'gap4', 'gap5'];

/** KPIs that one quarter says little about, over the four quarters of the financial year. */
export function fourQuartersBlock(facts: DepartmentFacts): DepartmentBlock {
  const { words } = facts;
  const shares = facts.shares.filter(({ kpi, planned }) => judgedByYear(kpi, planned.cadence));
  return {
    name: 'year',
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
  const right = (value: string): DepartmentContent => ({ value, style: 'columnHeadRight' });
  return {
    title: { value: words.methodKpi, style: 'columnHead' },
    plan: { value: words.plan, style: 'columnHead' },
    ...Object.fromEntries(
      quarters.map((each) => [`q${each}`, right(fillMessage(words.yearQuarter, { n: each }))]),
    ),
    year: { ...right(words.yearTotal), note: words.yearTotalNote },
  };
}

function rowOf({ key, plan, planned, kpi }: Share, facts: DepartmentFacts): DepartmentRow {
  const format = formatOf(kpi.unit, plan.circumstances.currency);
  const cells: Record<string, DepartmentContent> = {
    title: { text: kpi.title[facts.language], style: planned.weight === null ? 'tracked' : 'kpi' },
    plan: { text: plan.name, style: 'words' },
    year: { formula: (at) => yearOf(at, key, kpi), format, style: 'strong' },
  };
  const line = sameLine(plan, facts);
  for (const quarter of quarters) {
    const held = line.get(quarter);
    const { words, sheet, catalogue } = facts;
    // An own KPI of the same name may be another one, and money of another currency another number.
    const same = held && sameKpi(kpi.name, plan, held, catalogue)?.kpi;
    if (!held || (same === undefined && held.kpis.some((each) => each.kpi === kpi.name))) continue;
    const score = planBlock(held.id, 'score');
    cells[`row${quarter}`] = {
      formula: () => rowIn(score, same ?? kpi.name, words.planGone, words.kpiNotThere),
      style: 'hidden',
    };
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
  one.role === other.role && one.name.trim().toLowerCase() === other.name.trim().toLowerCase();

/** Totals add up over the year; of levels the latest stands; ratios and readings are not combined. */
function yearOf(at: DepartmentAddresses, key: string, kpi: Kpi): string {
  const cells = quarters.map((each) => at.here('year', key, `q${each}`));
  const kind = aggregationOf(kpi);
  if (kind === 'sum') {
    const list = cells.join(';');
    return when(`COUNT(${list})=0`, '""', `SUM(${list})`);
  }
  if (kind !== 'last') return '""';
  return cells.reduce((earlier, cell) => when(`ISNUMBER(${cell})`, cell, earlier), '""');
}
