import { defineKpi, type Kpi } from './define.ts';
import { leadCost, leads } from './quantities.ts';

/** KPIs of getting people interested enough to leave their name. */
export const leadKpis: readonly Kpi[] = [
  defineKpi({
    k: 'K35',
    name: 'CPL',
    title: { en: 'Cost per lead', vi: 'Chi phí cho mỗi khách hàng tiềm năng' },
    summary: {
      en: 'What one lead costs you, all the spend that got it included.',
      vi: 'Mỗi lead tốn bao nhiêu tiền, tính cả mọi khoản chi để có được lead đó.',
    },
    inputs: { cost: leadCost, leads },
    formula: 'cost / leads',
    unit: 'moneyEach',
    better: 'lower',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'lead',
    roles: ['digital'],
    pitfalls: [
      {
        en: 'A low CPL with poor leads is no win: watch the share of qualified leads beside it.',
        vi: 'CPL thấp nhưng lead kém chất lượng thì không có lợi: hãy xem kèm tỷ lệ lead đủ điều kiện.',
      },
    ],
    source: 'https://www.formstack.com/resources/blog-find-lead',
    examples: [{ given: { cost: 1200, leads: 300 }, gives: 4 }],
  }),
];
