import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ambiguous, typedNumber } from '../../src/cells/typed-number.ts';

describe('a number typed as text', () => {
  it.each([
    ['300', 300],
    ['-5', -5],
    ['−5', -5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1 234 567,8', 1_234_567.8],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['0,123', 0.123],
    ['12345.678', 12345.678],
    ['12 %', 0.12],
    ['12,5%', 0.125],
    ['1.234.567 ₫', 1_234_567],
    ['1.234.567đ', 1_234_567],
    ['2.500.000 VND', 2_500_000],
    ['$1,200.50', 1200.5],
  ])('reads %s', (text, value) => {
    expect(typedNumber(text)).toBe(value);
  });

  it.each(['1.234', '1,234', '12,500', '-1.234', '12.345 %'])(
    'cannot tell what %s means',
    (text) => {
      expect(typedNumber(text)).toBe(ambiguous);
    },
  );

  it.each([
    'abc',
    '',
    '12abc',
    '1e5',
    '007',
    '0901234567',
    '12/03',
    '2026-01-31',
    '31-08-2023',

    '1.23.4',
    '1,23,456',
    '1.234.5',
    '5-',
    '(5)',
    '٣',
    '１２',
    '12345678901234567',
    '$',
    '%',
    '1..5',
    '85k',
    '12tr',
    'VND 100',
    '1,234.567.890',
    '1,',
    '.5',
  ])('does not take %s for a number', (text) => {
    expect(typedNumber(text)).toBeNull();
  });

  it('reads what either habit writes, wherever the other could not have written it', () => {
    const number = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(number, fc.constantFrom('vi', 'en'), (value, habit) => {
        const text = new Intl.NumberFormat(habit, { maximumFractionDigits: 2 }).format(value);
        const read = typedNumber(text);
        if (read !== ambiguous) expect(read).toBe(Object.is(value, -0) ? 0 : value);
        else expect(text).toMatch(/^-?\d{1,3}[.,]\d{3}$/);
      }),
    );
  });
});
