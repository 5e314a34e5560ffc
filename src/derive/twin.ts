import type { Calculated } from '../kpi/define.ts';
import { type Dialect, twin as nativeTwin } from '../native/twin.ts';
import { branchesOf } from './formula.ts';

export type { Dialect } from '../native/twin.ts';

/** The native twin of a KPI of the catalogue; see `native/twin.ts`. */
export const twinOf = (
  kpi: Calculated,
  inputs: readonly (string | undefined)[],
  dialect: Dialect,
): string => nativeTwin(kpi, branchesOf(kpi), inputs, dialect);
