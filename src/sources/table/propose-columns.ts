import { type Feed, mostValues } from '../../plan/model/feeds.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import { cleanText } from '../../plan/validation/field-reader.ts';
import { cellText } from './cells.ts';
import {
  columnWords,
  headersFor,
  isListOf,
  isResultOf,
  isStatusOf,
  nearness,
  wordIndex,
} from './header-words.ts';
import type { Doubt } from './propose-mapping.ts';
import { holdsNumbers, type SeenColumn } from './seen-columns.ts';

interface Proposed {
  readonly feeds: readonly Omit<Feed, 'account'>[];
  readonly unsure: readonly Doubt[];
}

/** That a column could be an input's. */
interface Match {
  readonly input: PlanInput;
  readonly column: SeenColumn;
  readonly thing: string | null;
  readonly isNear: boolean;
  /** Among the words that headers say for it; 0 is the likeliest. */
  readonly place: number;
}

/**
 * Gives columns of numbers to the inputs that their headers name. Inputs that are one thing on a
 * platform share a column; else it goes to the likeliest, and the others are named.
 */
export function proposeColumns(
  columns: readonly SeenColumn[],
  inputs: readonly PlanInput[],
): Proposed {
  const matches = inputs
    .flatMap((input) => matchesOf(input, columns.filter(holdsNumbers)))
    .sort(
      (one, other) =>
        Number(one.isNear) - Number(other.isNear) ||
        one.place - other.place ||
        nearness(one.input) - nearness(other.input),
    );
  const chosen: Match[] = [];
  for (const match of matches) {
    const isFed = chosen.some(({ input }) => input === match.input);
    const isFree = chosen
      .filter(({ column }) => column === match.column)
      .every(({ thing, isNear }) => thing !== null && thing === match.thing && !isNear);
    if (!isFed && isFree) chosen.push(match);
  }
  const fed = new Set(chosen.map(({ input }) => input));
  const taken = new Set(chosen.map(({ column }) => column));
  const unsure = chosen.flatMap(({ input, column, isNear }): Doubt[] => {
    const others = matches.filter((each) => each.input === input && !taken.has(each.column));
    const near: Doubt = { about: 'near', column: column.header, input: input.key };
    const also: Doubt = { about: 'column', input: input.key, columns: others.map(headerOf) };
    return [...(isNear ? [near] : []), ...(others.length > 0 ? [also] : [])];
  });
  const left = [...taken].flatMap((column): Doubt[] => {
    const empty = matches.filter((each) => each.column === column && !fed.has(each.input));
    const keys = empty.map(({ input }) => input.key);
    return keys.length > 0 ? [{ about: 'inputs', column: column.header, inputs: keys }] : [];
  });
  const inOrder = inputs.flatMap((input) => chosen.filter((each) => each.input === input));
  const proposed = inOrder.map((match) => ofKind(match, columns));
  const isTold = (key: string) =>
    proposed.some(({ feeds: [feed] }) => feed?.input === key && feed.only.length > 0);
  return {
    feeds: proposed.flatMap(({ feeds }) => feeds),
    unsure: [
      // Whose rows are told by their kind is what is meant, not near to it.
      ...unsure.filter((doubt) => doubt.about !== 'near' || !isTold(doubt.input)),
      ...left,
      ...proposed.flatMap((each) => each.unsure),
    ],
  };
}

/**
 * `Results` of an export are whatever each campaign was after: reach in one row, leads in the next.
 * Where a column says which, those of the input are taken and no others; where none does, or the
 * input is of no kind that is known, the kinds are to be looked at.
 */
function ofKind({ input, column }: Match, columns: readonly SeenColumn[]): Proposed {
  const { header } = column;
  const feed = feedOf(input, header, []);
  if (wordIndex(header, columnWords.results) < 0) return { feeds: [feed], unsure: [] };
  const kind = columns.find((each) => wordIndex(each.header, columnWords.resultKind) >= 0);
  const kinds = kind?.values ?? [];
  const open: Doubt = { about: 'kinds', column: header, kinds, input: input.key };
  const own = kinds.filter((each) => isResultOf(input, each));
  if (!kind || kinds.length === 0 || isResultOf(input, '') === null) {
    return { feeds: [feed], unsure: kinds.length === 1 ? [] : [open] };
  }
  if (own.length === 0) return { feeds: [], unsure: [] };
  if (own.length === kinds.length && own.length === 1) return { feeds: [feed], unsure: [] };
  const only = [{ dimension: kind.header, is: own.slice(0, mostValues) }];
  return {
    feeds: [feedOf(input, header, only)],
    unsure: [{ about: 'values', input: input.key, column: kind.header }],
  };
}

const headerOf = ({ column }: Match): string => column.header;

const feedOf = (
  { key }: PlanInput,
  metric: string | null,
  only: Feed['only'],
): Omit<Feed, 'account'> => ({ input: key, metric, only, split: null });

function matchesOf(input: PlanInput, columns: readonly SeenColumn[]): readonly Match[] {
  const { own, near, thing } = headersFor(input);
  return columns.flatMap((column): Match[] => {
    const place = wordIndex(column.header, own);
    if (place >= 0) return [{ input, column, thing, isNear: false, place }];
    const second = wordIndex(column.header, near);
    return second < 0 ? [] : [{ input, column, thing, isNear: true, place: second }];
  });
}

/** A list of people or orders: its rows are counted, by their status where that tells. */
export function countRows(columns: readonly SeenColumn[], inputs: readonly PlanInput[]): Proposed {
  const has = (words: string) => columns.some(({ header }) => wordIndex(header, words) >= 0);
  const rows = has(columnWords.order) ? 'orders' : has(columnWords.person) ? 'people' : null;
  if (!rows) return { feeds: [], unsure: [] };
  const status = columns.find(({ header }) => wordIndex(header, columnWords.status) >= 0);
  const proposed = inputs.flatMap((input): Proposed[] => {
    if (isListOf(input, rows)) return [{ feeds: [feedOf(input, null, [])], unsure: [] }];
    if (!status || input.over !== 'sum') return [];
    const seen = [...status.filled.map((cell) => cleanText(cellText(cell))), ...status.values];
    const values = [...new Set(seen)]
      .filter((value) => isStatusOf(input, value))
      .slice(0, mostValues);
    if (values.length === 0) return [];
    const only = [{ dimension: status.header, is: values }];
    const doubt: Doubt = { about: 'values', input: input.key, column: status.header };
    return [{ feeds: [feedOf(input, null, only)], unsure: [doubt] }];
  });
  return {
    feeds: proposed.flatMap(({ feeds }) => feeds),
    unsure: proposed.flatMap(({ unsure }) => unsure),
  };
}
