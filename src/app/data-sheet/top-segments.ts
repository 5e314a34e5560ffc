import type { Plan } from '../../plan/model/plan.ts';
import { segmentKeys } from '../../sheet/data/feed-columns.ts';
import { blockRange } from '../../sheet/layout/block.ts';
import { addressesFrom } from '../../sheet/layout/cell-addresses.ts';
import type { SheetBlock } from '../../sheet/layout/found-blocks.ts';
import type { Row } from '../../sources/source.ts';
import { readBlocks } from '../plan-store/plan-sheet.ts';
import { rectangles } from '../plan-store/rectangles.ts';
import type { Spreadsheet } from '../ports/spreadsheet.ts';
import type { DataRow } from './merge-rows.ts';

export const isSegmented = ({ feeds }: Pick<Plan, 'feeds'>): boolean =>
  feeds.some(({ split }) => split !== null);

/** Which segments are shown is chosen anew so often. */
export const rankedDays = 7;

/** Names longer than this no campaign has. */
const longest = 300;

/**
 * The largest segments of the inputs that are told apart, an input's share of its own total counting
 * as much as another's. Names that differ only in capitals are one.
 */
export function largestSegments(rows: readonly Row[], { feeds }: Pick<Plan, 'feeds'>): string[] {
  const split = new Set(feeds.flatMap(({ input, split: by }) => (by === null ? [] : [input])));
  const totals = new Map<string, number>();
  const parts = new Map<string, { name: string; input: string; value: number }>();
  for (const { input, segment, value } of rows) {
    if (!split.has(input) || segment === '') continue;
    const size = Math.abs(value);
    totals.set(input, (totals.get(input) ?? 0) + size);
    const key = `${input} ${segment.toLowerCase()}`;
    const part = parts.get(key) ?? { name: segment, input, value: 0 };
    parts.set(key, { ...part, value: part.value + size });
  }
  const scores = new Map<string, { name: string; score: number }>();
  for (const { name, input, value } of parts.values()) {
    const key = name.toLowerCase();
    const share = value / (totals.get(input) || 1);
    const known = scores.get(key);
    scores.set(key, { name: known?.name ?? name, score: (known?.score ?? 0) + share });
  }
  return [...scores.values()]
    .sort((one, other) => other.score - one.score || (one.name < other.name ? -1 : 1))
    .map(({ name }) => name.slice(0, longest));
}

/**
 * The names of the block as they are to stand: a name that stays keeps its row, the others take the
 * rows that are free. Seen from the last days alone (`partly`), nothing that stands has to go.
 */
export function placedSegments(
  standing: readonly string[],
  largest: readonly string[],
  partly: boolean,
): string[] {
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const wanted = largest.slice(0, standing.length);
  const kept = standing.map((name) =>
    partly || wanted.some((each) => same(each, name)) ? name : '',
  );
  const others = (partly ? largest : wanted).filter(
    (name) => !kept.some((each) => same(each, name)),
  );
  return kept.map((name) => name || (others.shift() ?? ''));
}

/** The names in the block of the segments as they stand; `null` where the block, or one of its rows, is gone. */
export interface StandingSegments {
  readonly names: readonly string[];
  /** Writes others in their place. */
  write(names: readonly string[]): void;
}

/** The block of the segments as it stands, found by its name. */
export function segmentsBlock(plan: string, spreadsheet: Spreadsheet): SheetBlock | null {
  const area = spreadsheet.area(blockRange(plan, 'split'));
  const [block] = area ? readBlocks(new Map([['split', area]]), spreadsheet) : [];
  return block ?? null;
}

export function standingSegments(
  block: SheetBlock | null,
  spreadsheet: Spreadsheet,
): StandingSegments | null {
  if (!block) return null;
  const addresses = addressesFrom([block]);
  const cells = segmentKeys.flatMap((key) => addresses.position('split', key, 'title') ?? []);
  const standing = cells.map(({ row, column }) =>
    String(block.values[row - block.area.row]?.[column - block.area.column] ?? ''),
  );
  return {
    names: standing,
    write(names) {
      if (cells.every((_, at) => names[at] === standing[at])) return;
      const writes = cells.map((at, index) => ({ ...at, value: names[index] || null }));
      for (const { area: part, values } of rectangles(writes))
        spreadsheet.write(block.sheet, part, values);
    },
  };
}

/** Writes the names of segments into their block, where they are others than those that stand. */
export function writeSegments(
  plan: Plan,
  rows: readonly DataRow[],
  partly: boolean,
  spreadsheet: Spreadsheet,
): void {
  const standing = standingSegments(segmentsBlock(plan.id, spreadsheet), spreadsheet);
  standing?.write(placedSegments(standing.names, largestSegments(rows, plan), partly));
}
