import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JoinedRows, TableCell } from '../../../src/sources/table/cells.ts';
import { sayProblem } from '../../../src/sources/table/say.ts';
import { january, read, totalOf, wants } from './a-table.ts';

const head = ['Day', 'Campaign', 'Cost', 'Clicks'];
const day = (of: TableCell, cost: TableCell, campaign = 'A', clicks: TableCell = 1) => [
  typeof of === 'number' ? january(of) : of,
  campaign,
  cost,
  clicks,
];
const daily = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => day(first + at, 100));

describe('a row whose day cannot be read', () => {
  it.each<[string, TableCell]>([
    ['a blank cell', ''],
    ['an impossible date', '31/02/2027'],
    ['words', 'soon'],
    ['a number that is no day', 9_999_999],
    ['a time', { serial: 0.5 }],
    ['a tick', true],
  ])('ends what is known before its neighbours in a sorted table: %s', (_, bad) => {
    const found = read([head, ...daily(1, 6), day(bad, 30), ...daily(7, 9)]);
    // It may be of the 6th or the 7th; the days before are whole.
    expect(found.coverage['CPL.cost']).toEqual({ from: january(1), to: january(5) });
    expect(totalOf(found)).toBe(500);
    expect(found.problems).toMatchObject([{ stops: true, column: 'Day', count: 1 }]);
    expect(found.problems[0]?.cells[0]?.at).toBe('A8');
    expect(found.short).toMatchObject({ kind: 'undated' });
    expect(found.short?.detail).toContain('Ads!A8');
  });

  it('leaves nothing known of a table that is not sorted, where it may be of any day', () => {
    const found = read([head, ...daily(5, 9), ...daily(1, 4), day('', 30)]);
    expect(found.coverage['CPL.cost']).toBeNull();
    expect(found.rows).toEqual([]);
    // Two days stand in some order by chance.
    expect(read([head, ...daily(1, 2), day('', 30)]).coverage['CPL.cost']).toBeNull();
  });

  it('may be of the days around it in a table with the newest day first', () => {
    const down = [...daily(1, 9)].reverse();
    const found = read([head, ...down.slice(0, 4), day('', 30), ...down.slice(4)]);
    expect(found.coverage['CPL.cost']?.to).toBe(january(4));
  });

  it('changes nothing where it cannot: of an earlier quarter, without a number, of another campaign', () => {
    const earlier = [-9, -8, -7].map((at) => day(at, 5));
    const none = read([
      head,
      ...earlier.slice(0, 2),
      day('', 30),
      ...earlier.slice(2),
      ...daily(1, 9),
    ]);
    expect(none).toMatchObject({ short: null, problems: [] });
    expect(none.coverage['CPL.cost']?.to).toBe(january(9));
    for (const nothing of ['', 0, '-'] as const) {
      const found = read([head, ...daily(1, 5), day('', nothing, 'B'), ...daily(6, 9)]);
      expect(found.short).toBeNull();
      expect(totalOf(found)).toBe(900);
    }
    const only = [{ dimension: 'Campaign', is: ['A'] }];
    const cells = [head, ...daily(1, 5), day('', 30, 'B'), ...daily(6, 9)];
    const wanted = [wants({ only }), wants({ input: 'CPC.cost' })];
    const found = read(cells, { wanted });
    expect(found.coverage['CPL.cost']?.to).toBe(january(9));
    expect(found.coverage['CPC.cost']?.to).toBe(january(4));
    expect(Object.keys(found.shortOf)).toEqual(['CPC.cost']);
  });

  it('counts though nothing but its number stands there', () => {
    const found = read([head, ...daily(1, 5), ['', '', 30, ''], ...daily(6, 9)]);
    expect(found.coverage['CPL.cost']?.to).toBe(january(4));
  });

  it.each<[string, readonly TableCell[]]>([
    ['a line about the table', ['Exported on 31/01/2026 by the agency', '', '', '']],
    ['a note below the costs', ['', '', 'in thousand VND', '']],
    ['boxes that stand ready', [false, '', false, false]],
    ['formulas that come to nothing', ['', '', 0, 0]],
    ['numbered lines that stand ready', ['', 10, 0, false]],
  ])('is none: %s', (_, line) => {
    const wanted = [wants(), wants({ input: 'LEADS', metric: null }, { unit: 'count' })];
    for (const cells of [
      [...daily(1, 9), line],
      [...daily(5, 9), line, ...daily(1, 4)],
    ]) {
      const found = read([head, ...cells], { wanted });
      expect(found.short).toBeNull();
      expect(found.coverage.LEADS?.to).toBe(january(9));
      expect(totalOf(found, 'LEADS')).toBe(9);
    }
  });

  it('is of the day above where the tab says that their cells are one, and only there', () => {
    const cells = [head, day(1, 10), day('', 20, 'B'), day('', 30, 'C'), ...daily(2, 5)];
    const joined = (column: number): readonly JoinedRows[] =>
      column === 0 ? [{ row: 1, rows: 3 }] : [];
    const found = read(cells, { look: { joined } });
    expect(found.problems).toEqual([]);
    expect(found.rows[0]).toMatchObject({ from: january(1), value: 60 });
    expect(totalOf(found)).toBe(460);
    expect(read(cells).coverage['CPL.cost']).toBeNull();
  });

  it('carries down what else joined cells say of their rows: a channel, a last day', () => {
    const cells = [
      ['From', 'To', 'Channel', 'Cost'],
      [january(5), january(6), 'Facebook', 10],
      ['', '', '', 20],
      [january(7), january(8), 'Google', 40],
    ];
    const joined = (column: number) => (column < 3 ? [{ row: 1, rows: 2 }] : []);
    const only = [{ dimension: 'Channel', is: ['Facebook'] }];
    const found = read(cells, {
      account: { day: 'From', lastDay: 'To' },
      wanted: [wants({ only, split: 'Channel' })],
      look: { joined },
    });
    expect(found.rows).toMatchObject([{ from: january(5), segment: 'Facebook', value: 30 }]);
  });

  it('asks the tab for joined cells only where something is blank', () => {
    const asked: number[] = [];
    const joined = (column: number) => {
      asked.push(column);
      return [];
    };
    read([head, ...daily(1, 9)], { look: { joined }, wanted: [wants({ split: 'Campaign' })] });
    expect(asked).toEqual([]);
  });

  it('that contradicts an order which the others prove is one unread row, not a wrong table', () => {
    const proof = [13, 14, 15, 16].map((of) => [`${of}/1/2026`, 'A', 100, 1]);
    const found = read([head, ...proof, ['1/17/2026', 'A', 100, 1], ['18/1/2026', 'A', 100, 1]]);
    expect(found.problems.map(({ kind }) => kind)).toContain('badDay');
    expect(found.coverage['CPL.cost']).toEqual({ from: january(13), to: january(15) });
  });

  it('is said in both languages with its cell and what to do', () => {
    const [problem] = read([head, ...daily(1, 6), day('31/02/2027', 30)]).problems;
    if (!problem) throw new Error('nothing is wrong');
    expect(sayProblem(problem, 'en')).toMatch(/A8 “31\/02\/2027” is not a day.*unknown/);
    expect(sayProblem(problem, 'vi')).toMatch(/A8 “31\/02\/2027” không phải là ngày.*chưa biết/);
  });
});

const damages: readonly TableCell[] = ['', '31/02/2027', 'chưa rõ', 3, true, '99/99/2026'];

describe('half is never the whole', () => {
  const rows = fc.array(
    fc.record({
      day: fc.integer({ min: -3, max: 34 }),
      name: fc.constantFrom('A', 'B', 'C'),
      cost: fc.integer({ min: 1, max: 999_999 }),
    }),
    { minLength: 1, maxLength: 30 },
  );

  it('no day counts as known that lacks a row, wherever days cannot be read', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('up', 'down', 'any'),
        fc.array(fc.nat(29), { minLength: 1, maxLength: 2 }),
        fc.constantFrom(...damages),
        fc.boolean(),
        (given, sorted, hit, damage, withoutName) => {
          const sign = sorted === 'up' ? 1 : -1;
          const inOrder =
            sorted === 'any'
              ? given
              : [...given].sort((one, other) => sign * (one.day - other.day));
          const cells = inOrder.map(({ day: of, name, cost }, at) =>
            hit.includes(at) ? [damage, withoutName ? '' : name, cost, 1] : day(of, cost, name),
          );
          if (hit.every((at) => at >= cells.length)) return;
          if (cells.every((row) => row[0] === damage)) return;
          const found = read([head, ...cells], { account: { currency: 'USD' } });
          const known = found.coverage['CPL.cost'];
          if (!known) return;
          // A plain count of what was typed, damaged or not.
          for (let of = known.from; of <= known.to; of += 1) {
            const truth = inOrder
              .filter((row) => january(row.day) === of)
              .reduce((sum, { cost }) => sum + cost, 0);
            const told = found.rows
              .filter(({ to }) => to === of)
              .reduce((sum, { value }) => sum + value, 0);
            expect([of, told]).toEqual([of, truth]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('an unreadable number takes its day along, never a part of it', () => {
    fc.assert(
      fc.property(
        rows,
        fc.nat(29),
        fc.constantFrom<TableCell>(
          'n/a',
          '#REF!',
          { serial: 46_154 },
          { serial: 0.75 },
          '5 €',
          -1,
          '1.2.3',
        ),
        (given, hit, bad) => {
          const cells = given.map(({ day: of, name, cost }, at) =>
            day(of, at === hit ? bad : cost, name),
          );
          const found = read([head, ...cells]);
          const broken = given[hit];
          const known = found.coverage['CPL.cost'];
          if (broken && known) {
            const inside = broken.day >= 1 && broken.day <= 31;
            if (inside) expect(known.to).toBeLessThan(january(broken.day));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
