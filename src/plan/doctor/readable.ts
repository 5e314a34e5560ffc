import type { Unit } from '../../kpi/units.ts';

/** Things that come in whole pieces, and money nobody counts in cents. */
const isWhole = (value: number, unit: Unit): boolean => unit === 'count' || Math.abs(value) >= 1000;

/** A number as somebody would write it down: so many digits that say something. */
export function readable(value: number, unit: Unit, digits: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const rounded = Number(value.toPrecision(Math.min(Math.max(digits, 1), 15)));
  return isWhole(rounded, unit) ? Math.round(rounded) : rounded;
}
