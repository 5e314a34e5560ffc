import { firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { dayFormat } from '../../sheet/layout/formats.ts';
import { dayHeads, daysKey, daysRange, mostDays } from '../../sources/data-rows.ts';
import { buildShared } from '../plan-store/shared-sheets.ts';
import type { CellValue } from '../ports/host.ts';
import type { NamedArea, Spreadsheet } from '../ports/spreadsheet.ts';
import { emptyRows, makeRoom, top } from './data-range.ts';
import type { DayLine } from './day-lines.ts';

/** A plan's block of days as it stands. */
export interface ReadDays {
  readonly area: NamedArea;
  /** By key. */
  readonly lines: ReadonlyMap<string, DayLine>;
  /** Keys from top to bottom, that of the days first. */
  readonly order: readonly string[];
  /** Nobody has touched its days, its keys or the cells that hold numbers, as far as their form goes. */
  readonly isWhole: boolean;
  /** No blank line stands between them. */
  readonly isTight: boolean;
  /** Lines that somebody else has written there. */
  readonly foreign: number;
}

/** The layout from which on a plan's sheet reads days from the sheet of days. */
const firstWithDays = 3;
export const readsDays = (layout: number): boolean => layout >= firstWithDays;

type Spanned = Pick<Plan, 'id' | 'name' | 'language' | 'quarter'>;

const daysOf = ({ quarter }: Pick<Plan, 'quarter'>): readonly number[] => {
  const first = firstDay(quarter);
  return Array.from({ length: lastDay(quarter) - first + 1 }, (_, at) => first + at);
};
const width = dayHeads.length + mostDays;

/** Where a plan's days stand; `null` where they are gone. */
export function daysArea(plan: string, spreadsheet: Spreadsheet): NamedArea | null {
  const area = spreadsheet.area(daysRange(plan));
  return area && area.rows >= emptyRows ? area : null;
}

/**
 * Makes the block of a plan, which is to be there before formulas speak of it: the line of its days
 * and an empty one, right below the header. Cut off, it leaves lines that the next one takes.
 */
export function ensureDaysBlock(plan: Spanned, spreadsheet: Spreadsheet): NamedArea {
  const standing = daysArea(plan.id, spreadsheet);
  if (standing) return standing;
  const sheet = buildShared('days', plan.language, spreadsheet);
  const area = { row: top, column: 1, rows: emptyRows, columns: width };
  makeRoom(sheet, area, ([key]) => key === daysKey, spreadsheet);
  const named = { ...area, name: daysRange(plan.id), sheet };
  writeWhole(plan, named, [], spreadsheet);
  spreadsheet.setName(named.name, sheet, area);
  return named;
}

/** One look at all of it. */
export function readDays(plan: Spanned, area: NamedArea, spreadsheet: Spreadsheet): ReadDays {
  const days = daysOf(plan);
  const found = spreadsheet.values(area, area);
  const lines = new Map<string, DayLine>();
  const order: string[] = [];
  let [foreign, isWhole] = [0, area.columns === width];
  let [hasDays, isTight] = [false, true];
  for (const [at, cells] of found.entries()) {
    const [key, title, segment, ...numbers] = cells;
    if (cells.every((cell) => cell === '')) continue;
    if (at !== order.length) isTight = false;
    if (key === daysKey) {
      hasDays = days.every((day, at) => isDay(numbers[at], day));
      order.push(daysKey);
      continue;
    }
    const line = lineOf(String(key), title, segment, numbers.slice(0, days.length));
    if (!line || lines.has(line.key)) {
      isWhole = false;
      foreign += line ? 0 : 1;
    } else {
      lines.set(line.key, line);
      order.push(line.key);
    }
  }
  return { area, lines, order, foreign, isTight, isWhole: isWhole && hasDays };
}

/** Where clocks change at midnight, a day begins an hour later or earlier. */
const clockChange = 1.5 / 24;
const isDay = (cell: CellValue | undefined, day: number): boolean =>
  typeof cell === 'number' && Math.abs(cell - day) < clockChange;

/** Keys of lines have the input and the account in them. */
const isKey = (key: string): boolean => key.includes('|');

function lineOf(
  key: string,
  title: CellValue | undefined,
  segment: CellValue | undefined,
  cells: readonly CellValue[],
): DayLine | null {
  const numbers = cells.map((cell) =>
    typeof cell === 'number' ? cell : cell === '' ? null : Number.NaN,
  );
  if (!isKey(key) || numbers.some(Number.isNaN)) return null;
  return { key, title: String(title ?? ''), segment: String(segment ?? ''), numbers };
}

/** Puts lines into a block that was read; of the days before `from` nothing has changed. */
export function writeDays(
  plan: Spanned,
  read: ReadDays,
  lines: readonly DayLine[],
  from: number,
  spreadsheet: Spreadsheet,
): void {
  const { area, order, isWhole, isTight } = read;
  const keys = [daysKey, ...lines.map(({ key }) => key)];
  const same =
    isWhole && keys.length === order.length && keys.every((key, at) => key === order[at]);
  const heads = lines.every(({ key, segment, title }) => {
    const old = read.lines.get(key);
    return old?.segment === segment && old.title === title;
  });
  const moved = lines.some(({ key, numbers }) =>
    numbers.some((value, at) => at < from && value !== read.lines.get(key)?.numbers[at]),
  );
  if (!same || !heads || moved || !isTight) {
    writeWhole(plan, grown(area, keys.length, spreadsheet), lines, spreadsheet);
    return;
  }
  // Up to the last day of which anything came, now or before.
  const all = [...lines, ...read.lines.values()];
  const end = Math.max(0, ...all.map(({ numbers }) => lengthOf(numbers)));
  if (end <= from) return;
  const part = {
    row: area.row + 1,
    column: area.column + dayHeads.length + from,
    rows: lines.length,
    columns: end - from,
  };
  spreadsheet.write(
    area,
    part,
    lines.map(({ numbers }) => numbers.slice(from, end)),
  );
}

/** How many places there are up to the last number. */
const lengthOf = (numbers: DayLine['numbers']): number =>
  numbers.reduce<number>((length, cell, at) => (cell === null ? length : at + 1), 0);

/** The block with room for so many lines; Google makes its name grow with rows in its midst. */
function grown(area: NamedArea, lines: number, spreadsheet: Spreadsheet): NamedArea {
  const { sheet, row, column } = area;
  const lacking = lines - area.rows;
  if (lacking > 0) spreadsheet.insertRows(sheet, row + 1, lacking);
  const rows = Math.max(area.rows, lines);
  if (width !== area.columns)
    spreadsheet.setName(area.name, sheet, { row, column, rows, columns: width });
  return { ...area, rows, columns: width };
}

/** All of a block; what it has more of is left blank. */
function writeWhole(
  plan: Spanned,
  area: NamedArea,
  lines: readonly DayLine[],
  spreadsheet: Spreadsheet,
): void {
  const { sheet, row, column, rows, columns } = area;
  const head = filled([daysKey, plan.name, null, ...daysOf(plan)]);
  spreadsheet.write(sheet, { row, column, rows: 1, columns }, [head], dayFormat(plan.language));
  const blank = Array.from({ length: columns }, () => null);
  const below = Array.from({ length: rows - 1 }, (_, at): readonly (CellValue | null)[] => {
    const line = lines[at];
    if (!line) return blank;
    const { key, title, segment, numbers } = line;
    return filled([key, title, segment === '' ? null : segment, ...numbers]);
  });
  spreadsheet.write(sheet, { row: row + 1, column, rows: rows - 1, columns }, below, numberFormat);
}

/** As wide as the block. */
const filled = (cells: readonly (CellValue | null)[]): readonly (CellValue | null)[] => [
  ...cells,
  ...Array.from({ length: width - cells.length }, () => null),
];

/** Lines that are inserted below the days would show days as well. */
const numberFormat = '#,##0.##';

/** Deletes what `writeDays` left blank. */
export function dropSurplusLines(
  { area }: ReadDays,
  lines: number,
  spreadsheet: Spreadsheet,
): void {
  const surplus = area.rows - Math.max(emptyRows, lines + 1);
  if (surplus > 0) spreadsheet.deleteRows(area.sheet, area.row + area.rows - surplus, surplus);
}
