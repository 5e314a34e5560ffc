import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/model/plan.ts';
import type { Product } from '../kit/messages/product.ts';
import { type Kit, kitOf, saidOtherwise } from '../kit/messages/product-desk.ts';
import { isPseudo, pseudoProduct } from '../kit/messages/pseudo.ts';
import { lan, planned } from '../kit/plans/plans.ts';

let product: Product;
let kit: Kit;
beforeAll(async () => {
  product = pseudoProduct();
  expect(product.build('messages')).toBe('');
  kit = await kitOf(product);
});
afterAll(() => product.remove());

const plan = (): Plan =>
  lan(
    { language: 'en' },
    ['TRAFFIC', 'LEADS', 'CPL', 'MKTSPEND', 'ROI', 'CSAT', 'TRAFFICGROWTH'].map((kpi) =>
      planned(kpi, { baseline: 10, target: 20 }),
    ),
  );

describe('sheets in a language a quarter longer than English', () => {
  it('say everything in it, and are read back as they were written', () => {
    const desk = kit.openFakeDesk();
    const { panel } = desk;
    const built = panel.buildPlan({ plan: plan(), sample: false });
    expect(built).toMatchObject({ ok: { note: expect.any(String) } });
    const { id } = plan();
    const view = panel.openPlan(id);
    expect(view).toMatchObject({ ok: { plan: plan(), noticed: [], problems: [] } });
    const department = panel.buildDepartment({
      quarter: plan().quarter,
      name: 'Lan',
      activities: [],
    });
    expect(department).toHaveProperty('ok');
    expect(saidOtherwise(desk, isPseudo, plan())).toEqual([]);
  });
});
