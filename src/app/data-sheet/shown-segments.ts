import type { Plan } from '../../plan/model/plan.ts';
import { segmentKeys } from '../../sheet/data/feed-columns.ts';
import type { Row } from '../../sources/source.ts';
import { type DayInput, type DayLine, segmentsOf } from './day-lines.ts';
import { foldSegments } from './fold-segments.ts';
import type { RowBatch } from './merge-rows.ts';
import { largestSegments, placedSegments } from './top-segments.ts';

/** What is known of an input that is told apart. */
export interface SegmentsKnown {
  /** All its days come anew, so that each of its segments is known from the first one on. */
  readonly whole: boolean;
  /** Numbers of segments that are not shown were put together with the rest. */
  readonly folded: boolean;
  /** Some of its numbers came without saying of which segment they are. */
  readonly untold: boolean;
  /** What stood there says nothing any more. */
  readonly lost: boolean;
}

/** By place: what is to be shown of all inputs, what of one, and whether that is not all there is of it. */
export interface ShownSegments {
  readonly names: readonly string[];
  of(input: string): readonly string[];
  isFolded(input: string): boolean;
}

/**
 * Which segments are shown. `rank`: every input that is told apart comes anew as a whole, and the
 * largest take the places. Else who has a place keeps it, and free places are for who is new. A
 * segment is shown of an input only where all its days are known: all of them came, or it was shown
 * before, or nothing was ever put together with the rest, so that whoever is new had nothing before.
 */
export function shownSegments(
  plan: Pick<Plan, 'feeds'>,
  inputs: readonly DayInput[],
  given: {
    readonly before: ReadonlyMap<string, DayLine>;
    /** The names as they stand on the plan's sheet. */
    readonly standing: readonly string[];
    readonly batches: readonly RowBatch[];
    readonly rank: boolean;
    readonly known: (input: DayInput) => SegmentsKnown;
  },
): ShownSegments {
  const { before, batches, rank, known } = given;
  const split = inputs.filter((each) => each.split);
  const brought = (input: DayInput) => {
    const batch = batches.find(({ account }) => account === input.account);
    return (batch?.rows ?? []).filter(
      (row) => row.input === input.key && row.to >= (batch?.from ?? 0),
    );
  };
  const placed = segmentKeys.map((_, at) => {
    const names = split.flatMap((input) =>
      known(input).lost ? [] : segmentsOf(input, before)[at] || [],
    );
    return names[0] ?? '';
  });
  const standing = segmentKeys.map((_, at) => given.standing[at] ?? '');
  const kept = each(rank ? standing : placed.map((name, at) => name || (standing[at] ?? '')));
  /** Whether whoever is new had nothing of an input before. */
  const startsAnew = (input: DayInput): boolean => {
    const { whole, folded, untold, lost } = known(input);
    return !untold && (whole || (!folded && !lost));
  };
  const candidates = split.filter((input) => rank || startsAnew(input)).flatMap(brought);
  const names = placedSegments(kept, largestSegments(candidates, plan), !rank);
  const own = new Map<string, readonly string[]>();
  const folded = new Set<string>();
  for (const input of split) {
    const { whole, folded: was, untold, lost } = known(input);
    const old = lost || whole ? [] : segmentsOf(input, before).filter((name) => name !== '');
    const isOld = (name: string) => old.some((one) => same(one, name));
    const mayShow = (name: string) => startsAnew(input) || (!untold && isOld(name));
    const shown = names.map((name) => (name !== '' && mayShow(name) ? name : ''));
    const isShown = (name: string) => shown.some((one) => same(one, name));
    own.set(input.key, shown);
    const hides =
      untold ||
      lost ||
      (was && !whole) ||
      old.some((name) => !isShown(name)) ||
      brought(input).some(({ segment }) => segment !== '' && !isShown(segment));
    if (hides) folded.add(input.key);
  }
  return {
    names,
    of: (input) => own.get(input) ?? [],
    isFolded: (input) => folded.has(input),
  };
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** A name has one place. */
const each = (names: readonly string[]): readonly string[] =>
  names.map((name, at) => (names.findIndex((one) => same(one, name)) === at ? name : ''));

/** The rows of inputs that do not stand on the sheet of days, their segments put together but for those shown. */
export function withoutHidden<R extends Row>(
  rows: readonly R[],
  shown: ShownSegments,
): readonly R[] {
  const names = new Map<string, ReadonlySet<string>>();
  const isShown = ({ input, segment }: R): boolean => {
    const own = names.get(input) ?? new Set(shown.of(input).map((name) => name.toLowerCase()));
    names.set(input, own);
    return own.has(segment.toLowerCase());
  };
  const rest = rows.flatMap((row) => (isShown(row) ? [] : [{ ...row, segment: '' }]));
  const inputs = new Set(rest.map(({ input }) => input));
  return [...rows.filter(isShown), ...foldSegments(rest, inputs)];
}
