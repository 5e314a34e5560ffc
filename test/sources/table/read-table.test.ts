import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tablesWords } from '../../../src/messages/compiled/sources/tables.ts';
import type { TableCell } from '../../../src/sources/table/cells.ts';
import { digestByDay, firstChangedDay } from '../../../src/sources/table/digest.ts';
import { sayProblem } from '../../../src/sources/table/say.ts';
import { january, read, totalOf, tryRead, wants } from './a-table.ts';

const head = ['Day', 'Campaign', 'Cost', 'Clicks'];
const day = (of: number, cost: TableCell, campaign = 'A', clicks: TableCell = 1) => [
  january(of),
  campaign,
  cost,
  clicks,
];
/** The same cost every day of January up to `last`. */
const daily = (last: number) => Array.from({ length: last }, (_, at) => day(at + 1, 100));

describe('reading a table', () => {
  it('totals a column by day and knows every day from the first to the last', () => {
    const found = read([head, day(1, 100), day(1, 50, 'B'), day(4, 7)]);
    expect(found.rows).toEqual([
      { from: january(1), to: january(1), input: 'CPL.cost', segment: '', value: 150 },
      { from: january(4), to: january(4), input: 'CPL.cost', segment: '', value: 7 },
    ]);
    expect(found.covered).toEqual({ from: january(1), to: january(4) });
    expect(found.coverage).toEqual({ 'CPL.cost': { from: january(1), to: january(4) } });
    expect(found.problems).toEqual([]);
  });

  it('leaves out days that are not over, and other quarters', () => {
    const cells = [head, [january(1) - 1, 'A', 9, 1], ...daily(31)];
    const found = read(cells, { yesterday: january(10) });
    expect(totalOf(found)).toBe(1000);
    expect(found.covered?.to).toBe(january(10));
    expect(found.counts).toMatchObject({ rows: 32, used: 10, outside: 22 });
  });

  it('does not know the days before a table that begins late, and says so', () => {
    const found = read([head, day(6, 100)]);
    expect(found.covered).toEqual({ from: january(6), to: january(6) });
    expect(found.problems.map(({ kind }) => kind)).toEqual(['startsLate']);
    const nothing = read([head, day(6, 100)], { account: { before: 'nothing' } });
    expect(nothing).toMatchObject({ covered: { from: january(1), to: january(6) }, problems: [] });
    expect(read([head, [january(1) - 40, 'A', 1, 1], day(6, 100)]).covered?.from).toBe(january(1));
  });

  it('knows nothing of a quarter in which the table has no day', () => {
    expect(read([head, [january(1) - 9, 'A', 5, 1]])).toMatchObject({ covered: null, rows: [] });
    expect(read([head, day(20, 5)], { yesterday: january(10) }).covered).toBeNull();
  });

  it('reads days as serial numbers with a time, as ISO and as text in the order it is told', () => {
    const texts = [
      '2026-01-05T23:59:00Z',
      '05/01/2026 08:00',
      '5.1.2026',
      '20260105',
      '5 Jan 2026',
    ];
    const more = ['Mon, Jan 5, 2026', 'Ngày 5 tháng 1 năm 2026', '5 thg 1, 2026', 20260105];
    const cells = [...texts, ...more, january(5) + 0.99].map((cell) => [cell, 'A', 1, 1]);
    expect(read([head, ...cells]).rows).toMatchObject([{ from: january(5), value: 10 }]);
    const american = [head, ['1/5/2026 11:30 PM', 'A', 1, 1]];
    const account = { order: 'monthFirst' } as const;
    expect(read(american, { account }).rows).toMatchObject([{ from: january(5) }]);
  });

  it('refuses a column of days that contradicts the order, and days that were exchanged on import', () => {
    const cells = [head, ['1/5/2026', 'A', 1, 1], ['1/13/2026', 'A', 1, 1]];
    expect(tryRead(cells)).toEqual({ trouble: { kind: 'noDays', detail: 'A3: “1/13/2026”' } });
    // A file with the month first, opened where the day comes first: 1/2 became 1 February.
    const swapped = [head, ...[1, 2, 3].map((at) => [january(at), 'A', 1, 1])];
    const file = [...swapped, ['1/13/2026', 'A', 1, 1]];
    expect(tryRead(file, { account: { order: 'monthFirst' } })).toHaveProperty(
      'trouble.kind',
      'noDays',
    );
  });

  it('reads numbers in texts where they can be read one way, and takes currency signs away', () => {
    const written = ['1.234.567 ₫', '1,234,567đ', 'VND 5', '12tr', '1.234', '-', '', '  ', ' --'];
    const found = read([head, ...written.map((cell) => day(2, cell)), day(1, 0)]);
    expect(totalOf(found)).toBe(1_234_567 * 2 + 5 + 12_000_000 + 1234);
    expect(found.problems).toEqual([]);
  });

  it.each([
    ['en', ['1,234.5', '1.234']],
    ['vi', ['1.234,5', '1,234']],
  ])('lets one text of a column tell how the others are written (%s)', (_, [sure, open]) => {
    const account = { currency: 'USD' };
    const cells = (of: readonly TableCell[]) => [head, ...of.map((cell) => day(1, cell))];
    expect(totalOf(read(cells([sure ?? '', open ?? '']), { account }))).toBeCloseTo(1235.734, 9);
    expect(read(cells([open ?? '']), { account }).problems[0]?.kind).toBe('twoWays');
  });

  it('reads what the header says numbers are in', () => {
    const cells = [
      ['Day', 'Chi phí (triệu đồng)'],
      [january(1), 1.5],
      [january(2), '2tr'],
    ];
    expect(totalOf(read(cells, { wanted: [wants({ metric: 'Chi phí (triệu đồng)' })] }))).toBe(
      3_500_000,
    );
  });

  it.each([
    ['n/a', 'notNumber'],
    ['#REF!', 'notNumber'],
    [true, 'notNumber'],
    [-5, 'outOfRange'],
    ['$12', 'otherCurrency'],
  ] as const)('does not know an input from a day on that holds %s', (bad, kind) => {
    const wanted = [wants(), wants({ input: 'CPC.clicks', metric: 'Clicks' }, { unit: 'count' })];
    const found = read([head, ...daily(9), day(6, bad, 'B'), day(6, bad, 'C')], { wanted });
    expect(found.coverage['CPL.cost']).toEqual({ from: january(1), to: january(5) });
    expect(totalOf(found)).toBe(500);
    expect(found.coverage['CPC.clicks']?.to).toBe(january(9));
    expect(found.problems).toMatchObject([{ kind, column: 'Cost', count: 2, stops: true }]);
    expect(found.problems[0]?.cells[0]).toMatchObject({ at: 'C11', row: 11 });
    const troubles = { notNumber: 'notNumbers', outOfRange: kind, otherCurrency: kind };
    expect(found.short).toMatchObject({ kind: troubles[kind] });
  });

  it('lets a refund stand where less than nothing can be right', () => {
    const wanted = [wants({ input: 'AOV.revenue' })];
    expect(totalOf(read([head, day(1, 100), day(1, -30)], { wanted }), 'AOV.revenue')).toBe(70);
  });

  it('keeps a week that lies in one week, and does not spread one that does not', () => {
    const account = { day: 'From', lastDay: 'To' };
    const week = (from: number, to: number, cost: number) => [january(from), january(to), cost];
    const cells = [['From', 'To', 'Cost'], week(1, 4, 40), week(5, 11, 70)];
    const found = read(cells, { account });
    expect(found.rows.map(({ from, to, value }) => [from, to, value])).toEqual([
      [january(1), january(4), 40],
      [january(5), january(11), 70],
    ]);
    const crossing = read([...cells, week(12, 20, 90)], { account });
    expect(crossing.rows).toEqual(found.rows);
    expect(crossing.coverage['CPL.cost']?.to).toBe(january(11));
    expect(crossing.problems).toMatchObject([{ kind: 'longPeriod', column: 'From' }]);
    // A week that is not over yet takes its days along, whatever else is known of them.
    const more = [week(12, 18, 90), week(13, 13, 5)];
    const open = read([...cells, ...more], { account, yesterday: january(14) });
    expect(open.coverage['CPL.cost']?.to).toBe(january(11));
    expect(open.rows).toEqual(found.rows);
  });

  it('takes a week back to its beginning where one of its days is not known', () => {
    const account = { day: 'From', lastDay: 'To' };
    const cells = [
      ['From', 'To', 'Cost'],
      [january(1), january(4), 40],
      [january(5), january(11), 70],
      [january(8), january(8), 'n/a'],
    ];
    const found = read(cells, { account });
    expect(found.coverage['CPL.cost']).toEqual({ from: january(1), to: january(4) });
    expect(totalOf(found)).toBe(40);
  });

  it('leaves out totals and repeated headers, and names rows without a day', () => {
    const cells = [
      ['Ads of January'],
      [],
      head,
      day(1, 100),
      ['', '', '', ''],
      head,
      [january(1), 'Tổng', 100, 1],
      day(2, 50, 'Total Wellness'),
      ['', 'Somebody', 30, 1],
      ['soon', 'Somebody', 30, 1],
      ['Tổng cộng', '', 150, 2],
      ['Exported by the agency'],
    ];
    const found = read(cells);
    expect(found.coverage['CPL.cost']).toBeNull();
    expect(found.counts).toEqual({ rows: 6, used: 2, totals: 2, undated: 2, outside: 0 });
    const whole = cells.filter(([first], at) => at < 3 || (first !== '' && first !== 'soon'));
    expect(totalOf(read(whole))).toBe(150);
    expect(found.problems.map(({ kind, cells: [first] }) => [kind, first?.at])).toEqual([
      ['badDay', 'A10'],
      ['noDay', 'A9'],
    ]);
  });

  it('counts the rows that pass its tests, whatever their capitals and spaces', () => {
    const lead = (of: number, status: TableCell) => [january(of), status, 'X'];
    const cells = [['Day', 'Status', 'Source'], lead(1, 'MQL'), lead(1, ' mql '), lead(2, 'New')];
    const only = [{ dimension: 'Status', is: ['Mql'] }];
    const wanted = [wants({ input: 'MQL', metric: null, only }, { unit: 'count' })];
    expect(read(cells, { wanted }).rows.map(({ value }) => value)).toEqual([2]);
    const begins = [{ dimension: 'Status', startsWith: ['m', 'n'] }];
    const all = [wants({ input: 'LEADS', metric: null, only: begins }, { unit: 'count' })];
    expect(totalOf(read(cells, { wanted: all }), 'LEADS')).toBe(3);
  });

  it('tells numbers apart by a column whose capitals do not matter, and trusts no text of it', () => {
    const names = ['Facebook', 'facebook ', '=HYPERLINK("x")', '', 'a\nb\u202e', 'A b'];
    const cells = [head, ...names.map((name) => day(1, 10, name))];
    const found = read(cells, { wanted: [wants({ split: 'Campaign' })] });
    expect(found.rows.map(({ segment, value }) => [segment, value])).toEqual([
      ['', 10],
      ['=HYPERLINK("x")', 10],
      ['Facebook', 20],
      ['a b', 20],
    ]);
  });

  it('keeps the last reading of a day, and of periods only those that are shown', () => {
    const cells = [
      ['From', 'To', 'Followers', 'Reach'],
      [january(1) + 0.75, january(1), 120, ''],
      [january(1) + 0.25, january(1), 110, ''],
      [january(5), january(11), 150, 900],
      [january(5), january(12), 160, 950],
    ];
    const wanted = [
      wants({ input: 'FOLLOWERS', metric: 'Followers' }, { over: 'last', unit: 'count' }),
      wants(
        { input: 'REACH', metric: 'Reach' },
        { over: 'whole', unit: 'count', periods: [{ from: january(5), to: january(11) }] },
      ),
    ];
    const found = read(cells, { account: { day: 'From', lastDay: 'To' }, wanted });
    expect(found.rows.map(({ input, from, to, value }) => [input, from, to, value])).toEqual([
      ['FOLLOWERS', january(1), january(1), 120],
      ['REACH', january(5), january(11), 900],
      ['FOLLOWERS', january(11), january(11), 150],
      ['FOLLOWERS', january(12), january(12), 160],
    ]);
    const twice = read([...cells, [january(5), january(11), '', 901]], {
      account: { day: 'From', lastDay: 'To' },
      wanted,
    });
    expect(twice.rows.some(({ input }) => input === 'REACH')).toBe(false);
    expect(twice.problems).toMatchObject([{ kind: 'severalReadings' }]);
  });

  it('says which column or table is gone, wherever the others have moved', () => {
    const moved = [['Report'], ['Cost', 'x', 'day'], [5, '', january(1)]];
    expect(totalOf(read(moved))).toBe(5);
    const missing = { trouble: { kind: 'columnGone', detail: 'Cost' } };
    expect(
      tryRead([
        ['Day', 'Spend'],
        [january(1), 5],
      ]),
    ).toEqual(missing);
    expect(
      tryRead([
        ['Date', 'Cost'],
        [1, 5],
      ]),
    ).toHaveProperty('trouble.detail', 'Day');
    expect(tryRead([['', ''], []])).toEqual({ trouble: { kind: 'tableGone', detail: 'Ads' } });
    expect(tryRead([head])).toHaveProperty('trouble.kind', 'noDays');
  });

  it('brings all rows, however many there are: what is told apart of them is not its business', () => {
    const cells = Array.from({ length: 60_000 }, (_, at) => day(1 + (at % 31), 1, `Ad ${at}`));
    const found = read([head, ...cells], { wanted: [wants({ split: 'Campaign' })] });
    expect([found.rows.length, totalOf(found), found.short]).toEqual([60_000, 60_000, null]);
  });

  it('points out rows pasted twice, and does not take numbers that lost their thousands', () => {
    const kinds = (cells: TableCell[][], wanted = [wants()]) =>
      read([head, ...cells], { wanted }).problems.map(({ kind }) => kind);
    expect(kinds([day(1, 5), day(1, 5)])).toEqual(['sameRows']);
    const clicks = [wants({ input: 'CPC.clicks', metric: 'Clicks' }, { unit: 'count' })];
    expect(kinds([day(1, 5, 'A', 1.234), day(2, 5, 'A', 987)], clicks)).toEqual(['smallNumbers']);
    expect(kinds([day(1, 5.5), day(2, 987)])).toEqual(['smallNumbers']);
    expect(kinds([day(1, 5.5), day(2, 1987)])).toEqual([]);
    expect(kinds([day(1, 5, 'A', 1.25), day(2, 5, 'A', 0.5)], clicks)).toEqual([]);
  });

  it('has words of its own for whatever ends what is known of an input', () => {
    const kinds: readonly TableCell[] = ['n/a', '$12', -5, { serial: 46_154 }, '12 %'];
    const seen = kinds.map((bad) => read([head, ...daily(3), day(4, bad)]).short?.kind ?? '');
    seen.push(read([head, ...daily(3), ['', 'A', 9, 1]]).short?.kind ?? '');
    const account = { day: 'From', lastDay: 'To' };
    const long = [
      ['From', 'To', 'Cost'],
      [january(1), january(4), 40],
      [january(12), january(20), 9],
    ];
    seen.push(read(long, { account }).short?.kind ?? '');
    seen.push(read([head, day(1, 5.5), day(2, 987)]).short?.kind ?? '');
    for (const language of ['en', 'vi'] as const) {
      const words: Readonly<
        Record<string, { what(gaps: { where: string; detail: string }): string }>
      > = tablesWords(language).troubles;
      const said = seen.map((kind) => words[kind]?.what({ where: 'Ads', detail: 'Ads!C5' }));
      expect(said.every((text) => text?.includes('Ads!C5'))).toBe(true);
      expect(new Set(said).size).toBe(new Set(seen).size);
    }
    expect(new Set(seen).size).toBe(7);
  });

  it('says every problem in both languages with its cells, and how many more there are', () => {
    const bad = Array.from({ length: 5 }, (_, at) => day(at + 1, `=x${at}`));
    const [problem] = read([head, ...bad]).problems;
    if (!problem) throw new Error('nothing is wrong');
    const cells = 'C2 “=x0”, C3 “=x1”, C4 “=x2”';
    expect(sayProblem(problem, 'en')).toContain(`“Cost”: ${cells} and 2 more`);
    expect(sayProblem(problem, 'vi')).toContain(`${cells} và 2 ô khác`);
  });
});

const someRows = fc.array(
  fc.record({
    day: fc.integer({ min: -3, max: 40 }),
    name: fc.constantFrom('A', 'a', 'B', '', '=1+1'),
    cost: fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 1e6, noNaN: true })),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('laws of reading', () => {
  const account = { currency: 'USD' };
  const cellsOf = (rows: readonly { day: number; name: string; cost: number }[]) =>
    rows.map(({ day: of, name, cost }) => [january(of), name, cost, 1]);

  it('adds up to what the table adds up to, day by day', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const { rows: made, covered } = read([head, ...cellsOf(rows)], {
          account,
          wanted: [wants({ split: 'Campaign' })],
        });
        for (let of = 1; of <= 31; of += 1) {
          const naive = rows
            .filter((row) => row.day === of)
            .reduce((sum, { cost }) => sum + cost, 0);
          const sum = made
            .filter(({ to }) => to === january(of))
            .reduce((total, { value }) => total + value, 0);
          expect(sum).toBeCloseTo(covered ? naive : 0, 6);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('says the same in whatever order rows and columns stand, and whenever it is asked again', () => {
    fc.assert(
      fc.property(
        someRows,
        fc.infiniteStream(fc.nat()),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (rows, dice, columns) => {
          const cells = cellsOf(rows);
          const keyed = cells.map((row) => ({ row, key: dice.next().value }));
          const shuffled = keyed.sort((one, other) => one.key - other.key).map(({ row }) => row);
          const turned = [head, ...shuffled].map((row) => columns.map((at) => row[at] ?? ''));
          const wanted = [wants({ split: 'Campaign' })];
          const plainly = read([head, ...cells], { account, wanted });
          const other = read([['A report'], ...turned], { account, wanted });
          expect(other.covered).toEqual(plainly.covered);
          expect(digestByDay(other.rows)).toBe(digestByDay(plainly.rows));
          expect(read([head, ...cells], { account, wanted })).toEqual(plainly);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('finds the first day that changed, and nothing where nothing did', () => {
    fc.assert(
      fc.property(someRows, fc.nat(40), fc.integer({ min: 1, max: 9 }), (rows, of, more) => {
        const before = digestByDay(read([head, ...cellsOf(rows)], { account }).rows);
        expect(firstChangedDay(before, before)).toBeNull();
        const added = [...cellsOf(rows), [january(of), 'A', more, 1]];
        const after = read([head, ...added], { account });
        if (after.covered === null || of < 1 || of > 31) return;
        const changed = firstChangedDay(before, digestByDay(after.rows));
        expect(changed).not.toBeNull();
        expect(changed).toBeLessThanOrEqual(january(of));
      }),
      { numRuns: 50 },
    );
    const long = Array.from({ length: 92 }, (_, at) => ({
      from: 46_000 + at,
      to: 46_000 + at,
      input: 'X',
      segment: '',
      value: at,
    }));
    expect(digestByDay(long).length).toBeLessThan(800);
  });
});
