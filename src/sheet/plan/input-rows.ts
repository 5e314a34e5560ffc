import type { Day } from '../../plan/calendar/calendar.ts';
import { isOpen, type PlanInput } from '../../plan/model/inputs.ts';
import type { CellAddresses } from '../layout/block.ts';
import { anyNumber, atLeast, atMost, call, emptyText, when } from '../layout/formula-text.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { allPossible } from './typed-cells.ts';

/** Share of the quarter's week weights up to the end of a row. */
export const shareUpTo = (at: CellAddresses, day: string): string =>
  call('SUMIFS', at.column('input', 'cumulated'), at.column('input', 'to'), day);

/** The same up to any day: inside a row, day by day. */
export function shareUpToAny(at: CellAddresses, day: string): string {
  const begin = rowBegin(day, at);
  const end = call('MINIFS', at.column('input', 'to'), at.column('input', 'to'), atLeast(day));
  const [before, after] = [shareUpTo(at, `${begin}-1`), shareUpTo(at, end)];
  const inside = `${before}+(${after}-${before})*(${day}-${begin}+1)/(${end}-${begin}+1)`;
  return when(endsRow(day, at), shareUpTo(at, day), inside);
}

/** That a row ends with a day. */
export const endsRow = (day: string, at: CellAddresses): string =>
  `${call('COUNTIFS', at.column('input', 'to'), day)}>0`;

/** The first day of the row that a day is in. */
export const rowBegin = (day: string, at: CellAddresses): string =>
  call('MAXIFS', at.column('input', 'from'), at.column('input', 'from'), atMost(day));

/** The rows within days, as criteria. */
export const within = (at: CellAddresses, from: string, to: string): readonly string[] => [
  at.column('input', 'from'),
  atLeast(from),
  at.column('input', 'to'),
  atMost(to),
];

/** How many of the rows that end with a day, which is one, hold a number in a column. */
export const filledAt = (column: string, end: Day, at: CellAddresses): string =>
  call('COUNTIFS', at.column('input', 'to'), end, at.column('input', column), anyNumber);

/** How many cells hold numbers of those that are typed in, where not all of them are; else `null`. */
export function filledOpen(
  input: PlanInput,
  { parts }: Pick<SheetInput, 'parts'>,
  at: CellAddresses,
): string | null {
  const open = parts.filter((part) => isOpen(input, part));
  if (open.length === parts.length) return null;
  return open.length === 0 ? '0' : open.map(({ to }) => filledAt(input.key, to, at)).join('+');
}

/** The end of the latest row in which all of some inputs are known: their numbers can be. */
export function latest(
  inputs: readonly PlanInput[],
  criteria: readonly string[],
  at: CellAddresses,
): string {
  const ways = allPossible(
    inputs.map((input) => ({ cells: at.column('input', input.key), input })),
  );
  const rows = ways.map((way) => [...way, ...criteria]);
  const found = rows.map((each) => call('COUNTIFS', ...each)).join('+');
  const last = rows.map((each) => call('MAXIFS', at.column('input', 'to'), ...each));
  const latestRow = last.length === 1 ? (last[0] ?? '') : call('MAX', ...last);
  return when(`${found}>0`, latestRow, emptyText);
}
