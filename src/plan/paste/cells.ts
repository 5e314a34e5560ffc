import { fold } from '../../messages/fold.ts';
import { parseAmount } from '../amounts/parse-amount.ts';
import type { Cadence } from '../model/plan.ts';

export interface WeightRead {
  /** 0–1; left out where the cell is blank. */
  readonly value?: number;
  /** What stood there and is no weight. */
  readonly bad?: string;
}

const longestWeight = 20;

/** A column of weights: `20 %`, `0,2`, or `20` where its numbers are percents. */
export function weightsIn(cells: readonly string[], locale: string): readonly WeightRead[] {
  const read = cells.map((cell) => parseAmount(cell.slice(0, longestWeight), locale));
  const bare = read.flatMap((each) => ('value' in each && !each.percent ? [each.value] : []));
  const inPercents = bare.some((value) => value > 1);
  return read.map((each, at): WeightRead => {
    const cell = cells[at] ?? '';
    if ('problem' in each) return each.problem === 'empty' ? {} : { bad: cell };
    const value = each.percent || !inPercents ? each.value : each.value / 100;
    return value >= 0 && value <= 1 ? { value } : { bad: cell };
  });
}

/** How often: `null` where nothing stands. */
export function cadenceIn(cell: string): Cadence | null | 'unknown' {
  const text = fold(cell).trim();
  if (text === '') return null;
  if (/\b(?:ngay|daily|day)\b/.test(text)) return 'day';
  if (/\b(?:tuan|weekly|week)\b/.test(text)) return 'week';
  if (/\b(?:thang|monthly|month)\b/.test(text)) return 'month';
  return /\b(?:quy|quarterly|quarter)\b/.test(text) ? 'quarter' : 'unknown';
}

export const textIn = (
  cell: string,
  most: number,
): { readonly text: string; readonly cut: boolean } =>
  cell.length > most ? { text: cell.slice(0, most).trim(), cut: true } : { text: cell, cut: false };
