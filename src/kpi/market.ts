import { defineCount, defineKpi, type Kpi } from './define.ts';
import { marketSales, marketShare, ownSales } from './quantities/brand.ts';
import {
  brandValueIndex,
  positiveReviews,
  reviews,
  stars,
  visionRating,
} from './quantities/surveys.ts';

const shareBefore = {
  ...marketShare,
  title: { en: 'market share in the period before', vi: 'thị phần kỳ trước' },
  sample: { level: 0.078, drift: 0 },
};

/** KPIs of reputation and of the place in the market. */
export const marketKpis: readonly Kpi[] = [
  defineKpi({
    k: 'K13',
    name: 'POSITIVESHARE',
    title: { en: 'Share of positive reviews', vi: 'Tỷ lệ đánh giá tích cực' },
    summary: {
      en: 'What share of the reviews about you is good: 4 or 5 stars.',
      vi: 'Bao nhiêu phần trăm đánh giá về bạn là tốt: 4 hoặc 5 sao.',
    },
    alsoCalled: {
      en: ['positive reviews', 'review score'],
      vi: ['đánh giá và độ tin cậy thương hiệu', 'đánh giá tốt', 'tỷ lệ 5 sao'],
    },
    inputs: { positive: positiveReviews, reviews },
    formula: 'positive / reviews',
    must: ['positive <= reviews'],
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'retention',
    roles: ['manager', 'brand'],
    twins: ['RATING'],
    traits: ['voice'],
    pitfalls: [
      {
        en: 'Show how many reviews there are: 100% of three reviews is no proof.',
        vi: 'Hãy ghi kèm tổng số đánh giá: 100% của ba đánh giá chưa chứng minh được gì.',
      },
      {
        en: 'Take the reviews of the period, not of all time: old stars hide new trouble.',
        vi: 'Hãy lấy đánh giá trong kỳ, không lấy từ trước đến nay: sao cũ che mất vấn đề mới.',
      },
    ],
    source: 'https://support.google.com/business/answer/4801187',
    examples: [{ given: { positive: 70, reviews: 80 }, gives: 0.875 }],
  }),
  defineCount({
    k: 'K13',
    name: 'RATING',
    title: { en: 'Average review rating', vi: 'Điểm đánh giá trung bình' },
    summary: {
      en: 'How many stars customers give you on average.',
      vi: 'Trung bình khách hàng chấm bạn bao nhiêu sao.',
    },
    alsoCalled: { en: ['star rating'], vi: ['số sao trung bình', 'rating'] },
    counts: stars,
    unit: 'score',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'retention',
    roles: ['manager', 'brand'],
    traits: ['voice'],
    pitfalls: [
      {
        en: 'Averages of different sites cannot be averaged again: weight them by the number of reviews.',
        vi: 'Không lấy trung bình của các số trung bình từ nhiều trang: hãy nhân trọng số theo số đánh giá.',
      },
    ],
    source: 'https://support.google.com/business/answer/4801187',
  }),
  defineCount({
    k: 'K14',
    name: 'VISIONFIT',
    title: { en: 'Vision fit', vi: 'Mức độ phù hợp với tầm nhìn' },
    summary: {
      en: 'How well the brand follows its vision, judged from 1 to 5 by a written scale.',
      vi: 'Thương hiệu bám sát tầm nhìn đến đâu, chấm từ 1 đến 5 theo thang điểm có mô tả.',
    },
    alsoCalled: { en: ['brand vision'], vi: ['tầm nhìn', 'tầm nhìn thương hiệu'] },
    counts: visionRating,
    unit: 'score',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'awareness',
    roles: ['manager', 'brand'],
    traits: ['voice', 'survey'],
    pitfalls: [
      {
        en: 'It is a judgement: write what each mark means, who gave it and when.',
        vi: 'Đây là đánh giá chủ quan: hãy ghi rõ mỗi mức nghĩa là gì, ai chấm và chấm khi nào.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/Vision_statement',
  }),
  defineCount({
    k: 'K15',
    name: 'BRANDVALUE',
    title: {
      en: 'Brand value against competitors',
      vi: 'Giá trị thương hiệu so với đối thủ',
    },
    summary: {
      en: 'How strong your brand is beside its competitors, by the index you chose.',
      vi: 'Thương hiệu của bạn mạnh đến đâu so với đối thủ, theo chỉ số bạn đã chọn.',
    },
    alsoCalled: {
      en: ['brand equity', 'brand strength'],
      vi: ['giá trị thương hiệu', 'sức mạnh thương hiệu'],
    },
    counts: brandValueIndex,
    unit: 'index',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'awareness',
    roles: ['manager', 'brand'],
    traits: ['voice', 'survey', 'lateStage', 'outside'],
    pitfalls: [
      {
        en: 'There is no one measure of brand value: name the index and its maker, and stay with it.',
        vi: 'Không có một thước đo duy nhất cho giá trị thương hiệu: hãy ghi tên chỉ số và đơn vị công bố, rồi dùng nhất quán chỉ số đó.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/Brand_valuation',
  }),
  defineKpi({
    k: 'K16',
    name: 'MARKETSHARE',
    title: { en: 'Market share', vi: 'Thị phần' },
    summary: {
      en: 'What share of everything sold in your market is yours.',
      vi: 'Doanh số của bạn chiếm bao nhiêu phần trăm doanh số cả thị trường.',
    },
    alsoCalled: { en: ['share of market'], vi: ['thị phần doanh nghiệp', 'tỷ lệ thị phần'] },
    inputs: { own: ownSales, market: marketSales },
    formula: 'own / market',
    must: ['own <= market'],
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'revenue',
    roles: ['manager'],
    twins: ['SHAREGAIN'],
    traits: ['lateStage', 'outside'],
    pitfalls: [
      {
        en: 'The market figure comes from outside: write its source and its date beside the KPI.',
        vi: 'Số liệu thị trường lấy từ bên ngoài: hãy ghi nguồn và thời điểm bên cạnh KPI.',
      },
      {
        en: 'Use the same measure and period for both: value with value, units with units. Your own sales are part of the market.',
        vi: 'Hãy dùng cùng đơn vị và cùng kỳ cho cả hai: giá trị với giá trị, sản lượng với sản lượng. Doanh số cả thị trường gồm cả doanh số của bạn.',
      },
    ],
    source: 'https://www.investopedia.com/terms/m/marketshare.asp',
    examples: [{ given: { own: 75, market: 600 }, gives: 0.125 }],
  }),
  defineKpi({
    k: 'K17',
    name: 'SHAREGAIN',
    title: { en: 'Market share growth', vi: 'Tăng trưởng thị phần' },
    summary: {
      en: 'By how many percentage points your market share rose or fell.',
      vi: 'Thị phần của bạn tăng hoặc giảm bao nhiêu điểm %.',
    },
    alsoCalled: {
      en: ['share gain', 'market share change'],
      vi: ['mức tăng thị phần', 'thay đổi thị phần'],
    },
    inputs: { now: marketShare, before: shareBefore },
    formula: 'now * 100 - before * 100',
    unit: 'percentagePoints',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'revenue',
    roles: ['manager'],
    offered: { manager: 'industryData' },
    traits: ['lateStage', 'outside'],
    pitfalls: [
      {
        en: 'From 10% to 12% is 2 percentage points, not 2%: as growth it would be 20%.',
        vi: 'Từ 10% lên 12% là 2 điểm %, không phải 2%: tính theo tăng trưởng thì là 20%.',
      },
      {
        en: 'Industry figures are revised: take both shares from the same edition of the data.',
        vi: 'Số liệu ngành hay được điều chỉnh: hãy lấy cả hai thị phần từ cùng một lần công bố.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/Percentage_point',
    examples: [{ given: { now: 0.25, before: 0.125 }, gives: 12.5 }],
  }),
];
