import { type Choice, defineKpi, type Kpi, leftOut, type Quantity } from './define.ts';

/** Any number at all, of which nothing is known but that it is one reading. */
const anything = { unit: 'same', over: 'whole' } as const;

const nowValue: Quantity = {
  ...anything,
  title: { en: 'value now', vi: 'giá trị kỳ này' },
  sample: { level: 110, drift: 0.5 },
};

const beforeValue: Quantity = {
  ...anything,
  title: { en: 'value before', vi: 'giá trị kỳ trước' },
  min: 0,
  none: { en: 'nothing before', vi: 'kỳ trước bằng 0' },
  sample: { level: 100, drift: 0 },
};

const rateNow: Quantity = {
  title: { en: 'rate now', vi: 'tỷ lệ kỳ này' },
  unit: 'fraction',
  over: 'whole',
  sample: { level: 0.025, drift: 0.0001 },
};

const rateBefore: Quantity = {
  title: { en: 'rate before', vi: 'tỷ lệ kỳ trước' },
  unit: 'fraction',
  over: 'whole',
  sample: { level: 0.022, drift: 0 },
};

const actual: Quantity = {
  ...anything,
  title: { en: 'actual', vi: 'thực đạt' },
  none: { en: 'actual is zero', vi: 'thực đạt bằng 0' },
  sample: { level: 90, drift: 0 },
};

const target: Quantity = {
  ...anything,
  title: { en: 'target', vi: 'chỉ tiêu' },
  none: { en: 'target is zero', vi: 'chỉ tiêu bằng 0' },
  sample: { level: 100, drift: 0 },
};

const baseline: Quantity = {
  ...anything,
  title: { en: 'baseline', vi: 'mốc so sánh' },
};

const better: Choice = {
  title: { en: 'the better direction', vi: 'chiều tốt hơn' },
  options: { higher: ['higher', 'cao hơn'], lower: ['lower', 'thấp hơn'] },
};

/** Comparisons of any two numbers: over time, or with a target. */
export const comparisonKpis: readonly Kpi[] = [
  defineKpi({
    name: 'GROWTHPCT',
    title: { en: 'Growth', vi: 'Mức tăng trưởng' },
    summary: {
      en: 'By what percentage a number grew compared with before.',
      vi: 'Một con số tăng bao nhiêu phần trăm so với kỳ trước.',
    },
    alsoCalled: {
      en: ['growth rate', 'percentage change', 'YoY', 'MoM'],
      vi: ['tỷ lệ tăng trưởng', 'phần trăm tăng', 'so với cùng kỳ', 'so với kỳ trước'],
    },
    inputs: { now: nowValue, before: beforeValue },
    formula: '(now - before) / before',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'lagging',
    funnel: 'any',
    roles: ['manager', 'department'],
    pitfalls: [
      {
        en: 'From nothing, or from a loss, there is no percentage: say the difference instead.',
        vi: 'Kỳ trước bằng 0 hoặc âm thì không có phần trăm: hãy nêu mức chênh lệch.',
      },
      {
        en: 'For two rates the plain difference is in percentage points: use PPDIFF.',
        vi: 'Chênh lệch giữa hai tỷ lệ được tính bằng điểm %: hãy dùng PPDIFF.',
      },
      {
        en: 'Quarters have seasons, and Tet moves: compare with the same season of last year.',
        vi: 'Mỗi quý có mùa vụ riêng và Tết không cố định ngày: hãy so với cùng kỳ năm trước.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/Relative_change',
    examples: [{ given: { now: 1150, before: 1000 }, gives: 0.15 }],
  }),
  defineKpi({
    name: 'PPDIFF',
    title: { en: 'Difference in percentage points', vi: 'Chênh lệch theo điểm %' },
    summary: {
      en: 'By how many percentage points a rate rose or fell.',
      vi: 'Một tỷ lệ tăng hoặc giảm bao nhiêu điểm %.',
    },
    alsoCalled: {
      en: ['percentage points', 'pp'],
      vi: ['điểm phần trăm', 'điểm %', 'chênh lệch tỷ lệ'],
    },
    inputs: { now: rateNow, before: rateBefore },
    formula: 'now * 100 - before * 100',
    unit: 'percentagePoints',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'lagging',
    funnel: 'any',
    roles: ['manager', 'department'],
    pitfalls: [
      {
        en: 'From 2% to 2.5% is 0.5 percentage points, and growth of 25%: both are right, they are not the same.',
        vi: 'Từ 2% lên 2,5% là tăng 0,5 điểm %, cũng là tăng trưởng 25%: cả hai đều đúng nhưng khác nghĩa.',
      },
      {
        en: 'Give rates as percentages or decimals: 2% or 0.02, not the number 2.',
        vi: 'Hãy nhập tỷ lệ dạng phần trăm hoặc số thập phân: 2% hoặc 0,02, đừng nhập số 2.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/Percentage_point',
    examples: [{ given: { now: 0.025, before: 0.02 }, gives: 0.5 }],
  }),
  defineKpi({
    name: 'ATTAINMENT',
    title: { en: 'Target attainment', vi: 'Phần trăm hoàn thành chỉ tiêu' },
    summary: {
      en: 'How much of the target has been reached; with a baseline, how much of the way from there.',
      vi: 'Bạn đã đạt bao nhiêu phần trăm chỉ tiêu; nếu có mốc so sánh thì tính phần đã đi được từ mốc đó đến chỉ tiêu.',
    },
    alsoCalled: {
      en: ['achievement', 'percent of target', 'completion'],
      vi: ['% hoàn thành', 'tỷ lệ hoàn thành KPI', 'mức đạt chỉ tiêu'],
    },
    inputs: {
      actual,
      target,
      better: leftOut(better, 'higher'),
      baseline: leftOut(baseline),
    },
    formula: 'actual / target',
    must: ['target >= 0'],
    variants: [
      { given: 'baseline', formula: '(actual - baseline) / (target - baseline)' },
      {
        chosen: { input: 'better', is: 'lower' },
        formula: 'target / actual',
        must: ['actual >= 0', 'target >= 0'],
      },
    ],
    none: { en: 'target equals baseline', vi: 'chỉ tiêu bằng mốc so sánh' },
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'lagging',
    funnel: 'any',
    roles: ['manager', 'department'],
    bounds: {},
    pitfalls: [
      {
        en: 'Where lower is better, such as cost per lead, say so, or overspending looks like success.',
        vi: 'Với chỉ số càng thấp càng tốt như CPL, hãy chọn “thấp hơn”: nếu không, chi vượt lại trông như thành công.',
      },
      {
        en: 'Followers or customers start from somewhere: give the baseline, or the target seems nearly reached on day one.',
        vi: 'Người theo dõi hay khách hàng thường đã có sẵn từ trước: hãy nhập mốc so sánh, nếu không thì ngay ngày đầu đã gần đạt chỉ tiêu.',
      },
      {
        en: 'Where lower is better and the actual is 0, there is no percentage: the target is met, the cell says why.',
        vi: 'Với chỉ số càng thấp càng tốt, thực đạt bằng 0 thì không tính được phần trăm: chỉ tiêu đã đạt, ô sẽ nói rõ lý do.',
      },
    ],
    source:
      'https://support.spiderstrategies.com/hc/en-us/articles/360041553391-Exploring-How-Scores-are-Calculated',
    examples: [
      { given: { actual: 690, target: 920 }, gives: 0.75 },
      { given: { actual: 100000, target: 87500, better: 'lower' }, gives: 0.875 },
      { given: { actual: 1150, target: 1200, baseline: 1000 }, gives: 0.75 },
    ],
  }),
];
