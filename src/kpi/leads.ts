import { defineCount, defineKpi, type Kpi } from './define.ts';
import { product } from './identity.ts';
import { leadCost, leadScore, leads, qualifiedLeads, signups } from './quantities/leads.ts';
import { sessions } from './quantities/site.ts';

/** KPIs of getting people interested enough to leave their name. */
export const leadKpis: readonly Kpi[] = [
  defineCount({
    k: 'K34',
    name: 'LEADS',
    title: { en: 'Leads', vi: 'Số lượng khách hàng tiềm năng' },
    summary: {
      en: 'How many people left you a way to reach them.',
      vi: 'Bao nhiêu người đã để lại thông tin để bạn liên hệ.',
    },
    alsoCalled: {
      en: ['number of leads', 'enquiries'],
      vi: ['số lead', 'data khách hàng', 'khách để lại thông tin'],
    },
    counts: leads,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'lead',
    roles: ['digital'],
    guardrails: ['LEADQUALITY', 'MQLRATE', 'LEADSCORE', 'LEADCVR', 'MQLS', 'SQLS', 'SQLRATE'],
    traits: ['undefined'],
    identities: [product('leads', 'LEADS', ['TRAFFIC', 'VISITTOLEAD'])],
    fallback: 3,
    figure: { of: 'leads', choice: 1 },
    pitfalls: [
      {
        en: 'Key events in Google Analytics are not the leads of your CRM: duplicates, spam and ad blockers part them. Choose one and keep to it.',
        vi: 'Sự kiện chính trong Google Analytics không phải là lead trong CRM: bản ghi trùng, spam và trình chặn quảng cáo làm hai số lệch nhau. Hãy chọn một nguồn và giữ nguyên.',
      },
      {
        en: 'Write down what counts as a lead, and count each person once.',
        vi: 'Hãy ghi rõ thế nào là một lead, và mỗi người chỉ tính một lần.',
      },
    ],
    source: 'https://knowledge.hubspot.com/contacts/use-lifecycle-stages',
  }),
  defineKpi({
    k: 'K35',
    name: 'CPL',
    title: { en: 'Cost per lead', vi: 'Chi phí cho mỗi khách hàng tiềm năng (CPL)' },
    summary: {
      en: 'What one lead costs you, all the spend that got it included.',
      vi: 'Mỗi lead tốn bao nhiêu tiền, tính mọi khoản chi để có được lead đó.',
    },
    alsoCalled: {
      en: ['CPL'],
      vi: ['chi phí lead', 'chi phí mỗi lead', 'giá lead', 'chi phí mỗi khách hàng tiềm năng'],
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
    guardrails: ['LEADQUALITY', 'MQLRATE', 'LEADSCORE', 'LEADCVR', 'SQLRATE'],
    traits: ['undefined'],
    identities: [product('leadCost', 'CPL.cost', ['LEADS', 'CPL'], { inBudget: true })],
    pitfalls: [
      {
        en: 'A low CPL with poor leads is no win: watch the share of qualified leads beside it.',
        vi: 'CPL thấp nhưng lead kém chất lượng thì không có lợi: hãy xem kèm tỷ lệ lead đạt tiêu chí.',
      },
      {
        en: 'Say what the cost covers: media only, the whole programme, or people too. All three are called CPL.',
        vi: 'Hãy ghi rõ chi phí gồm những gì: chỉ tiền chạy quảng cáo, cả chương trình, hay cả nhân sự. Cả ba đều được gọi là CPL.',
      },
      {
        en: 'Never average the CPL of several ads: total the costs and the leads, then divide once.',
        vi: 'Đừng lấy trung bình CPL của nhiều quảng cáo: hãy cộng chi phí và lead rồi chia một lần.',
      },
    ],
    source:
      'https://qreuz.com/marketing/6-essential-marketing-kpis-and-data-sources-for-calculating-them/',
    examples: [{ given: { cost: 1200, leads: 300 }, gives: 4 }],
  }),
  defineKpi({
    k: 'K36',
    name: 'VISITTOLEAD',
    title: {
      en: 'Visitor-to-lead rate',
      vi: 'Tỷ lệ chuyển đổi khách truy cập thành khách hàng tiềm năng',
    },
    summary: {
      en: 'What share of the visits to your site turns into a lead.',
      vi: 'Bao nhiêu phần trăm lượt truy cập website trở thành lead.',
    },
    alsoCalled: {
      en: ['visit-to-lead rate', 'lead conversion rate'],
      vi: ['tỷ lệ chuyển đổi khách hàng tiềm năng', 'tỷ lệ ra lead', 'tỷ lệ để lại thông tin'],
    },
    inputs: { leads, visits: sessions },
    formula: 'leads / visits',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'lead',
    roles: ['digital', 'content'],
    guardrails: ['LEADQUALITY', 'MQLRATE', 'LEADSCORE', 'LEADS', 'LEADCVR'],
    pitfalls: [
      {
        en: 'Leads by phone or chat never visited the page: leave them out here or the rate flatters the site.',
        vi: 'Lead qua điện thoại hay chat không đi qua trang: hãy bỏ các lead này ra, nếu không tỷ lệ sẽ đẹp hơn thực tế.',
      },
      {
        en: 'Sessions and users are different bases. This one uses sessions; do not compare it with a rate per user.',
        vi: 'Phiên và người dùng là hai mẫu số khác nhau. Ở đây dùng phiên; đừng so với tỷ lệ tính theo người dùng.',
      },
    ],
    source: 'https://support.google.com/analytics/answer/9267568',
    examples: [{ given: { leads: 24, visits: 1536 }, gives: 0.015625 }],
  }),
  defineKpi({
    k: 'K40',
    name: 'LEADQUALITY',
    title: { en: 'Lead quality', vi: 'Chất lượng khách hàng tiềm năng' },
    summary: {
      en: 'What share of your leads meets your own description of a good lead.',
      vi: 'Bao nhiêu phần trăm lead đạt tiêu chí do bạn đặt ra.',
    },
    alsoCalled: {
      en: ['good lead share', 'lead quality rate'],
      vi: ['chất lượng lead', 'tỷ lệ lead chất lượng', 'tỷ lệ lead đạt'],
    },
    inputs: { qualifiedLeads, leads },
    formula: 'qualifiedLeads / leads',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'lead',
    roles: ['digital'],
    twins: ['MQLRATE'],
    traits: ['undefined'],
    pitfalls: [
      {
        en: 'Write the description down before the quarter starts, together with sales, and do not change it midway.',
        vi: 'Hãy cùng bộ phận kinh doanh viết tiêu chí trước khi vào quý và không đổi giữa chừng.',
      },
    ],
    source: 'https://knowledge.hubspot.com/contacts/use-lifecycle-stages',
    examples: [{ given: { qualifiedLeads: 60, leads: 160 }, gives: 0.375 }],
  }),
  defineCount({
    k: 'K40',
    name: 'LEADSCORE',
    title: { en: 'Average lead score', vi: 'Điểm khách hàng tiềm năng trung bình' },
    summary: {
      en: 'How promising your leads are on the points your CRM gives them.',
      vi: 'Lead của bạn tiềm năng đến mức nào theo thang điểm trong CRM.',
    },
    alsoCalled: { en: ['lead scoring'], vi: ['điểm lead', 'chấm điểm lead'] },
    counts: leadScore,
    unit: 'score',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'lead',
    roles: ['digital'],
    pitfalls: [
      {
        en: 'Scores from before and after a change of the scoring rules cannot be compared.',
        vi: 'Không so sánh được điểm trước và sau khi bạn đổi quy tắc chấm điểm.',
      },
    ],
    source: 'https://knowledge.hubspot.com/contacts/use-lifecycle-stages',
  }),
  defineCount({
    k: 'K42',
    name: 'SIGNUPS',
    title: { en: 'Sign-ups', vi: 'Số người đăng ký mới' },
    summary: {
      en: 'How many people opened an account or subscribed.',
      vi: 'Bao nhiêu người đã tạo tài khoản hoặc đăng ký nhận tin.',
    },
    alsoCalled: { en: ['registrations', 'new subscribers'], vi: ['lượt đăng ký', 'số đăng ký'] },
    counts: signups,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'lead',
    roles: ['digital'],
    offered: { digital: 'early', department: 'early' },
    guardrails: ['LEADQUALITY', 'MQLRATE', 'CVR', 'LEADCVR', 'RETENTION'],
    traits: ['earlyStage'],
    pitfalls: [
      {
        en: 'A sign-up is not yet a lead: many subscribers never mean to buy.',
        vi: 'Người đăng ký chưa hẳn là lead: nhiều người đăng ký mà không định mua.',
      },
    ],
    source: 'https://support.google.com/analytics/answer/9267568',
  }),
];
