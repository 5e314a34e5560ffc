import { hasTrait } from '../../kpi/catalogue.ts';
import type { Kpi } from '../../kpi/define.ts';
import type { Identity } from '../../kpi/identity.ts';
import type { Text } from '../../messages/every-language.ts';
import { kpiBounds } from '../doctor/bounds.ts';
import { changed } from '../doctor/edit.ts';
import { type Chosen, planContext } from '../doctor/rule.ts';
import type { Plan } from '../model/plan.ts';
import { constantOf as constantIn, identitiesFor, identitiesOf } from './identities.ts';
import {
  beyondText,
  changeText,
  contradictionText,
  formulaText,
  implicationText,
  type KnownTerms,
  noteText,
} from './sentences.ts';
import { type Free, leastChange, logOf, type Placed, termValue, writtenTargets } from './solve.ts';

/** Targets that cannot all be reached, or reach further than they say. */
export interface Disagreement {
  readonly identity: string;
  /**
   * `contradiction`: every target is there and they disagree. `implication`: a term nobody set would
   * have to change. `external`: more cost than the budget. `note`: what it comes to, to know of.
   */
  readonly kind: 'contradiction' | 'implication' | 'beyond' | 'note';
  /** The KPIs of the plan that take part. */
  readonly kpis: readonly string[];
  /** `sales = traffic × conversion rate × average order value`. */
  readonly formula: Text;
  readonly says: Text;
  /** Ways to agree; the smallest change of all together stands first. */
  readonly changes: readonly Change[];
}

export interface Change {
  /** `least`: several a little; `only`: one alone; `set`: a target that was blank. */
  readonly way: 'least' | 'only' | 'set';
  readonly targets: Readonly<Record<string, number>>;
  readonly button: Text;
  /** Each KPI from what to what. */
  readonly says: readonly Text[];
}

/** Further apart than this, targets disagree. */
const allowed = Math.log(1.02);

/** The plan with the targets of a change. */
export const applyChange = (plan: Plan, { targets }: Pick<Change, 'targets'>): Plan =>
  changed(plan, Object.keys(targets), ({ kpi }) => ({ target: targets[kpi] ?? null }));

/** Where the targets of a plan do not agree, contradictions first. */
export function agreement(plan: Plan, catalogue: readonly Kpi[]): readonly Disagreement[] {
  const { all } = planContext(plan, catalogue);
  const found = identitiesFor(catalogue, plan.circumstances).flatMap((identity) => {
    const disagreement = check(identity, plan, all, catalogue);
    return disagreement ? [disagreement] : [];
  });
  const order = ['contradiction', 'beyond', 'implication', 'note'];
  const beyond = overBudget(plan, all, catalogue);
  // What is more than the budget need not be noted as well.
  const messages = beyond.map(({ identity }) => identity);
  const other = found.filter(
    ({ identity, kind }) => kind !== 'note' || !messages.includes(identity),
  );
  return [...other, ...beyond].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

const isFree = (placed: Placed): placed is Placed & Free =>
  placed.is !== null && placed.target !== null;

function check(
  identity: Identity,
  plan: Plan,
  all: readonly Chosen[],
  catalogue: readonly Kpi[],
): Disagreement | null {
  const placed = placedIn(identity, all);
  const free = placed.filter(isFree);
  const open = placed.filter((each) => each.target === null);
  const [missing] = open;
  // A target that makes no sense in a product is not a blank one.
  if (open.length > 1 || free.length === 0 || (missing?.is && missing.is.target !== null))
    return null;
  const known: KnownTerms = { identity, placed, missing: missing ?? null, plan, catalogue };
  return missing ? implied(known, free, missing) : contradicted(known, free);
}

const placedIn = ({ terms }: Identity, all: readonly Chosen[]): readonly Placed[] =>
  terms.map((term) => {
    const is = all.find(({ kpi }) => kpi === term.of) ?? null;
    return {
      term,
      is,
      target: is && logOf(is.target, term),
      baseline: is && logOf(is.baseline, term),
    };
  });

/** What left ÷ right is at these logarithms; `null` where one is unknown. */
const quotient = (placed: readonly Placed[], which: 'target' | 'baseline'): number | null =>
  placed.every((each) => each[which] !== null)
    ? sum(placed.map((each) => (each[which] ?? 0) * each.term.power))
    : null;

const constantOf = ({ identity, plan }: KnownTerms): number | null => {
  if (identity.changesOnly) return null;
  const log = Math.log(constantIn(identity, plan.circumstances));
  return Number.isFinite(log) ? log : null;
};

function contradicted(known: KnownTerms, free: readonly Free[]): Disagreement | null {
  // What the terms came to last quarter holds rounded inputs and offline orders; it goes on holding.
  const should = quotient(known.placed, 'baseline') ?? constantOf(known);
  const does = quotient(known.placed, 'target');
  if (should === null || does === null) return null;
  const residual = does - should;
  if (Math.abs(residual) <= allowed) return null;
  const says = contradictionText(known, residual);
  return disagreement(known, 'contradiction', says, changesFor(known, free, residual));
}

function implied(known: KnownTerms, free: readonly Free[], missing: Placed): Disagreement | null {
  const { placed } = known;
  const others = placed.filter((each) => each !== missing);
  const { power, as } = missing.term;
  const fromBaselines = others.every(({ baseline }) => baseline !== null)
    ? sum(others.map((each) => ((each.target ?? 0) - (each.baseline ?? 0)) * each.term.power))
    : null;
  const constant = constantOf(known);
  const absolute =
    constant === null ? null : (constant - (quotient(others, 'target') ?? 0)) / power;
  const residual =
    fromBaselines ??
    (absolute !== null && missing.baseline !== null ? (missing.baseline - absolute) * power : null);
  if (residual !== null && (!as || missing.baseline !== null)) {
    if (Math.abs(residual) <= allowed) return null;
    const to = missing.baseline === null ? null : missing.baseline - residual / power;
    // What the others bring about follows from them; what has to bring it about does not.
    const kind = missing === placed[0] ? 'note' : 'implication';
    const says = implicationText(known, missing, -residual / power, to, kind);
    const changes = kind === 'note' ? [] : changesFor(known, free, residual);
    return disagreement(known, kind, says, [...setting(known, missing, to), ...changes]);
  }
  if (absolute === null || !isPossible(missing, absolute)) return null;
  const says = noteText(known, missing, termValue(absolute, missing.term));
  return disagreement(known, 'note', says, setting(known, missing, absolute));
}

const isPossible = ({ term, is }: Placed, log: number): boolean => {
  const value = termValue(log, term);
  const { min = 0, max = Number.POSITIVE_INFINITY } = is ? kpiBounds(is.is) : {};
  return Number.isFinite(value) && value >= min && value <= max;
};

/** The blank target of a KPI in the plan, set to what the others make it. */
function setting(known: KnownTerms, missing: Placed, log: number | null): readonly Change[] {
  if (!missing.is || log === null || !isPossible(missing, log)) return [];
  const term: Free = { term: missing.term, is: missing.is, target: log };
  const targets = writtenTargets([term], new Map([[missing.is.kpi, log]]));
  return targets ? [changeText(known, 'set', [term], targets)] : [];
}

function changesFor(known: KnownTerms, free: readonly Free[], residual: number): readonly Change[] {
  const least = leastChange(free, residual);
  const all = least && least.size > 1 ? writtenTargets(free, least) : null;
  const single = free.flatMap((each): Change[] => {
    const to = leastChange([each], residual);
    const targets = to && writtenTargets([each], to);
    return targets && !turnsBack(each.is, targets.get(each.is.kpi))
      ? [changeText(known, 'only', [each], targets)]
      : [];
  });
  return [...(all ? [changeText(known, 'least', free, all)] : []), ...single];
}

/** A target that was a step forward from last quarter and would be a step back. */
function turnsBack({ is, baseline, target }: Chosen, to: number | undefined): boolean {
  if (baseline === null || target === null || to === undefined || is.better === 'on plan')
    return false;
  const ahead = (value: number) => (is.better === 'higher' ? value >= baseline : value <= baseline);
  return ahead(target) && !ahead(to);
}

const disagreement = (
  known: KnownTerms,
  kind: Disagreement['kind'],
  says: Text,
  changes: readonly Change[],
): Disagreement => ({
  identity: known.identity.name,
  kind,
  kpis: known.placed.flatMap(({ is }) => (is ? [is.kpi] : [])),
  formula: formulaText(known),
  says,
  changes,
});

/** A cost that is part of the marketing budget cannot be more than the budget. */
const overBudget = (
  plan: Plan,
  all: readonly Chosen[],
  catalogue: readonly Kpi[],
): readonly Disagreement[] =>
  identitiesOf(catalogue).flatMap((identity): Disagreement[] => {
    const budget = all.find(({ is }) => hasTrait(is, 'budget'));
    if (!identity.inBudget || budget?.target == null || !(budget.target > 0)) return [];
    const placed = placedIn(identity, all);
    const free = placed.filter(isFree);
    if (free.length < 2 || free.length < placed.length - 1) return [];
    const cost = Math.exp(sum(free.map(({ target }) => target)));
    const residual = Math.log(cost / budget.target);
    if (residual <= allowed) return [];
    const known: KnownTerms = { identity, placed, missing: null, plan, catalogue };
    const raised = new Map([[budget.kpi, roundedUp(cost)]]);
    const raise: Free = { term: { of: budget.kpi, power: 1 }, is: budget, target: 0 };
    // Toward the budget every factor of the cost is on one side.
    const factors = free.map((each) => ({ ...each, term: { ...each.term, power: 1 as const } }));
    return [
      {
        ...disagreement(known, 'beyond', beyondText(known, budget, cost), [
          changeText(known, 'set', [raise], raised),
          ...changesFor(known, factors, residual),
        ]),
        kpis: [...free.map(({ is }) => is.kpi), budget.kpi],
      },
    ];
  });

/** To three digits that say something, never below. */
function roundedUp(value: number): number {
  const step = 10 ** (Math.floor(Math.log10(value)) - 2);
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12));
}
