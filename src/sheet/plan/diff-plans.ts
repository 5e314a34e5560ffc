import type { PlacedField } from '../../plan/model/field.ts';
import {
  kpiFields,
  type Plan,
  planFields,
  profileFields,
  type ToldField,
} from '../../plan/model/plan.ts';
import type { Sources } from '../../sources/registry.ts';
import type { BlockName } from '../layout/block.ts';
import { cellBlocks, fieldAt, kpiCells } from './cell-fields.ts';

const kpiInOrder = [
  ...new Map<string, PlacedField>([
    ...kpiCells.map(([, ...entry]) => entry),
    ...Object.entries(kpiFields),
  ]),
];

type Value = number | string | null;

/** A field that differs between two plans. */
export interface Difference {
  /** A KPI's name; `''` where it is about the plan. */
  readonly kpi: string;
  readonly field: ToldField | 'kpi';
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

/** What changes from one state of a plan to another, in the order of the sheet. */
export function differences(before: Plan, after: Plan, sources: Sources): Difference[] {
  const shown = () => accountsShown(before, sources) !== accountsShown(after, sources);
  const ofPlan = told(Object.entries(planFields), '', before, after);
  const { circumstances: from } = before;
  const { circumstances: to } = after;
  return [
    ...ofPlan.map((each) => (each.field === 'accounts' ? { ...each, rebuild: shown() } : each)),
    ...told(Object.entries(profileFields), '', from, to),
    ...ofKpis(before, after),
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

/** Whatever differs, as its entry says: none can be forgotten. */
function told<T extends object>(
  fields: readonly (readonly [name: string, field: PlacedField])[],
  kpi: string,
  before: T,
  after: T,
): Difference[] {
  return fields.flatMap(([name, { on, opens }]): Difference[] => {
    if (on === 'each' || on === 'identity') return [];
    const [from, to] = [comparable(before, name), comparable(after, name)];
    if (from === to) return [];
    // A KPI that gains or loses its weight moves to another part of the scorecard; without a margin
    // the formulas are others: left out is not the same as blank.
    const rebuild = on === 'sheet' || (opens === true && (from === null || to === null));
    const block = rebuild ? undefined : cellBlocks.find((each) => each === on);
    const cell = block ? fieldAt(block, name, kpi) : null;
    return [{ kpi, field: name as ToldField, before: from, after: to, rebuild, cell }];
  });
}

/** A field as one value; lists and what has parts, as one text. */
function comparable(plan: object, field: string): Value {
  const value: unknown = (plan as Readonly<Record<string, unknown>>)[field] ?? null;
  const isOne = typeof value === 'string' || typeof value === 'number' || value === null;
  return isOne ? value : JSON.stringify(value);
}

function ofKpis(before: Plan, after: Plan): Difference[] {
  const found = after.kpis.flatMap((to): Difference[] => {
    const from = before.kpis.find(({ kpi }) => kpi === to.kpi);
    return from ? told(kpiInOrder, to.kpi, from, to) : [presence(to.kpi, null, to.kpi)];
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
