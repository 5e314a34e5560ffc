import { weightedFirst } from './edit-kpis.ts';
import type { PlacedFields } from './field.ts';
import { type Plan, planFields } from './plan.ts';

/** The same thing, changed by two people to different values. `undefined`: it was taken out. */
export interface PlanConflict {
  /** What of the plan it is about. */
  readonly part: keyof Plan;
  /** The KPI's name, the input, the account; `''` where it is about the plan itself. */
  readonly of: string;
  /** The field of it; `''` for the thing as a whole. */
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export type ConflictSide = 'mine' | 'theirs';

export interface MergedPlan {
  readonly plan: Plan;
  /** What nobody has chosen yet; the plan has mine of it. */
  readonly conflicts: readonly PlanConflict[];
}

/** Which conflict it is, as long as the same three plans are spoken of. */
export const conflictKey = ({ part, of, field }: PlanConflict): string => `${part}.${of}.${field}`;

const fields: PlacedFields = planFields;

type Choose = (conflict: PlanConflict) => ConflictSide | null;

/**
 * What two people made of one plan, as one: of everything, whoever changed it is followed. What both
 * changed to different values is a conflict, which `choose` decides, or leaves open with `null`.
 */
export function mergePlans(
  base: Plan,
  mine: Plan,
  theirs: Plan,
  choose: Choose = () => null,
): MergedPlan {
  const conflicts: PlanConflict[] = [];
  const merge = mergerWith((conflict) => {
    const chosen = choose(conflict);
    if (chosen === null) conflicts.push(conflict);
    return chosen ?? 'mine';
  });
  const merged: Record<string, unknown> = { ...mine };
  for (const [name, { is, key, apart = false }] of Object.entries(fields)) {
    const part = name as keyof Plan;
    const versions = [base[part], mine[part], theirs[part]];
    if (key !== undefined) merged[part] = merge.list(part, versions, key, apart);
    else if (is === 'group') merged[part] = merge.fields({ part, of: '' }, versions);
    else merged[part] = merge.value({ part, of: '', field: '' }, versions);
  }
  const plan = merged as unknown as Plan;
  const accounts = accountsOf(plan, mine, theirs);
  return { plan: { ...plan, kpis: weightedFirst(plan.kpis), accounts }, conflicts };
}

/** An account that one side let go of stays as long as something still flows in from it. */
function accountsOf({ feeds, accounts }: Plan, mine: Plan, theirs: Plan): Plan['accounts'] {
  const known = new Set(accounts.map(({ id }) => id));
  const wanted = [...mine.accounts, ...theirs.accounts].filter(
    ({ id }, at, all) =>
      !known.has(id) &&
      feeds.some(({ account }) => account === id) &&
      all.findIndex((each) => each.id === id) === at,
  );
  return wanted.length > 0 ? [...accounts, ...wanted] : accounts;
}

type Where = Pick<PlanConflict, 'part' | 'of'>;

/** `versions` are what both began with, mine and theirs. */
function mergerWith(decide: (conflict: PlanConflict) => ConflictSide) {
  const value = (
    where: Where & Pick<PlanConflict, 'field'>,
    [base, mine, theirs]: readonly unknown[],
  ): unknown => {
    if (same(mine, theirs) || same(base, theirs)) return mine;
    if (same(base, mine)) return theirs;
    return decide({ ...where, mine, theirs }) === 'mine' ? mine : theirs;
  };
  const fields = (where: Where, versions: readonly unknown[]): unknown => {
    const [base, mine, theirs] = versions.map((each) => (each ?? {}) as Record<string, unknown>);
    const merged = Object.keys({ ...theirs, ...mine }).map((field) => [
      field,
      value({ ...where, field }, [base?.[field], mine?.[field], theirs?.[field]]),
    ]);
    return Object.fromEntries(merged);
  };
  const list = (
    part: keyof Plan,
    versions: readonly unknown[],
    key: string,
    apart: boolean,
  ): readonly unknown[] => {
    const keyOf = (item: unknown) =>
      (key ? (item as Record<string, unknown>)[key] : item) as string;
    const lists = versions.map((each) => each as readonly unknown[]);
    const keys = lists.map((items) => items.map(keyOf));
    const [base = [], mine = [], theirs = []] = keys;
    const order = same(mine, base) ? [...theirs, ...mine] : [...mine, ...theirs];
    return [...new Set(order)].flatMap((of) => {
      const items: readonly unknown[] = lists.map((each) =>
        each.find((item) => keyOf(item) === of),
      );
      const standsInBoth = items[1] !== undefined && items[2] !== undefined;
      const merged =
        apart && standsInBoth ? fields({ part, of }, items) : value({ part, of, field: '' }, items);
      return merged === undefined ? [] : [merged];
    });
  };
  return { value, fields, list };
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
