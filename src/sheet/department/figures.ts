import type { Figure } from '../../kpi/define.ts';
import type { DepartmentFacts } from './department-input.ts';

/** Figures of the director's page from top to bottom. */
export const figures = [
  'spend',
  'leads',
  'newCustomers',
  'revenue',
  'roi',
] as const satisfies readonly Figure[];

/** The KPIs a figure can be read from, the best first. */
export const kpisOf = (
  figure: Figure,
  { catalogue }: Pick<DepartmentFacts, 'catalogue'>,
): readonly string[] =>
  catalogue
    .flatMap(({ name, figure: told }) => (told?.of === figure ? [{ name, ...told }] : []))
    .sort((one, other) => one.choice - other.choice)
    .map(({ name }) => name);

/** The best of them. */
export const bestFor = (figure: Figure, facts: Pick<DepartmentFacts, 'catalogue'>): string =>
  kpisOf(figure, facts)[0] ?? '';

/**
 * The KPI a figure is read from: the first that a plan of the department has, in the department's
 * currency if there is one.
 */
export function codeFor(figure: Figure, facts: DepartmentFacts): string {
  const first = (has: 'code' | 'base') =>
    kpisOf(figure, facts).find((code) => facts.shares.some((share) => share[has] === code));
  return first('code') ?? first('base') ?? bestFor(figure, facts);
}
