import type { DepartmentFacts } from './department-input.ts';

/** Figures of the director's page and the KPIs they are read from, the best first. */
export const figures = {
  spend: ['MKTSPEND'],
  leads: ['LEADS', 'MQLS'],
  newCustomers: ['NEWCUSTOMERS'],
  revenue: ['MKTREVENUE', 'CAMPAIGNREV', 'SALES', 'REVENUE'],
  roi: ['ROI'],
} as const;
export type Figure = keyof typeof figures;

/**
 * The KPI a figure is read from: the first that a plan of the department has, in the department's
 * currency if there is one.
 */
export function codeFor(figure: Figure, { shares }: DepartmentFacts): string {
  const first = (has: 'code' | 'base') =>
    figures[figure].find((code) => shares.some((share) => share[has] === code));
  return first('code') ?? first('base') ?? figures[figure][0];
}

/** Whether a figure can be read from a KPI. */
export const isFigure = (code: string): boolean =>
  Object.values(figures).some((codes: readonly string[]) => codes.includes(code));
