import type { Day } from '../../plan/calendar/calendar.ts';
import { dayOf } from '../../plan/calendar/day.ts';
import {
  type CoverageColumn,
  coverageColumns,
  rateAt,
  refreshedColumns,
  sealColumn,
  sealOf,
} from '../../sheet/data/feed-columns.ts';
import { blockRange } from '../../sheet/layout/block.ts';
import { addressesFrom } from '../../sheet/layout/cell-addresses.ts';
import type { SheetBlock } from '../../sheet/layout/found-blocks.ts';
import { readBlocks } from '../plan-store/plan-sheet.ts';
import { rectangles } from '../plan-store/rectangles.ts';
import type { NamedArea, OnSheet, Spreadsheet } from '../ports/spreadsheet.ts';

/** How far the numbers of an input are, as its row in the block of feeds says. */
export interface Coverage {
  readonly from: Day | null;
  readonly through: Day | null;
  readonly settled: Day | null;
  /** A serial number with the time of day. */
  readonly updated: number | null;
  /** What to know about the numbers, in the words of the sheet. */
  readonly trust: string;
}

export const nothingCovered: Coverage = {
  from: null,
  through: null,
  settled: null,
  updated: null,
  trust: '',
};

/** The block of feeds with what its cells hold: one look. */
export function readFeedsBlock(area: NamedArea, spreadsheet: Spreadsheet): SheetBlock | null {
  return readBlocks(new Map([['feeds', area]]), spreadsheet)[0] ?? null;
}

export const feedsArea = (plan: string, spreadsheet: Spreadsheet): NamedArea | null =>
  spreadsheet.area(blockRange(plan, 'feeds'));

/** Whether every input has its row and every column its place. */
export const holdsCoverage = (block: SheetBlock, inputs: readonly string[]): boolean =>
  inputs.every((input) =>
    coverageColumns.every((column) => addressesFrom([block]).position('feeds', input, column)),
  );

/** Writes how far inputs are into their rows, wherever people have sorted them to. */
export function writeCoverage(
  block: SheetBlock,
  coverage: ReadonlyMap<string, Coverage>,
  spreadsheet: Spreadsheet,
  on: OnSheet = block.sheet,
): void {
  const addresses = addressesFrom([block]);
  const cells = [...coverage].flatMap(([input, covered]) =>
    refreshedColumns.flatMap((column) => {
      // Sheets of older layouts have no seal.
      const at = addresses.position('feeds', input, column);
      return at ? [{ ...at, value: cellOf(covered, column) }] : [];
    }),
  );
  for (const { area, values } of rectangles(cells)) spreadsheet.write(on, area, values);
}

function cellOf(
  covered: Coverage,
  column: (typeof refreshedColumns)[number],
): number | string | null {
  if (column === sealColumn) return sealOf(covered);
  return covered[column] === '' ? null : covered[column];
}

/**
 * What the cells of an input's row say; what is no number there is unknown, and so is everything
 * where somebody has typed over a day.
 */
export function coverageIn(block: SheetBlock, input: string): Coverage {
  const said = saidIn(block, input);
  return isTypedOver(block, input)
    ? { ...nothingCovered, updated: said.updated, trust: said.trust }
    : said;
}

/** Whether the days of an input are not those that a refresh has written. */
export function isTypedOver(block: SheetBlock, input: string): boolean {
  if (!addressesFrom([block]).position('feeds', input, sealColumn)) return false;
  const { from, through, settled } = saidIn(block, input);
  const seal = cellAt(block, input, sealColumn);
  const isBlank = from === null && through === null && settled === null;
  return isBlank ? typeof seal === 'number' : sealOf({ from, through, settled }) !== seal;
}

function cellAt(block: SheetBlock, input: string, column: (typeof refreshedColumns)[number]) {
  const at = addressesFrom([block]).position('feeds', input, column);
  return at && block.values[at.row - block.area.row]?.[at.column - block.area.column];
}

function saidIn(block: SheetBlock, input: string): Coverage {
  const cell = (column: CoverageColumn) => cellAt(block, input, column);
  const day = (column: CoverageColumn) => {
    const value = cell(column);
    return typeof value === 'number' ? value : null;
  };
  const trust = cell('trust');
  return {
    from: day('from'),
    through: day('through'),
    settled: day('settled'),
    updated: day('updated'),
    trust: typeof trust === 'string' ? trust : '',
  };
}

/** Whether the exchange rate of a currency stands in the block. */
export function hasRate(block: SheetBlock, currency: string): boolean {
  const { row, column } = rateAt(currency);
  const at = addressesFrom([block]).position('feeds', row, column);
  const rate = at && block.values[at.row - block.area.row]?.[at.column - block.area.column];
  return typeof rate === 'number' && rate > 0;
}

/** Says of some inputs of a plan that nothing is known of them. */
export function clearCoverage(
  plan: string,
  inputs: readonly string[],
  spreadsheet: Spreadsheet,
): void {
  const area = feedsArea(plan, spreadsheet);
  const block = area && readFeedsBlock(area, spreadsheet);
  if (block)
    writeCoverage(block, new Map(inputs.map((each) => [each, nothingCovered])), spreadsheet);
}

/** `2026-11-22 14:05` as a serial number with the time of day. */
export function serialMoment(moment: string): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)/.exec(moment)?.slice(1).map(Number);
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0] = parts ?? [];
  return parts ? dayOf(year, month, day) + (hours * 60 + minutes) / 1440 : null;
}
