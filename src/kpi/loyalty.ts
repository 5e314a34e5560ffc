import { defineKpi, type Kpi, leftOut } from './define.ts';
import {
  buyers,
  customersAtEnd,
  customersAtStart,
  customersLost,
  customerYears,
  newCustomers,
  ordersPerYear,
  orderValue,
  repeatBuyers,
} from './quantities/customers.ts';
import { margin } from './quantities/money.ts';
import { detractors, passives, promoters, responses, satisfied } from './quantities/surveys.ts';

/** KPIs of keeping customers and of what they are worth. */
export const loyaltyKpis: readonly Kpi[] = [
  defineKpi({
    k: 'K63',
    name: 'RETENTION',
    title: { en: 'Customer retention rate', vi: 'Tỷ lệ giữ chân khách hàng' },
    summary: {
      en: 'What share of the customers you began with is still with you at the end.',
      vi: 'Bao nhiêu phần trăm khách hàng đầu kỳ vẫn ở lại đến cuối kỳ.',
    },
    alsoCalled: {
      en: ['CRR', 'retention'],
      vi: ['CRR', 'tỷ lệ giữ khách', 'tỷ lệ duy trì khách hàng'],
    },
    inputs: { customersAtStart, customersAtEnd, newCustomers },
    formula: '(customersAtEnd - newCustomers) / customersAtStart',
    must: ['newCustomers <= customersAtEnd', 'customersAtEnd - newCustomers <= customersAtStart'],
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'retention',
    roles: ['manager', 'sales'],
    twins: ['CHURN'],
    traits: ['lateStage'],
    bounds: { min: 0, max: 1 },
    pitfalls: [
      {
        en: 'Customers who buy again are counted by REPEATRATE. Retention asks who is still a customer.',
        vi: 'Khách quay lại mua được tính bằng REPEATRATE. Tỷ lệ giữ chân cho biết ai vẫn còn là khách hàng.',
      },
      {
        en: 'Count as new only those new customers who are still there at the end.',
        vi: 'Chỉ tính là khách mới những người vẫn còn ở lại đến cuối kỳ.',
      },
      {
        en: 'Retention of a month and of a year cannot be compared: name the period.',
        vi: 'Không so được tỷ lệ giữ chân của một tháng với của một năm: hãy ghi rõ kỳ tính.',
      },
    ],
    source: 'https://www.exprimere.net/en/faq-items/retention-rate/',
    examples: [
      { given: { customersAtStart: 400, customersAtEnd: 430, newCustomers: 80 }, gives: 0.875 },
    ],
  }),
  defineKpi({
    k: 'K64',
    name: 'CHURN',
    title: { en: 'Customer churn rate', vi: 'Tỷ lệ khách hàng rời bỏ' },
    summary: {
      en: 'What share of the customers you began with left.',
      vi: 'Bao nhiêu phần trăm khách hàng đầu kỳ đã rời bỏ bạn.',
    },
    alsoCalled: {
      en: ['churn', 'attrition rate'],
      vi: ['churn', 'tỷ lệ rời bỏ', 'tỷ lệ mất khách'],
    },
    inputs: { customersAtStart, customersLost },
    formula: 'customersLost / customersAtStart',
    must: ['customersLost <= customersAtStart'],
    unit: 'fraction',
    better: 'lower',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'retention',
    roles: ['manager'],
    traits: ['lateStage'],
    identities: [
      {
        name: 'churn',
        terms: [
          { of: 'CHURN', power: 1 },
          { of: 'RETENTION', power: -1, as: 'rest' },
        ],
        taking: [
          [
            'CHURN.customersLost',
            'RETENTION.customersAtStart + RETENTION.newCustomers − RETENTION.customersAtEnd',
          ],
        ],
      },
    ],
    pitfalls: [
      {
        en: 'Count only losses among the customers of the start; then churn and retention add up to 100%.',
        vi: 'Chỉ tính khách rời bỏ trong số khách đầu kỳ; khi đó tỷ lệ rời bỏ và tỷ lệ giữ chân cộng lại bằng 100%.',
      },
      {
        en: 'Monthly churn times twelve is not yearly churn: each month begins with fewer customers.',
        vi: 'Tỷ lệ rời bỏ của tháng nhân 12 không ra tỷ lệ của năm: tháng sau bắt đầu với ít khách hơn tháng trước.',
      },
    ],
    source: 'https://www.investopedia.com/terms/c/churnrate.asp',
    examples: [{ given: { customersAtStart: 400, customersLost: 50 }, gives: 0.125 }],
  }),
  defineKpi({
    k: 'K65',
    name: 'REPEATRATE',
    title: { en: 'Repeat purchase rate', vi: 'Tỷ lệ mua lặp lại' },
    summary: {
      en: 'What share of the customers who bought did so at least twice.',
      vi: 'Trong số khách mua hàng, bao nhiêu phần trăm mua từ hai lần trở lên.',
    },
    alsoCalled: {
      en: ['repeat customer rate', 'RPR'],
      vi: ['tỷ lệ mua lại', 'tỷ lệ khách hàng quay lại mua hàng', 'tỷ lệ tái mua'],
    },
    inputs: { repeatCustomers: repeatBuyers, customers: buyers },
    formula: 'repeatCustomers / customers',
    must: ['repeatCustomers <= customers'],
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'retention',
    roles: ['manager', 'sales'],
    traits: ['lateStage'],
    pitfalls: [
      {
        en: 'It is often called retention. Retention is who stays a customer; this is who buys again.',
        vi: 'Chỉ số này hay bị nhầm với tỷ lệ giữ chân. Giữ chân là vẫn còn là khách hàng; mua lặp lại là mua thêm lần nữa.',
      },
      {
        en: 'Monthly figures do not add up: somebody who buys in May and in June repeats in neither month. Read it for the whole period.',
        vi: 'Không cộng được số của các tháng: người mua một lần trong tháng 5 và một lần trong tháng 6 không được tính là mua lại trong tháng nào. Hãy tính cho cả kỳ.',
      },
    ],
    source: 'https://ecommercedb.com/glossary/repeat-customer-rate',
    examples: [{ given: { repeatCustomers: 96, customers: 256 }, gives: 0.375 }],
  }),
  defineKpi({
    k: 'K66',
    name: 'CLV',
    title: { en: 'Customer lifetime value', vi: 'Giá trị trọn đời của khách hàng (CLV)' },
    summary: {
      en: 'What a customer brings over all the years: gross profit when you give the margin, revenue when you leave it out.',
      vi: 'Một khách hàng mang lại bao nhiêu tiền trong suốt thời gian gắn bó: tính theo lợi nhuận gộp nếu bạn nhập biên lợi nhuận gộp, theo doanh thu nếu để trống.',
    },
    alsoCalled: {
      en: ['CLV', 'LTV', 'CLTV', 'lifetime value'],
      vi: ['LTV', 'giá trị vòng đời khách hàng'],
    },
    inputs: { orderValue, ordersPerYear, years: customerYears, margin: leftOut(margin, 1) },
    formula: 'orderValue * ordersPerYear * years * margin',
    unit: 'money',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'retention',
    roles: ['manager'],
    traits: ['lateStage'],
    pitfalls: [
      {
        en: 'Compare with CAC only after giving the margin: revenue over a lifetime is not what you keep.',
        vi: 'Chỉ so với CAC khi đã nhập biên lợi nhuận gộp: doanh thu trọn đời không phải là phần bạn giữ được.',
      },
      {
        en: 'Years are often estimated as 1 ÷ yearly churn. With little churn that grows without bound: set a cap, such as 5.',
        vi: 'Số năm thường được ước tính bằng 1 ÷ tỷ lệ rời bỏ của năm. Rất ít khách rời bỏ thì số này lớn vô cùng: hãy đặt mức trần, ví dụ 5 năm.',
      },
    ],
    source: 'https://agilebrandguide.com/?knowledgebase=customer-lifetime-value-clv',
    examples: [
      { given: { orderValue: 500000, ordersPerYear: 4, years: 3 }, gives: 6000000 },
      { given: { orderValue: 500000, ordersPerYear: 4, years: 3, margin: 0.25 }, gives: 1500000 },
    ],
  }),
  defineKpi({
    k: 'K67',
    name: 'CSAT',
    title: { en: 'Customer satisfaction (CSAT)', vi: 'Mức độ hài lòng của khách hàng (CSAT)' },
    summary: {
      en: 'What share of the people who answered is satisfied: 4 or 5 on a scale to 5.',
      vi: 'Bao nhiêu phần trăm người trả lời hài lòng: chấm 4 hoặc 5 trên thang điểm 5.',
    },
    alsoCalled: {
      en: ['CSAT', 'satisfaction score'],
      vi: ['CSAT', 'sự hài lòng của khách hàng', 'tỷ lệ hài lòng'],
    },
    inputs: { satisfied, responses },
    formula: 'satisfied / responses',
    must: ['satisfied <= responses'],
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'retention',
    roles: ['sales', 'manager'],
    traits: ['voice', 'survey', 'usualVoice'],
    pitfalls: [
      {
        en: 'Some report the mean mark instead: 4.2 of 5 is not 84% satisfied.',
        vi: 'Có nơi báo cáo điểm trung bình: 4,2 trên 5 không có nghĩa là 84% hài lòng.',
      },
      {
        en: 'Show how many answered: with 20 answers one person moves the rate by 5 percentage points.',
        vi: 'Hãy ghi kèm số người trả lời: với 20 người trả lời, một người làm tỷ lệ thay đổi 5 điểm %.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/Customer_satisfaction',
    examples: [{ given: { satisfied: 140, responses: 160 }, gives: 0.875 }],
  }),
  defineKpi({
    k: 'K09',
    name: 'NPS',
    title: { en: 'Net promoter score (NPS)', vi: 'Chỉ số NPS (mức độ sẵn lòng giới thiệu)' },
    summary: {
      en: 'How far promoters, who mark you 9 or 10 of 10, outnumber detractors, who mark you 0 to 6: from −100 to 100.',
      vi: 'Người ủng hộ (chấm 9–10 trên thang 10) nhiều hơn người không hài lòng (chấm 0–6) bao nhiêu điểm, từ −100 đến 100.',
    },
    alsoCalled: {
      en: ['NPS'],
      vi: ['net promoter score', 'điểm NPS', 'chỉ số ủng hộ'],
    },
    inputs: { promoters, passives, detractors },
    formula: '(promoters - detractors) / (promoters + passives + detractors) * 100',
    none: { en: 'no survey responses', vi: 'không có ai trả lời khảo sát' },
    unit: 'score',
    better: 'higher',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'retention',
    roles: ['manager', 'brand'],
    traits: ['voice', 'survey'],
    bounds: { min: -100, max: 100 },
    pitfalls: [
      {
        en: 'NPS is a score, not a percentage: write 25, not 25%.',
        vi: 'NPS là điểm, không phải phần trăm: hãy viết 25, đừng viết 25%.',
      },
      {
        en: 'Passives, who mark 7 or 8, count in the divisor: leaving them out makes the score far too large either way.',
        vi: 'Người trung lập (chấm 7–8) vẫn nằm trong mẫu số: bỏ họ ra thì điểm lệch rất nhiều.',
      },
      {
        en: 'With few answers the score swings: show how many answered and compare like with like.',
        vi: 'Ít người trả lời thì điểm dao động mạnh: hãy ghi kèm số người trả lời và chỉ so các khảo sát giống nhau.',
      },
    ],
    source: 'https://www.netpromotersystem.com/about/measuring-your-net-promoter-score/',
    examples: [{ given: { promoters: 50, passives: 20, detractors: 10 }, gives: 50 }],
  }),
];
