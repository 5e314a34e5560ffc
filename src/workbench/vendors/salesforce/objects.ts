import { type Business, businessFirstDay, businessZone } from '../business/people.ts';
import { dayIn, isoDate, startOf } from '../days.ts';
import { organisationId, userId } from './tokens.ts';

export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type:
    | 'id'
    | 'string'
    | 'textarea'
    | 'datetime'
    | 'date'
    | 'picklist'
    | 'currency'
    | 'boolean';
  readonly values?: readonly string[];
}

/** An object and its records, which are made when somebody asks for them. */
export interface Held {
  readonly fields: readonly Field[];
  rows(): readonly Row[];
}

/** What an organisation is like. */
export interface OrganisationFacts {
  readonly business: Business;
  /** The time zone of the user whom the app runs as. */
  readonly zone: string;
  readonly severalCurrencies: boolean;
  readonly corporate: string;
}

const channels = [
  ...['organic search', 'paid social', 'paid search', 'referral', 'e-mail'],
  ...['direct', 'offline'],
];
const statuses = ['Open - Not Contacted', 'Working', 'MQL', 'Closed - Converted'] as const;
const stages = ['Prospecting', 'Negotiation/Review', 'Closed Won', 'Closed Lost'] as const;
/** What a VND is worth in the other currency. */
export const rate = 0.00004;

const field = (
  name: string,
  label: string,
  type: Field['type'],
  values?: readonly string[],
): Field => ({ name, label, type, ...(values ? { values } : {}) });
const own: readonly Field[] = [
  field('Id', 'Record ID', 'id'),
  field('Name', 'Name', 'string'),
  field('CreatedDate', 'Created Date', 'datetime'),
  field('LeadSource', 'Lead Source', 'picklist', channels),
  field('Description', 'Description', 'textarea'),
];
const currencies = field('CurrencyIsoCode', 'Currency', 'picklist', ['VND', 'USD']);

/** A moment as Salesforce writes it. */
const momentText = (ms: number): string =>
  new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('Z', '+0000');
const dateText = (ms: number): string => isoDate(dayIn(businessZone, ms));

/** An object as it is at a moment; `null` for one that is not there. */
export function objectNamed(name: string, of: OrganisationFacts, nowMs: number): Held | null {
  const objects: Readonly<Record<string, Held | null>> = {
    Lead: {
      fields: [
        ...own,
        field('Status', 'Lead Status', 'picklist', statuses),
        field('IsConverted', 'Converted', 'boolean'),
        field('ConvertedDate', 'Converted Date', 'date'),
      ],
      rows: () => leads(of, nowMs),
    },
    Opportunity: {
      fields: [
        ...own,
        field('StageName', 'Stage', 'picklist', stages),
        field('Amount', 'Amount', 'currency'),
        field('CloseDate', 'Close Date', 'date'),
        field('IsClosed', 'Closed', 'boolean'),
        field('IsWon', 'Won', 'boolean'),
        field('Type', 'Opportunity Type', 'picklist', ['sales', 'partners']),
        ...(of.severalCurrencies ? [currencies] : []),
      ],
      rows: () => opportunities(of, nowMs),
    },
    User: {
      fields: [
        field('Id', 'User ID', 'id'),
        field('TimeZoneSidKey', 'Time Zone', 'picklist', [of.zone]),
      ],
      rows: () => [{ Id: userId, TimeZoneSidKey: of.zone }],
    },
    Organization: {
      fields: [
        field('Id', 'Organization ID', 'id'),
        field('Name', 'Name', 'string'),
        field('CreatedDate', 'Created Date', 'datetime'),
      ],
      rows: () => [
        {
          Id: organisationId,
          Name: 'Nội thất Lan',
          CreatedDate: momentText(startOf(businessZone, businessFirstDay - 30) + 36_000_000),
        },
      ],
    },
    CurrencyType: of.severalCurrencies
      ? {
          fields: [
            field('Id', 'ID', 'id'),
            field('IsoCode', 'Currency ISO Code', 'picklist', ['VND', 'USD']),
            field('IsCorporate', 'Corporate', 'boolean'),
          ],
          rows: () =>
            ['VND', 'USD'].map((code, at) => ({
              Id: `01L5g0000000${at}AAA`,
              IsoCode: code,
              IsCorporate: code === of.corporate,
            })),
        }
      : null,
  };
  const known = Object.keys(objects).find((each) => each.toLowerCase() === name.toLowerCase());
  return known === undefined ? null : (objects[known] ?? null);
}

const idOf = (prefix: string, id: number): string =>
  `${prefix}5g00000${String(id).padStart(6, '0')}AA`;

function leads({ business }: OrganisationFacts, nowMs: number): Row[] {
  return business.leads.flatMap(({ id, name, channel, createdMs, mqlMs, sqlMs }): Row[] => {
    if (createdMs > nowMs) return [];
    const reached = (ms: number | null): ms is number => ms !== null && ms <= nowMs;
    const status = reached(sqlMs) ? 3 : reached(mqlMs) ? 2 : id % 3 === 0 ? 1 : 0;
    return [
      {
        Id: idOf('00Q', id),
        Name: name,
        CreatedDate: momentText(createdMs),
        LeadSource: channel === 'direct' && id % 4 === 0 ? null : channel,
        Description: null,
        Status: statuses[status] ?? null,
        IsConverted: reached(sqlMs),
        ConvertedDate: reached(sqlMs) ? dateText(sqlMs) : null,
      },
    ];
  });
}

function opportunities({ business, severalCurrencies }: OrganisationFacts, nowMs: number): Row[] {
  return business.deals.flatMap((deal): Row[] => {
    const { id, name, channel, pipeline, createdMs, closeMs, ends, amount } = deal;
    if (createdMs > nowMs) return [];
    const isClosed = ends !== 'open' && closeMs <= nowMs;
    const isWon = isClosed && ends === 'won';
    return [
      {
        Id: idOf('006', id),
        Name: name,
        CreatedDate: momentText(createdMs),
        LeadSource: channel,
        Description: null,
        StageName: stages[isClosed ? (isWon ? 2 : 3) : id % 2] ?? null,
        Amount: amount,
        CloseDate: dateText(closeMs),
        IsClosed: isClosed,
        IsWon: isWon,
        Type: pipeline,
        ...(severalCurrencies ? { CurrencyIsoCode: id % 10 === 0 ? 'USD' : 'VND' } : {}),
      },
    ];
  });
}

/** An object as its description tells of it. */
export const descriptionOf = (name: string, { fields }: Held): object => ({
  name,
  label: name,
  queryable: true,
  fields: fields.map(({ name: own_, label, type, values = [] }) => ({
    name: own_,
    label,
    type,
    filterable: type !== 'textarea',
    groupable: !['textarea', 'currency', 'datetime'].includes(type),
    nillable: true,
    picklistValues: values.map((value) => ({
      active: true,
      defaultValue: false,
      label: value,
      validFor: null,
      value,
    })),
  })),
});
