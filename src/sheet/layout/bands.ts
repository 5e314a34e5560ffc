import type { Cell, Drawing, Rectangle } from './drawing.ts';

/** What a band of its own costs, in cells: a dozen calls more, each of which takes as long as many cells. */
const bandCost = 600;

/** A cell of which nothing has to be said: the sheet is blank there anyway. */
export const isNothing = ({ value, text, formula, format, note, allows, style }: Cell): boolean =>
  style === 'plain' &&
  [value, text, formula, format, note, allows].every((each) => each === undefined);

/**
 * The rectangles from column A in which all of a drawing lies, few of them and little more in them: what
 * is hidden below is many times as wide as what people see, and shorter.
 */
export function bandsOf({ cells }: Pick<Drawing, 'cells'>): readonly Rectangle[] {
  const widths = cells.map((row) =>
    row.reduce((last, cell, at) => (isNothing(cell) ? last : at + 1), 0),
  );
  // The least that the rows above each row cost, and where their last band begins.
  const least = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= widths.length; to += 1) {
    let best = { cost: Number.POSITIVE_INFINITY, from: 0 };
    let width = 0;
    for (let from = to - 1; from >= 0; from -= 1) {
      width = Math.max(width, widths[from] ?? 0);
      const band = width === 0 ? 0 : (to - from) * width + bandCost;
      const cost = (least[from]?.cost ?? 0) + band;
      if (cost < best.cost) best = { cost, from };
    }
    least.push(best);
  }
  const bands: Rectangle[] = [];
  for (let to = widths.length; to > 0; to = least[to]?.from ?? 0) {
    const from = least[to]?.from ?? 0;
    const columns = Math.max(...widths.slice(from, to));
    if (columns > 0) bands.unshift({ row: from + 1, column: 1, rows: to - from, columns });
  }
  return bands;
}
