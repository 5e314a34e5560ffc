import type { Direction, Kpi } from '../../kpi/define.ts';
import type { Unit } from '../../kpi/units.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import type { CustomKpi } from '../model/plan.ts';
import type { TradeName } from './trade-words.ts';
import * as words from './trade-words.ts';

/** What numbers are in, as far as a unit says it. */
export interface Measure {
  readonly is: 'percent' | 'money' | 'hours' | 'score' | 'count';
  /** A million, where money is told in millions. */
  readonly scale: number;
  /** The currencies it may name; left out where it names none. */
  readonly currencies?: readonly string[];
}

/** What is known of a KPI that is in no catalogue before anybody was asked. */
export interface CustomKpiFacts {
  readonly title: string;
  /** What its numbers are in; `null` where nothing says so. */
  readonly measure: Measure | null;
  /** The unit as it was written: `đ/lead`, `lượt`; `''` where none was. */
  readonly unit: string;
  /** KPIs of the catalogue whose names stand in the title. */
  readonly like: readonly Kpi[];
  /** Of the words a quotient is told in. */
  readonly language: Language;
}

/** What a name and a unit say. `null`: they do not say it, and nobody shall guess. */
export interface CustomKpiReading {
  readonly unit: Unit;
  readonly better: Direction | null;
  readonly how: CustomKpi['how'] | null;
}

/** What a unit says numbers are in. */
export function measureOfUnit(unit: Unit): Measure | null {
  if (unit === 'money' || unit === 'moneyEach') return { is: 'money', scale: 1 };
  if (unit === 'fraction' || unit === 'percentagePoints') return { is: 'percent', scale: 1 };
  if (unit === 'hours') return { is: 'hours', scale: 1 };
  return unit === 'score' || unit === 'index' ? { is: 'score', scale: 1 } : null;
}

const brackets = /\(([^()]*)\)|\[([^[\]]*)\]/g;
export const withoutBrackets = (title: string): string => title.replace(brackets, ' ').trim();
export const inBrackets = (title: string): string =>
  [...title.matchAll(brackets)].map((found) => found[1] ?? found[2] ?? '').join(' ');

/** What a KPI's numbers are in: as its unit says, else as its name does. */
export function unitOf(
  name: TradeName,
  { measure, like = [] }: Pick<CustomKpiFacts, 'title' | 'measure'> & Partial<CustomKpiFacts>,
): Unit {
  if (measure?.is === 'percent') return 'fraction';
  if (measure?.is === 'money') return words.average.in(name) ? 'moneyEach' : 'money';
  if (measure?.is === 'hours') return 'hours';
  if (measure?.is === 'score') return 'score';
  if (words.rank.in(name) && !words.event.in(name)) return 'rank';
  if (measure !== null) return 'count';
  if (words.rate.in(name)) return 'fraction';
  const salesCalls = / sales? /u.test(name.text) && words.event.in(name);
  const isMoney = words.income.in(name) && !salesCalls;
  if (isMoney || words.cost.in(name) || words.budget.in(name)) {
    return words.average.in(name) ? 'moneyEach' : 'money';
  }
  const [first, ...others] = like;
  return first && others.every(({ unit }) => unit === first.unit) ? first.unit : 'count';
}
