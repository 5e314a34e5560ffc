import type { Language } from '../../messages/compiled/languages.ts';
import { planQuotientsWords } from '../../messages/compiled/plan-quotients.ts';
import { fold, plain } from '../../messages/fold.ts';

/** Words of the trade that say how a KPI adds up or which way is better. */
export interface TradeWords {
  /** Whether a name holds one of them, as whole words. */
  readonly in: (name: TradeName) => boolean;
}

/** A name as it is looked through: its words with `/`, `÷` and `%` between them. */
export interface TradeName {
  /** Between spaces, so that whole words can be found. */
  readonly text: string;
  /** Written without Vietnamese marks, as many type: words are then compared without them, too. */
  readonly bare: boolean;
}

export function tradeName(typed: string): TradeName {
  const text = plain(typed)
    .replace(/e-mail/g, 'email')
    .replace(/sign[- ]ups?/g, 'signups')
    .replace(/huỷ/g, 'hủy')
    .replace(/(?<!\p{L})tỉ(?!\p{L})/gu, 'tỷ')
    .replace(/kí(?!\p{L})/gu, 'ký');
  const words = text.match(/[\p{L}\p{N}]+|[/÷%]/gu) ?? [];
  return { text: ` ${words.join(' ')} `, bare: fold(text) === text };
}

/**
 * `phrases`: with their marks, `|` between them. What begins with `*` is another word without its
 * marks («hạng» and «hàng», «rời» and ROI) and is known by them alone.
 */
function tradeWords(phrases: string): TradeWords {
  const listed = phrases.split('|');
  const all = listed.map((phrase) => ` ${phrase.replace('*', '')} `);
  const bare = listed
    .filter((phrase) => !phrase.startsWith('*'))
    .map((phrase) => fold(` ${phrase} `));
  return {
    in: ({ text, bare: isBare }) => (isBare ? bare : all).some((each) => text.includes(each)),
  };
}

/** Money that is spent. «Giá trị» is none of it. */
export const cost = tradeWords(
  'chi phí|cp|chi tiêu|phí|tiền quảng cáo|tiền ads|cost|costs|spend|spending|expense|expenses',
);
/** Money that comes in. */
export const income = tradeWords(
  'doanh thu|doanh số|giá trị|lợi nhuận|*lãi|thu nhập|gmv|revenue|sales|profit|value|income|aov|arpu|ltv|clv',
);
/** How well money does, whatever that is. */
export const efficiency = tradeWords('hiệu quả|hiệu suất|efficiency|effectiveness');
/** Spending that is held to a plan: less of it is no success. */
export const budget = tradeWords(
  'ngân sách|chi tiêu quảng cáo|chi phí quảng cáo|chi phí marketing|chi phí ads|chi phí chạy ads|tiền quảng cáo|tiền ads|budget|ad spend|ads spend|media spend|marketing spend|ad cost|ads cost|marketing cost',
);
/** What stands as of a day, or for some days only: neither a sum nor a level by its name. */
export const unsettled = tradeWords(
  'lũy kế|luỹ kế|cộng dồn|tiến độ|so với|pace|pacing|vs|versus|yoy|mom|qoq|còn lại|hiện có|đang mở|đang xử lý|tồn đọng|công nợ|định kỳ|pipeline|backlog|cumulative|outstanding|remaining|open|recurring|mrr|arr|to date|ytd|qtd',
);

export const rate = tradeWords(
  '%|tỷ lệ|tl|tỷ suất|tỷ trọng|phần trăm|thị phần|tăng trưởng|lợi tức|rate|ratio|percent|percentage|share of|market share|growth|return on|roi|romi|roas|mer|ctr|cvr|vtr|cr|ctor',
);
export const average = tradeWords('trung bình|tb|bình quân|bq|trung vị|average|avg|mean|median');
/** People: those of two weeks are never added. */
export const apart = tradeWords(
  'tiếp cận|reach|unique|độ phủ|người truy cập|khách truy cập|người xem|visitors|viewers|người dùng hoạt động|active users|mau|dau|wau',
);
/** What is asked of people: answers of two weeks are never added, either. */
export const survey = tradeWords('khảo sát|survey|nhận biết|mức độ|nps|csat');
/** How often: of an advertisement an average, of what is posted a count. */
export const howOften = tradeWords('tần suất|frequency');
export const rating = tradeWords(
  'điểm|sao|score|scores|stars|rating|ratings|hài lòng|satisfaction',
);
/** Grades, also of what would be counted without them. */
export const grade = tradeWords('điểm|chấm điểm|chất lượng|score|scores|scoring|quality');
export const rank = tradeWords('thứ hạng|*hạng|vị trí|rank|ranking|position|average position');
export const duration = tradeWords('thời gian|thời lượng|time|duration|tốc độ|speed');
/** How long somebody waits. */
export const waiting = tradeWords(
  'phản hồi|trả lời|xử lý|*chờ|giao|giao hàng|tải trang|load|loading|response|reply|wait|waiting|handling|resolution|delivery|lead time',
);
/** How long somebody stays. */
export const staying = tradeWords(
  'xem|trên trang|phiên|ở lại|đọc|trên site|watch|on page|on site|session|view|viewing|reading|engagement',
);

/** What a stretch of time brings: weeks are added, whatever it is that is new. */
export const added = tradeWords(
  'mới|tăng thêm|thêm mới|tăng ròng|phát sinh|có thêm|new|gained|added|net new|joined|acquired',
);
/** Of whom more are wished for. */
export const wished = tradeWords(
  'khách|khách hàng|customer|customers|client|clients|user|users|người dùng|đại lý|đối tác|partner|partners|nhà bán|cộng tác viên|ctv|kol|koc|người|member|members',
);
/** No newness. */
export const notNew = tradeWords('đổi mới|làm mới|mới nhất');
/** What there is on a day. */
export const level = tradeWords(
  'follower|followers|người theo dõi|subscriber|subscribers|subs|thành viên|hội viên|members|member|fan|fans|tồn kho|inventory|từ khóa top|keywords in top|keywords in the top',
);
/** A word of a level that may as well be an event: to follow, to be followed, to stop. */
export const levelOrEvent = tradeWords(
  'follow|follows|theo dõi|người đăng ký|subscribe|subscribes|unfollow|unfollows',
);
/** Of how many it is, or how much more it is, or which share: bare of a unit nobody knows. */
export const countOrShare = tradeWords('tăng|mức tăng|gain|increase|chuyển đổi|conversion');
export const oneByOne = tradeWords('lượt|số|số lượng|number of|conversions');

/** What happens, one by one; more of it is better. */
export const event = tradeWords(
  [
    'lượt|lead|leads|khách hàng tiềm năng|khtn|đơn|đơn hàng|đặt hàng|order|orders|purchase|purchases|mua hàng|giao dịch|transaction|transactions',
    'click|clicks|nhấp|view|views|impression|impressions|hiển thị|like|likes|comment|comments|bình luận|share|shares|chia sẻ|tương tác|interaction|interactions|engagements|reactions|mentions|lượt xem',
    'tin nhắn|mess|message|messages|inbox|ib|conversation|conversations|hội thoại|cuộc gọi|call|calls|cuộc hẹn|lịch hẹn|hẹn|appointment|appointments|demo|demos|meeting|meetings|cuộc họp',
    'download|downloads|lượt tải|install|installs|cài đặt|đăng ký|signups|registration|registrations|số điện thoại|sđt|traffic|phiên|session|sessions|visit|visits|truy cập',
    'deal|deals|hợp đồng|contract|contracts|báo giá|quotes|mql|mqls|sql|sqls|booking|bookings|đặt bàn|đặt phòng|ticket sold|*vé|vé bán|checkin|review|reviews|số đánh giá|sản phẩm bán|bán ra|units sold|sold|conversion|conversions|chuyển đổi|backlink mới',
  ].join('|'),
);
/** What is made: more of it may be better, or as much as was planned. */
export const made = tradeWords(
  'bài|bài viết|bài đăng|post|posts|article|articles|blog|video|videos|clip|clips|reel|reels|livestream|livestreams|buổi|sự kiện|event|events|webinar|webinars|workshop|email gửi|emails sent|email sent|ấn phẩm|banner|thiết kế|kịch bản',
);

/** What goes wrong, one by one. */
export const complaint = tradeWords(
  'khiếu nại|phàn nàn|complaint|complaints|refund|refunds|cancellation|cancellations|unsubscribes|errors',
);
/** Less of it is better. */
export const bad = tradeWords(
  [
    'thoát|hủy|hủy đơn|đơn hủy|*rời|rời bỏ|rời nhóm|*mất|thất bại|trả hàng|hàng trả|hoàn hàng|hàng hoàn|hoàn đơn|đơn hoàn|hoàn tiền|hoàn trả|trả lại|bom|bom hàng|bùng|*lỗi|thua|khiếu nại|phàn nàn|spam|báo xấu|ẩn bài|bỏ giỏ|bỏ quên|quá hạn|*trễ|chậm|tiêu cực|nợ xấu|thất thoát|rác|*trùng|bị loại|bị từ chối|không hợp lệ|nhỡ|thiếu|rủi ro|nghỉ việc|hết hàng|tồn kho',
    'bounce|bounces|churn|churned|complaint|complaints|refund|refunds|refunded|returns|returned|return rate|unsubscribe|unsubscribes|unsubscribed|unfollow|unfollows|error|errors|loss|lost|cancel|cancelled|canceled|cancellation|cancellations|abandon|abandoned|abandonment|drop off|overdue|late|delay|delays|delayed|negative|junk|invalid|disqualified|rejected|missed|no show|unanswered|unresolved|risk|risks|failed|failure|out of stock|inventory|cir|acos',
  ].join('|'),
);
/** What turns a word of less or more into its opposite, or leaves open which of the two is counted. */
export const turned = tradeWords(
  'giảm|giảm thiểu|cắt giảm|tiết kiệm|được xử lý|đã xử lý|giải quyết|khắc phục|khôi phục|cứu|không|tránh|ngăn|reduce|reduced|reducing|reduction|decrease|saved|saving|savings|resolved|solved|recovered|recovery|win back|won back|without|prevented|avoided|no|non|not',
);
/** More of it is better. */
export const good = tradeWords(
  [
    'chuyển đổi|chốt|chốt đơn|hoàn thành|đạt|thành công|giữ chân|quay lại|mua lại|mở|mở email|nhấp|click|tương tác|gắn kết|xem hết|hài lòng|phản hồi|trả lời|nhận biết|thị phần|tăng trưởng|đúng hạn|giới thiệu|thắng|lấp đầy|tham dự|tích cực|chất lượng|đủ điều kiện|thêm giỏ|thêm vào giỏ|biên lợi nhuận|đề xuất',
    'conversion|convert|converted|completion|completed|complete|success|successful|retention|retained|returning|repeat|open rate|opens|click through|ctr|cvr|vtr|ctor|engagement|engaged|satisfaction|satisfied|happiness|nps|csat|response rate|reply rate|answer rate|awareness|market share|share of voice|growth|on time|referral|referrals|win|won|attendance|show up|positive|quality|qualified|hook|hold|view|roas|roi|romi|return on|lợi tức|mer|margin|recommend|uptime',
  ].join('|'),
);

/** Stretches of time: «bài / tuần» is no division of two totals. */
export const period = tradeWords(
  'ngày|tuần|tháng|quý|năm|giờ|day|week|month|quarter|year|hour|daily|weekly|monthly',
);

/** Where something comes from: with these alone beside it, the name of a KPI means that KPI. */
export const whereFrom: ReadonlySet<string> = new Set(
  'tu tren qua kenh cua theo tai from via on by in of for va the tong so luong total number facebook fb tiktok shop google zalo oa shopee lazada tiki youtube instagram ig linkedin email sms seo sem ads ad quang cao organic paid website web app fanpage landing page online offline livestream kol koc b2b b2c marketing chien dich campaign mang xa hoi social quy q1 q2 q3 q4'.split(
    ' ',
  ),
);

/** Three letters that divide money that came in; the others divide what was spent. */
const ofIncome: ReadonlySet<string> = new Set(['roas', 'mer', 'aov']);

/** What three letters divide by what, `null` where they are no such letters. */
export function quotientOf(
  letters: string,
  language: Language,
): { readonly top: string; readonly bottom: string } | null {
  const { above, below } = planQuotientsWords(language);
  const known: Readonly<Record<string, string>> = below;
  if (!Object.keys(known).includes(letters)) return null;
  return { top: ofIncome.has(letters) ? above.earned : above.spent, bottom: known[letters] ?? '' };
}
