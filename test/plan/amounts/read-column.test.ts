import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../../src/kpi/units.ts';
import { currencyBeside, currencyCode } from '../../../src/plan/amounts/currency-marks.ts';
import { type NumberStyle, readColumn } from '../../../src/plan/amounts/read-column.ts';

const styleOf = (unit: Unit, currency: string): NumberStyle => ({
  unit,
  currency,
  decimal: null,
  scale: 1,
});

type Shown = number | null | string;
const shown = (
  texts: readonly string[],
  unit: Unit = 'count',
  currency = 'VND',
  locale: string | null = null,
): readonly Shown[] =>
  readColumn(texts, styleOf(unit, currency), locale).numbers.map((each) =>
    'no' in each ? each.no : each.value,
  );

describe('a column of numbers', () => {
  it.each<[readonly string[], Unit, string, readonly Shown[]]>([
    // Nothing but the text itself.
    [['1.500'], 'count', 'VND', ['twoWays']],
    [['1.500'], 'money', 'USD', ['twoWays']],
    [['1.500'], 'times', 'USD', ['twoWays']],
    [['1,500', '2.500'], 'count', 'VND', ['twoWays', 'twoWays']],
    // One text of the column decides for the others.
    [['1.500', '1.234.567'], 'count', 'VND', [1500, 1_234_567]],
    [['1.500', '12,5'], 'count', 'VND', [1500, 12.5]],
    [['1.500', '0.25'], 'count', 'VND', [1.5, 0.25]],
    [['1.500', '12.5'], 'times', 'VND', [1.5, 12.5]],
    [['1.500', '12.5', '12,5'], 'count', 'VND', ['twoWays', 12.5, 12.5]],
    // Its company: what groups from a thousand on stands plainly below.
    [['1.500', '987'], 'count', 'VND', [1500, 987]],
    [['1,500', '987'], 'count', 'VND', [1500, 987]],
    [['1.500', '2.250', '12.000'], 'count', 'VND', [1500, 2250, 12_000]],
    [['1.500', '1500'], 'count', 'VND', ['twoWays', 1500]],
    [['1.500', '0', ''], 'count', 'VND', ['twoWays', 0, null]],
    [['1.500', '987'], 'money', 'USD', ['twoWays', 987]],
    [['1.500', '2.250', '987'], 'money', 'USD', [1500, 2250, 987]],
    [['1.500', '2.250', '987'], 'money', 'KWD', ['twoWays', 'twoWays', 987]],
    [['1.500', '2.250', '987'], 'seconds', 'USD', ['twoWays', 'twoWays', 987]],
    // The unit.
    [['80.000', '80,000 đ', '1.5'], 'money', 'VND', ['twoWays', 80_000, 1.5]],
    [['80.000'], 'money', 'VND', [80_000]],
    [['1.234%', '1,234 %'], 'fraction', 'VND', [0.01234, 0.01234]],
    [['12%'], 'count', 'VND', ['notNumber']],
    // Currencies.
    [['80.000 đồng', '80.000đ'], 'money', 'USD', ['otherCurrency', 'otherCurrency']],
    [['$80', 'US$80', '80 USD'], 'money', 'VND', Array(3).fill('otherCurrency')],
    [['R$ 1.250,50', 'R$ 780,00', '-R$ 5'], 'money', 'BRL', [1250.5, 780, -5]],
    [['R$ 1.250,50'], 'money', 'USD', ['otherCurrency']],
    [['₹1,25,000.50', 'Rs.500', 'Rs 1,500.00'], 'money', 'INR', [125_000.5, 500, 1500]],
    [['1,25,000', '12,34,567'], 'money', 'USD', ['twoWays', 'twoWays']],
    [['RM 1,250.50', '(RM 5.00)'], 'money', 'MYR', [1250.5, -5]],
    [['S/ 150.50', 'S/.99.50', '5 PEN'], 'money', 'PEN', [150.5, 99.5, 5]],
    [['S/ 150.50', 'R 99.50', '99.50 ZAR', '5 kr'], 'money', 'USD', Array(4).fill('otherCurrency')],
    [['R 1 250,50', 'ZAR 99,50'], 'money', 'ZAR', [1250.5, 99.5]],
    [
      ['12tr đ', '3k VND', '1 tỷ 200 triệu', '1,5 triệu đồng'],
      'money',
      'VND',
      [12e6, 3000, 12e8, 15e5],
    ],
    [['$5'], 'count', 'USD', ['notNumber']],
    [
      ['n/a', '1e99', '-', '   ', 'x'.repeat(99)],
      'money',
      'USD',
      ['notNumber', 'notNumber', null, null, 'notNumber'],
    ],
  ])('reads %j as %s in %s', (texts, unit, currency, expected) => {
    expect(shown(texts, unit, currency)).toEqual(expected);
  });

  it('believes the sign that groups in the spreadsheet’s locale, and not the one that parts', () => {
    expect(shown(['1.500'], 'count', 'VND', 'vi_VN')).toEqual([1500]);
    expect(shown(['1,500'], 'count', 'VND', 'en_US')).toEqual([1500]);
    expect(shown(['1.500'], 'count', 'VND', 'en_US')).toEqual(['twoWays']);
    expect(shown(['1,500'], 'count', 'VND', 'vi_VN')).toEqual(['twoWays']);
    expect(shown(['1.500', '12.5'], 'count', 'VND', 'vi_VN')).toEqual([1.5, 12.5]);
  });

  it('leaves open what somebody, or the rest of the table, may still decide', () => {
    const style = { ...styleOf('count', 'VND'), decimal: ',' } as const;
    expect(readColumn(['1.500'], style)).toEqual({ numbers: [{ value: 1500 }], decimal: ',' });
    // What the column says itself counts for more.
    expect(readColumn(['1.500', '0.5'], style).numbers[0]).toEqual({ value: 1.5 });
    expect(readColumn(['1.500'], styleOf('count', 'VND')).decimal).toBeNull();
  });

  /** Numbers written by one habit, as no locale ever mixes them. */
  const habits = [
    { group: '.', decimal: ',' },
    { group: ',', decimal: '.' },
    { group: ' ', decimal: ',' },
    { group: '', decimal: '.' },
    { group: '', decimal: ',' },
  ];
  const written = (value: number, digits: number, { group, decimal }: (typeof habits)[number]) => {
    const [whole = '', parts] = value.toFixed(digits).split('.');
    const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
    return parts === undefined ? grouped : `${grouped}${decimal}${parts}`;
  };

  it('gives each number that was written by one habit, or says that there are two ways', () => {
    const number = fc.record({ value: fc.integer({ min: 0, max: 3_000_000 }), cents: fc.nat(99) });
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...habits),
        fc.constantFrom(0, 2),
        (numbers, habit, digits) => {
          const values = numbers.map(({ value, cents }) =>
            digits === 0 ? value : Number(`${value}.${String(cents).padStart(2, '0')}`),
          );
          const unit = digits === 0 ? 'count' : 'money';
          const read = shown(
            values.map((each) => written(each, digits, habit)),
            unit,
            'USD',
          );
          for (const [at, value] of values.entries()) {
            expect([value, 'twoWays']).toContain(read[at]);
          }
          // Cents give the habit away.
          if (digits === 2) expect(read).toEqual(values);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('currencies beside amounts', () => {
  it.each([
    ['R$ 1.250,50', 'R$', '1.250,50'],
    ['-$5', '$', '-5'],
    ['$ -5', '$', '-5'],
    ['(5 USD)', 'USD', '(5)'],
    ['12 tr đ', 'đ', '12 tr'],
    ['1.500 lead', '', '1.500 lead'],
    ['12tr5', '', '12tr5'],
    ['5 M', '', '5 M'],
    ['hello', '', 'hello'],
  ])('part %s', (text, mark, rest) => {
    const found = currencyBeside(text);
    expect([found.mark, found.rest.trim()]).toEqual([mark, rest]);
  });

  it('knows codes, and words that only look like some', () => {
    expect(['PEN', 'zar', ' brl ', 'Usd'].map(currencyCode)).toEqual(['PEN', 'ZAR', 'BRL', 'USD']);
    expect(['all', 'Top', 'cup', 'Clicks', 'ABC', ''].map(currencyCode)).toEqual(
      Array(6).fill(null),
    );
  });
});
