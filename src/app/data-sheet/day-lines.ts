import { inputTitle } from '../../messages/catalogue.ts';
import { hashText } from '../../messages/hash-text.ts';
import { type Day, firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { connectedInputs } from '../../sheet/data/connected-input.ts';
import { segmentKeys } from '../../sheet/data/feed-columns.ts';
import { sheetInputFor } from '../../sheet/plan/plan-facts.ts';
import { lineKey } from '../../sources/data-rows.ts';
import type { Row } from '../../sources/source.ts';
import type { Context } from '../ports/context.ts';
import type { RowBatch } from './merge-rows.ts';

/** A line of a plan's block of days: an input's own, or one of its segments. */
export interface DayLine {
  readonly key: string;
  /** The input as people call it. */
  readonly title: string;
  /** The segment; `''` of the input itself, and of a place that no segment is known for. */
  readonly segment: string;
  /** By day of the quarter; `null` where nothing came. */
  readonly numbers: readonly (number | null)[];
}

/** An input of a plan that flows in. */
export interface DayInput {
  readonly key: string;
  readonly account: string;
  readonly title: string;
  /** Its numbers belong to single days each, and stand on the sheet of days. */
  readonly daily: boolean;
  readonly split: boolean;
}

export const dayInputs = (plan: Plan, context: Context): readonly DayInput[] =>
  connectedInputs(sheetInputFor(plan, context)).map(({ input, account, feed, daily }) => ({
    key: input.key,
    account: account.id,
    title: inputTitle(input, plan.language),
    daily,
    split: feed.split !== null && input.over === 'sum',
  }));

/** The keys of the lines that an input has; the first is its own. */
export const keysOf = ({ key, account, daily, split }: DayInput): readonly string[] =>
  daily || split
    ? [lineKey(key, account), ...(split ? segmentKeys.map((at) => lineKey(key, account, at)) : [])]
    : [];

/** The segments that stand in the places of an input, `''` where none does. */
export const segmentsOf = (
  input: DayInput,
  lines: ReadonlyMap<string, DayLine>,
): readonly string[] =>
  keysOf(input)
    .slice(1)
    .map((key) => lines.get(key)?.segment ?? '');

/**
 * The lines as they are to stand. Numbers that were there stay up to the day from which on an account
 * brings new ones; a segment's move along to the place that shows it now.
 */
export function mergeDayLines(
  { quarter }: Pick<Plan, 'quarter'>,
  inputs: readonly DayInput[],
  before: ReadonlyMap<string, DayLine>,
  batches: readonly RowBatch[],
  /** The segments that are shown of an input, by place. */
  shown: (input: string) => readonly string[],
): DayLine[] {
  const first = firstDay(quarter);
  const days = lastDay(quarter) - first + 1;
  return inputs.flatMap((input): DayLine[] => {
    const [own = '', ...places] = keysOf(input);
    if (own === '') return [];
    const batch = batches.find(({ account }) => account === input.account);
    const from = batch ? Math.max(0, batch.from - first) : days;
    const rows = (batch?.rows ?? []).filter(
      (row) => row.input === input.key && row.from === row.to,
    );
    const sums = input.daily ? sumsOf(rows, { first, from, days }) : noSums;
    const line = (
      key: string,
      segment: string,
      old: DayLine | undefined,
      fresh: Sums | undefined,
    ) => ({
      key,
      title: input.title,
      segment,
      numbers: Array.from({ length: days }, (_, at) =>
        input.daily ? ((at < from ? old?.numbers[at] : fresh?.get(at)) ?? null) : null,
      ),
    });
    const olds = places.flatMap((key) => before.get(key) ?? []);
    const names = shown(input.key);
    return [
      line(own, '', before.get(own), sums.all),
      ...places.map((key, at) => {
        const segment = names[at] ?? '';
        const folded = segment.toLowerCase();
        if (segment === '') return line(key, '', undefined, undefined);
        const old = olds.find((each) => each.segment.toLowerCase() === folded);
        return line(key, segment, old, sums.by.get(folded));
      }),
    ];
  });
}

/** What came for each day, by its place in the quarter. */
type Sums = ReadonlyMap<number, number>;
interface AllSums {
  readonly all: Sums;
  /** By segment, in small letters. */
  readonly by: ReadonlyMap<string, Sums>;
}
const noSums: AllSums = { all: new Map(), by: new Map() };

function sumsOf(
  rows: readonly Row[],
  { first, from, days }: { readonly first: Day; readonly from: number; readonly days: number },
): AllSums {
  const all = new Map<number, number>();
  const by = new Map<string, Map<number, number>>();
  for (const { to, segment, value } of rows) {
    const at = to - first;
    if (at < from || at >= days) continue;
    all.set(at, (all.get(at) ?? 0) + value);
    if (segment === '') continue;
    const folded = segment.toLowerCase();
    const own = by.get(folded) ?? new Map<number, number>();
    own.set(at, (own.get(at) ?? 0) + value);
    by.set(folded, own);
  }
  return { all, by };
}

/** What inputs came to on each day, as rows: to tell what was reported and is another number now. */
export function totalsOf(
  { quarter }: Pick<Plan, 'quarter'>,
  inputs: readonly DayInput[],
  lines: ReadonlyMap<string, DayLine>,
): (Row & { readonly account: string })[] {
  const first = firstDay(quarter);
  return inputs.flatMap((input) => {
    const [own = ''] = keysOf(input);
    const { key, account } = input;
    return (lines.get(own)?.numbers ?? []).flatMap((value, at) => {
      const day = first + at;
      return value === null
        ? []
        : [{ from: day, to: day, input: key, segment: '', value, account }];
    });
  });
}

/** What lines are, then what the numbers of each day come to, in whatever order lines stand. */
export function digestOfDays(lines: readonly DayLine[]): string {
  const sorted = [...lines].sort((one, other) => (one.key < other.key ? -1 : 1));
  const days = Math.max(0, ...sorted.map(({ numbers }) => numbers.length));
  const short = (text: string) => hashText(text).toString(36);
  const heads = short(JSON.stringify(sorted.map(({ key, segment }) => [key, segment])));
  const numbers = Array.from({ length: days }, (_, at) => {
    const held = sorted.flatMap(({ key, numbers: own }) =>
      own[at] === null || own[at] === undefined ? [] : [[key, own[at]]],
    );
    return held.length === 0 ? '' : short(JSON.stringify(held));
  });
  return [heads, ...numbers].join(',');
}

/** Whether lines and their numbers before some place in the quarter are those that were noted. */
export function isAsNoted(noted: string, lines: readonly DayLine[], before: number): boolean {
  const [one, other] = [noted.split(','), digestOfDays(lines).split(',')];
  return Array.from({ length: before + 1 }, (_, at) => at).every(
    (at) => (one[at] ?? '') === (other[at] ?? ''),
  );
}
