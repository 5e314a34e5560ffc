/** Kinds of business: in each, what a visit or a lead becomes is something else. */
export const businesses = ['online', 'leads', 'b2b', 'subscription'] as const;
export type Business = (typeof businesses)[number];

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
  /** `margin`: the plan's, 1 where it has none. Left out: 1. */
  readonly constant?: number | 'margin';
  /** Kinds of business in which the counts are of the same thing; left out: always. */
  readonly businesses?: readonly Business[];
  /** «Doanh số» or «doanh thu»; left out: either. */
  readonly sales?: 'sales' | 'revenue';
  /** Holds from quarter to quarter, not between readings of unlike periods. */
  readonly changesOnly?: true;
  /** The left side is a cost that is part of what all of marketing costs. */
  readonly inBudget?: true;
  /** Quantities that are the same thing in these businesses. */
  readonly taking?: readonly (readonly [string, string])[];
}

/** `left` is the product of `right`. */
export const product = (
  name: string,
  left: string,
  right: readonly string[],
  more: Partial<Identity> = {},
): Identity => ({
  name,
  terms: [{ of: left, power: 1 }, ...right.map((of) => ({ of, power: -1 }) as const)],
  ...more,
});

/** What every visit comes to; only where an order is what a visit converts to. */
export const byVisits = {
  businesses: ['online', 'subscription'],
  taking: [['CVR.conversions', 'AOV.orders']],
} as const;

/** Businesses in which somebody talks to a customer before there is a deal. */
export const talking: readonly Business[] = ['leads', 'b2b'];

/** Every lead that sales accepts is a deal, won or lost. */
export const byDeals = {
  businesses: talking,
  taking: [
    ['SQLS', 'WINRATE.won + WINRATE.lost'],
    ['AOV.orders', 'WINRATE.won'],
  ],
} as const;
