import { defineCount, defineKpi, type Kpi } from './define.ts';
import { product } from './identity.ts';
import { customersFromLeads } from './quantities/deals.ts';
import { leads, mqls, sqls } from './quantities/leads.ts';

/** KPIs of the way from a lead to a customer, where marketing hands over to sales. */
export const qualifiedKpis: readonly Kpi[] = [
  defineCount({
    k: 'K38',
    name: 'MQLS',
    title: {
      en: 'Marketing qualified leads (MQL)',
      vi: 'Khách hàng tiềm năng đủ điều kiện từ marketing (MQL)',
    },
    summary: {
      en: 'How many leads marketing found ready to be handed to sales.',
      vi: 'Bao nhiêu lead được marketing đánh giá là sẵn sàng chuyển cho bộ phận kinh doanh.',
    },
    alsoCalled: {
      en: ['MQL', 'qualified leads'],
      vi: ['MQL', 'lead đủ điều kiện marketing', 'khách hàng tiềm năng đủ tiêu chuẩn'],
    },
    counts: mqls,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'lead',
    roles: ['manager', 'digital'],
    guardrails: ['SQLRATE', 'SQLS', 'LEADCVR', 'WINRATE', 'SALES', 'REVENUE'],
    traits: ['undefined'],
    identities: [product('mqls', 'MQLS', ['LEADS', 'MQLRATE'])],
    figure: { of: 'leads', choice: 2 },
    pitfalls: [
      {
        en: 'Count the day a lead became an MQL, not how many stand at that stage today: leads move on.',
        vi: 'Hãy đếm theo ngày lead trở thành MQL, đừng đếm số lead đang ở giai đoạn đó hôm nay: lead còn đi tiếp.',
      },
      {
        en: 'Agree with sales on what makes an MQL, or the two sides will count different things.',
        vi: 'Hãy thống nhất với bộ phận kinh doanh thế nào là MQL, nếu không hai bên sẽ đếm hai thứ khác nhau.',
      },
    ],
    source: 'https://knowledge.hubspot.com/contacts/use-lifecycle-stages',
  }),
  defineKpi({
    k: 'K38',
    name: 'MQLRATE',
    title: { en: 'Lead-to-MQL rate', vi: 'Tỷ lệ lead thành MQL' },
    summary: {
      en: 'What share of your leads marketing could qualify.',
      vi: 'Bao nhiêu phần trăm lead được marketing đánh giá là đủ điều kiện.',
    },
    alsoCalled: {
      en: ['MQL rate', 'MQL conversion rate'],
      vi: [
        'tỷ lệ MQL',
        'tỷ lệ lead đủ điều kiện từ marketing',
        'tỷ lệ khách hàng tiềm năng thành MQL',
      ],
    },
    inputs: { mqls, leads },
    formula: 'mqls / leads',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'lead',
    roles: ['manager', 'digital'],
    guardrails: ['SQLRATE', 'SQLS', 'LEADCVR', 'WINRATE'],
    pitfalls: [
      {
        en: "This month's MQLs may be last month's leads, so the rate can even pass 100%. Follow one group of leads for an exact rate.",
        vi: 'MQL tháng này có thể đến từ lead tháng trước nên tỷ lệ có khi vượt 100%. Muốn chính xác, hãy theo dõi một nhóm lead từ đầu đến cuối.',
      },
    ],
    source: 'https://knowledge.hubspot.com/contacts/use-lifecycle-stages',
    examples: [{ given: { mqls: 90, leads: 240 }, gives: 0.375 }],
  }),
  defineCount({
    k: 'K39',
    name: 'SQLS',
    title: {
      en: 'Sales qualified leads (SQL)',
      vi: 'Khách hàng tiềm năng đủ điều kiện bán hàng (SQL)',
    },
    summary: {
      en: 'How many leads sales looked at and accepted to pursue.',
      vi: 'Bao nhiêu lead được bộ phận kinh doanh xem xét và nhận theo đuổi.',
    },
    alsoCalled: {
      en: ['SQL', 'sales accepted leads'],
      vi: ['SQL', 'lead đủ điều kiện bán hàng', 'lead kinh doanh đã nhận'],
    },
    counts: sqls,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'lead',
    roles: ['manager', 'sales'],
    guardrails: ['WINRATE', 'SALESCVR', 'LEADCVR', 'SALES', 'REVENUE'],
    traits: ['undefined'],
    identities: [product('sqls', 'SQLS', ['MQLS', 'SQLRATE'])],
    pitfalls: [
      {
        en: 'An SQL comes before an opportunity, it is not yet one: keep the order lead, MQL, SQL, opportunity, customer.',
        vi: 'SQL đứng trước cơ hội bán hàng chứ chưa phải cơ hội: hãy giữ thứ tự lead, MQL, SQL, cơ hội, khách hàng.',
      },
    ],
    source: 'https://knowledge.hubspot.com/contacts/use-lifecycle-stages',
  }),
  defineKpi({
    k: 'K39',
    name: 'SQLRATE',
    title: { en: 'MQL-to-SQL rate', vi: 'Tỷ lệ MQL thành SQL' },
    summary: {
      en: 'What share of the leads handed over by marketing was accepted by sales.',
      vi: 'Bao nhiêu phần trăm lead do marketing bàn giao được bộ phận kinh doanh chấp nhận.',
    },
    alsoCalled: {
      en: ['SQL rate', 'sales acceptance rate'],
      vi: ['tỷ lệ SQL', 'tỷ lệ lead được kinh doanh chấp nhận'],
    },
    inputs: { sqls, mqls },
    formula: 'sqls / mqls',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'lead',
    roles: ['manager', 'sales'],
    pitfalls: [
      {
        en: 'A low rate can mean poor leads or slow follow-up: look at the time to first contact before blaming either side.',
        vi: 'Tỷ lệ thấp có thể do lead kém hoặc do liên hệ chậm: hãy xem thời gian liên hệ lần đầu trước khi quy lỗi cho bên nào.',
      },
      {
        en: 'Leads that come straight to sales are SQLs that never were MQLs: leave them out of this rate.',
        vi: 'Lead đến thẳng bộ phận kinh doanh là SQL nhưng chưa từng là MQL: đừng tính vào tỷ lệ này.',
      },
    ],
    source: 'https://knowledge.hubspot.com/contacts/use-lifecycle-stages',
    examples: [{ given: { sqls: 45, mqls: 90 }, gives: 0.5 }],
  }),
  defineKpi({
    k: 'K37',
    name: 'LEADCVR',
    title: {
      en: 'Lead-to-customer rate',
      vi: 'Tỷ lệ chuyển đổi khách hàng tiềm năng thành khách hàng',
    },
    summary: {
      en: 'What share of your leads became customers.',
      vi: 'Bao nhiêu phần trăm lead đã trở thành khách hàng.',
    },
    alsoCalled: {
      en: ['lead conversion rate', 'lead close rate'],
      vi: ['tỷ lệ chốt lead', 'tỷ lệ chuyển đổi lead', 'tỷ lệ lead thành khách'],
    },
    inputs: { customers: customersFromLeads, leads },
    formula: 'customers / leads',
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'customer',
    roles: ['manager', 'digital', 'sales'],
    pitfalls: [
      {
        en: "Follow one group of leads until they had time to buy. Same-month counts divide this month's customers by other people's leads.",
        vi: 'Hãy theo dõi một nhóm lead cho đến khi họ có đủ thời gian để mua. Đếm theo cùng tháng là lấy khách của nhóm này chia cho lead của nhóm khác.',
      },
      {
        en: 'Visitor-to-lead, lead-to-customer and opportunity-to-sale are three rates with one nickname: say which you mean.',
        vi: 'Khách truy cập thành lead, lead thành khách hàng, cơ hội thành đơn là ba tỷ lệ hay bị gọi chung một tên: hãy ghi rõ là tỷ lệ nào.',
      },
    ],
    source: 'https://knowledge.hubspot.com/contacts/use-lifecycle-stages',
    examples: [{ given: { customers: 30, leads: 480 }, gives: 0.0625 }],
  }),
];
