import type { Day } from '../../plan/calendar/calendar.ts';
import { segmentOf } from '../segment.ts';
import type { Row } from '../source.ts';
import type { DayCounts, PartCounts, PartsQuestion, SiteInput } from './question.ts';
import { brought, countOf, type Page, page } from './result-page.ts';

/** Sums of many parts end in digits that nobody counted. */
const almost = 1e-6;
/** More than this of a few weeks is nothing that countries or devices have. */
const mostParts = 60_000;

/** Parts and, where they are less than the whole, the rest. */
export function toldApart(question: PartsQuestion, came: readonly PartCounts[]): Page {
  const { before, whole, wanted, to } = question;
  const parts = [...before, ...came];
  const isTwice = new Set(parts.map(([day, , , part]) => `${day} ${part}`)).size < parts.length;
  const { isMore, isLess } = beside(whole, parts, wanted);
  // Between the two answers numbers have moved: both are asked for anew, once.
  if (isTwice || isMore || parts.length > mostParts) {
    return question.again ? untold(question) : page({ more: [fromTheStart(question)] });
  }
  // What is still missing may stand on another page.
  if (isLess && came.length > 0) return page({ more: [{ ...question, before: parts }] });
  const rows = parts
    .filter(([day]) => day <= to)
    .flatMap((each): Row[] =>
      wanted.map((input) => ({
        from: each[0],
        to: each[0],
        input: input.input,
        segment: segmentOf(each[3]),
        value: partOf(each, input),
      })),
    );
  return page({ rows: [...rows, ...restOf(whole, parts, wanted)] });
}

/** What the parts leave of the whole, as a row without a name. */
const restOf = (
  whole: readonly DayCounts[],
  parts: readonly PartCounts[],
  wanted: readonly SiteInput[],
): readonly Row[] =>
  wanted.flatMap((input) => {
    const sums = sumsOf(parts, input);
    return whole.flatMap((day): Row[] => {
      const value = countOf(day, input) - (sums.get(day[0]) ?? 0);
      const [on] = day;
      return value > almost ? [{ from: on, to: on, input: input.input, segment: '', value }] : [];
    });
  });

/** Only the whole: what it is made of cannot be said. */
const untold = ({ whole, wanted, to }: PartsQuestion): Page =>
  page({ rows: brought(wanted, whole, to), untold: wanted.map(({ input }) => input) });

const fromTheStart = ({ site, from, to, only, wanted }: PartsQuestion) =>
  ({ is: 'days', site, from, to, only, before: [], wanted, again: true }) as const;

function beside(
  whole: readonly DayCounts[],
  parts: readonly PartCounts[],
  wanted: readonly SiteInput[],
): { readonly isMore: boolean; readonly isLess: boolean } {
  const known = new Map(whole.map((day) => [day[0], day]));
  const differences = wanted.flatMap((input) => {
    const sums = sumsOf(parts, input);
    const days = new Set([...known.keys(), ...sums.keys()]);
    return [...days].map((day) => {
      const counts = known.get(day);
      return (counts ? countOf(counts, input) : 0) - (sums.get(day) ?? 0);
    });
  });
  return {
    isMore: differences.some((each) => each < -almost),
    isLess: differences.some((each) => each > almost),
  };
}

function sumsOf(parts: readonly PartCounts[], input: SiteInput): ReadonlyMap<Day, number> {
  const sums = new Map<Day, number>();
  for (const each of parts) sums.set(each[0], (sums.get(each[0]) ?? 0) + partOf(each, input));
  return sums;
}

const partOf = ([day, clicks, impressions]: PartCounts, input: SiteInput): number =>
  countOf([day, clicks, impressions], input);
