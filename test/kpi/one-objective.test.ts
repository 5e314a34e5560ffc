import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/kpi/catalogue.ts';
import type { Objective } from '../../src/kpi/objectives.ts';
import type * as Doctor from '../../src/plan/doctor/doctor.ts';
import type * as Validate from '../../src/plan/validation/validate-plan.ts';
import { validatePlan } from '../../src/plan/validation/validate-plan.ts';
import type * as Fits from '../../src/presets/objectives.ts';
import type * as Propose from '../../src/presets/propose-plan.ts';
import type * as Roles from '../../src/presets/roles.ts';
import { shippedSources } from '../../src/sources/registry.ts';
import { ok } from '../kit/desk/answers.ts';
import type * as Desk from '../kit/desk/fake-desk.ts';
import { type Product, productWith } from '../kit/messages/product.ts';
import { modulesOf } from '../kit/messages/product-desk.ts';
import { panelInBrowser, sent } from '../kit/panel/panel-page.ts';
import { next } from '../kit/panel/plans-way.ts';
import { circumstancesOf, planned, planOf } from '../kit/plans/plans.ts';

/** An objective that says all about itself in its entry, as those of the table do. */
const entry = `
  events: {
    fits: ['SIGNUPS', { by: 'conversion' }, 'LEADS'],
    unfit: ['NPS'],
    traits: ['results'],
    putsIn: 'WORKHOURS',
  },`;
const objective = 'events' as Objective;
const names = { en: 'Fill our events', vi: 'Lấp đầy sự kiện' };
const reasons = { en: 'Whoever signs up comes.', vi: 'Ai đăng ký thì đến.' };

let product: Product;
let modules: typeof Desk &
  typeof Doctor &
  typeof Fits &
  typeof Propose &
  typeof Roles &
  typeof Validate;
beforeAll(async () => {
  product = productWith(
    (areas) =>
      new Map(
        (['en', 'vi'] as const).flatMap((language) =>
          (
            [
              [`${language}/plan.json`, names[language]],
              [`${language}/plan-why.json`, { SIGNUPS: reasons[language] }],
            ] as const
          ).map(([file, words]) => {
            const texts = areas.get(file) as { readonly objectives: object };
            return [file, { ...texts, objectives: { ...texts.objectives, events: words } }];
          }),
        ),
      ),
    { 'src/kpi/objectives.ts': (source) => source.replace('const entries = {', `$&${entry}`) },
  );
  expect(product.build()).toBe('');
  modules = await modulesOf(product, [
    'src/plan/doctor/doctor.ts',
    'src/plan/validation/validate-plan.ts',
    'src/presets/objectives.ts',
    'src/presets/propose-plan.ts',
    'src/presets/roles.ts',
    'test/kit/desk/fake-desk.ts',
  ]);
});
afterAll(() => product.remove());

const open = panelInBrowser(undefined, null, () => path.join(product.folder, 'dist'));

describe('an objective that is added by its entry and its words', () => {
  it('is all that the compiler asks for', () => {
    expect(product.types()).toBe('');
  });

  it('is proposed its KPIs, those of its business among them, with reasons and what is put in', () => {
    const wish = { role: 'other', objective, catalogue } as const;
    const circumstances = circumstancesOf({ business: 'b2b' });
    const found = modules.propose({ ...wish, circumstances });
    const band = (is: (each: (typeof found)[number]) => boolean) =>
      found.filter(is).map(({ kpi }) => kpi);
    expect(band(({ weight }) => weight !== null)).toEqual(['SIGNUPS', 'VISITTOLEAD', 'LEADS']);
    expect(band(({ weight, ticked }) => weight === null && ticked)).toContain('WORKHOURS');
    expect(found.find(({ kpi }) => kpi === 'SIGNUPS')?.why).toEqual(reasons);
    // A role of whose own KPIs none measures it gets the first.
    const brand = modules.propose({ ...wish, role: 'brand', circumstances: circumstancesOf() });
    expect(brand.map(({ kpi }) => kpi)).toContain('SIGNUPS');
  });

  it.each([
    ['doesNotFit', ['NPS', 'LEADS']],
    ['nothingFits', ['CTR', 'CPC']],
    ['onlyVanity', ['FOLLOWERS', 'LIKES']],
  ] as const)('is judged by %s', (rule, kpis) => {
    const { objectiveFit, roleKpis } = modules;
    const facts = { catalogue, today: 46366, previous: [], roleKpis, objectiveFit };
    const plan = planOf(
      kpis.map((kpi) => planned(kpi, { weight: 0.5 })),
      { role: 'other' },
    );
    const rules = (of: Objective | null) =>
      modules.examine({ ...plan, objective: of }, facts).map((found) => found.rule);
    expect(rules(objective)).toContain(rule);
    expect(rules(null)).not.toContain(rule);
  });

  it('is kept in a plan and read back, and refused where it is not known', () => {
    const plan = planOf([planned('SIGNUPS', { weight: 1 })], { objective, role: 'other' });
    const validated = (by: typeof validatePlan) => by(plan, 'vi', catalogue, shippedSources);
    expect(validated(modules.validatePlan)).toMatchObject({ plan: { objective } });
    expect(validated(validatePlan)).toMatchObject({ problems: [{ field: 'objective' }] });
    const { panel } = modules.openFakeDesk();
    ok(panel.buildPlan({ plan, sample: false }));
    expect(ok(panel.openPlan(plan.id)).plan.objective).toBe(objective);
  });

  it('is offered in the panel, and what is chosen for it built', async () => {
    const page = await open('en', 'home');
    await page.click('main button.main');
    await page.fill('#name', 'Lan');
    await page.selectOption('#role', 'other');
    await page.click(next);
    await page.waitForSelector('#objective');
    expect(await page.$$eval('#objective option', (all) => all[1]?.textContent)).toBe(names.en);
    await page.selectOption('#objective', objective);
    await page.waitForSelector(`text=${reasons.en}`);
    await page.click(next);
    await page.waitForSelector('.numbers');
    await page.click(next);
    await page.waitForSelector('.check');
    await page.click(next);
    await page.waitForSelector('.summary');
    await page.click(next);
    await page.waitForSelector('.done');
    const [request] = await sent<{ readonly plan: object }>(page, 'buildPlan');
    expect(request?.plan).toMatchObject({ objective });
  });
});
