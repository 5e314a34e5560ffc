import { readFile } from 'node:fs/promises';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import type { PlanRole } from '../../../src/plan/model/plan.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { factsOf, rolePlan, sampled, typedOf } from '../sheet/plan-facts.ts';
import { openBookDesk } from './book-desk.ts';

/** The sheet of a role's ready-made plan, with made-up numbers for the first weeks. */
export function sheetOf(role: PlanRole, language: Language) {
  const { plan, filled } = sampled(rolePlan(role, language));
  const facts = factsOf(plan);
  return planDrawing({ ...facts, typed: typedOf(facts.parts, filled) }, '{}');
}

/** A desk with the built add-on's functions, and hands of its own on the spreadsheet. */
export const openPlanDesk = async (locale: string) =>
  openBookDesk(locale, ['Mine'], await readFile('dist/Code.js', 'utf8'));
