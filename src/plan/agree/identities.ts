import type { Business, BusinessProfile } from '../model/plan.ts';

/** A factor of an identity. */
export interface IdentityTerm {
  /** A KPI; or a quantity no KPI counts, by its first user: `CPL.cost`; or one such per another. */
  readonly of: string;
  /** On the left of the equals sign (1) or on the right (−1). */
  readonly power: 1 | -1;
  /** `1 + x` or `1 − x` takes the place of x. */
  readonly as?: 'plusOne' | 'rest';
}

/** What multiplies to what, whatever the numbers: the left side ÷ the right side is `constant`. */
export interface Identity {
  readonly name: string;
  readonly terms: readonly IdentityTerm[];
  readonly constant: (circumstances: BusinessProfile) => number;
  /** Kinds of business in which the counts are of the same thing; left out: always. */
  readonly businesses?: readonly Business[];
  /** «Doanh số» or «doanh thu»; left out: either. */
  readonly sales?: BusinessProfile['sales'];
  /** Holds from quarter to quarter, not between readings of unlike periods. */
  readonly changesOnly?: true;
  /** Quantities that are the same thing in these businesses. */
  readonly taking?: readonly (readonly [string, string])[];
}

const one = () => 1;
const terms = (left: readonly string[], right: readonly string[]): readonly IdentityTerm[] => [
  ...left.map((of) => ({ of, power: 1 }) as const),
  ...right.map((of) => ({ of, power: -1 }) as const),
];
const product = (
  name: string,
  left: string,
  right: readonly string[],
  more: Partial<Identity> = {},
): Identity => ({ name, terms: terms([left], right), constant: one, ...more });

const visiting: readonly Business[] = ['online', 'subscription'];
const talking: readonly Business[] = ['leads', 'b2b'];

/** What every visit, deal or lead comes to; only where an order is what a visit converts to. */
const byVisits = {
  businesses: visiting,
  taking: [['CVR.conversions', 'AOV.orders']],
} as const;
/** Every lead that sales accepts is a deal, won or lost. */
const byDeals = {
  businesses: talking,
  taking: [
    ['SQLS', 'WINRATE.won + WINRATE.lost'],
    ['AOV.orders', 'WINRATE.won'],
  ],
} as const;
const asRevenue = [['REVENUE', 'SALES']] as const;

/**
 * Lead cost, ad cost and sales-and-marketing cost are three different things, and none of them is
 * all of marketing's: no identity puts one for another.
 */
export const identities: readonly Identity[] = [
  product('salesByVisits', 'SALES', ['TRAFFIC', 'CVR', 'AOV'], { ...byVisits, sales: 'sales' }),
  product('revenueByVisits', 'REVENUE', ['TRAFFIC', 'CVR', 'AOV'], {
    ...byVisits,
    taking: [...byVisits.taking, ...asRevenue],
    sales: 'revenue',
  }),
  product('salesByDeals', 'SALES', ['SQLS', 'WINRATE', 'AOV'], { ...byDeals, sales: 'sales' }),
  product('revenueByDeals', 'REVENUE', ['SQLS', 'WINRATE', 'AOV'], {
    ...byDeals,
    taking: [...byDeals.taking, ...asRevenue],
    sales: 'revenue',
  }),
  product('leads', 'LEADS', ['TRAFFIC', 'VISITTOLEAD']),
  product('mqls', 'MQLS', ['LEADS', 'MQLRATE']),
  product('sqls', 'SQLS', ['MQLS', 'SQLRATE']),
  product('newCustomers', 'NEWCUSTOMERS', ['LEADS', 'LEADCVR'], {
    businesses: talking,
    taking: [['LEADCVR.customers', 'NEWCUSTOMERS']],
  }),
  product('leadCost', 'CPL.cost', ['LEADS', 'CPL']),
  product('newCustomerCost', 'CAC.cost', ['NEWCUSTOMERS', 'CAC']),
  product('adValue', 'ROAS.revenue ÷ CPA.conversions', ['ROAS', 'CPA']),
  product('adClicks', 'CPA', ['CPC', 'CPC.clicks ÷ CPA.conversions']),
  product('thousandViews', 'CPM', ['CPC', 'CTR'], {
    constant: () => 1000,
    taking: [
      ['CTR.clicks', 'CPC.clicks'],
      ['CTR.impressions', 'CPM.impressions'],
    ],
  }),
  product('emailClicks', 'EMAILCTR', ['OPENRATE', 'CTOR']),
  product('marketingShare', 'MKTREVENUE', ['MKTREVSHARE', 'REVENUE']),
  // Interactions add up over the quarter, reach is read for a month: only their changes compare.
  product('engagement', 'INTERACTIONS', ['ENGRATE', 'REACH'], { changesOnly: true }),
  {
    name: 'return',
    terms: [
      { of: 'ROI', power: 1, as: 'plusOne' },
      { of: 'MKTSPEND', power: 1 },
      { of: 'MKTREVENUE', power: -1 },
    ],
    constant: ({ margin }) => margin ?? 1,
  },
  {
    name: 'churn',
    terms: [
      { of: 'CHURN', power: 1 },
      { of: 'RETENTION', power: -1, as: 'rest' },
    ],
    constant: one,
    taking: [
      [
        'CHURN.customersLost',
        'RETENTION.customersAtStart + RETENTION.newCustomers − RETENTION.customersAtEnd',
      ],
    ],
  },
  {
    name: 'lossRate',
    terms: [
      { of: 'LOSSRATE', power: 1 },
      { of: 'WINRATE', power: -1, as: 'rest' },
    ],
    constant: one,
  },
];

/** The identities that hold in a business; one that has not said what it is may be any. */
export const identitiesFor = ({ business, sales }: BusinessProfile): readonly Identity[] =>
  identities.filter(
    (identity) =>
      (business === null || !identity.businesses || identity.businesses.includes(business)) &&
      (!identity.sales || identity.sales === sales),
  );

/** Identities of a cost that is part of what all of marketing costs. */
export const costsInBudget: readonly string[] = ['leadCost'];
