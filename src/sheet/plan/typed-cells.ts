import { countsThings, type PlanInput } from '../../plan/model/inputs.ts';
import { anyNumber, atLeast, atMost, call, fraction, when } from '../layout/formula-text.ts';

/** A range that is typed in, and what may stand in it. */
export interface TypedCells {
  readonly cells: string;
  readonly input: Pick<PlanInput, 'unit' | 'min' | 'max'>;
}

/** Why a number cannot be what an input counts. */
export type ImpossibleKind = 'below' | 'above' | 'share';

const none = 0;

/** Criteria of the cells whose numbers cannot be, by why: each matches where all of its pairs do. */
export function impossible({
  cells,
  input,
}: TypedCells): readonly (readonly [ImpossibleKind, readonly string[]])[] {
  const { min, max } = input;
  return [
    ...(min === undefined ? [] : [['below', [cells, `"<"&${fraction(min)}`]] as const]),
    ...(max === undefined ? [] : [['above', [cells, `">"&${fraction(max)}`]] as const]),
    ...(countsThings(input) ? [['share', [cells, '">0"', cells, '"<1"']] as const] : []),
  ];
}

/** Criteria of the cells whose numbers can be; a cell matches one of them at most. */
function possible({ cells, input }: TypedCells): readonly (readonly string[])[] {
  const { min, max } = input;
  const below = max === undefined ? [] : [cells, atMost(fraction(max))];
  if (countsThings(input)) {
    return [
      [cells, atLeast(none), cells, atMost(none)],
      [cells, atLeast(1), ...below],
    ];
  }
  return [[cells, min === undefined ? anyNumber : atLeast(fraction(min)), ...below]];
}

/** How many cells hold a number that can be, among rows that meet criteria. */
export const countPossible = (typed: TypedCells, criteria: readonly string[]): string => {
  const counts = possible(typed).map((each) => call('COUNTIFS', ...each, ...criteria));
  return counts.length === 1 ? (counts[0] ?? '') : `(${counts.join('+')})`;
};

/** Where an input's hidden row says which of its cells is the first that cannot be used. */
export const doubtColumn = 'doubt';

/** Later than any day. */
export const never = 1_000_000;

/** The first day of the first row whose number cannot be; `never` where every one can. */
export function firstImpossible(typed: TypedCells, from: string): string {
  const days = impossible(typed).map(([, criteria]) =>
    when(`${call('COUNTIFS', ...criteria)}>0`, call('MINIFS', from, ...criteria), String(never)),
  );
  return days.length === 0 ? String(never) : call('MIN', ...days);
}

/** The first day of the first row that holds a text or an error; `never` without one. */
export function firstText({ cells }: TypedCells, from: string): string {
  const odd = ['ISTEXT', 'ISERROR'].map((name) => `${name}(${cells})`).join('+');
  return `SUMPRODUCT(MIN(${from}+${never}*(1-(${odd})*ISNUMBER(${from}))))`;
}

/** Criteria of several inputs at once: every way in which all of them can be. */
export const allPossible = (typed: readonly TypedCells[]): readonly (readonly string[])[] =>
  typed.reduce<readonly (readonly string[])[]>(
    (ways, each) => ways.flatMap((way) => possible(each).map((more) => [...way, ...more])),
    [[]],
  );
