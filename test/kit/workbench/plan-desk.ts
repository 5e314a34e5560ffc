import { readFile } from 'node:fs/promises';
import type { Language } from '../../../src/kpi/define.ts';
import type { PlanRole } from '../../../src/plan/model/plan.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { factsOf, rolePlan, sampled, typedOf } from '../sheet/plan-facts.ts';
import { bookScript, type Step } from './book-desk.ts';
import { openTestDesk } from './desk.ts';

/** The sheet of a role's ready-made plan, with made-up numbers for the first weeks. */
export function sheetOf(role: PlanRole, language: Language) {
  const { plan, filled } = sampled(rolePlan(role, language));
  const facts = factsOf(plan);
  return planDrawing({ ...facts, typed: typedOf(facts.parts, filled) }, '{}');
}

/** A desk with the built add-on's functions, and hands of its own on the spreadsheet. */
export async function openPlanDesk(locale: string) {
  const code = `${await readFile('dist/Code.js', 'utf8')}\n${await bookScript()}`;
  const { desk } = await openTestDesk([['Mine']], locale, code);
  const act = async <T>(...steps: Step[]): Promise<T> => {
    const result = await desk.run('steps', [steps]);
    if (!('ok' in result)) throw new Error(JSON.stringify(result));
    return result.ok as T;
  };
  return { desk, act };
}
