import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dropLongNote,
  keepLongNote,
  longNote,
} from '../../../src/app/plan-store/chunked-property.ts';
import { rectangles } from '../../../src/app/plan-store/rectangles.ts';
import { freeTitle, planTitle } from '../../../src/app/plan-store/sheet-title.ts';
import { ok, problem } from '../../kit/desk/answers.ts';
import { fakeBook, Killed } from '../../kit/desk/fake-book.ts';
import { openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { lan } from '../../kit/plans/plans.ts';

describe('a note of any length', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 30_000, unit: 'grapheme' }),
    fc.constantFrom('ế'.repeat(9000), '🎯'.repeat(5000), 'a'.repeat(8900), ''),
  );

  it('is read as it was kept, in pieces that fit', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const book = fakeBook();
        keepLongNote('n', first, book);
        expect(longNote('n', book.notes())).toBe(first);
        keepLongNote('n', second, book);
        expect(longNote('n', book.notes())).toBe(second);
        dropLongNote('n', book);
        expect(book.notes()).toEqual({});
      }),
      { numRuns: 40 },
    );
  });

  it('is whole or not there when a run is cut off while it is kept', () => {
    const [before, after] = ['x'.repeat(20_000), 'y'.repeat(30_000)];
    for (let call = 1; call < 12; call += 1) {
      const book = fakeBook();
      keepLongNote('n', before, book);
      book.revive();
      book.killAt(call, 'after');
      try {
        keepLongNote('n', after, book);
      } catch (error) {
        expect(error).toBeInstanceOf(Killed);
      }
      book.revive();
      expect([before, after, null]).toContain(longNote('n', book.notes()));
      dropLongNote('n', book);
      keepLongNote('n', 'short', book);
      expect(longNote('n', book.notes())).toBe('short');
    }
  });
});

describe('the title of a tab', () => {
  it('is never one that is taken, too long, or that a spreadsheet refuses', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 150, unit: 'grapheme' }), fc.nat(3), (name, others) => {
        const wanted = planTitle(lan({ name }));
        const sheets = Array.from({ length: others }, (_, id) => ({
          id,
          hidden: false,
          name: freeTitle(
            wanted,
            Array.from({ length: id }, (__, each) => ({
              id: each,
              hidden: false,
              name: each === 0 ? wanted.toUpperCase() : '',
            })),
          ),
        }));
        const title = freeTitle(wanted, sheets);
        expect(title.length).toBeLessThanOrEqual(100);
        expect(title).not.toMatch(/[:\\/?*[\]]|^~|^'|'$/);
        expect(sheets.map((each) => each.name.toLowerCase())).not.toContain(title.toLowerCase());
      }),
    );
  });

  it('names the quarter of the financial year', () => {
    const circumstances = { firstMonth: 4 };
    expect(planTitle(lan({ circumstances, quarter: { year: 2027, month: 1 } }))).toMatch(/· Q4 /);
  });
});

describe('cells gathered into rectangles', () => {
  it('are each in exactly one, with their value', () => {
    const spot = fc.record({
      row: fc.integer({ min: 1, max: 8 }),
      column: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(spot, { selector: (each) => `${each.row}:${each.column}` }),
        (spots) => {
          const given = spots.map((at) => ({ ...at, value: `${at.row}:${at.column}` }));
          const found = rectangles(given).flatMap(({ area, values }) =>
            values.flatMap((line, down) =>
              line.map((value, across) => {
                expect(value).toBe(`${area.row + down}:${area.column + across}`);
                return value;
              }),
            ),
          );
          expect([...found].sort()).toEqual(given.map(({ value }) => value).sort());
        },
      ),
    );
  });
});

describe('the selected table', () => {
  const selecting = (address: string) => {
    const desk = openFakeDesk();
    desk.book.type(desk.notes, 2, 2, 'KPI');
    desk.book.type(desk.notes, 2, 3, 'Mục tiêu');
    desk.book.type(desk.notes, 3, 2, 'Lead');
    desk.book.type(desk.notes, 3, 3, 1200);
    desk.host.select('Notes', address);
    return desk.panel.selectedTable();
  };

  it('is what people see, without what is blank below and beside', () => {
    expect(ok(selecting('B2:F900'))).toEqual([
      ['KPI', 'Mục tiêu'],
      ['Lead', '1200'],
    ]);
  });

  it('is refused with a sentence where nothing stands or nothing is selected', () => {
    expect(problem(selecting('K20:L30'))).toMatch(/trống/);
    expect(problem(openFakeDesk().panel.selectedTable())).toMatch(/chưa chọn/);
  });
});
