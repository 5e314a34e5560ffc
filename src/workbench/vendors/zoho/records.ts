import { type Business, business, businessZone } from '../business/people.ts';
import { dayIn, isoDate, startOf } from '../days.ts';

/** What a field of a record holds. */
export type Value =
  | string
  | number
  | boolean
  | null
  | { readonly name: string; readonly id: string };

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type:
    | 'bigint'
    | 'datetime'
    | 'date'
    | 'picklist'
    | 'currency'
    | 'boolean'
    | 'text'
    | 'double'
    | 'ownerlookup';
  readonly values?: readonly ListValue[];
}
export interface ListValue {
  readonly actual: string;
  readonly shown?: string;
  readonly ends?: 'Open' | 'Closed Won' | 'Closed Lost';
}
export type Row = Readonly<Record<string, Value>>;

const list = (...names: readonly string[]): readonly ListValue[] =>
  names.map((actual) => ({ actual }));

const sources = list(
  'organic search',
  'paid social',
  'paid search',
  'referral',
  'e-mail',
  'direct',
  'offline',
);
const own: readonly Field[] = [
  { name: 'id', label: 'ID', type: 'bigint' },
  { name: 'Owner', label: 'Owner', type: 'ownerlookup' },
  { name: 'Created_Time', label: 'Created Time', type: 'datetime' },
  { name: 'Modified_Time', label: 'Modified Time', type: 'datetime' },
  { name: 'Lead_Source', label: 'Lead Source', type: 'picklist', values: sources },
];

const stages: readonly ListValue[] = [
  { actual: 'Qualification', ends: 'Open' },
  { actual: 'Negotiation/Review', ends: 'Open' },
  { actual: 'Closed Won', ends: 'Closed Won' },
  { actual: 'Closed Lost', ends: 'Closed Lost' },
  // Zoho's own list keeps this one by another name than it shows.
  {
    actual: 'Closed Lost to Competition',
    shown: 'Closed-Lost to Competition',
    ends: 'Closed Lost',
  },
];

const money: readonly Field[] = [
  { name: 'Currency', label: 'Currency', type: 'picklist', values: list('VND', 'USD') },
  { name: 'Exchange_Rate', label: 'Exchange Rate', type: 'double' },
];

/** The fields of a module; `null` for one that is not there. */
export function fieldsOf(module: string, manyCurrencies = false): readonly Field[] | null {
  if (module === 'Leads') {
    return [
      ...own,
      { name: 'Last_Name', label: 'Last Name', type: 'text' },
      {
        name: 'Lead_Status',
        label: 'Lead Status',
        type: 'picklist',
        values: list('New', 'Contacted', 'MQL', 'SQL', 'Junk Lead'),
      },
      { name: 'Converted__s', label: 'Is Converted', type: 'boolean' },
      { name: 'Converted_Date_Time', label: 'Converted Date Time', type: 'datetime' },
    ];
  }
  if (module !== 'Deals') return null;
  return [
    ...own,
    { name: 'Deal_Name', label: 'Deal Name', type: 'text' },
    { name: 'Amount', label: 'Amount', type: 'currency' },
    { name: 'Closing_Date', label: 'Closing Date', type: 'date' },
    { name: 'Stage', label: 'Stage', type: 'picklist', values: stages },
    { name: 'Pipeline', label: 'Pipeline', type: 'picklist', values: list('sales', 'partners') },
    ...(manyCurrencies ? money : []),
  ];
}

const hourMs = 3_600_000;

/** To write one takes longer than all that is done with it. */
const moments = new Map<number, string>();

function businessMoment(ms: number): string {
  const known = moments.get(ms) ?? momentIn(businessZone, ms);
  moments.set(ms, known);
  return known;
}

/** A moment as Zoho writes it: with the organisation's offset. */
function momentIn(zone: string, ms: number): string {
  const day = dayIn(zone, ms);
  const midnight = startOf(zone, day);
  const utc = new Date(ms).toISOString().slice(0, 16);
  const ahead = Math.round((Date.parse(`${isoDate(day)}T00:00:00Z`) - midnight) / (hourMs / 4)) / 4;
  const local = new Date(Math.floor(ms / 1000) * 1000 + ahead * hourMs).toISOString().slice(0, 19);
  const sign = utc > local.slice(0, 16) ? '-' : '+';
  const minutes = Math.abs(ahead) * 60;
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${local}${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}

const idOf = (module: 'Leads' | 'Deals', id: number): string =>
  `73283950000${module === 'Leads' ? '1' : '2'}${String(id).padStart(7, '0')}`;
const owner = { name: 'Lan', id: '7328395000000605001' };

/** The records of a module as they are at a moment, by their ids. */
export function recordsOf(
  module: string,
  nowMs: number,
  held: Business = business(),
  manyCurrencies = false,
): readonly Row[] {
  const at = businessMoment;
  if (module === 'Leads') {
    return held.leads.flatMap(({ id, name, channel, createdMs, mqlMs, sqlMs }): Row[] => {
      if (createdMs > nowMs) return [];
      const reached = (ms: number | null): ms is number => ms !== null && ms <= nowMs;
      const status = reached(sqlMs)
        ? 'SQL'
        : reached(mqlMs)
          ? 'MQL'
          : id % 3 === 0
            ? 'Contacted'
            : 'New';
      return [
        {
          id: idOf('Leads', id),
          Owner: owner,
          Created_Time: at(createdMs),
          Modified_Time: at(createdMs),
          Lead_Source: channel,
          Last_Name: name,
          Lead_Status: status,
          Converted__s: reached(sqlMs),
          Converted_Date_Time: reached(sqlMs) ? at(sqlMs) : null,
        },
      ];
    });
  }
  return held.deals.flatMap((deal): Row[] => {
    const { id, name, channel, pipeline, createdMs, closeMs, ends, amount } = deal;
    if (createdMs > nowMs) return [];
    const isClosed = ends !== 'open' && closeMs <= nowMs;
    const lost = id % 2 === 0 ? 'Closed Lost' : 'Closed Lost to Competition';
    const open = id % 2 === 0 ? 'Qualification' : 'Negotiation/Review';
    return [
      {
        id: idOf('Deals', id),
        Owner: owner,
        Created_Time: at(createdMs),
        Modified_Time: at(createdMs),
        Lead_Source: channel,
        Deal_Name: name,
        Amount: amount,
        Closing_Date: at(closeMs).slice(0, 10),
        Stage: isClosed ? (ends === 'won' ? 'Closed Won' : lost) : open,
        Pipeline: pipeline,
        ...(manyCurrencies
          ? { Currency: id % 10 === 0 ? 'USD' : 'VND', Exchange_Rate: id % 10 === 0 ? 0.00004 : 1 }
          : {}),
      },
    ];
  });
}
