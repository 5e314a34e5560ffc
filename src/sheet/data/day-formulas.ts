import { quoted } from '../../native/twin.ts';
import { firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import { type DayHead, dayHeads, daysKey, daysRange, lineKey } from '../../sources/data-rows.ts';
import type { CellAddresses } from '../layout/block.ts';
import {
  all,
  anyNumber,
  atLeast,
  atMost,
  call,
  emptyText,
  known,
  when,
} from '../layout/formula-text.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import type { ConnectedInput } from './connected-input.ts';
import { segmentKeys } from './feed-columns.ts';

type Facts = Pick<SheetInput, 'plan'>;

/** The column of the hidden cells that holds which line of the sheet of days something is. */
export const lineColumn = 'share';
/** How many lines the plan has there. */
export const countColumn = 'paced';

/** The hidden row about everything that flows in, where the line of the days is found. */
export const flowKey = '.flow';

const block = ({ plan }: Facts): string => daysRange(plan.id);

/** A line of the sheet of days. */
const lineAt = (line: string, facts: Facts): string => call('INDEX', block(facts), line, 0);

const headAt = (line: string, head: DayHead, facts: Facts): string =>
  call('INDEX', block(facts), line, dayHeads.indexOf(head) + 1);

const keys = (facts: Facts): string => call('INDEX', block(facts), 0, 1);

/** Which line has a key; an error where none does. */
const lineOf = (key: string, facts: Facts): string => call('MATCH', quoted(key), keys(facts), 0);

/** Of two lines with one key nobody knows which is meant. */
const foundLine = (key: string, found: string, facts: Facts): string =>
  when(`${call('COUNTIFS', keys(facts), quoted(key))}=1`, found, emptyText);

/**
 * Which line holds the days, where it holds exactly those of the quarter: whatever rests on the sheet
 * of days is unknown while one of them is gone or was typed over.
 */
export function daysLine(facts: Facts): string {
  const { quarter } = facts.plan;
  const [first, last] = [firstDay(quarter), lastDay(quarter)];
  const count = last - first + 1;
  const line = lineOf(daysKey, facts);
  const cells = lineAt(line, facts);
  const whole = all(
    `COUNT(${cells})=${count}`,
    `SUM(${cells})=${((first + last) * count) / 2}`,
    `MIN(${cells})=${first}`,
    `MAX(${cells})=${last}`,
  );
  return foundLine(daysKey, when(whole, line, emptyText), facts);
}

/** How many lines there are: asked once, for engines read all of them to tell. */
export const linesCount = (facts: Facts): string => call('ROWS', block(facts));

/** The key of the hidden row of an input. */
export const inputRowKey = (input: string): string => `.in:${input}`;

/** The cell that says which line an input's days stand in. */
export const lineCell = ({ input }: ConnectedInput, at: CellAddresses): string =>
  at.cell('calc', inputRowKey(input.key), lineColumn);

const daysCell = (at: CellAddresses): string => at.cell('calc', flowKey, lineColumn);

/** Which line an input's days stand in; blank where they stand in none. */
export const inputLine = (
  { input, account }: ConnectedInput,
  facts: Facts,
  at: CellAddresses,
): string => {
  const key = lineKey(input.key, account.id);
  return known([daysCell(at)], foundLine(key, lineOf(key, facts), facts));
};

/**
 * Which line a segment's days stand in: that of its place below the input's own line, where it was
 * filled for the name that stands in the block `split`. A name that somebody typed there, or that
 * stood there before, shows nothing of another one.
 */
export function segmentLine(
  { input, account }: ConnectedInput,
  { place, name, own }: { readonly place: string; readonly name: string; readonly own: string },
  facts: Facts,
  at: CellAddresses,
): string {
  const line = `${own}+${segmentKeys.indexOf(place) + 1}`;
  const isPlace = call(
    'EXACT',
    headAt(line, 'key', facts),
    quoted(lineKey(input.key, account.id, place)),
  );
  const isName = call('EXACT', call('LOWER', headAt(line, 'segment', facts)), call('LOWER', name));
  const isThere = `${line}<=${at.cell('calc', flowKey, countColumn)}`;
  const found = when(isThere, when(all(isPlace, isName), line, emptyText), emptyText);
  return when(`LEN(${name})=0`, emptyText, known([own], found));
}

/** What stands in a line for some days. */
export const sumOfDays = (
  line: string,
  days: { readonly from?: string; readonly to: string },
  facts: Facts,
  at: CellAddresses,
): string => call('SUMIFS', lineAt(line, facts), ...within(days, facts, at));

const within = (
  { from, to }: { readonly from?: string; readonly to: string },
  facts: Facts,
  at: CellAddresses,
): readonly string[] => {
  const days = lineAt(daysCell(at), facts);
  return [...(from === undefined ? [] : [days, atLeast(from)]), days, atMost(to)];
};

/** The first or the last number in a line for some days, before any rate; blank without one. */
export function readingOfDays(
  line: string,
  which: 'first' | 'last',
  days: { readonly from: string; readonly to: string },
  facts: Facts,
  at: CellAddresses,
  rated: (value: string) => string,
): string {
  const tests = [...within(days, facts, at), lineAt(line, facts), anyNumber];
  const dayCells = lineAt(daysCell(at), facts);
  const found = call(which === 'first' ? 'MINIFS' : 'MAXIFS', dayCells, ...tests);
  const value = call('SUMIFS', lineAt(line, facts), dayCells, found);
  return when(`${call('COUNTIFS', ...tests)}>0`, rated(value), emptyText);
}
