import { quarterTitle } from '../../plan/calendar/calendar.ts';
import { countLight } from '../calc/status-formulas.ts';
import { messageFormula } from '../layout/message-formula.ts';
import type { DepartmentAddresses, DepartmentFacts, DepartmentRow } from './department-input.ts';

/** The sheet begins with whose it is and how many KPIs stand how. */
export function titleRows(facts: DepartmentFacts): readonly DepartmentRow[] {
  const { name, words, quarter, firstMonth, language } = facts;
  const title = `${name || words.department} · ${quarterTitle(quarter, firstMonth, language)}`;
  return [
    { key: '', cells: { title: { text: title, style: 'title' } }, pixels: 34 },
    {
      key: '',
      cells: { title: { formula: (at) => counts(at, facts), style: 'subtitle' } },
      pixels: 24,
    },
  ];
}

function counts(at: DepartmentAddresses, { plans, shares, words }: DepartmentFacts): string {
  const states = at.column('owners', 'state');
  const [good, watch, bad] = (['good', 'watch', 'bad'] as const).map((light) =>
    countLight(states, light),
  ) as [string, string, string];
  return messageFormula(words.departmentCounts, {
    plans: String(plans.length),
    kpis: String(shares.length),
    good,
    watch,
    bad,
    none: `(${shares.length}-${good}-${watch}-${bad})`,
  });
}
