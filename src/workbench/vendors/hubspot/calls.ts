import { type DayNumber, dayIn } from '../days.ts';
import { tooMuch } from './failure.ts';

export interface Limits {
  /** Searches of a second; their answers do not say how many are left. */
  readonly searches: number;
  readonly tenSeconds: number;
  readonly day: number;
}

export const standardLimits: Limits = { searches: 5, tenSeconds: 100, day: 250_000 };

/** What has been asked lately; what is refused counts for the day as well. */
export class Calls {
  readonly #limits: Limits;
  readonly #zone: string;
  #searches: number[] = [];
  #others: number[] = [];
  #day: DayNumber = 0;
  #today = 0;

  constructor(limits: Limits, zone: string) {
    this.#limits = limits;
    this.#zone = zone;
  }

  count(isSearch: boolean, nowMs: number): void {
    const day = dayIn(this.#zone, nowMs);
    if (day !== this.#day) this.#today = 0;
    this.#day = day;
    this.#today += 1;
    if (this.#today > this.#limits.day) throw tooMuch('DAILY');
    this.#searches = this.#searches.filter((ms) => ms > nowMs - 1_000);
    this.#others = this.#others.filter((ms) => ms > nowMs - 10_000);
    const lately = isSearch ? this.#searches : this.#others;
    const most = isSearch ? this.#limits.searches : this.#limits.tenSeconds;
    if (lately.length >= most) throw tooMuch(isSearch ? 'SECONDLY' : 'TEN_SECONDLY_ROLLING');
    lately.push(nowMs);
  }

  /** What every answer but a search’s says. */
  headers(): Readonly<Record<string, string>> {
    const { day, tenSeconds } = this.#limits;
    return {
      'x-hubspot-ratelimit-daily': String(day),
      'x-hubspot-ratelimit-daily-remaining': String(Math.max(0, day - this.#today)),
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
      'x-hubspot-ratelimit-max': String(tenSeconds),
      'x-hubspot-ratelimit-remaining': String(Math.max(0, tenSeconds - this.#others.length)),
    };
  }
}
