import type { SampleSize } from '../../kpi/define.ts';
import type { Unit } from '../../kpi/units.ts';
import { hashText } from '../../messages/hash-text.ts';
import type { Day, WeekPart } from '../calendar/calendar.ts';
import type { TypedActuals } from '../model/actual.ts';
import { isOpen, type PlanInput, quantityAt } from '../model/inputs.ts';
import type { Plan } from '../model/plan.ts';

/** A week more than the week before, and how quiet the weeks of Tết are. */
const growth = 0.012;
export const quietWeeks = 0.5;
/** How far a week strays from the trend, and a rate from its level. */
const countNoise = 0.12;
const rateNoise = 0.06;
const levelNoise = 0.01;
/** Of four times the days there are not four times the people. */
const overlap = 0.75;

/** Đồng for one unit of a currency, roughly: a sample is to look right, not to be right. */
const worth: Readonly<Record<string, number>> = { VND: 1, IDR: 1.6, KRW: 18, JPY: 170, THB: 750 };
const worthElsewhere = 25_000;

/**
 * Made-up numbers for the inputs of a plan up to a day, by the key of the input, one for each week
 * part; `null` where nothing is typed. The same plan always gets the same numbers, an input the same
 * whatever else is in the plan, and parts never exceed their wholes.
 */
export function sampleInputs(
  plan: Sampled,
  inputs: readonly PlanInput[],
  parts: readonly WeekPart[],
  until: Day,
): TypedActuals {
  const made = new Sample(plan, inputs, parts);
  return Object.fromEntries(inputs.map((input) => [input.key, made.column(input, until)]));
}

/** What the numbers of a plan are made from. */
export type Sampled = Pick<Plan, 'id' | 'circumstances' | 'own'>;

/** The first and the last part of the days that a value stands for. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

class Sample {
  private readonly plan: Sampled;
  private readonly inputs: readonly PlanInput[];
  private readonly parts: readonly WeekPart[];
  private readonly weekly = new Map<string, readonly number[]>();

  constructor(plan: Sampled, inputs: readonly PlanInput[], parts: readonly WeekPart[]) {
    this.plan = plan;
    this.inputs = inputs;
    this.parts = parts;
  }

  column(input: PlanInput, until: Day): readonly (number | null)[] {
    let first = 0;
    return this.parts.map((part, last) => {
      if (!isOpen(input, part)) return null;
      const stretch = { first, last };
      first = last + 1;
      return part.to <= until ? this.value(input, stretch) : null;
    });
  }

  private value(input: PlanInput, stretch: Stretch): number {
    const made = this.made(input, this.sizeOf(input), stretch);
    return between(input.min, input.max, rounded(made * this.money(input.unit), input.unit));
  }

  private made(input: PlanInput, size: SampleSize, { first, last }: Stretch): number {
    if ('stock' in size) {
      const passed = input.over === 'first' ? first : last + 1;
      const flow = (key: string, of: string | number) =>
        typeof of === 'string'
          ? this.total(of, 0, passed)
          : this.total(`${input.key}.${key}`, 0, passed, { each: of });
      return size.stock + flow('gained', size.gains) - flow('lost', size.loses);
    }
    if ('level' in size) {
      const week = this.parts[last]?.week ?? 1;
      return (size.level + size.drift * week) * this.stray(input.key, last, levelNoise);
    }
    if (input.over !== 'whole') return this.total(input.key, first, last + 1);
    const days = (this.parts[last]?.to ?? 0) - (this.parts[first]?.from ?? 0) + 1;
    return (this.total(input.key, first, last + 1) * 7 * (days / 7) ** overlap) / days;
  }

  private total(key: string, from: number, before: number, size?: SampleSize): number {
    return this.parted(key, size)
      .slice(from, before)
      .reduce((sum, value) => sum + value, 0);
  }

  /** What a quantity that adds up comes to in every part. */
  private parted(key: string, given?: SampleSize): readonly number[] {
    const made = this.weekly.get(key);
    if (made) return made;
    const input = this.inputs.find((each) => each.key === key);
    const known = input ? this.sizeOf(input) : quantityAt(key)?.sample;
    const size = given ?? known ?? { each: 0 };
    const whole = 'of' in size ? this.parted(size.of) : [];
    const parts = this.parts.map((part, at) => {
      if ('share' in size) {
        const value = Math.round((whole[at] ?? 0) * size.share * this.stray(key, at, rateNoise));
        return Math.min(value, whole[at] ?? 0);
      }
      if ('times' in size) {
        return Math.round((whole[at] ?? 0) * size.times * this.stray(key, at, rateNoise));
      }
      const days = part.to - part.from + 1;
      const trend = (1 + growth * part.week) * (part.tet ? quietWeeks : 1);
      const amount = 'each' in size ? size.each : 0;
      return Math.round(((amount * days) / 7) * trend * this.stray(key, at, countNoise));
    });
    this.weekly.set(key, parts);
    return parts;
  }

  /** About 1, always the same for the same plan, number and part. */
  private stray(key: string, at: number, by: number): number {
    return 1 + by * (2 * chance(`${this.plan.id} ${key} ${this.parts[at]?.from ?? 0}`) - 1);
  }

  /** What says nothing of itself, own KPIs above all, gets what its unit makes likely. */
  private sizeOf(input: PlanInput): SampleSize {
    if (input.sample) return input.sample;
    const top = this.plan.own.find(
      ({ name, how }) => how.is === 'ratio' && input.key === `${name}.top`,
    );
    if (top) {
      const of = `${top.name}.bottom`;
      const usual = usualSizes[top.unit] ?? 3;
      if (top.unit === 'fraction') return { of, share: usual };
      return { of, times: usual * this.money(top.unit) };
    }
    const usual = usualSizes[input.unit] ?? 60;
    return input.over === 'sum' ? { each: usual } : { level: usual, drift: usual * 0.01 };
  }

  private money(unit: Unit): number {
    if (unit !== 'money' && unit !== 'moneyEach') return 1;
    return 1 / (worth[this.plan.circumstances.currency] ?? worthElsewhere);
  }
}

/** From 0 to 1, spread evenly over texts, the same for the same text. */
function chance(text: string): number {
  let hash = hashText(text);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

const usualSizes: Readonly<Partial<Record<Unit, number>>> = {
  money: 24_000_000,
  moneyEach: 85_000,
  fraction: 0.24,
  percentagePoints: 0.8,
  times: 3.2,
  seconds: 95,
  secondsEach: 95,
  hours: 36,
  years: 2.5,
  countPerYear: 3.2,
  score: 7.4,
  rank: 9,
};

function rounded(value: number, unit: Unit): number {
  if (unit === 'money' || unit === 'moneyEach') return toDigits(value, 4);
  if (unit === 'count' || unit === 'seconds') return Math.round(value);
  if (unit === 'fraction') return Math.round(value * 10_000) / 10_000;
  return Math.round(value * 10) / 10;
}

/** As people round: so many digits that say something. */
const toDigits = (value: number, digits: number): number => Number(value.toPrecision(digits));

const between = (min: number | undefined, max: number | undefined, value: number): number =>
  Math.max(min ?? value, Math.min(max ?? value, value));
