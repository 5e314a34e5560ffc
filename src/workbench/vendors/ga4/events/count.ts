import { hashNumbers } from '../../chance.ts';
import { type DayNumber, dayIn, dayOfText } from '../../days.ts';
import { narrowest } from '../filter.ts';
import type { FactTable } from '../metrics.ts';
import { keptFrom } from '../properties.ts';
import type { Range, ReportPlan } from '../report-plan.ts';
import type { Dimension, Seen } from './dimensions.ts';
import type { Session } from './site.ts';
import { dayOfSite } from './stream.ts';
import { Tally } from './tally.ts';
import { unassigned } from './traffic.ts';

/** What was counted for one combination of values. */
export interface CountedRow {
  /** Of the dimensions in their order; with several ranges, the range's name last. */
  readonly values: readonly string[];
  readonly tally: Tally;
}

/** Rare values stand under one name where the property has too many. */
const otherRow = '(other)';
const manyValued = ['sessionCampaignName', 'landingPage', 'pagePath'];

/** Of a row that was put together without its day: not even that is left of it. */
function withoutDay(values: readonly string[], { property, dimensions }: ReportPlan): boolean {
  const many = dimensions.findIndex(([name]) => manyValued.includes(name));
  return property.oddity === 'otherDates' && isRare(values[many] ?? '');
}

const isRare = (value: string): boolean =>
  value !== '' && hashNumbers(...[...value].map((sign) => sign.charCodeAt(0))) % 3 === 0;

function readers({ property, dimensions }: ReportPlan): readonly Dimension['read'][] {
  return dimensions.map(([name, { read }]) =>
    property.oddity === 'otherRow' && manyValued.includes(name)
      ? (seen) => {
          const value = read(seen);
          return isRare(value) ? otherRow : value;
        }
      : read,
  );
}

/** Counts a report's rows; `grouped` off: only a total for each range. */
export function count(plan: ReportPlan, grouped: boolean): readonly CountedRow[] {
  const rows = new Map<string, CountedRow>();
  for (const range of plan.ranges) new Counting(plan, range, grouped, rows).run();
  return [...rows.values()];
}

const nothing: Seen = {
  day: 0,
  traffic: unassigned,
  landing: '(not set)',
  page: '(not set)',
  event: '(not set)',
  device: '(not set)',
  country: '(not set)',
  age: 'unknown',
};

class Counting {
  readonly #plan: ReportPlan;
  readonly #range: Range;
  readonly #read: readonly Dimension['read'][];
  readonly #rows: Map<string, CountedRow>;
  readonly #seen: Seen = { ...nothing };
  readonly #facts: ReadonlySet<FactTable>;
  readonly #byEvent: boolean;
  /** When the property was made, in seconds. */
  readonly #made: number;
  /** The first day of which there is anything. */
  readonly #begins: DayNumber;

  constructor(plan: ReportPlan, range: Range, grouped: boolean, rows: Map<string, CountedRow>) {
    this.#plan = plan;
    this.#range = range;
    const { zone, made, oddity } = plan.property;
    this.#made = Date.parse(made) / 1000;
    const kept = oddity === 'cutOff' ? (dayOfText(keptFrom) ?? 0) : 0;
    this.#begins = Math.max(kept, dayIn(zone, this.#made * 1000));
    this.#rows = rows;
    this.#read = grouped ? readers(plan) : [];
    this.#facts = new Set(plan.metrics.map(([, { facts }]) => facts));
    const reaches = grouped ? plan.dimensions.map(([, { reach }]) => reach) : [];
    this.#byEvent = narrowest(reaches) === 'event';
  }

  run(): void {
    const { property, now } = this.#plan;
    const last = Math.min(this.#range.to, dayIn(property.zone, now * 1000));
    for (let day = this.#range.from; day <= last; day += 1) this.#day(day);
  }

  #day(day: DayNumber): void {
    const { property, now, test } = this.#plan;
    const seen = this.#seen;
    if (day < this.#begins) return;
    const { sessions, ads, search } = dayOfSite(property, day);
    seen.day = day;
    for (const session of sessions) this.#session(session);
    Object.assign(seen, nothing, { day });
    for (const row of this.#facts.has('ads') ? ads : []) {
      seen.traffic = row.traffic;
      if (now >= row.arrives && test.passes(seen)) this.#tally().ad(row, now);
    }
    Object.assign(seen, nothing, { day });
    for (const row of this.#facts.has('search') ? search : []) {
      seen.landing = row.landing;
      seen.device = row.device;
      seen.country = row.country;
      if (now >= row.arrives && test.passes(seen)) this.#tally().search(row);
    }
  }

  #session(session: Session): void {
    const { now, test } = this.#plan;
    const made = this.#made;
    const seen = this.#seen;
    seen.traffic = now < session.attributed ? unassigned : session.traffic;
    seen.landing = session.landing;
    seen.device = session.device;
    seen.country = session.country;
    seen.age = session.age;
    const eachEvent = test.reach === 'event';
    if (!eachEvent && !test.passes(seen)) return;
    let tally: Tally | null = null;
    for (const event of session.events) {
      if (event.at < made || event.at + event.late > now) continue;
      seen.page = event.page;
      seen.event = event.name;
      if (eachEvent && !test.passes(seen)) continue;
      if (tally === null || this.#byEvent) tally = this.#tally();
      tally.event(session, event);
    }
  }

  #tally(): Tally {
    const own = this.#read.map((read) => read(this.#seen));
    const values = withoutDay(own, this.#plan) ? own.map(() => otherRow) : own;
    if (this.#plan.ranges.length > 1) values.push(this.#range.name);
    const key = values.join('\n');
    const found = this.#rows.get(key);
    if (found !== undefined) return found.tally;
    const tally = new Tally();
    this.#rows.set(key, { values, tally });
    return tally;
  }
}
