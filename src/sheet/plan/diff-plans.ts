import type { Plan, PlannedKpi } from '../../plan/model/plan.ts';
import type { Sources } from '../../sources/registry.ts';
import type { BlockName } from '../layout/block.ts';
import { marginAt } from './input-block.ts';

/** The plan's own cells: a KPI's fields, by the block in which they stand. */
const cellsOf = {
  baseline: 'score',
  target: 'score',
  owner: 'score',
  weight: 'method',
  lastYear: 'method',
  goal: 'method',
  flag: 'method',
  definition: 'method',
} as const satisfies Partial<Record<keyof PlannedKpi, BlockName>>;

type CellField = keyof typeof cellsOf;
const cellFields = Object.keys(cellsOf) as CellField[];

/** What decides which cells are open, and what they are called. */
const slowFields = ['cadence', 'source'] as const;
type SlowField = (typeof slowFields)[number];

type Value = number | string | null;

/** A field that differs between two plans. */
export interface Difference {
  /** A KPI's name; `''` where it is about the plan. */
  readonly kpi: string;
  readonly field: CellField | SlowField | 'margin' | 'kpi' | PlanField;
  readonly before: Value;
  readonly after: Value;
  /** The cell that holds it; `null` where the sheet has none, or has to be built anew for it. */
  readonly cell: {
    readonly block: BlockName;
    readonly row: string;
    readonly column: string;
  } | null;
  /** The sheet has to be built anew. */
  readonly rebuild: boolean;
}

const planFields = [
  'name',
  'role',
  'objective',
  'language',
  'circumstances',
  'scores',
  'own',
  'ignored',
  'agreed',
  'feeds',
  'accounts',
] as const;
type PlanField = (typeof planFields)[number];

/** What no cell of the sheet shows. */
const unseen: readonly PlanField[] = ['objective', 'ignored', 'agreed'];

/** What changes from one state of a plan to another, in the order of the sheet. */
export function differences(before: Plan, after: Plan, sources: Sources): Difference[] {
  return [...ofPlan(before, after, sources), ...ofKpis(before, after)];
}

function ofPlan(before: Plan, after: Plan, sources: Sources): Difference[] {
  const fields = planFields.flatMap((field): Difference[] => {
    const [from, to] = [comparable(field, before), comparable(field, after)];
    if (from === to) return [];
    const shown =
      field !== 'accounts' || accountsShown(before, sources) !== accountsShown(after, sources);
    const rebuild = !unseen.includes(field) && shown;
    return [{ kpi: '', field, before: from, after: to, cell: null, rebuild }];
  });
  const [from, to] = [before.circumstances.margin, after.circumstances.margin];
  if (from === to) return fields;
  // Without a margin the formulas are others: left out is not the same as blank.
  const rebuild = from === null || to === null;
  const cell = { block: 'input', ...marginAt } as const;
  return [
    ...fields,
    { kpi: '', field: 'margin', before: from, after: to, rebuild, cell: rebuild ? null : cell },
  ];
}

/**
 * What a sheet shows of the places that numbers come from, and whether their numbers are for single
 * days; how else their tables are read it does not depend on.
 */
const accountsShown = ({ accounts }: Plan, sources: Sources): string =>
  JSON.stringify(
    accounts.map((account) => {
      const { source, id, name, currency } = account;
      return [source, id, name, currency, sources.of(account).daily(account)];
    }),
  );

/** A field as one text; the margin is compared by itself, answers no cell depends on not at all. */
function comparable(field: PlanField, plan: Plan): string {
  if (field !== 'circumstances') {
    const value = plan[field];
    return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
  }
  const { sales, currency, firstMonth, weekStart } = plan.circumstances;
  return JSON.stringify({ sales, currency, firstMonth, weekStart });
}

function ofKpis(before: Plan, after: Plan): Difference[] {
  const found = after.kpis.flatMap((to): Difference[] => {
    const from = before.kpis.find(({ kpi }) => kpi === to.kpi);
    return from ? ofKpi(from, to) : [presence(to.kpi, null, to.kpi)];
  });
  const gone = before.kpis.filter(({ kpi }) => !after.kpis.some((each) => each.kpi === kpi));
  const all = [...found, ...gone.map(({ kpi }) => presence(kpi, kpi, null))];
  const order = ({ kpis }: Plan) => kpis.map(({ kpi }) => kpi).join(' ');
  // Who has weight stands before who has none, so that these move by themselves.
  const moved = all.some(
    ({ field, rebuild }) => field === 'kpi' || (field === 'weight' && rebuild),
  );
  if (order(before) === order(after) || moved) return all;
  return [...all, { ...presence('', order(before), order(after)) }];
}

const presence = (kpi: string, before: Value, after: Value): Difference => ({
  kpi,
  field: 'kpi',
  before,
  after,
  cell: null,
  rebuild: true,
});

function ofKpi(before: PlannedKpi, after: PlannedKpi): Difference[] {
  const { kpi } = after;
  const cells = cellFields.flatMap((field): Difference[] => {
    const [from, to] = [before[field], after[field]];
    if (from === to) return [];
    // A KPI that gains or loses its weight moves to another part of the scorecard.
    const rebuild = field === 'weight' && (from === null || to === null);
    const cell = { block: cellsOf[field], row: kpi, column: field };
    return [{ kpi, field, before: from, after: to, rebuild, cell: rebuild ? null : cell }];
  });
  const slow = slowFields.flatMap((field): Difference[] => {
    const [from, to] = [before[field], after[field]];
    return from === to ? [] : [{ kpi, field, before: from, after: to, cell: null, rebuild: true }];
  });
  return [...cells, ...slow];
}
