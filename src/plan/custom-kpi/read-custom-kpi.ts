import type { Direction, Kpi } from '../../kpi/define.ts';
import type { Unit } from '../../kpi/units.ts';
import { kpiTitle, otherNames } from '../../messages/catalogue.ts';
import { languages } from '../../messages/compiled/languages.ts';
import { fold, splitWords } from '../../messages/fold.ts';
import type { CustomKpi, CustomKpiQuestion } from '../model/plan.ts';
import { averageDirection, directionOf, timeDirection } from './direction.ts';
import { dividedReading, quotientIn } from './quotient.ts';
import {
  type CustomKpiFacts,
  type CustomKpiReading,
  inBrackets,
  unitOf,
  withoutBrackets,
} from './reading.ts';
import * as words from './trade-words.ts';
import { type TradeName, tradeName } from './trade-words.ts';

type How = CustomKpi['how'];

/**
 * How a KPI of somebody's own adds up and which way is better, as far as its name and its unit leave
 * no doubt. Money per something is the quotient of two totals; what is new in a week is added to what
 * was new in the last one; a share, a grade or a rank is never added. What is neither clear by its
 * unit nor by a word of the trade stays open.
 */
export function readCustomKpi(typed: CustomKpiFacts): CustomKpiReading {
  const [title, written] = [typed.title.normalize('NFC'), typed.unit.normalize('NFC')];
  const facts = { ...typed, title, unit: written };
  const name = tradeName(withoutBrackets(facts.title));
  const said = tradeName(`${inBrackets(facts.title)} ${facts.unit}`);
  const quotient = quotientIn(facts, name);
  const reading = quotient
    ? dividedReading(quotient, name, facts)
    : (plainReading(name, said, facts) ?? likeReading(name, facts));
  if (reading) return reading;
  const unit = unitOf(name, facts);
  const isMoney = unit === 'money' || unit === 'moneyEach';
  const counted = !isMoney && (words.level.in(name) || words.event.in(name));
  const better = isMoney ? null : directionOf(name, counted ? 'event' : 'count');
  return { unit, better, how: null };
}

/** The KPI that becomes of a reading. What it leaves open is asked, and is not judged until then. */
export function customKpiOf(name: string, title: string, reading: CustomKpiReading): CustomKpi {
  const { unit, better, how } = reading;
  const unsaid: CustomKpiQuestion[] = [
    ...(how === null ? (['totalling'] as const) : []),
    ...(better === null ? (['better'] as const) : []),
  ];
  return { name, title, unit, better: better ?? 'higher', how: how ?? unknownHow, unsaid };
}

/** What stands in a KPI whose totalling is open: every week has its cell, none is added. */
const unknownHow: How = { is: 'typed', over: 'sum' };

/** A name that is no quotient. `null`: no word of the trade says how it adds up. */
function plainReading(
  name: TradeName,
  said: TradeName,
  facts: CustomKpiFacts,
): CustomKpiReading | null {
  const { measure } = facts;
  const unit = unitOf(name, facts);
  const typed = (over: 'sum' | 'last' | 'whole', better: Direction | null): CustomKpiReading => ({
    unit,
    better,
    how: { is: 'typed', over },
  });
  if (unit === 'fraction' || unit === 'times') return typed('whole', directionOf(name, 'rate'));
  if (words.average.in(name)) {
    if (words.rank.in(name)) return typed('last', 'lower');
    return typed('whole', averageDirection(name));
  }
  if (words.duration.in(name)) return timeReading(name, unit);
  if (unit === 'rank') return typed('last', 'lower');
  if (measure?.is === 'score') {
    const stars = tradeName(facts.unit).text.match(/ (?:sao|stars?) /u) !== null;
    return typed('whole', directionOf(name, 'rate') ?? (stars ? 'higher' : null));
  }
  if (words.unsettled.in(name)) return null;
  if (unit === 'money')
    return measure === null && words.countOrShare.in(name) ? null : moneyReading(name);
  const lost = words.bad.in(name);
  if (words.added.in(name) && !words.notNew.in(name)) return typed('sum', directionOf(name, 'new'));
  if (words.howOften.in(name))
    return words.made.in(name) || / (?:đăng|publishing|posting) /u.test(name.text)
      ? null
      : typed('whole', null);
  if (words.survey.in(name)) return typed('whole', directionOf(name, 'rate'));
  if (words.apart.in(name)) return typed('whole', directionOf(name, 'event'));
  if (words.level.in(name)) {
    const moved = lost && !/ (?:tồn kho|ton kho|inventory) /u.test(name.text);
    const grows = / (?:tăng|tang|giảm|giam|lượt|luot) /u.test(name.text);
    return moved || grows ? null : typed('last', directionOf(name, 'level'));
  }
  if (words.levelOrEvent.in(name)) return null;
  if (measure === null) {
    if (words.countOrShare.in(name) && !words.oneByOne.in(name)) return null;
    if (words.grade.in(name)) return typed('whole', directionOf(name, 'rate'));
    if (/ \S+ share $/u.test(name.text) && !words.oneByOne.in(name)) return null;
  }
  if (words.event.in(name) || words.made.in(name) || words.complaint.in(name)) {
    return typed(
      'sum',
      directionOf(name, words.made.in(name) && !words.event.in(name) ? 'made' : 'event'),
    );
  }
  if (words.rating.in(name)) return typed('whole', directionOf(name, 'rate'));
  if (words.event.in(said) || words.made.in(said)) return typed('sum', directionOf(name, 'count'));
  return null;
}

function timeReading(name: TradeName, unit: Unit): CustomKpiReading {
  const better = timeDirection(name);
  // Hours somebody watched are added up; how long one waited is an average already.
  const how: How | null = words.waiting.in(name) ? { is: 'typed', over: 'whole' } : null;
  return { unit, better, how };
}

function moneyReading(name: TradeName): CustomKpiReading | null {
  const sum = (better: Direction | null): CustomKpiReading => ({
    unit: 'money',
    better,
    how: { is: 'typed', over: 'sum' },
  });
  if (words.turned.in(name) || words.efficiency.in(name)) return null;
  const [isCost, isIncome] = [words.cost.in(name), words.income.in(name)];
  if (words.budget.in(name)) return isIncome ? null : sum('on plan');
  // «Chi phí lead» may be all of it, or what one of them costs.
  if (isCost) return null;
  if (!isIncome) return null;
  if (/ (?:giá trị|gia tri|value|ltv|clv|arpu) /u.test(name.text)) return null;
  return sum(words.bad.in(name) ? 'lower' : 'higher');
}

/** The name of a KPI of the catalogue and where it comes from, nothing else. */
function likeReading(name: TradeName, { like, measure }: CustomKpiFacts): CustomKpiReading | null {
  const [first, ...others] = like;
  if (!first || others.some(({ unit }) => unit !== first.unit)) return null;
  const rest = (kpi: Kpi): boolean => {
    const titles = languages.map((language) => kpiTitle(kpi, language));
    const also = languages.flatMap((language) => otherNames(kpi, language));
    return [kpi.name, ...titles, ...also].some((known) => {
      const inside = splitWords(fold(withoutBrackets(known))).join(' ');
      const typed = ` ${splitWords(fold(name.text)).join(' ')} `;
      if (inside === '' || !typed.includes(` ${inside} `)) return false;
      const left = typed.replace(` ${inside} `, ' ').trim();
      return left === '' || left.split(' ').every((word) => words.whereFrom.has(word));
    });
  };
  const { unit, better } = first;
  if (measure === null || like.some(rest)) {
    const known = like.length === 1 && rest(first) && better !== null;
    const over = 'counts' in first && first.counts.over !== 'first' ? first.counts.over : 'whole';
    if (known) return { unit, better, how: { is: 'typed', over } };
  }
  return null;
}
