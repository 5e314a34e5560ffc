import { defineCount, defineKpi, type Kpi } from './define.ts';
import { impressions } from './quantities/ads.ts';
import {
  competitorsVoice,
  mentions,
  negativeMentions,
  ownVoice,
  positiveMentions,
} from './quantities/brand.ts';
import { aware, recognised, respondents } from './quantities/surveys.ts';

/** KPIs of being seen, known and spoken of. */
export const brandKpis: readonly Kpi[] = [
  defineCount({
    k: 'K05',
    name: 'IMPRESSIONS',
    title: { en: 'Brand impressions', vi: 'Số lần hiển thị thương hiệu' },
    summary: {
      en: 'How often your brand was shown: in ads, in search, on social media.',
      vi: 'Thương hiệu của bạn được hiển thị bao nhiêu lần: trong quảng cáo, tìm kiếm, mạng xã hội.',
    },
    alsoCalled: {
      en: ['impressions', 'views'],
      vi: ['lượt hiển thị', 'số lần xuất hiện', 'impression'],
    },
    counts: impressions,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'awareness',
    roles: ['manager', 'social'],
    guardrails: ['CTR', 'REACH', 'ENGRATE', 'SOV', 'MENTIONS'],
    traits: ['vanity'],
    pitfalls: [
      {
        en: 'Impressions are views, not people. For people use reach.',
        vi: 'Lượt hiển thị là số lần hiện ra, không phải số người. Muốn biết số người, hãy dùng phạm vi tiếp cận.',
      },
      {
        en: 'A search result and an ad are counted by different rules: keep the channels apart when you compare.',
        vi: 'Kết quả tìm kiếm và quảng cáo được đếm theo quy tắc khác nhau: khi so sánh, hãy tách từng kênh.',
      },
    ],
    source: 'https://support.google.com/webmasters/answer/7042828',
  }),
  defineCount({
    k: 'K07',
    name: 'MENTIONS',
    title: { en: 'Brand mentions', vi: 'Đề cập thương hiệu' },
    summary: {
      en: 'How often your brand was named in media, social networks and forums.',
      vi: 'Thương hiệu được nhắc đến bao nhiêu lần trên truyền thông, mạng xã hội và diễn đàn.',
    },
    alsoCalled: {
      en: ['mentions', 'buzz'],
      vi: ['lượt đề cập', 'lượt nhắc đến thương hiệu', 'mention'],
    },
    counts: mentions,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'awareness',
    roles: ['manager', 'social', 'brand'],
    guardrails: ['SENTIMENT', 'POSITIVESHARE', 'NPS'],
    traits: ['vanity'],
    pitfalls: [
      {
        en: 'A scandal brings mentions as well: always show sentiment beside it.',
        vi: 'Khủng hoảng cũng làm tăng lượt đề cập: hãy luôn xem kèm điểm tình cảm (SENTIMENT).',
      },
      {
        en: 'A new source in the listening tool raises the number overnight: note such changes.',
        vi: 'Thêm nguồn vào công cụ lắng nghe mạng xã hội là số tăng ngay: hãy ghi chú những thay đổi đó.',
      },
    ],
    source: 'https://sproutsocial.com/insights/social-media-metrics/',
  }),
  defineKpi({
    k: 'K08',
    name: 'SOV',
    title: { en: 'Share of voice', vi: 'Share of voice (SOV)' },
    summary: {
      en: 'How large your part is of all that is said, shown or spent by you and your competitors.',
      vi: 'Thương hiệu của bạn chiếm bao nhiêu phần trăm trong tổng lượng thảo luận, hiển thị hoặc chi tiêu của bạn và các đối thủ.',
    },
    alsoCalled: {
      en: ['SOV'],
      vi: ['thị phần thảo luận', 'tỷ lệ tiếng nói', 'thị phần tiếng nói'],
    },
    inputs: { own: ownVoice, competitors: competitorsVoice },
    formula: 'own / (own + competitors)',
    none: { en: 'nobody was counted', vi: 'tổng mức hiện diện bằng 0' },
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'awareness',
    roles: ['manager', 'brand'],
    traits: ['outside'],
    pitfalls: [
      {
        en: 'Say what is counted, mentions, search visibility or ad spend, and use the same for everybody.',
        vi: 'Hãy ghi rõ đang đo gì (lượt đề cập, độ hiển thị tìm kiếm hay chi phí quảng cáo) và đo giống nhau cho mọi bên.',
      },
      {
        en: 'Name the competitors. Adding one to the list lowers your share without anything having happened.',
        vi: 'Hãy ghi rõ danh sách đối thủ. Thêm một đối thủ là tỷ lệ của bạn giảm dù chẳng có gì xảy ra.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/Share_of_voice',
    examples: [{ given: { own: 300, competitors: 500 }, gives: 0.375 }],
  }),
  defineKpi({
    k: 'K10',
    name: 'AWARENESS',
    title: { en: 'Brand awareness', vi: 'Chỉ số nhận biết thương hiệu' },
    summary: {
      en: 'What share of the people asked knows your brand.',
      vi: 'Bao nhiêu phần trăm người được hỏi biết đến thương hiệu của bạn.',
    },
    alsoCalled: {
      en: ['brand awareness index', 'unaided awareness'],
      vi: ['ý thức thương hiệu', 'mức độ nhận biết thương hiệu', 'nhận thức thương hiệu'],
    },
    inputs: { aware, asked: respondents },
    formula: 'aware / asked',
    must: ['aware <= asked'],
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'awareness',
    roles: ['manager', 'brand'],
    traits: ['voice', 'survey'],
    pitfalls: [
      {
        en: 'Named unprompted and picked from a list are two rates: use the same question every time.',
        vi: 'Tự nhớ ra tên và chọn từ danh sách là hai tỷ lệ khác nhau: lần nào cũng hãy hỏi cùng một câu.',
      },
      {
        en: 'Asking your own followers measures your followers: ask the market you want to win.',
        vi: 'Hỏi người đang theo dõi bạn thì chỉ biết được về họ: hãy hỏi đúng thị trường bạn muốn chinh phục.',
      },
      {
        en: 'Write how many were asked and when; with a hundred people, differences below 10 percentage points are mostly chance.',
        vi: 'Hãy ghi số người được hỏi và ngày hỏi; với một trăm người, chênh dưới 10 điểm % phần lớn là ngẫu nhiên.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/Brand_awareness',
    examples: [{ given: { aware: 150, asked: 400 }, gives: 0.375 }],
  }),
  defineKpi({
    k: 'K11',
    name: 'RECOGNITION',
    title: { en: 'Brand recognition', vi: 'Tỷ lệ nhận diện thương hiệu (logo, màu sắc)' },
    summary: {
      en: 'What share of the people asked recognises your logo, colours or name when shown.',
      vi: 'Bao nhiêu phần trăm người được hỏi nhận ra logo, màu sắc hoặc tên của bạn khi được cho xem.',
    },
    alsoCalled: {
      en: ['aided awareness', 'logo recognition'],
      vi: ['tỷ lệ nhận diện', 'nhận diện logo', 'nhận diện thương hiệu'],
    },
    inputs: { recognised, asked: respondents },
    formula: 'recognised / asked',
    must: ['recognised <= asked'],
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'awareness',
    roles: ['manager', 'brand'],
    traits: ['voice', 'survey'],
    pitfalls: [
      {
        en: 'Some people say yes to anything: show an invented logo too and see how many “know” it.',
        vi: 'Có người cái gì cũng nói là biết: hãy cho xem thêm một logo không có thật để biết bao nhiêu người “nhận ra” nó.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/Brand_awareness',
    examples: [{ given: { recognised: 250, asked: 400 }, gives: 0.625 }],
  }),
  defineKpi({
    k: 'K12',
    name: 'SENTIMENT',
    title: { en: 'Sentiment score', vi: 'Điểm số tình cảm của khách hàng' },
    summary: {
      en: 'Whether people speak well or ill of you: from −1, all bad, to 1, all good.',
      vi: 'Mọi người khen hay chê bạn: từ −1 là toàn chê đến 1 là toàn khen.',
    },
    alsoCalled: {
      en: ['net sentiment', 'brand sentiment'],
      vi: ['chỉ số cảm xúc', 'điểm cảm xúc', 'sắc thái thảo luận'],
    },
    inputs: { positive: positiveMentions, negative: negativeMentions, mentions },
    formula: '(positive - negative) / mentions',
    must: ['positive + negative <= mentions'],
    unit: 'index',
    better: 'higher',
    group: 'impact',
    level: 'strategic',
    timing: 'lagging',
    funnel: 'awareness',
    roles: ['manager', 'social'],
    traits: ['voice'],
    bounds: { min: -1, max: 1 },
    pitfalls: [
      {
        en: 'Neutral mentions belong in the divisor: leaving them out makes the score look extreme.',
        vi: 'Lượt đề cập trung tính phải nằm trong mẫu số: bỏ đi thì điểm bị đẩy về hai cực.',
      },
      {
        en: 'Tools misread irony and Vietnamese slang: check a sample by hand each quarter.',
        vi: 'Công cụ hay hiểu sai lời mỉa mai và tiếng lóng: mỗi quý hãy tự đọc lại một số lượt để kiểm tra.',
      },
    ],
    source: 'https://en.wikipedia.org/wiki/Sentiment_analysis',
    examples: [{ given: { positive: 250, negative: 100, mentions: 600 }, gives: 0.25 }],
  }),
];
