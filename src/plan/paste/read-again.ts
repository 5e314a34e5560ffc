import type { Plan, PlannedKpi } from '../model/plan.ts';
import type { Pasted } from './paste.ts';

/**
 * A table that is read again because somebody has said how its numbers are written: they are taken
 * over line by line; what was chosen of its KPIs meanwhile stays.
 */
export function readAgain(before: Pasted, again: Pasted): Pasted {
  const rows = again.rows.map((row) => {
    const was = before.rows.find(({ line }) => line === row.line);
    return was ? { ...row, is: was.is, kpi: was.kpi, candidates: was.candidates } : row;
  });
  const numbersOf = (kpi: string): Partial<PlannedKpi> => {
    const line = rows.find((row) => row.kpi === kpi)?.line;
    const name = again.rows.find((row) => row.line === line)?.kpi;
    const found = again.plan.kpis.find((each) => each.kpi === name);
    if (!found) return {};
    const { baseline, target, lastYear } = found;
    return { baseline, target, lastYear };
  };
  const kpis = before.plan.kpis.map((each) => ({ ...each, ...numbersOf(each.kpi) }));
  const plan: Plan = { ...again.plan, kpis, own: before.plan.own };
  return { ...again, plan, rows };
}
