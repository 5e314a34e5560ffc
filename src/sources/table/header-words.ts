import type { Quantity } from '../../kpi/define.ts';
import { newCustomers, salesAndMarketingCost } from '../../kpi/quantities/customers.ts';
import { customersFromLeads, orders, wonDeals } from '../../kpi/quantities/deals.ts';
import { leadCost, leads, mqls, qualifiedLeads, sqls } from '../../kpi/quantities/leads.ts';
import { inboundCost, marketingCost, revenue } from '../../kpi/quantities/money.ts';
import { inputTitle } from '../../messages/catalogue.ts';
import { languages } from '../../messages/compiled/languages.ts';
import { fold, splitWords } from '../../messages/fold.ts';
import { type PlanInput, quantityKey } from '../../plan/model/inputs.ts';

/** A header or a title as it is compared: no marks, no capitals, nothing in brackets. */
const wordsIn = (text: string): string =>
  splitWords(fold(text.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')))
    .filter((word, at, all) => at === 0 || at < all.length - 1 || !/^(?:vnd|usd|eur)$/.test(word))
    .join(' ');

/**
 * What exports call the things that the catalogue's `platform` names, folded; the usual first. What a
 * title of the catalogue says need not stand here. These are facts about other makers' exports, in
 * whichever languages those are written: nobody translates them, so they are no messages.
 */
const vendorWords: Readonly<Record<string, string>> = {
  spend:
    'amount spent|cost|spend|spent|total cost|total spend|ad spend|so tien da chi tieu|chi phi|so tien chi tieu|da chi tieu|chi tieu|chi phi ads|chi phi quang cao|tong chi phi|ngan sach da chi',
  clicks:
    'link clicks|clicks|clicks destination|outbound clicks|clicks all|luot click vao lien ket|luot nhap vao lien ket|so luot nhap vao lien ket|luot nhap|luot click|so luot click|click',
  impressions: 'impressions|impr|luot hien thi|so lan hien thi|hien thi',
  conversions:
    'conversions|results|total conversion|total conversions|conversion|result|chuyen doi|luot chuyen doi|so luot chuyen doi|ket qua',
  'conversion value':
    'conversion value|conv value|conversions value|total conversion value|purchase conversion value|purchases conversion value|gia tri chuyen doi|gia tri chuyen doi mua hang|gia tri chuyen doi tu luot mua',
  'order value':
    'order value|gmv|sales|total sales|net sales|amount|deal amount|deal value|gross revenue|gia tri don hang|thanh tien|tong tien|gia tri hop dong|gia tri don',
  orders: 'orders|purchases|website purchases|luot mua|luot mua tren trang web|don hang|so don',
  reach: 'reach|nguoi tiep can|so nguoi tiep can',
  likes: 'likes|post reactions|luot thich|cam xuc ve bai viet',
  comments: 'comments|post comments|binh luan|binh luan ve bai viet',
  shares: 'shares|post shares|chia se|luot chia se bai viet',
  total_interactions:
    'interactions|engagements|post engagements|post engagement|luot tuong tac|tuong tac voi bai viet|luot tuong tac voi bai viet',
  followers_count: 'followers|page followers|total followers|nguoi theo doi',
  delivered: 'delivered|successful deliveries|gui thanh cong',
  'unique opens': 'unique opens|opens|luot mo|so luot mo',
  'unique clicks': 'unique clicks|clicks|luot nhap',
  unsubscribes: 'unsubscribes|unsubscribed|huy dang ky',
  leads:
    'leads|lead|results|form leads|meta leads|on facebook leads|website leads|leads form|total conversion|khach hang tiem nang|so khach hang tiem nang|luot khach hang tiem nang|ket qua|conversions|chuyen doi',
  customers:
    'new customers|customers|approved conversion|approved conversions|khach hang moi|khach moi',
  revenue: 'revenue|total revenue|net revenue|doanh thu|tong doanh thu|doanh thu thuan',
};

/**
 * Quantities of no single platform that a column of an export comes near: the first that a plan has
 * may take it, somebody has to look.
 */
const near: readonly (readonly [Quantity, keyof typeof vendorWords])[] = [
  [leadCost, 'spend'],
  [marketingCost, 'spend'],
  [salesAndMarketingCost, 'spend'],
  [inboundCost, 'spend'],
  [leads, 'leads'],
  [newCustomers, 'customers'],
  [revenue, 'revenue'],
  [orders, 'orders'],
];

/** What cells of a status say where a row is one of these. */
const statuses: readonly (readonly [Quantity, RegExp])[] = [
  [mqls, /\bmqls?\b|\bmarketing qualified\b/],
  [sqls, /\bsqls?\b|\bsales qualified\b/],
  [qualifiedLeads, /^(?:lead )?(?:qualified|du dieu kien|dat|dat tieu chi|dat chuan)$/],
  [
    customersFromLeads,
    /\b(?:won|customer|converted|thang|chot|da chot|da mua|thanh cong|khach hang)\b/,
  ],
  [newCustomers, /\b(?:won|customer|converted|thang|chot|da chot|da mua|thanh cong|khach hang)\b/],
  [wonDeals, /\b(?:won|thang|chot|da chot|thanh cong)\b/],
];

/** What Meta says a result was, where it is one of these. */
const resultKinds: readonly (readonly [Quantity, RegExp])[] = [
  [leads, /\bleads?\b|\bleadgen\b|\bkhach hang tiem nang\b/],
  [orders, /\bpurchases?\b|\bluot mua\b|\bdon hang\b/],
];

/** Whether a kind of result is what an input counts; `null` where nobody can say of that input. */
export function isResultOf({ key }: Pick<PlanInput, 'key'>, kind: string): boolean | null {
  const found = resultKinds.find(([quantity]) => quantityKey(quantity) === key);
  return found ? found[1].test(wordsIn(kind)) : null;
}

const isNot = /\b(?:not|un|khong|chua|lost|tiem nang)\b/;

/** Whether a status means that its row is one of an input. */
export function isStatusOf({ key }: PlanInput, status: string): boolean {
  const words = wordsIn(status);
  const found = statuses.find(([quantity]) => quantityKey(quantity) === key);
  return found?.[1].test(words) === true && !isNot.test(words);
}

/** What headers may say for an input, the likeliest first: what it is itself, and what comes near. */
export function headersFor(input: PlanInput): {
  readonly own: readonly string[];
  readonly near: readonly string[];
  /** What several inputs are on a platform alike: they share a column. */
  readonly thing: string | null;
} {
  const thing = input.sources?.platform ?? null;
  const titles = languages.map((language) => wordsIn(inputTitle(input, language)));
  const short = titles.map((title) => title.replace(/^(?:tong )?so (?:luot )?(?=\p{L})/u, ''));
  const platform = thing === null ? [] : [wordsIn(thing), ...(vendorWords[thing] ?? '').split('|')];
  const similar = near.find(([quantity]) => quantityKey(quantity) === input.key);
  return {
    own: [...new Set([...titles, ...short, ...platform])].filter(Boolean),
    near: similar ? (vendorWords[similar[1]] ?? '').split('|') : [],
    thing,
  };
}

/** Whether a list of people, or of orders, counts an input by its rows. */
export const isListOf = ({ key }: PlanInput, rows: 'people' | 'orders'): boolean =>
  key === quantityKey(rows === 'people' ? leads : orders);

/** How near two inputs of no single platform come to an export's column: the first is the nearest. */
export const nearness = ({ key }: PlanInput): number =>
  near.findIndex(([quantity]) => quantityKey(quantity) === key);

export const columnWords = {
  day: 'day|date|ngay|by day|reporting starts|bat dau bao cao|luot bat dau bao cao|ngay bat dau bao cao|ngay bao cao|created|created date|create date|created at|created time|created on|date created|ngay tao|thoi gian tao|ngay dang ky|ngay nhan|submitted at|timestamp|dau thoi gian|time|thoi gian|order date|ngay dat hang|ngay don|close date|ngay chot|ngay dat',
  lastDay:
    'reporting ends|ket thuc bao cao|luot ket thuc bao cao|ngay ket thuc bao cao|end date|to|den ngay|ngay ket thuc',
  firstDay:
    'reporting starts|bat dau bao cao|luot bat dau bao cao|ngay bat dau bao cao|start date|from|tu ngay|ngay bat dau',
  period: 'week|tuan|month|thang|quarter|quy|by week|by month|weekly|monthly',
  split:
    'nhom kenh|channel group|default channel group|kenh|channel|nguon|source|lead source|nguon khach|nguon lead|original source|utm source|platform|nen tang|campaign name|ten chien dich|campaign|chien dich|utm campaign|campaign id|xyz campaign id',
  status:
    'status|trang thai|lead status|tinh trang|stage|giai doan|lifecycle stage|deal stage|phan loai',
  person:
    'phone|phone number|dien thoai|so dien thoai|sdt|email|e mail|full name|ho ten|ho va ten|ten khach hang|khach hang|lead name|first name|contact',
  order: 'order id|order number|order no|ma don|ma don hang|so don hang',
  /** What is counted differs from row to row. */
  results: 'results|result|ket qua|so ket qua',
  resultKind:
    'result indicator|result type|results type|chi bao ket qua|chi so ket qua|loai ket qua|chi so chi bao ket qua|dau hieu ket qua',
  currency: 'currency|currency code|account currency|tien te|don vi tien te|ma tien te|loai tien',
} as const;

/** Where a header stands in a list of words: 0 is the likeliest, -1 not at all. */
export const wordIndex = (header: string, words: string | readonly string[]): number =>
  (typeof words === 'string' ? words.split('|') : words).indexOf(wordsIn(header));
