import { type DayNumber, dayNumber, isoDate, weekdayOf } from '../../days.ts';
import type { Property } from '../properties.ts';

/** Where a session came from. */
export interface Traffic {
  readonly channel: string;
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  /** Money per click, in the smallest unit of the property's currency over a hundred; Google Ads only. */
  readonly click?: number;
  /** How much likelier than others these people leave their address, or buy. */
  readonly keen?: number;
}

const notSet = '(not set)';
/** What nobody knows the origin of, and what is not known yet. */
export const unassigned: Traffic = {
  channel: 'Unassigned',
  source: notSet,
  medium: notSet,
  campaign: notSet,
};

const from = (
  channel: string,
  source: string,
  medium: string,
  campaign: string,
  more: Pick<Traffic, 'click' | 'keen'> = {},
): Traffic => ({ channel, source, medium, campaign, ...more });

const ads = (channel: string, campaign: string, click: number, keen = 1): Traffic =>
  from(channel, 'google', 'cpc', campaign, { click, keen });

/** Names as people who mean harm, and people who type carelessly, put them into links. */
const hostileNames = [
  '=IMPORTXML("http://evil","//a")',
  '＝1+1',
  '@SUM(A1)',
  '+cmd',
  '-2+3',
  '\tindented',
  '<img src=x onerror=alert(1)>',
  '2026-01-02',
  '12/3',
  "'quoted",
] as const;

const everywhere: readonly (readonly [Traffic, number])[] = [
  [from('Direct', '(direct)', '(none)', '(direct)'), 18],
  [from('Organic Search', 'google', 'organic', '(organic)', { keen: 1.2 }), 26],
  [from('Organic Search', 'bing', 'organic', '(organic)'), 2],
  [from('Organic Social', 'facebook', 'social', '(referral)', { keen: 0.6 }), 7],
  [from('Organic Social', 'tiktok', 'social', '(referral)', { keen: 0.4 }), 3],
  [from('Organic Video', 'youtube.com', 'referral', '(referral)', { keen: 0.5 }), 2],
  [from('Referral', 'partner.example', 'referral', '(referral)'), 4],
  [from('Email', 'newsletter', 'email', 'Bản tin tuần', { keen: 1.8 }), 4],
  [from('Email', 'newsletter', 'email', 'spring_sale', { keen: 1.4 }), 1],
  [from('Email', 'newsletter', 'email', 'Spring_Sale', { keen: 1.4 }), 1],
  [from('Paid Social', 'facebook', 'paid', 'FB_Lookalike', { keen: 1.1 }), 9],
  [from('Paid Social', 'tiktok', 'paid', 'TikTok – Khám phá', { keen: 0.7 }), 4],
  [ads('Paid Search', 'Brand – Search', 2, 1.6), 6],
  [ads('Paid Search', 'Generic – Search', 7), 5],
  [ads('Cross-network', 'PMax Shop', 5, 1.2), 4],
  [ads('Display', 'Remarketing', 1, 0.8), 3],
  [unassigned, 1],
  ...hostileNames.map(
    (name) => [from('Affiliates', 'aff.example', 'affiliate', name), 0.3] as const,
  ),
];

const sale: readonly (readonly [Traffic, number])[] = [
  [ads('Paid Search', 'Sale 11.11', 6, 2.2), 12],
  [from('Paid Social', 'facebook', 'paid', 'Sale 11.11', { keen: 1.8 }), 14],
  [from('Email', 'newsletter', 'email', 'Sale 11.11', { keen: 2.4 }), 4],
];

/** The campaign runs from 25 October to 12 November of each year. */
function saleRuns(day: DayNumber): boolean {
  const date = isoDate(day).slice(5);
  return date >= '10-25' && date <= '11-12';
}

const withSale = [...everywhere, ...sale];

export const trafficOn = (day: DayNumber): readonly (readonly [Traffic, number])[] =>
  saleRuns(day) ? withSale : everywhere;

/** Days on which the new year of the lunar calendar begins. */
const newYears = [dayNumber(2025, 1, 29), dayNumber(2026, 2, 17), dayNumber(2027, 2, 6)];

/** What holds for a day: how much busier than an ordinary one it is. */
export function busyness({ country }: Property, day: DayNumber): number {
  const weekday = [1.08, 1.1, 1.06, 1.04, 0.98, 0.84, 0.8][weekdayOf(day) - 1] ?? 1;
  const growth = 1 + (day - dayNumber(2026, 1, 1)) / 3000;
  return weekday * growth * feast(country, day);
}

function feast(country: Property['country'], day: DayNumber): number {
  if (country === 'vn' && newYears.some((first) => day >= first - 3 && day <= first + 5)) {
    return 0.35;
  }
  const date = isoDate(day).slice(5);
  if (date === '11-11') return country === 'us' ? 1.1 : 1.7;
  if (date === '11-10') return country === 'vn' ? 1.4 : 1;
  const black = blackFriday(Number(isoDate(day).slice(0, 4)));
  if (day === black || day === black + 3) return country === 'vn' ? 1.3 : 2;
  if (country === 'eu' && (date === '12-25' || date === '12-26')) return 0.5;
  return 1;
}

const thursday = 4;

/** The day after the fourth Thursday of November. */
function blackFriday(year: number): DayNumber {
  const first = dayNumber(year, 11, 1);
  const toThursday = (thursday - weekdayOf(first) + 7) % 7;
  return first + toThursday + 3 * 7 + 1;
}

/** For a week the tag of the Vietnamese shop counted visits and hardly anything they led to. */
const brokenWeek = { from: dayNumber(2026, 9, 7), to: dayNumber(2026, 9, 13) } as const;

export const trackingBroken = ({ number }: Property, day: DayNumber): boolean =>
  number === 311_000_001 && day >= brokenWeek.from && day <= brokenWeek.to;

export const pagesOf: Readonly<
  Record<Property['country'], readonly (readonly [string, number])[]>
> = {
  vn: [
    ['/', 30],
    ['/san-pham/ao-thun', 18],
    ['/san-pham/vay-hoa', 12],

    ['/khuyen-mai', 10],
    ['/blog/cach-do-size', 9],
    ['/blog/phoi-do-cong-so', 6],

    ['/tin-tuc/khai-truong-cua-hang', 3],
    ['/bai-viet/chat-lieu-vai', 3],

    ['/kien-thuc/giat-do-len', 3],
    ['/blog/=HYPERLINK("x")', 0.5],
  ],
  eu: [
    ['/', 30],
    ['/produkte/t-shirt', 18],
    ['/produkte/kleid', 12],

    ['/sale', 8],
    ['/blog/groessen-finden', 9],
    ['/blog/pflege', 5],
  ],
  us: [
    ['/', 30],
    ['/products/tee', 18],
    ['/products/dress', 12],
    ['/sale', 8],

    ['/blog/find-your-size', 9],
    ['/blog/wool-care', 5],
    ['/Blog/Wool-Care', 1],
  ],
};

export const countriesOf: Readonly<
  Record<Property['country'], readonly (readonly [string, number])[]>
> = {
  vn: [
    ['Vietnam', 92],
    ['United States', 3],
    ['Japan', 3],
    [notSet, 2],
  ],
  eu: [
    ['Germany', 60],
    ['Austria', 15],
    ['France', 15],
    ['Netherlands', 10],
  ],
  us: [
    ['United States', 88],
    ['Canada', 9],
    ['Mexico', 3],
  ],
};

export const devices = [
  ['mobile', 68],
  ['desktop', 27],
  ['tablet', 5],
] as const;
export const ages = [
  ['unknown', 60],
  ['18-24', 12],
  ['25-34', 15],
  ['35-44', 8],
  ['65+', 1],
] as const;
