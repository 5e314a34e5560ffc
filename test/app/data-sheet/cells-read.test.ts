import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import { dataRows, dayLines } from '../../kit/desk/fed-desk.ts';
import { adOn, cellsReadOn, tableDesk } from '../../kit/desk/table-desk.ts';

const first = dayOf(2026, 10, 1);

describe('a sheet into which a table of ads flows', () => {
  it('reads as many cells for 92,000 rows as for 920', () => {
    const read = [920, 9200, 92_000].map((rows) => {
      const { desk, ads } = tableDesk(rows);
      const all = Array.from({ length: ads }, (_, ad) => ad);
      const sum = (on: number, at: 0 | 1) =>
        all.reduce((total, ad) => total + (adOn(ad, on)[at] ?? 0), 0);
      const stands = (input: string, on: number) =>
        dataRows(desk.book).reduce(
          (total, row) => total + (row?.input === input && row.from === on ? row.value : 0),
          0,
        );
      for (const on of [first, first + 45, first + 91]) {
        expect(stands('CPL.cost', on)).toBeCloseTo(sum(on, 0), 6);
        expect(stands('LEADS', on)).toBeCloseTo(sum(on, 1), 6);
      }
      expect(dayLines(desk.book)).toHaveLength(22);
      const [weeks, everything] = [['input'], ['input', 'calc', 'split']].map((blocks) =>
        cellsReadOn(desk, blocks),
      );
      return { weeks, everything };
    });
    expect(new Set(read.map((each) => JSON.stringify(each))).size).toBe(1);
    console.info(`cells read by the formulas: ${JSON.stringify(read[0])}`);
  });
});
