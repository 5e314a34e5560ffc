import { readFileSync } from 'node:fs';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import { readCsv } from '../../../src/workbench/files/csv.ts';
import { planFromAds } from '../../app/refresh/ads-quarter.ts';
import { ok } from '../../kit/desk/answers.ts';
import { type BuiltDesk, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { rolePlan } from '../../kit/sheet/plan-facts.ts';

/** The day it is in the book. */
export const bookDay = dayOf(2027, 2, 20);
const noon = Date.UTC(2027, 1, 20, 5);

/** Ads of all campaigns, the first of them in the plans' quarter: enough for every formula. */
function someAds(): Uint8Array {
  const lines = readFileSync('src/workbench/example/ads.csv', 'utf8').split('\n');
  const some = lines.filter((_, at) => at % 10 === 0).join('\n');
  return new TextEncoder().encode(some.replaceAll('-07-2026,', '-01-2027,'));
}

/**
 * A spreadsheet as people have it after a while: the plan of a role, made portable; one into which
 * a tab of ads flows, told apart by campaign; the department's sheet over both.
 */
export async function bookOfPlans(language: Language, locale: string): Promise<BuiltDesk> {
  const ads = readCsv(someAds(), { fileName: 'ads.csv', locale });
  if ('problem' in ads) throw new Error(ads.problem[language]);
  const blank = { name: 'Sheet1', rows: [] };
  const built = await openBuiltDesk({ language, locale }, { sheets: [blank, ads.ok.sheet] });
  await built.desk.setClock(noon);
  const plan = { ...rolePlan('social', language), id: 'socia1', name: 'Lan' };
  ok(await built.panel.buildPlan({ plan, sample: true }));
  ok(await built.panel.makePortable({ plan: plan.id, native: true }));
  await planFromAds(built, { language, name: 'Minh', id: 'feeds1' });
  const department = { quarter: { year: 2027, month: 1 }, name: 'Marketing', activities: ['Expo'] };
  ok(await built.panel.buildDepartment(department));
  await built.desk.settle();
  return built;
}
