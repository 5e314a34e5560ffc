import { dayIn } from '../days.ts';
import {
  daySpent,
  hourSpent,
  projectHourSpent,
  serverErrorsSpent,
  smallGroupsSpent,
} from './failure.ts';
import type { Property } from './properties.ts';

/** What a standard property may use up. */
export const standardLimits = {
  tokensPerDay: 200_000,
  tokensPerHour: 40_000,
  tokensPerProjectPerHour: 14_000,
  potentiallyThresholdedRequestsPerHour: 120,
  serverErrorsPerProjectPerHour: 10,
} as const;
type Pool = keyof typeof standardLimits;
export type Limits = Readonly<Record<Pool, number>>;

const atOnce = 10;
const hourMs = 3_600_000;
/** Days of quotas begin and end there. */
const googleZone = 'America/Los_Angeles';

const refusals: Readonly<Record<Pool, () => Error>> = {
  tokensPerDay: daySpent,
  tokensPerHour: hourSpent,
  tokensPerProjectPerHour: projectHourSpent,
  potentiallyThresholdedRequestsPerHour: smallGroupsSpent,
  serverErrorsPerProjectPerHour: serverErrorsSpent,
};
const pools = Object.keys(refusals) as Pool[];

/** What is used up of a property's quotas. An hour's is back with the next hour, a day's with the next day. */
export class Quotas {
  readonly #limits: Limits;
  readonly #used = new Map<string, { readonly since: number; amount: number }>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Where one pool is empty, everything is refused. */
  refuseSpent(property: Property, nowMs: number): void {
    const empty = pools.find((pool) => this.#left(property, pool, nowMs) <= 0);
    if (empty !== undefined) throw refusals[empty]();
  }

  spendTokens(property: Property, tokens: number, nowMs: number): void {
    for (const pool of ['tokensPerDay', 'tokensPerHour', 'tokensPerProjectPerHour'] as const) {
      this.#pool(property, pool, nowMs).amount += tokens;
    }
  }

  spendOne(
    property: Property,
    pool: 'potentiallyThresholdedRequestsPerHour' | 'serverErrorsPerProjectPerHour',
    nowMs: number,
  ): void {
    this.#pool(property, pool, nowMs).amount += 1;
  }

  /** As an answer tells it; `tokens` is what the request itself used. */
  told(property: Property, tokens: number, personal: boolean, nowMs: number): object {
    const used = (pool: Pool): number => {
      if (pool === 'serverErrorsPerProjectPerHour') return 0;
      if (pool === 'potentiallyThresholdedRequestsPerHour') return personal ? 1 : 0;
      return tokens;
    };
    const status = (consumed: number, remaining: number): object => ({
      ...(consumed === 0 ? {} : { consumed }),
      ...(remaining === 0 ? {} : { remaining }),
    });
    return {
      ...Object.fromEntries(
        pools.map((pool) => [pool, status(used(pool), this.#left(property, pool, nowMs))]),
      ),
      concurrentRequests: status(0, atOnce),
    };
  }

  #left(property: Property, pool: Pool, nowMs: number): number {
    return Math.max(0, this.#limits[pool] - this.#pool(property, pool, nowMs).amount);
  }

  #pool({ name }: Property, pool: Pool, nowMs: number): { amount: number } {
    const since = pool === 'tokensPerDay' ? dayIn(googleZone, nowMs) : Math.floor(nowMs / hourMs);
    const key = `${name} ${pool}`;
    const found = this.#used.get(key);
    if (found !== undefined && found.since === since) return found;
    const fresh = { since, amount: 0 };
    this.#used.set(key, fresh);
    return fresh;
  }
}

/** More days, more columns and more rows cost more; most requests cost fewer than ten. */
export const tokensFor = (days: number, columns: number, rows: number): number =>
  1 + Math.floor(days / 31) + Math.floor(columns / 4) + Math.floor(rows / 2000);
