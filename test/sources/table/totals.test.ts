import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableCell } from '../../../src/sources/table/cells.ts';
import { january, read, totalOf, wants } from './a-table.ts';

const head = ['Day', 'Campaign', 'Cost', 'Clicks'];
type Line = readonly [day: number | null, name: string, cost: TableCell, clicks: TableCell];
const cellsOf = (lines: readonly Line[]) => [
  head,
  ...lines.map(([day, name, cost, clicks]) => [
    day === null ? '' : january(day),
    name,
    cost,
    clicks,
  ]),
];
const account = { currency: 'USD' };
const both = [wants(), wants({ input: 'CPC.clicks', metric: 'Clicks' }, { unit: 'count' })];
const readLines = (lines: readonly Line[], wanted = [wants()]) =>
  read(cellsOf(lines), { account, wanted });

/** Two campaigns on each of three days. */
const details: readonly Line[] = [1, 2, 3].flatMap((day): Line[] => [
  [day, 'A', 10 * day, 3],
  [day, 'B', 7 * day, 2 * day],
]);
const costOfAll = 102;
/** With a line for each day below its own. */
const withLines = (name: string): readonly Line[] =>
  [1, 2, 3].flatMap((day): Line[] => [
    ...details.filter(([of]) => of === day),
    [day, name, 17 * day, 3 + 2 * day],
  ]);

describe('totals among the rows of a table', () => {
  it.each([
    'Cộng ngày',
    'All campaigns',
    'Total',
    'Tổng',
    'Tất cả chiến dịch',
    'TỔNG CỘNG',
    'Subtotal',
    'Tổng kênh',
  ])('that are called %s are counted once', (name) => {
    const found = readLines(withLines(name));
    expect(totalOf(found)).toBe(costOfAll);
    expect(found.counts.totals).toBe(3);
    expect(found.short).toBeNull();
  });

  it('are found by what they sum where no word tells', () => {
    const found = readLines(withLines('Facebook Ads'));
    expect(totalOf(found)).toBe(costOfAll);
    expect(found.problems).toMatchObject([{ kind: 'leftOut', count: 3, stops: false }]);
    expect(found.problems[0]?.cells[0]?.at).toBe('B4');
    // Also above their parts, at the end, and without a name beside parts that have one.
    const last = [...details, ...withLines('X').filter(([, name]) => name === 'X')];
    const above = [...withLines('X')].reverse();
    for (const lines of [last, above, withLines('')]) {
      expect(totalOf(readLines(lines))).toBe(costOfAll);
    }
  });

  it('may be totals of totals: of a channel, of a day, of all', () => {
    const day = (of: number): readonly Line[] => [
      [of, 'FB Lead', 10 * of, 1],
      [of, 'FB Sale', 5, 4],
      [of, 'Cộng Facebook', 10 * of + 5, 5],
      [of, 'G Search', 3, 2],
      [of, 'G Brand', 20 * of, 7],
      [of, 'Cộng Google', 3 + 20 * of, 9],
      [of, 'Cộng ngày', 30 * of + 8, 14],
    ];
    const lines: readonly Line[] = [...day(1), ...day(2), ...day(3), [null, 'Tổng cộng', 204, 42]];
    const found = readLines(lines, both);
    expect(totalOf(found)).toBe(204);
    expect(totalOf(found, 'CPC.clicks')).toBe(42);
    expect(found.short).toBeNull();
  });

  it('that name a word of totals and sum nothing are rows like others', () => {
    const lines: readonly Line[] = [
      ...details,
      [1, 'Total Wellness', 50, 9],
      [2, 'All Stars', 60, 9],
    ];
    const found = readLines(lines);
    expect(totalOf(found)).toBe(costOfAll + 110);
    expect(found.problems).toEqual([]);
  });

  it('that say they are and sum something else are asked about, and nothing is counted from there', () => {
    const lines: readonly Line[] = [...details, [2, 'All campaigns', 999, 9]];
    const found = readLines(lines);
    expect(found.coverage['CPL.cost']?.to).toBe(january(1));
    expect(found.short).toMatchObject({ kind: 'maybeTotal', detail: 'Ads!C8: “999”' });
    const answered = (sums: 'leave' | 'count') =>
      totalOf(read(cellsOf(lines), { account: { ...account, sums } }));
    expect(answered('count')).toBe(costOfAll + 999);
    expect(answered('leave')).toBe(costOfAll);
  });

  it('are not found in chance: one row that happens to be the sum of two', () => {
    const lines: readonly Line[] = [
      [1, 'A', 50, 4],
      [1, 'B', 50, 7],
      [1, 'C', 100, 2],
      [2, 'A', 40, 1],
      [2, 'B', 30, 2],
      [2, 'C', 20, 5],
    ];
    const found = readLines(lines);
    expect(totalOf(found)).toBe(290);
    expect(found.problems).toEqual([]);
  });

  it('are asked about where a single column fits on every day, and it may be chance', () => {
    const lines: readonly (readonly TableCell[])[] = [1, 2].flatMap((day) => [
      [january(day), 'A', 5 * day],
      [january(day), 'B', 6],
      [january(day), 'C', 5 * day + 6],
    ]);
    const found = read([['Day', 'Campaign', 'Cost'], ...lines], { account });
    expect(found.short).toMatchObject({ kind: 'maybeTotal' });
    expect(found.coverage['CPL.cost']).toBeNull();
  });

  it('are all there is on a day without any other row, and count', () => {
    const lines: readonly Line[] = [...details, [4, 'Tổng', 77, 5]];
    expect(totalOf(readLines(lines))).toBe(costOfAll + 77);
    expect(totalOf(readLines([1, 2].map((day): Line => [day, 'All campaigns', 5, 1])))).toBe(10);
  });

  it('without a day are known by their sums or by their word, and what is neither is not dropped', () => {
    const total: Line = [null, '', 102, 21];
    for (const line of [
      total,
      [null, 'Total', 1, 1],
      [null, 'Total: Account', 5000, 1],
    ] as Line[]) {
      for (const lines of [
        [line, ...details],
        [...details, line],
      ]) {
        const found = readLines(lines, both);
        expect(totalOf(found)).toBe(costOfAll);
        expect(found).toMatchObject({ problems: [], short: null });
      }
    }
    const other = readLines([...details, [null, 'Total Wellness', 30, 1]], both);
    expect(other.short).toMatchObject({ kind: 'undated' });
    expect(other.coverage['CPL.cost']?.to).toBe(january(2));
  });

  it('of months, in the column of the days, sum the rows since the one before', () => {
    const cells: TableCell[][] = [
      head,
      [january(1), 'A', 10, 1],
      [january(2), 'A', 20, 2],
      ['Tổng tuần 1', '', 30, 3],
      [january(8), 'A', 5, 1],
      [january(9), 'A', 6, 1],
      ['Tổng tuần 2', '', 11, 2],
      ['Tổng tháng 1', '', 41, 5],
    ];
    const found = read(cells, { account });
    expect(totalOf(found)).toBe(41);
    expect(found.short).toBeNull();
  });

  it('differ from their parts by what these were rounded by', () => {
    const lines: readonly Line[] = [1, 2].flatMap((day): Line[] => [
      [day, 'A', 33.33 * day, 1],
      [day, 'B', 33.33, 2],
      [day, 'C', 33.34, 4 * day],
      [day, 'Cộng ngày', Number((33.33 * day + 66.68).toFixed(2)), 3 + 4 * day],
    ]);
    expect(totalOf(readLines(lines))).toBeCloseTo(33.33 * 3 + 2 * 66.67, 6);
  });
});

describe('laws of totals', () => {
  const amount = fc.integer({ min: 1, max: 999_999 });
  const row = fc.record({
    day: fc.integer({ min: 1, max: 6 }),
    name: fc.constantFrom('Lead', 'Sale', 'Brand', 'Remarketing'),
    cost: amount,
    clicks: fc.integer({ min: 1, max: 9999 }),
  });
  const rows = fc.array(row, { minLength: 4, maxLength: 30 });
  type Given = { day: number; name: string; cost: number; clicks: number };
  const sumOn = (given: readonly Given[], day: number, of: 'cost' | 'clicks') =>
    given.filter((each) => each.day === day).reduce((sum, each) => sum + each[of], 0);
  const asLine = ({ day, name, cost, clicks }: Given): Line => [day, name, cost, clicks];

  it('a table never comes to more than its parts, however its totals stand and are called', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('Cộng ngày', 'All campaigns', 'Total', 'Tổng', 'Zusammen', '合計', ''),
        fc.constantFrom('above', 'below', 'end', 'begin'),
        (given, name, where) => {
          const days = [...new Set(given.map(({ day }) => day))].sort((one, other) => one - other);
          const total = (day: number): Line => [
            day,
            name,
            sumOn(given, day, 'cost'),
            sumOn(given, day, 'clicks'),
          ];
          const parts = (day: number) => given.filter((each) => each.day === day).map(asLine);
          const lines = {
            above: days.flatMap((day) => [total(day), ...parts(day)]),
            below: days.flatMap((day) => [...parts(day), total(day)]),
            end: [...days.flatMap(parts), ...days.map(total)],
            begin: [...days.map(total), ...days.flatMap(parts)],
          }[where];
          // What no word tells has to be seen on two days with several parts.
          const told = days.filter((day) => parts(day).length > 1);
          const isTold = !['Zusammen', '合計', ''].includes(name);
          if (!isTold && (told.length < 2 || told.length < days.length)) return;
          const found = readLines(lines, both);
          const known = found.coverage['CPL.cost'];
          for (const day of days) {
            if (!known || january(day) > known.to || january(day) < known.from) continue;
            const sum = found.rows
              .filter(({ to, input }) => to === january(day) && input === 'CPL.cost')
              .reduce((all, { value }) => all + value, 0);
            expect([day, sum]).toEqual([day, sumOn(given, day, 'cost')]);
          }
          expect(known).not.toBeNull();
        },
      ),
      { numRuns: 400 },
    );
  });

  it('a table without totals loses no row and is asked nothing', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const found = readLines(given.map(asLine), both);
        expect(found.short).toBeNull();
        expect(found.counts.totals).toBe(0);
        expect(totalOf(found)).toBe(given.reduce((sum, { cost }) => sum + cost, 0));
      }),
      { numRuns: 400 },
    );
  });
});
