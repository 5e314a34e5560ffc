import type { PlanCard } from '../../app/api/plan-api.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import {
  type Day,
  nextQuarter,
  previousQuarter,
  type QuarterName,
  quarterTitle,
  sameQuarter,
  suggestedQuarter,
} from '../../plan/calendar/calendar.ts';

/** Plans by quarter, in the order in which they come. */
export function byQuarter(
  plans: readonly PlanCard[],
): readonly { readonly quarter: QuarterName; readonly plans: readonly PlanCard[] }[] {
  const groups: { quarter: QuarterName; plans: PlanCard[] }[] = [];
  for (const card of plans) {
    const group = groups.find(({ quarter }) => sameQuarter(quarter, card.quarter));
    if (group) group.plans.push(card);
    else groups.push({ quarter: card.quarter, plans: [card] });
  }
  return groups;
}

/** As a choice in a list is named. */
export const quarterKey = ({ year, month }: QuarterName): string => `${year}-${month}`;

/** The quarters to choose from: around the one suggested, and the one chosen already. */
export function quarterChoices(
  today: Day,
  firstMonth: number,
  chosen: QuarterName,
): readonly QuarterName[] {
  const suggested = suggestedQuarter(today, firstMonth);
  const before = previousQuarter(suggested);
  const after = nextQuarter(suggested);
  const around = [previousQuarter(before), before, suggested, after, nextQuarter(after)];
  return around.some((quarter) => sameQuarter(quarter, chosen)) ? around : [chosen, ...around];
}

export const quarterOptions = (
  quarters: readonly QuarterName[],
  firstMonth: number,
  language: Language,
): readonly (readonly [string, string])[] =>
  quarters.map((quarter) => [quarterKey(quarter), quarterTitle(quarter, firstMonth, language)]);

export const quarterOfKey = (
  quarters: readonly QuarterName[],
  key: string,
): QuarterName | undefined => quarters.find((quarter) => quarterKey(quarter) === key);

/** A quarter of another financial year: the same where it begins alike, else the one suggested. */
export const sameStart = (quarter: QuarterName, firstMonth: number, today: Day): QuarterName =>
  (quarter.month - firstMonth) % 3 === 0 ? quarter : suggestedQuarter(today, firstMonth);
