import type { IdentityTerm } from '../../kpi/identity.ts';
import { type KpiBounds, kpiBounds } from '../doctor/bounds.ts';
import { readable } from '../doctor/readable.ts';
import type { Chosen } from '../doctor/rule.ts';

/** A term of an identity in a plan. `is` is missing where no KPI of the plan is this term. */
export interface Placed {
  readonly term: IdentityTerm;
  readonly is: Chosen | null;
  /** Logarithms of what takes part in the product; `null` where unknown or without meaning. */
  readonly target: number | null;
  readonly baseline: number | null;
}

/** The value as it takes part in the product. */
export const factor = (value: number, { as }: IdentityTerm): number =>
  as === 'plusOne' ? 1 + value : as === 'rest' ? 1 - value : value;

/** The value of the KPI from what takes part in the product. */
export const termValue = (log: number, { as }: IdentityTerm): number => {
  const product = Math.exp(log);
  return as === 'plusOne' ? product - 1 : as === 'rest' ? 1 - product : product;
};

export function logOf(value: number | null, term: IdentityTerm): number | null {
  if (value === null) return null;
  const log = Math.log(factor(value, term));
  return Number.isFinite(log) ? log : null;
}

const withinBounds = (value: number, { min, max }: KpiBounds): boolean =>
  value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);

/** A term that may be changed, and the logarithm of where it stands now. */
export interface Free {
  readonly term: IdentityTerm;
  readonly is: Chosen;
  readonly target: number;
}

/**
 * New logarithms for the free terms that take `residual` away, with the least change of all
 * together (the sum of squares of the logarithms' changes). One that would leave what its KPI can
 * be stays as it is. `null` where nothing is left to change.
 */
export function leastChange(
  free: readonly Free[],
  residual: number,
): ReadonlyMap<string, number> | null {
  if (free.length === 0) return null;
  const moved = free.map((each) => ({
    each,
    to: each.target - (residual * each.term.power) / free.length,
  }));
  const fits = moved.filter(({ each, to }) =>
    withinBounds(termValue(to, each.term), kpiBounds(each.is.is)),
  );
  if (fits.length < free.length) {
    return leastChange(
      fits.map(({ each }) => each),
      residual,
    );
  }
  return new Map(moved.map(({ each, to }) => [each.is.kpi, to]));
}

/** How far a rounded target may lie from the exact one, and the whole from agreeing (logarithms). */
const nearTarget = 0.004;
const nearWhole = 0.0095;
const digitsTried = [2, 3, 4, 5, 6];

/**
 * Targets somebody would write down, as close to these logarithms as the identity needs. `null`
 * where whole pieces are too coarse for it.
 */
export function writtenTargets(
  free: readonly Free[],
  to: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> | null {
  const changing = free.filter(({ is }) => to.has(is.kpi));
  for (const digits of digitsTried) {
    const written = changing.map((each) => {
      const exact = to.get(each.is.kpi) ?? each.target;
      const value = readable(termValue(exact, each.term), each.is.is.unit, digits);
      const off = (logOf(value, each.term) ?? Number.POSITIVE_INFINITY) - exact;
      return { each, value, off };
    });
    const whole = written.reduce((sum, { each, off }) => sum + off * each.term.power, 0);
    const near = written.every(({ each, off }) =>
      each.is.is.unit === 'count' ? Number.isFinite(off) : Math.abs(off) <= nearTarget,
    );
    const allowed = written.every(({ each, value }) => withinBounds(value, kpiBounds(each.is.is)));
    if (near && allowed && Math.abs(whole) <= nearWhole) {
      return new Map(written.map(({ each, value }) => [each.is.kpi, value]));
    }
  }
  return null;
}
