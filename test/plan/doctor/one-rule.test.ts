import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RuleName } from '../../../src/messages/doctor.ts';
import type * as Doctor from '../../../src/plan/doctor/doctor.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { ok } from '../../kit/desk/answers.ts';
import type * as Desk from '../../kit/desk/fake-desk.ts';
import { type Product, productWith } from '../../kit/messages/product.ts';
import { modulesOf } from '../../kit/messages/product-desk.ts';
import { panelInBrowser, sent } from '../../kit/panel/panel-page.ts';
import { next, toNumbers } from '../../kit/panel/plans-way.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { facts } from './doctor-plans.ts';

/** A rule that says all about itself in its entry, as those of its family's file do. */
const entry = `
  defineRule({
    name: 'byHand',
    severity: 'fix',
    rank: 5,
    from: ['004'],
    field: 'source',
    check: ({ weighted, words }) => [
      ...namingKpis(weighted.filter(({ kpi, source }) => kpi === 'LEADS' && source !== 'CRM'), words),
      ...namingKpis(weighted.filter(({ kpi }) => kpi === 'CPL'), words, { unfixable: true }),
    ],
    fix: setting(['source'], () => ({ source: 'CRM' })),
  }),`;
const rule = 'byHand' as RuleName;
const said = {
  en: {
    title: 'Typed by hand',
    says: '{titles}: could come from the CRM.',
    why: 'What is typed is typed wrongly now and then.',
    button: 'Take it from the CRM',
    does: 'The source becomes the CRM.',
  },
  vi: {
    title: 'Nhập bằng tay',
    says: '{titles}: có thể lấy từ CRM.',
    why: 'Số nhập tay thỉnh thoảng bị sai.',
    button: 'Lấy từ CRM',
    does: 'Nguồn dữ liệu là CRM.',
  },
};

let product: Product;
let modules: typeof Desk & typeof Doctor;
beforeAll(async () => {
  product = productWith(
    (areas) =>
      new Map(
        (['en', 'vi'] as const).map((language) => {
          const file = `${language}/doctor.json`;
          return [file, { ...areas.get(file), [rule]: said[language] }];
        }),
      ),
    {
      'src/plan/doctor/blanks.ts': (source) => source.replace(/blankRules: .* = \[/, `$&${entry}`),
    },
  );
  expect(product.build()).toBe('');
  modules = await modulesOf(product, ['src/plan/doctor/doctor.ts', 'test/kit/desk/fake-desk.ts']);
});
afterAll(() => product.remove());

const open = panelInBrowser(undefined, null, () => path.join(product.folder, 'dist'));

it('has rules that go only to fields the panel has', async () => {
  const page = await open('en', 'home');
  await toNumbers(page);
  // What is asked of somebody's own KPI stands only there.
  const fields = modules.rules.flatMap(({ field = 'target' }) =>
    field === 'unsaid' ? [] : [field],
  );
  for (const field of fields) expect(await page.$$(`#LEADS-${field}`), field).toHaveLength(1);
});

describe('a rule that is added by its entry and its words', () => {
  const plan = planOf([planned('LEADS', { weight: 0.5 }), planned('CPL', { weight: 0.5 })]);
  const found = (of: Plan) => modules.examine(of, facts).filter((finding) => finding.rule === rule);

  it('is all that the compiler asks for', () => {
    expect(product.types()).toBe('');
  });

  it('is found where its rank puts it, in its own words', () => {
    const [first] = modules.examine({ ...plan, quarter: { year: 2020, month: 1 } }, facts);
    expect(first).toMatchObject({ rule, severity: 'fix', field: 'source', fixable: true });
    expect(first?.message).toEqual({
      en: 'Leads: could come from the CRM.',
      vi: 'Số lượng khách hàng tiềm năng: có thể lấy từ CRM.',
    });
    expect(found(plan).map(({ kpis, fixable }) => [kpis, fixable])).toEqual([
      [['LEADS'], true],
      [['CPL'], false],
    ]);
  });

  it('is put right by its fix, which changes nothing else', () => {
    const [first] = found(plan);
    const [leads, cpl] = plan.kpis;
    const fixed = first && modules.applyFix(plan, first, facts);
    expect(fixed).toEqual({ ...plan, kpis: [{ ...leads, source: 'CRM' }, cpl] });
    expect(fixed && found(fixed).map(({ kpis }) => kpis)).toEqual([['CPL']]);
  });

  it('is ignored, which is kept with the plan', () => {
    const ignored = modules.ignoring(plan, rule);
    expect(found(ignored)).toEqual([]);
    const { panel } = modules.openFakeDesk();
    ok(panel.buildPlan({ plan: ignored, sample: false }));
    const kept = ok(panel.openPlan(plan.id)).plan;
    expect(kept.ignored).toEqual([rule]);
    expect(found(kept)).toEqual([]);
  });

  it.each(['en', 'vi'] as const)(
    'is shown, fixed, gone to and ignored in the panel (%s)',
    async (language) => {
      const { title, why, button } = said[language];
      const page = await open(language, 'home');
      await toNumbers(page);
      await page.click(next);
      const box = `.finding[aria-label="${title}"]`;
      await page.waitForSelector(box);
      expect(await page.$$eval('.finding', ([first]) => first?.getAttribute('aria-label'))).toBe(
        title,
      );
      expect(await page.textContent(`${box} .muted`)).toBe(why);
      await page.click(`${box} button:has-text("${button}")`);
      await page.waitForSelector(`${box} .small-way`, { state: 'detached' });
      await page.click(`${box} .link >> nth=0`);
      await page.waitForSelector('.numbers');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('CPL-source');
      expect(await page.inputValue('#LEADS-source')).toBe('CRM');
      await page.click(next);
      await page.click(`${box} .link:last-child`);
      await page.waitForSelector(box, { state: 'detached' });
      await page.click(next);
      await page.waitForSelector('.summary');
      await page.click(next);
      await page.waitForSelector('.done');
      const [request] = await sent<{ readonly plan: object }>(page, 'buildPlan');
      expect(request?.plan).toMatchObject({ ignored: [rule] });
    },
  );
});
