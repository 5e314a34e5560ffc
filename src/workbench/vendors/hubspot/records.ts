import { business, type Channel, type Deal, type Lead } from '../business/people.ts';
import { dealStages, lifecycleOptions, ownStage } from './portal.ts';

type Type = 'string' | 'number' | 'datetime' | 'enumeration' | 'bool';

/** A property: what kind it is, and what it holds of a record at a moment. */
export interface Property<R = unknown> {
  readonly type: Type;
  readonly of: (record: R, nowMs: number) => string | number | null;
}

/** Records of a kind, by their ids. */
export interface Collection<R = unknown> {
  readonly records: readonly R[];
  readonly properties: Readonly<Record<string, Property<R>>>;
  readonly id: (record: R) => number;
  readonly createdMs: (record: R) => number;
}

const dayMs = 86_400_000;
const sources: Readonly<Record<Channel, string>> = {
  'organic search': 'ORGANIC_SEARCH',
  'paid social': 'PAID_SOCIAL',
  'paid search': 'PAID_SEARCH',
  referral: 'REFERRALS',
  'e-mail': 'EMAIL_MARKETING',
  direct: 'DIRECT_TRAFFIC',
  offline: 'OFFLINE',
};

/** Some of those who bought bring their friends, three days later. */
export const ownStageMs = ({ id, customerMs }: Lead): number | null =>
  customerMs !== null && id % 3 === 0 ? customerMs + 3 * dayMs : null;

const moments: Readonly<Record<string, (lead: Lead) => number | null>> = {
  lead: ({ createdMs }) => createdMs,
  marketingqualifiedlead: ({ mqlMs }) => mqlMs,
  salesqualifiedlead: ({ sqlMs }) => sqlMs,
  opportunity: ({ deal }) => deal?.createdMs ?? null,
  customer: ({ customerMs }) => customerMs,
  [ownStage.id]: ownStageMs,
};

/** What has not happened yet is not known. */
const passed = (ms: number | null, nowMs: number): number | null =>
  ms !== null && ms <= nowMs ? ms : null;

const stageAt = (lead: Lead, nowMs: number): string =>
  Object.entries(moments)
    .filter(([, ms]) => passed(ms(lead), nowMs) !== null)
    .map(([stage]) => stage)
    // A name that is a number stands first among an object’s own.
    .sort((one, other) => (order(one) < order(other) ? -1 : 1))
    .at(-1) ?? 'lead';

const order = (stage: string): number => lifecycleOptions.findIndex(({ value }) => value === stage);

const contactId = ({ id }: Lead): number => 20_000 + id;

export const contactsOf = (people: number): Collection<Lead> => ({
  records: [...business(people).leads].sort((one, other) => one.id - other.id),
  id: contactId,
  createdMs: ({ createdMs }) => createdMs,
  properties: {
    hs_object_id: { type: 'number', of: contactId },
    firstname: { type: 'string', of: ({ name }) => name },
    email: { type: 'string', of: ({ id }) => `khach${id}@example.com` },
    createdate: { type: 'datetime', of: ({ createdMs }) => createdMs },
    lastmodifieddate: { type: 'datetime', of: ({ createdMs }) => createdMs },
    lifecyclestage: { type: 'enumeration', of: stageAt },
    hs_analytics_source: { type: 'enumeration', of: ({ channel }) => sources[channel] },
    ...Object.fromEntries(
      Object.entries(moments).map(([stage, ms]): [string, Property<Lead>] => [
        `hs_v2_date_entered_${stage}`,
        { type: 'datetime', of: (lead, nowMs) => passed(ms(lead), nowMs) },
      ]),
    ),
  },
});

/** How a deal stands at a moment: until then it is expected to close when it will. */
const endOf = ({ ends, closeMs }: Deal, nowMs: number): 'won' | 'lost' | 'open' =>
  closeMs <= nowMs ? ends : 'open';

/** Amounts are texts, some of them with cents. */
const amountText = ({ id, amount }: Deal): string | null =>
  amount === null ? null : id % 2 === 0 ? String(amount) : amount.toFixed(2);

const isText = (is: boolean): string => (is ? 'true' : 'false');

export const dealsOf = (people: number): Collection<Deal> => ({
  records: [...business(people).deals].sort((one, other) => one.id - other.id),
  id: ({ id }) => id,
  createdMs: ({ createdMs }) => createdMs,
  properties: {
    hs_object_id: { type: 'number', of: ({ id }) => id },
    dealname: { type: 'string', of: ({ name }) => name },
    pipeline: { type: 'enumeration', of: (deal) => dealStages[deal.pipeline].pipeline },
    dealstage: {
      type: 'enumeration',
      of: (deal, nowMs) => dealStages[deal.pipeline][endOf(deal, nowMs)],
    },
    createdate: { type: 'datetime', of: ({ createdMs }) => createdMs },
    hs_lastmodifieddate: { type: 'datetime', of: ({ createdMs }) => createdMs },
    closedate: { type: 'datetime', of: ({ closeMs }) => closeMs },
    amount: { type: 'number', of: amountText },
    amount_in_home_currency: { type: 'number', of: amountText },
    deal_currency_code: { type: 'enumeration', of: () => 'VND' },
    hs_is_closed: { type: 'bool', of: (deal, nowMs) => isText(endOf(deal, nowMs) !== 'open') },
    hs_is_closed_won: { type: 'bool', of: (deal, nowMs) => isText(endOf(deal, nowMs) === 'won') },
    hs_analytics_source: { type: 'enumeration', of: ({ channel }) => sources[channel] },
  },
});
