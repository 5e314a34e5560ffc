import { isCalculated } from '../../kpi/catalogue.ts';
import type { MeasuredKpi } from './kpi-inputs.ts';

/**
 * Columns of a KPI in the table; what is counted has its value where others have their inputs, unless
 * there are numbers it cannot be.
 */
export const spanColumns = (measured: MeasuredKpi): readonly string[] => {
  const { kpi, inputs, alone } = measured;
  const apart = isCalculated(kpi) || isBounded(measured);
  const totals = apart ? inputs.map((_, at) => totalColumn(measured, at)) : [];
  return [...(alone ? [fromColumn(measured)] : []), toColumn(measured), ...totals, kpi.name];
};

export const fromColumn = ({ kpi }: MeasuredKpi) => `${kpi.name}:from`;
export const toColumn = ({ kpi }: MeasuredKpi): string => `${kpi.name}:to`;
/** The hidden column with what one of a KPI's inputs comes to. */
export const totalColumn = (measured: MeasuredKpi, at: number): string => {
  const { kpi } = measured;
  return isCalculated(kpi) || isBounded(measured) ? `${kpi.name}:${at + 1}` : kpi.name;
};

export const isBounded = ({ kpi }: MeasuredKpi): boolean =>
  !isCalculated(kpi) && (kpi.counts.min !== undefined || kpi.counts.max !== undefined);

/** Which of a KPI's inputs one is. */
export const indexOf = ({ inputs }: MeasuredKpi, key: string): number =>
  inputs.findIndex((input) => input.key === key);
