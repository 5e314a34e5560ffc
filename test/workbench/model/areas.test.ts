import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../src/apps-script/google-drawing.ts';
import { asText, asWords, shortId } from '../../../src/apps-script/google-platform.ts';
import { parseTyped } from '../../../src/workbench/locale/typed.ts';
import type { RangeBounds } from '../../../src/workbench/model/address.ts';
import { without } from '../../../src/workbench/model/area-parts.ts';
import { sheetNumber } from '../../../src/workbench/model/sheet-number.ts';
import { scale } from '../../../src/workbench/page/grid/line-chart.ts';

const side = fc.integer({ min: 0, max: 8 });
const area = fc.tuple(side, side, side, side).map(([startRow, startColumn, down, across]) => ({
  startRow,
  startColumn,
  endRow: startRow + down,
  endColumn: startColumn + across,
}));

const cellsOf = ({ startRow, endRow, startColumn, endColumn }: RangeBounds): string[] => {
  const cells: string[] = [];
  for (let row = startRow; row <= endRow; row += 1) {
    for (let column = startColumn; column <= endColumn; column += 1) cells.push(`${row}:${column}`);
  }
  return cells;
};

describe('an area without another', () => {
  it('is every cell of the one that is none of the other’s, once', () => {
    fc.assert(
      fc.property(area, area, (one, other) => {
        const taken = new Set(cellsOf(other));
        const left = without(one, other).flatMap(cellsOf);
        expect(left.sort()).toEqual(
          cellsOf(one)
            .filter((cell) => !taken.has(cell))
            .sort(),
        );
      }),
    );
  });
});

describe('widths', () => {
  it('come back whole from their runs, and neighbours of one width share one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(60, 96, 230), { maxLength: 30 }), (widths) => {
        const found = runs(widths);
        expect(found.flatMap(({ count, width }) => Array(count).fill(width))).toEqual(widths);
        expect(found.map(({ from }) => from)).toEqual(
          found.map((_, i) => 1 + found.slice(0, i).reduce((sum, { count }) => sum + count, 0)),
        );
        expect(found.some(({ width }, i) => found[i - 1]?.width === width)).toBe(false);
      }),
    );
  });
});

describe('texts', () => {
  it.each(['vi_VN', 'en_US', 'de_DE'])('are read as the texts they are in %s', (locale) => {
    const looksLike = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=A1', '1,5', '12%', '31/12/2026', 'TRUE', '-3', "'x", '1.234', '₫5', '0x'),
    );
    fc.assert(
      fc.property(looksLike, (text) => {
        for (const write of [asText, asWords]) {
          const read = parseTyped(write(text), locale);
          if (text === '') expect(read.kind).toBe('blank');
          else expect(read).toMatchObject({ kind: 'text', text });
        }
      }),
    );
  });

  it('of ours stand as they are where nobody could take them for anything else', () => {
    for (const words of ['KPI', 'Trạng thái', '● đúng tiến độ']) expect(asWords(words)).toBe(words);
  });
});

describe('names by number', () => {
  it('are of six small letters and digits', () => {
    fc.assert(fc.property(fc.uuid(), (uuid) => /^[a-z0-9]{6}$/.test(shortId(uuid))));
  });

  it('stay the same for the same sheet, and tell the workbench’s own from all others', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 999 }), (id, n) => {
        fc.pre(!id.startsWith('sheet-'));
        expect(sheetNumber(`sheet-${n}`)).toBe(n);
        expect(sheetNumber(id)).toBe(sheetNumber(id));
        expect(sheetNumber(id)).toBeGreaterThan(999);
      }),
    );
  });
});

describe('a chart’s scale', () => {
  it('holds the lowest and the highest between a handful of even steps', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter((n) => Math.abs(n) > 1e-6);
    fc.assert(
      fc.property(value, value, (a, b) => {
        // A scale always begins or ends at 0, or crosses it.
        const [low, high] = [Math.min(0, a, b), Math.max(0, a, b)];
        const steps = scale(low, high);
        expect(steps.length).toBeGreaterThan(1);
        expect(steps.length).toBeLessThan(9);
        const slack = (high - low || Math.abs(high)) * 1e-9;
        expect(steps[0]).toBeLessThanOrEqual(low + slack);
        expect(steps[steps.length - 1]).toBeGreaterThanOrEqual(high - slack);
      }),
    );
  });
});
