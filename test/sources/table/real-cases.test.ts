import { describe, expect, it } from 'vitest';
import { dayOf, weekParts } from '../../../src/plan/calendar/calendar.ts';
import type { TableCell } from '../../../src/sources/table/cells.ts';
import { january, read, totalOf, wants } from './a-table.ts';
import { metricsIn, propose, readAs } from './proposed.ts';

/** Days of October 2026 as an export writes them, in a quarter that is long over. */
const autumn = {
  parts: weekParts({ year: 2026, month: 10 }, 'monday'),
  yesterday: dayOf(2026, 12, 31),
};
const october = (day: number) => dayOf(2026, 10, day);

describe('results of ads are of whatever each campaign was after', () => {
  const head = ['Campaign name', 'Day', 'Results', 'Result indicator', 'Amount spent (USD)'];
  const chat = 'actions:onsite_conversion.messaging_conversation_started_7d';
  const cells: TableCell[][] = [
    head,
    ['Chat', '2026-10-01', 12, chat, 40],
    ['Reach', '2026-10-01', 9000, 'reach', 20],
    ['Form', '2026-10-01', 5, 'actions:lead', 50],
    ['Form', '2026-10-02', 4, 'actions:onsite_conversion.lead_grouped', 30],
  ];

  it('and only those that are leads are leads', () => {
    const proposal = propose(cells, ['CPL'], 'USD');
    expect(metricsIn(proposal)).toMatchObject({ LEADS: 'Results' });
    expect(proposal.unsure).toContainEqual(
      expect.objectContaining({ about: 'values', column: 'Result indicator' }),
    );
    expect(totalOf(readAs(proposal, cells, ['CPL'], autumn), 'LEADS')).toBe(9);
  });

  it('of another kind that are leads too are named, where they came after the choice was made', () => {
    const chosen = propose(cells, ['CPL'], 'USD');
    const before = {
      ...chosen,
      feeds: chosen.feeds.map((feed) =>
        feed.input === 'LEADS'
          ? { ...feed, only: [{ dimension: 'Result indicator', is: ['actions:lead'] }] }
          : feed,
      ),
    };
    const { otherKinds, coverage } = readAs(before, cells, ['CPL'], autumn);
    expect(otherKinds).toEqual({
      LEADS: {
        kind: 'otherKind',
        column: 'Result indicator',
        cells: [{ at: 'D5', row: 5, found: 'actions:onsite_conversion.lead_grouped' }],
        count: 1,
        stops: false,
      },
    });
    expect(coverage.LEADS).not.toBeNull();
    expect(readAs(chosen, cells, ['CPL'], autumn).otherKinds).toEqual({});
  });

  it('are no leads at all where none of them is one', () => {
    const others = cells.slice(0, 3);
    expect(metricsIn(propose(others, ['CPL'], 'USD'))).not.toHaveProperty('LEADS');
  });

  it('are to be looked at where nothing says what they are, or an input is of no kind', () => {
    const without = cells.map((row) => row.filter((_, at) => at !== 3));
    expect(propose(without, ['CPL'], 'USD').unsure).toContainEqual(
      expect.objectContaining({ about: 'kinds', kinds: [], input: 'LEADS' }),
    );
    const mixed = propose(cells, ['CPA'], 'USD');
    expect(mixed.unsure).toContainEqual(
      expect.objectContaining({ about: 'kinds', kinds: expect.arrayContaining(['reach', chat]) }),
    );
  });

  it('are told in Vietnamese, too', () => {
    const vi: TableCell[][] = [
      ['Tên chiến dịch', 'Ngày', 'Kết quả', 'Loại kết quả', 'Số tiền đã chi tiêu (VND)'],
      ['A', '2026-10-01', 7, 'Khách hàng tiềm năng trên Facebook', 1],
      ['B', '2026-10-01', 800, 'Lượt tiếp cận', 1],
    ];
    const proposal = propose(vi, ['CPL']);
    expect(totalOf(readAs(proposal, vi, ['CPL'], autumn), 'LEADS')).toBe(7);
  });
});

describe('currencies', () => {
  const spent = (header: string): TableCell[][] => [
    ['Campaign name', 'Day', header, 'Link clicks'],
    ['A', '2026-10-01', 150.5, 20],
    ['A', '2026-10-02', 99.5, 10],
  ];

  it.each(['PEN', 'ZAR', 'COP', 'NGN', 'INR'])('%s in a header is the table’s own', (code) => {
    expect(propose(spent(`Amount spent (${code})`), ['CPC'], 'USD').account.currency).toBe(code);
  });

  it('in a column of their own are the table’s', () => {
    const cells = spent('Cost').map((row, at) => [...row, at === 0 ? 'Currency code' : 'ZAR']);
    expect(propose(cells, ['CPC'], 'USD').account.currency).toBe('ZAR');
  });

  it('beside the amounts are the table’s, and a sign of several is the plan’s if it may be', () => {
    const amounts = (...texts: string[]): TableCell[][] => [
      ['Day', 'Campaign', 'Cost', 'Clicks'],
      ...texts.map((text, at) => [`2026-10-0${at + 1}`, 'A', text, 300]),
    ];
    const currencyOf = (plan: string, ...texts: string[]) =>
      propose(amounts(...texts), ['CPC'], plan).account.currency;
    expect(currencyOf('USD', 'R$ 1.250,50', 'R$ 780,00')).toBe('BRL');
    expect(currencyOf('VND', '₹1,25,000.50')).toBe('INR');
    expect(currencyOf('VND', 'RM 1,250.50')).toBe('MYR');
    expect(currencyOf('SGD', '$12.50')).toBe('SGD');
    expect(currencyOf('VND', '$12.50')).toBe('USD');
    const cells = amounts('R$ 1.250,50', 'R$ 780,00');
    const proposal = propose(cells, ['CPC'], 'BRL');
    expect(totalOf(readAs(proposal, cells, ['CPC'], autumn), 'CPC.cost')).toBe(2030.5);
    const rupees = amounts('₹1,25,000.50', '₹ 500.00');
    const inRupees = propose(rupees, ['CPC'], 'INR');
    expect(totalOf(readAs(inRupees, rupees, ['CPC'], autumn), 'CPC.cost')).toBe(125_500.5);
  });

  it.each<[string, TableCell[][], (readonly string[])?]>([
    [
      'a header',
      [
        ['Day', 'Cost (PEN)'],
        [january(1), 5],
      ],
    ],
    [
      'a row',
      [
        ['Day', 'Cost', 'Currency'],
        [january(1), 5, 'USD'],
        [january(2), 5, 'ZAR'],
      ],
    ],
    [
      'a mark',
      [
        ['Day', 'Cost'],
        [january(1), 5],
        [january(2), 'S/ 5'],
      ],
    ],
    [
      'a number format',
      [
        ['Day', 'Cost'],
        [january(1), 5],
        [january(2), 5],
      ],
      ['', '', '[$R$-416] #,##0.00'],
    ],
  ])(
    'that are not the table’s are refused by their cell: named in %s',
    (_, cells, formats = []) => {
      const metric = String(cells[0]?.[1]);
      const found = read(cells, {
        account: { currency: 'USD' },
        wanted: [wants({ metric })],
        look: { formats: () => formats },
      });
      expect(found.problems).toMatchObject([{ kind: 'otherCurrency', stops: true }]);
      expect(found.coverage['CPL.cost']?.to ?? 0).toBeLessThan(january(2));
      expect(found.short?.detail).toContain('Ads!');
    },
  );

  it('in number formats of the table’s own change nothing', () => {
    const cells = [
      ['Day', 'Cost'],
      [january(1), 5],
      [january(2), 7],
    ];
    for (const format of ['#,##0\\ [$₫-42A]', '"₫"#,##0', '#,##0 "đ"', '0.00', 'General', '']) {
      const found = read(cells, { look: { formats: () => cells.map(() => format) } });
      expect(found.problems).toEqual([]);
      expect(totalOf(found)).toBe(12);
    }
  });
});

describe('what stands in a column of numbers and is none', () => {
  it.each<[string, TableCell, string, string]>([
    ['a date', { serial: 46_154 }, 'dateCell', '12/05/2026'],
    ['a time', { serial: 0.75 }, 'dateCell', '18:00'],
    ['a tick', true, 'notNumber', 'true'],
    ['an error', '#REF!', 'notNumber', '#REF!'],
    ['words', 'chưa có', 'notNumber', 'chưa có'],
    ['a percentage', '12%', 'notNumber', '12%'],
    ['less than nothing', -61, 'outOfRange', '-61'],
  ])('%s is refused, not taken for its serial number', (_, cell, kind, quoted) => {
    const cells = [
      ['Day', 'Cost'],
      [january(1), 100],
      [january(2), cell],
      [january(3), 100],
    ];
    const found = read(cells);
    expect(found.problems).toMatchObject([{ kind, cells: [{ at: 'B3', found: quoted }] }]);
    expect(found.coverage['CPL.cost']?.to).toBe(january(1));
    expect(totalOf(found)).toBe(100);
  });

  it('a number that is shown as a percentage is no count and no amount', () => {
    const cells = [
      ['Day', 'Cost'],
      [january(1), 100],
      [january(2), 0.61],
    ];
    const found = read(cells, { look: { formats: () => ['', '#,##0', '0%'] } });
    expect(found.problems).toMatchObject([{ kind: 'percentCell' }]);
    expect(found.coverage['CPL.cost']?.to).toBe(january(1));
  });
});

describe('«1.500»', () => {
  const leads = [wants({ input: 'LEADS', metric: 'Leads' }, { unit: 'count' })];
  const table = (...texts: TableCell[]) => [
    ['Day', 'Leads'],
    ...texts.map((text, at) => [january(at + 1), text]),
  ];
  const account = { currency: 'USD' };

  it('is told by the column, else asked in the settings, whose answer then holds', () => {
    const one = (of: ReturnType<typeof table>, more = {}) =>
      read(of, { account: { ...account, ...more }, wanted: leads });
    expect(totalOf(one(table('1.500', '980')), 'LEADS')).toBe(2480);
    expect(totalOf(one(table('1.500', '0.5')), 'LEADS')).toBe(2);
    expect(one(table('1.500')).problems).toMatchObject([{ kind: 'twoWays', stops: true }]);
    expect(totalOf(one(table('1.500'), { decimal: ',' }), 'LEADS')).toBe(1500);
    expect(totalOf(one(table('1.500'), { decimal: '.' }), 'LEADS')).toBe(1.5);
  });

  it.each<[string, TableCell[], number | null]>([
    ['came in as 1.5 among hundreds', [1.5, 987, 12.5], null],
    ['came in as 1.234 among hundreds', [1.234, 987], null],
    ['are parts of conversions', [1.5, 0.5, 12], 14],
    ['are parts that need hundredths', [1.67, 2.33, 12], 16],
    ['stand beside thousands', [1.5, 12_000], 12_001.5],
  ])('%s', (_, numbers, total) => {
    const found = read(table(...numbers), { account, wanted: leads });
    expect(found.problems.map(({ kind }) => kind)).toEqual(total === null ? ['smallNumbers'] : []);
    if (total !== null) expect(totalOf(found, 'LEADS')).toBe(total);
    const meant = read(table(...numbers), { account: { ...account, decimal: '.' }, wanted: leads });
    expect(meant.problems).toEqual([]);
  });
});

describe('days of exports', () => {
  it('are those of the report, not of the campaign', () => {
    const cells: TableCell[][] = [
      [
        'Tên chiến dịch',
        'Kết quả',
        'Số tiền đã chi tiêu (VND)',
        'Bắt đầu',
        'Kết thúc',
        'Lượt bắt đầu báo cáo',
        'Lượt kết thúc báo cáo',
      ],
      ['A', 12, 540_000, '2026-10-01', 'Đang diễn ra', '2026-10-05', '2026-10-05'],
      ['A', 9, 540_000, '2026-10-01', 'Đang diễn ra', '2026-10-19', '2026-10-19'],
      ['B', 5, 500_000, '2026-10-02', '2026-11-15', '2026-11-03', '2026-11-03'],
    ];
    const proposal = propose(cells, ['CPL']);
    expect(proposal.account).toMatchObject({
      day: 'Lượt bắt đầu báo cáo',
      lastDay: 'Lượt kết thúc báo cáo',
    });
    const found = readAs(proposal, cells, ['CPL'], autumn);
    expect(found.covered).toEqual({ from: october(5), to: dayOf(2026, 11, 3) });
  });

  it('are read with the clock of mornings and evenings in whatever case', () => {
    const cells: TableCell[][] = [
      ['Title', 'Send Date', 'Successful Deliveries', 'Unique Opens'],
      ['News A', 'Oct 01, 2026 09:46 pm', 32, 12],
      ['News B', 'Oct 18, 2026 10:34 am', 50, 20],
      ['News C', '20 tháng 10, 2026 10:34 ch', 50, 20],
    ];
    const proposal = propose(cells, ['OPENRATE']);
    expect(proposal.account.day).toBe('Send Date');
    const found = readAs(proposal, cells, ['OPENRATE'], autumn);
    expect(found.covered).toEqual({ from: october(1), to: october(20) });
  });

  it('that the spreadsheet has read itself are in no order that could be asked for', () => {
    const cells = (day: (of: number) => TableCell): TableCell[][] => [
      ['Day', 'Campaign', 'Cost'],
      [day(1), 'Brand', 5],
      [day(2), 'Brand', 6],
    ];
    const doubts = (of: TableCell[][]) => propose(of, ['CPL']).unsure.map(({ about }) => about);
    expect(doubts(cells((of) => `0${of}/10/2026`))).toContain('order');
    expect(doubts(cells((of) => ({ serial: october(of) })))).not.toContain('order');
  });

  it('a line of sums without a day is recognised as one, and nothing is asked for it', () => {
    const cells: TableCell[][] = [
      ['Campaign name', 'Day', 'Amount spent (USD)', 'Leads', 'Reporting starts', 'Reporting ends'],
      ['', '', 30, 3, '2026-10-01', '2026-10-02'],
      ['A', '2026-10-01', 10, 1, '2026-10-01', '2026-10-02'],
      ['B', '2026-10-02', 20, 2, '2026-10-01', '2026-10-02'],
    ];
    const found = readAs(propose(cells, ['CPL'], 'USD'), cells, ['CPL'], autumn);
    expect(found.problems.filter(({ stops }) => stops)).toEqual([]);
    expect(found.problems.map(({ kind }) => kind)).not.toContain('noDay');
    expect(totalOf(found)).toBe(30);
    expect(totalOf(found, 'LEADS')).toBe(3);
  });
});
