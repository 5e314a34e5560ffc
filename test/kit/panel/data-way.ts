import type { Page } from 'playwright-core';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { planned, planOf } from '../plans/plans.ts';

/** A plan that counts traffic, leads and what they cost, with nothing connected yet. */
export const typedPlan = planOf(
  ['TRAFFIC', 'LEADS', 'CPL', 'REVENUE'].map((kpi) =>
    planned(kpi, { weight: 0.25, baseline: 1, target: 2, source: '' }),
  ),
  {
    id: 'aaaaaa',
    quarter: { year: 2026, month: 10 },
    circumstances: { business: 'leads', stage: 'growing' },
  },
);

/** Opens the data of a plan that stands. */
export async function toData(page: Page, plan: Plan = typedPlan): Promise<void> {
  await page.evaluate((given) => {
    window.standIn.plans = [{ plan: given, revision: 1, state: 'open', sample: false }];
  }, plan);
  // Back and forth through another part: everything is asked anew.
  await page.click('header nav button >> nth=1');
  await page.click('header nav button >> nth=0');
  await page.click(`[data-data=${plan.id}]`);
  await page.waitForSelector('[data-input]');
}

/** From the data of a plan to what flows in from a property. */
export async function toMapping(page: Page, property = 'properties/311000001'): Promise<void> {
  await page.click('main .actions .main');
  await page.waitForSelector('.properties');
  await page.click(`[data-account="${property}"]`);
  await page.click('.property .main');
  await page.waitForSelector('.feeds');
}

/** Connects a property with everything that is proposed, and the event that is asked for. */
export async function connected(page: Page): Promise<void> {
  await toData(page);
  await toMapping(page);
  await page.check('[data-input=LEADS] .values label:has-text("contact_form") input');
  await page.click('footer .main');
  await page.waitForSelector('.schedule');
}
