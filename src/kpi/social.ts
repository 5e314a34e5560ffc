import { defineCount, defineKpi, type Kpi } from './define.ts';
import { product } from './identity.ts';
import { comments, followers, interactions, likes, reach, shares } from './quantities/social.ts';

const metrics = 'https://sproutsocial.com/insights/social-media-metrics/';

/** KPIs of social media. */
export const socialKpis: readonly Kpi[] = [
  defineCount({
    k: 'K04',
    name: 'FOLLOWERS',
    title: { en: 'Followers', vi: 'Số lượng người theo dõi trên mạng xã hội' },
    summary: {
      en: 'How many people follow your pages on the last day of the period.',
      vi: 'Bao nhiêu người theo dõi các trang của bạn vào ngày cuối kỳ.',
    },
    alsoCalled: {
      en: ['fans', 'subscribers', 'audience size'],
      vi: ['follower', 'số follow', 'lượt theo dõi'],
    },
    counts: followers,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'awareness',
    roles: ['social'],
    guardrails: ['ENGRATE', 'INTERACTIONS', 'SOCIALCVR'],
    traits: ['vanity'],
    pitfalls: [
      {
        en: 'It is a snapshot: weeks do not add up. The value of the last day counts.',
        vi: 'Đây là con số tại một thời điểm: không cộng các tuần lại, chỉ lấy số của ngày cuối.',
      },
      {
        en: 'The same person may follow you on three platforms: the sum is not a number of people.',
        vi: 'Một người có thể theo dõi bạn trên ba nền tảng: tổng cộng lại không phải là số người.',
      },
      {
        en: 'Bought followers do not interact: watch the engagement rate beside it.',
        vi: 'Người theo dõi được mua thì không tương tác: hãy xem kèm tỷ lệ tương tác.',
      },
    ],
    source: metrics,
  }),
  defineCount({
    k: 'K06',
    name: 'REACH',
    title: { en: 'Reach', vi: 'Phạm vi tiếp cận' },
    summary: {
      en: 'How many different people saw your content in the period.',
      vi: 'Bao nhiêu người khác nhau đã thấy nội dung của bạn trong kỳ.',
    },
    alsoCalled: {
      en: ['people reached', 'unique reach'],
      vi: ['lượt tiếp cận', 'số người tiếp cận'],
    },
    counts: reach,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'awareness',
    roles: ['social'],
    guardrails: ['ENGRATE', 'INTERACTIONS', 'SOCIALCVR'],
    traits: ['vanity'],
    fallback: 2,
    pitfalls: [
      {
        en: 'Never add up the reach of days, posts or platforms: the same people are in each. Read it for the whole period.',
        vi: 'Đừng cộng phạm vi tiếp cận của các ngày, bài đăng hay nền tảng: cùng một người bị tính nhiều lần. Hãy lấy số của cả kỳ.',
      },
      {
        en: 'Reach counts people, impressions count views: reach is never the larger of the two.',
        vi: 'Phạm vi tiếp cận đếm số người, lượt hiển thị đếm số lần hiện ra: phạm vi tiếp cận không bao giờ là số lớn hơn.',
      },
    ],
    source: metrics,
  }),
  defineCount({
    k: 'K19',
    name: 'LIKES',
    title: { en: 'Likes', vi: 'Lượt thích' },
    summary: {
      en: 'How often people liked what you posted.',
      vi: 'Bài đăng của bạn được thích bao nhiêu lần.',
    },
    alsoCalled: { en: ['reactions'], vi: ['like', 'lượt like', 'cảm xúc'] },
    counts: likes,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'engagement',
    roles: ['social'],
    guardrails: ['ENGRATE', 'COMMENTS', 'SHARES', 'SOCIALCVR'],
    traits: ['vanity'],
    pitfalls: [
      {
        en: 'A like costs the reader nothing: comments and shares say more.',
        vi: 'Bấm thích chẳng tốn công gì: bình luận và chia sẻ nói lên nhiều hơn.',
      },
    ],
    source: metrics,
  }),
  defineCount({
    k: 'K20',
    name: 'COMMENTS',
    title: { en: 'Comments', vi: 'Bình luận' },
    summary: {
      en: 'How often people wrote something under what you posted.',
      vi: 'Bài đăng của bạn nhận được bao nhiêu bình luận.',
    },
    alsoCalled: { en: ['replies'], vi: ['comment', 'số lượng bình luận'] },
    counts: comments,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'engagement',
    roles: ['social'],
    traits: ['vanity'],
    pitfalls: [
      {
        en: 'Complaints are comments too: read some before calling a rise good.',
        vi: 'Lời phàn nàn cũng là bình luận: hãy đọc thử trước khi cho rằng tăng là tốt.',
      },
      {
        en: 'Leave out your own replies if you can.',
        vi: 'Nếu được, hãy bỏ các câu trả lời của chính bạn.',
      },
    ],
    source: metrics,
  }),
  defineCount({
    k: 'K21',
    name: 'SHARES',
    title: { en: 'Shares', vi: 'Lượt chia sẻ' },
    summary: {
      en: 'How often people passed on what you posted.',
      vi: 'Bài đăng của bạn được chia sẻ bao nhiêu lần.',
    },
    alsoCalled: { en: ['reposts', 'retweets'], vi: ['share', 'lượt share'] },
    counts: shares,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'engagement',
    roles: ['social'],
    traits: ['vanity'],
    pitfalls: [
      {
        en: 'Shares in private messages are mostly invisible, so the true number is higher.',
        vi: 'Chia sẻ qua tin nhắn riêng hầu như không thấy được nên số thật cao hơn.',
      },
    ],
    source: metrics,
  }),
  defineCount({
    k: 'K22',
    name: 'INTERACTIONS',
    title: { en: 'Interactions', vi: 'Tương tác (like, comment, share)' },
    summary: {
      en: 'How often people liked, commented on or shared what you posted.',
      vi: 'Tổng số lượt thích, bình luận và chia sẻ bài đăng của bạn.',
    },
    alsoCalled: {
      en: ['engagements', 'total engagement'],
      vi: ['lượt tương tác', 'tương tác trên các kênh truyền thông xã hội'],
    },
    counts: interactions,
    unit: 'count',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'engagement',
    roles: ['social', 'department'],
    guardrails: ['ENGRATE', 'SENTIMENT', 'SOCIALCVR', 'CAMPAIGNCVR'],
    twins: ['LIKES', 'COMMENTS', 'SHARES'],
    traits: ['vanity'],
    identities: [
      // They add up over the quarter, reach is read for a month: only their changes compare.
      product('engagement', 'INTERACTIONS', ['ENGRATE', 'REACH'], { changesOnly: true }),
    ],
    pitfalls: [
      {
        en: 'Platforms count different things as interaction: do not rank platforms against each other by it.',
        vi: 'Mỗi nền tảng tính tương tác theo một cách: đừng dùng con số này để xếp hạng các nền tảng.',
      },
    ],
    source: metrics,
  }),
  defineKpi({
    k: 'K22',
    name: 'ENGRATE',
    title: { en: 'Engagement rate by reach', vi: 'Tỷ lệ tương tác theo phạm vi tiếp cận' },
    summary: {
      en: 'How many interactions you get for each person who saw your content.',
      vi: 'Cứ mỗi người thấy nội dung của bạn thì có bao nhiêu lượt tương tác.',
    },
    alsoCalled: {
      en: ['ER', 'ERR', 'engagement rate'],
      vi: ['tỷ lệ tương tác', 'ER', 'mức độ tương tác'],
    },
    inputs: { interactions, reach },
    formula: 'interactions / reach',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'leading',
    funnel: 'engagement',
    roles: ['social', 'department'],
    traits: ['vanity'],
    pitfalls: [
      {
        en: 'Name the base. Per reach, per follower and per impression are different rates under one name.',
        vi: 'Hãy nêu rõ mẫu số. Tính theo phạm vi tiếp cận, theo người theo dõi hay theo lượt hiển thị là ba tỷ lệ khác nhau mang cùng một tên.',
      },
      {
        en: 'For a whole quarter take the reach of the quarter: the weekly reaches do not add up.',
        vi: 'Muốn tính cho cả quý, hãy lấy phạm vi tiếp cận của cả quý: không cộng được số của từng tuần.',
      },
    ],
    source: metrics,
    examples: [{ given: { interactions: 600, reach: 9600 }, gives: 0.0625 }],
  }),
];
