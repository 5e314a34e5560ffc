import { defineCount, defineKpi, type Kpi, leftOut } from './define.ts';
import {
  inboundCost,
  inboundRevenue,
  margin,
  marketingCost,
  marketingRevenue,
  plannedSpend,
} from './quantities/money.ts';
import { posts } from './quantities/social.ts';
import { abTests, workHours } from './quantities/work.ts';

/** KPIs of what is put in, and of what comes back for it. */
export const returnKpis: readonly Kpi[] = [
  defineKpi({
    k: 'K60',
    name: 'ROI',
    title: { en: 'Marketing ROI', vi: 'ROI marketing' },
    summary: {
      en: 'What marketing earned for each unit of money spent, after taking off the cost: on gross profit when you give the margin, on revenue when you leave it out.',
      vi: 'Mỗi đồng chi cho marketing thu về bao nhiêu sau khi trừ chi phí: tính theo lợi nhuận gộp nếu bạn nhập biên lợi nhuận gộp, theo doanh thu nếu để trống.',
    },
    alsoCalled: {
      en: ['ROMI', 'return on marketing investment', 'ROI'],
      vi: [
        'lợi tức đầu tư tiếp thị',
        'tỷ suất hoàn vốn marketing',
        'ROI (theo doanh thu)',
        'ROI (theo lợi nhuận gộp)',
      ],
    },
    inputs: { revenue: marketingRevenue, cost: marketingCost, margin: leftOut(margin, 1) },
    formula: '(revenue * margin - cost) / cost',
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'revenue',
    roles: ['manager'],
    traits: ['attributed'],
    identities: [
      {
        name: 'return',
        terms: [
          { of: 'ROI', power: 1, as: 'plusOne' },
          { of: 'MKTSPEND', power: 1 },
          { of: 'MKTREVENUE', power: -1 },
        ],
        constant: 'margin',
      },
    ],
    bounds: { min: -1 },
    figure: { of: 'roi', choice: 1 },
    pitfalls: [
      {
        en: 'Without the margin this is ROI on revenue: 0% then means a loss of the whole cost of the goods.',
        vi: 'Không nhập biên lợi nhuận gộp thì đây là ROI theo doanh thu: khi đó 0% nghĩa là vẫn lỗ toàn bộ giá vốn.',
      },
      {
        en: 'To estimate it from leads, multiply: leads × win rate × value per win, less the cost, then ÷ cost. Recipes that divide leads by value are wrong.',
        vi: 'Muốn ước tính từ lead thì phải nhân: số lead × tỷ lệ thắng × giá trị mỗi đơn, trừ chi phí, rồi ÷ chi phí. Cách lấy số lead chia cho giá trị đơn là sai.',
      },
      {
        en: 'Credited revenue overstates the effect: some people would have bought anyway.',
        vi: 'Doanh thu được ghi nhận thường cao hơn tác động thật: có người không thấy quảng cáo vẫn mua.',
      },
    ],
    source: 'https://www.measured.com/faq/how-is-marketing-roi-calculated',
    examples: [
      { given: { revenue: 200000000, cost: 100000000 }, gives: 1 },
      { given: { revenue: 200000000, cost: 100000000, margin: 0.75 }, gives: 0.5 },
    ],
  }),
  defineKpi({
    k: 'K62',
    name: 'INBOUNDROI',
    title: { en: 'Inbound marketing ROI', vi: 'ROI tiếp thị inbound' },
    summary: {
      en: 'The ROI of content, SEO and e-mail alone: on gross profit when you give the margin, on revenue when you leave it out.',
      vi: 'ROI riêng của nội dung, SEO và email: tính theo lợi nhuận gộp nếu bạn nhập biên lợi nhuận gộp, theo doanh thu nếu để trống.',
    },
    alsoCalled: {
      en: ['content ROI', 'inbound ROI'],
      vi: ['ROI nội dung', 'ROI inbound', 'hiệu quả inbound marketing'],
    },
    inputs: { revenue: inboundRevenue, cost: inboundCost, margin: leftOut(margin, 1) },
    formula: '(revenue * margin - cost) / cost',
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'revenue',
    roles: ['content', 'manager'],
    traits: ['attributed'],
    bounds: { min: -1 },
    pitfalls: [
      {
        en: 'An article works for years: a quarter in which much is written looks poor. Judge by the year.',
        vi: 'Một bài viết có tác dụng nhiều năm: quý viết nhiều sẽ có ROI thấp. Hãy đánh giá theo năm.',
      },
      {
        en: 'Count the hours of writers and editors as cost, not the tools alone.',
        vi: 'Chi phí phải gồm cả công người viết và biên tập, không chỉ tiền công cụ.',
      },
    ],
    source: 'https://www.investopedia.com/terms/r/returnoninvestment.asp',
    examples: [
      { given: { revenue: 90000000, cost: 40000000 }, gives: 1.25 },
      { given: { revenue: 90000000, cost: 40000000, margin: 0.5 }, gives: 0.125 },
    ],
  }),
  defineCount({
    k: 'K68',
    name: 'MKTSPEND',
    title: { en: 'Marketing spend', vi: 'Chi phí marketing' },
    summary: {
      en: 'What marketing has spent in the period.',
      vi: 'Marketing đã chi bao nhiêu trong kỳ.',
    },
    alsoCalled: {
      en: ['marketing budget', 'spend'],
      vi: ['ngân sách marketing', 'chi tiêu marketing', 'ngân sách đã dùng'],
    },
    counts: marketingCost,
    unit: 'money',
    better: 'on plan',
    group: 'input',
    level: 'functional',
    timing: 'leading',
    funnel: 'any',
    roles: ['manager', 'digital', 'department'],
    twins: ['PACE'],
    traits: ['budget'],
    figure: { of: 'spend', choice: 1 },
    pitfalls: [
      {
        en: 'Neither more nor less is better: being on plan is. Do not score it like a result.',
        vi: 'Chi nhiều hay chi ít đều chưa hẳn là tốt: đúng kế hoạch mới là tốt. Đừng chấm điểm như một kết quả.',
      },
      {
        en: 'Book a cost on the day the ads ran, not on the day the invoice came.',
        vi: 'Hãy ghi chi phí theo ngày chạy quảng cáo, không theo ngày nhận hóa đơn.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/Marketing_plan',
  }),
  defineKpi({
    k: 'K68',
    name: 'PACE',
    title: { en: 'Spend against plan', vi: 'Tiến độ chi ngân sách' },
    summary: {
      en: 'How much you have spent of what the plan foresaw up to now: 100% is on plan.',
      vi: 'Bạn đã chi bao nhiêu so với kế hoạch tính đến nay: 100% là đúng kế hoạch.',
    },
    alsoCalled: {
      en: ['budget pacing', 'pacing', 'spend vs budget'],
      vi: ['tiến độ ngân sách', 'chi tiêu so với ngân sách', 'pacing'],
    },
    inputs: { spent: marketingCost, planned: plannedSpend },
    formula: 'spent / planned',
    unit: 'fraction',
    better: 'on plan',
    group: 'input',
    level: 'functional',
    timing: 'leading',
    funnel: 'any',
    roles: ['manager', 'digital', 'department'],
    pitfalls: [
      {
        en: 'Compare with the plan up to the same day, not with the budget of the whole quarter.',
        vi: 'Hãy so với kế hoạch tính đến cùng ngày, không so với ngân sách cả quý.',
      },
      {
        en: 'Spending below plan is no saving if the results are missing too.',
        vi: 'Chi dưới kế hoạch không phải là tiết kiệm nếu kết quả cũng thiếu.',
      },
    ],
    source: 'https://support.adpulse.app/en/articles/10224019-how-is-budget-pacing-calculated',
    examples: [{ given: { spent: 42000000, planned: 48000000 }, gives: 0.875 }],
  }),
  defineCount({
    k: 'K69',
    name: 'POSTS',
    title: { en: 'Posts published', vi: 'Số bài đã đăng' },
    summary: {
      en: 'How many posts or articles were published.',
      vi: 'Bao nhiêu bài đăng hoặc bài viết đã được xuất bản.',
    },
    alsoCalled: {
      en: ['articles published', 'publishing frequency'],
      vi: ['số bài viết', 'tần suất đăng bài', 'số content'],
    },
    counts: posts,
    unit: 'count',
    better: 'on plan',
    group: 'input',
    level: 'functional',
    timing: 'leading',
    funnel: 'any',
    roles: ['social', 'content'],
    pitfalls: [
      {
        en: 'It is an input: more posts are no result. Read it beside reach or traffic.',
        vi: 'Đây là chỉ số đầu vào: nhiều bài chưa phải là kết quả. Hãy xem cùng phạm vi tiếp cận hoặc lưu lượng.',
      },
    ],
    source: 'https://sproutsocial.com/insights/social-media-metrics/',
  }),
  defineCount({
    k: 'K69',
    name: 'WORKHOURS',
    title: { en: 'Hours worked', vi: 'Số giờ làm việc' },
    summary: {
      en: 'How many hours of work went into it.',
      vi: 'Bao nhiêu giờ làm việc đã bỏ ra.',
    },
    alsoCalled: { en: ['resources', 'effort'], vi: ['nguồn lực nhân sự', 'công sức', 'giờ công'] },
    counts: workHours,
    unit: 'hours',
    better: 'on plan',
    group: 'input',
    level: 'functional',
    timing: 'leading',
    funnel: 'any',
    roles: ['manager'],
    pitfalls: [
      {
        en: 'Hours show what a result cost, not how good it is.',
        vi: 'Số giờ cho biết kết quả tốn bao nhiêu công, không cho biết kết quả tốt đến đâu.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/Man-hour',
  }),
  defineCount({
    k: 'K69',
    name: 'ABTESTS',
    title: { en: 'A/B tests finished', vi: 'Số thử nghiệm A/B đã hoàn thành' },
    summary: {
      en: 'How many experiments ran to their planned end.',
      vi: 'Bao nhiêu thử nghiệm đã chạy hết thời gian dự kiến.',
    },
    alsoCalled: { en: ['experiments'], vi: ['kiểm tra A/B', 'thử nghiệm'] },
    counts: abTests,
    unit: 'count',
    better: 'on plan',
    group: 'input',
    level: 'functional',
    timing: 'leading',
    funnel: 'any',
    roles: ['digital', 'content'],
    pitfalls: [
      {
        en: 'A test stopped early because it was winning proves nothing: count only those that ran their time.',
        vi: 'Dừng thử nghiệm sớm vì thấy đang thắng thì chưa chứng minh được gì: chỉ tính những thử nghiệm chạy đủ thời gian.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/A/B_testing',
  }),
];
