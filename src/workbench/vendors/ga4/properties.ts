/** What is odd about a property, so that every kind of answer can be met. */
type Oddity =
  /** Reports look at a part of the data. */
  | 'sampled'
  /** This user may not see revenue: it comes as zeros. */
  | 'noRevenue'
  /** Rare values are put together as «(other)». */
  | 'otherRow'
  /** Listed, but its reports are refused. */
  | 'noReports'
  /** Made in the middle of a quarter. */
  | 'young'
  /** What is older than some day is cut off. */
  | 'cutOff'
  /** Reports about revenue come empty, for a reason. */
  | 'emptyRevenue'
  /** Rare values are put together without their days. */
  | 'otherDates';

export interface Property {
  /** `properties/311000001`. */
  readonly name: string;
  readonly number: number;
  readonly account: string;
  readonly title: string;
  readonly zone: string;
  readonly currency: 'VND' | 'EUR' | 'USD';
  readonly country: 'vn' | 'eu' | 'us';
  /** Sessions on an ordinary day. */
  readonly sessions: number;
  /** When it was made: nothing before that is counted. */
  readonly made: string;
  readonly oddity?: Oddity;
}

export interface AnalyticsAccount {
  readonly name: string;
  readonly title: string;
  readonly properties: readonly Property[];
}

const madeLongAgo = '2024-11-05T03:20:00Z';
const madeLately = '2026-11-10T07:30:00Z';
/** What is older than this day is cut off where anything is. */
export const keptFrom = '2026-10-20';

type Place = Pick<Property, 'zone' | 'currency' | 'country'>;

const vietnam: Place = { zone: 'Asia/Ho_Chi_Minh', currency: 'VND', country: 'vn' };
const germany: Place = { zone: 'Europe/Berlin', currency: 'EUR', country: 'eu' };
const california: Place = { zone: 'America/Los_Angeles', currency: 'USD', country: 'us' };

function property(
  number: number,
  account: string,
  title: string,
  sessions: number,
  place: Place,
  oddity?: Oddity,
): Property {
  const made = oddity === 'young' ? madeLately : madeLongAgo;
  const facts = { name: `properties/${number}`, number, account, title, sessions, made, ...place };
  return oddity === undefined ? facts : { ...facts, oddity };
}

const demo = 'accounts/91000001';
const shops = 'accounts/91000002';
const cities = ['Hà Nội', 'Đà Nẵng', 'Huế', 'Cần Thơ', 'Nha Trang', 'Đà Lạt'];
const oddities: Readonly<Record<number, readonly [string, Oddity]>> = {
  7: ['dữ liệu lấy mẫu', 'sampled'],
  8: ['ẩn doanh thu', 'noRevenue'],
  9: ['gộp (other)', 'otherRow'],
  10: ['không cho xem báo cáo', 'noReports'],
  11: ['mới tạo trong quý', 'young'],
  12: ['bị cắt số liệu cũ', 'cutOff'],
  13: ['doanh thu về trống', 'emptyRevenue'],
  14: ['gộp cả ngày', 'otherDates'],
};
const shopCount = 300;
const clientCount = 210;
const smallShop = 8;

/** The user's own three shops, which the rest of the page is about. */
export const ownProperties: readonly Property[] = [
  property(311_000_001, demo, 'Shop Việt', 330, vietnam),
  property(311_000_002, demo, 'Shop EU', 150, germany),
  property(311_000_003, demo, 'Shop US', 120, california),
];

function shopProperty(index: number): Property {
  const [word, oddity] = oddities[index] ?? [cities[index % cities.length] ?? ''];
  const title = `Cửa hàng ${String(index).padStart(3, '0')} – ${word}`;
  return property(322_000_000 + index, shops, title, smallShop, vietnam, oddity);
}

function clientAccount(index: number): AnalyticsAccount {
  const name = `accounts/${92_000_000 + index}`;
  const title = `Client ${String(index).padStart(3, '0')}`;
  const place = [germany, california, { ...california, zone: 'Asia/Kathmandu' }][index % 3];
  return {
    name,
    title,
    properties: [property(333_000_000 + index, name, title, smallShop, place ?? germany)],
  };
}

const upTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);

/** An account with three shops, one with three hundred, and an agency's clients: more than a page. */
export const accounts: readonly AnalyticsAccount[] = [
  { name: demo, title: 'Marketing KPIs demo', properties: ownProperties },
  { name: shops, title: 'Chuỗi cửa hàng nhỏ', properties: upTo(shopCount).map(shopProperty) },
  ...upTo(clientCount).map(clientAccount),
];

const byName = new Map(
  accounts.flatMap(({ properties }) => properties.map((one) => [one.name, one])),
);

export const propertyOf = (name: string): Property | null => byName.get(name) ?? null;
