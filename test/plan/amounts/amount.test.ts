import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../../src/kpi/units.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import {
  formatAmount,
  parseAmount,
  parseTarget,
  parseValue,
} from '../../../src/plan/amounts/parse-amount.ts';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('an amount', () => {
  const bothWays: [string, number][] = [
    ['85k', 85_000],
    ['85 K', 85_000],
    ['12tr', 12_000_000],
    ['12 triệu', 12_000_000],
    ['12 TRIỆU', 12_000_000],
    ['12 trieu', 12_000_000],
    ['1.5 tỉ', 1_500_000_000],
    ['1,5 tỷ', 1_500_000_000],
    ['1,1 tỷ', 1_100_000_000],
    ['500 nghìn', 500_000],
    ['500 ngàn', 500_000],
    ['2 nghìn tỷ', 2_000_000_000_000],
    ['2m', 2_000_000],
    ['3 bn', 3_000_000_000],
    ['2.5 million', 2_500_000],
    ['12tr5', 12_500_000],
    ['12tr500', 12_500_000],
    ['1 tỷ 2', 1_200_000_000],
    ['1 tỷ 200 triệu', 1_200_000_000],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1 234 567', 1_234_567],
    ['1\u202f234\u00a0567', 1_234_567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['0.125', 0.125],
    ['0,125', 0.125],
    ['1.5', 1.5],
    ['1234.567', 1234.567],
    ['.5', 0.5],
    ['0', 0],
    ['-0', 0],
    ['85.000.000đ', 85_000_000],
    ['85.000.000 VNĐ', 85_000_000],
    ['₫ 500', 500],
    ['$500', 500],
    ['-$500', -500],
    ['$-500', -500],
    ['−500', -500],
    ['+500', 500],
    ['(500)', -500],
    ['12 tr đ', 12_000_000],
    ['1.5 triệu đồng', 1_500_000],
  ];
  it.each(bothWays)('of “%s” is the same in every language', (text, value) => {
    expect(parseAmount(text, 'vi')).toEqual({ value });
    expect(parseAmount(text, 'en')).toEqual({ value });
  });

  it('with one separator before three digits is read by the locale', () => {
    expect(parseAmount('1.234', 'vi')).toEqual({ value: 1234 });
    expect(parseAmount('1.234', 'en_US')).toEqual({ value: 1.234 });
    expect(parseAmount('1,234', 'vi_VN')).toEqual({ value: 1.234 });
    expect(parseAmount('1,234', 'en')).toEqual({ value: 1234 });
    expect(parseAmount('1.234', 'de_DE')).toEqual({ value: 1234 });
    expect(parseAmount('1.234 tỷ', 'vi')).toEqual({ value: 1_234_000_000_000 });
    expect(parseAmount('85.000đ', 'vi')).toEqual({ value: 85_000 });
  });

  it('in percent is a fraction that says it was a percentage', () => {
    expect(parseAmount('12,5 %', 'vi')).toEqual({ value: 0.125, percent: true });
    expect(parseAmount('12.5%', 'en')).toEqual({ value: 0.125, percent: true });
    expect(parseAmount('0.7%', 'en')).toEqual({ value: 0.007, percent: true });
    expect(parseAmount('-3 phần trăm', 'vi')).toEqual({ value: -0.03, percent: true });
  });

  it.each(['1.234,567.8', '12,34,567', '12 5', '12tr50', '1.2.3', '1234567890123456'])(
    'of “%s” is asked for again',
    (text) => {
      for (const locale of ['vi', 'en']) {
        expect(parseAmount(text, locale)).toEqual({ problem: 'twoWays' });
      }
    },
  );

  it.each([
    'abc',
    '12 lead',
    '1e5',
    '0x10',
    'Infinity',
    'NaN',
    '=1+1',
    '--5',
    '(-5)',
    'đ',
    '-',
    '%',
    '5 %%',
    '12k%',
    '$5%',
    'tỷ 5',
    '1 triệu 2 tỷ',
    '1 tỷ 1 tỷ',
    '.',
    '12trx',
    '5 ty le',
  ])('is not read into “%s”', (text) => {
    expect(parseAmount(text, 'vi')).toEqual({ problem: 'text' });
  });

  it('of nothing is nothing, not zero', () => {
    for (const text of ['', '   ', '\u00a0\n']) {
      expect(parseAmount(text, 'vi')).toEqual({ problem: 'empty' });
    }
  });

  it('never fails, and is finite whenever it is a number', () => {
    const piece = fc.constantFrom(...'0123456789.,  +-−()%k₫đ', 'tr', 'tỷ', 'nghìn ', 'vnd');
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('vi', 'en', 'de_DE', 'nonsense!'), (typed, locale) => {
        const read = parseAmount(typed, locale);
        if ('value' in read) expect(Number.isFinite(read.value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('in scales is what its digits say, without dust', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (tenths) => {
        const text = `${Math.floor(tenths / 10)},${tenths % 10}`;
        expect(parseAmount(`${text} tỷ`, 'vi')).toEqual({ value: tenths * 1e8 });
        expect(parseAmount(`${text}tr`, 'vi')).toEqual({ value: tenths * 1e5 });
        expect(parseAmount(`${text}k`, 'vi')).toEqual({ value: tenths * 100 });
      }),
    );
  });
});

describe('a value of a unit', () => {
  it('of a rate above one is in percent with or without the sign; below, the sign is asked for', () => {
    expect(parseValue('12,5 %', 'fraction', 'vi')).toEqual({ value: 0.125 });
    expect(parseValue('12,5', 'fraction', 'vi')).toEqual({ value: 0.125 });
    expect(parseValue('0,5 %', 'fraction', 'vi')).toEqual({ value: 0.005 });
    expect(parseValue('120', 'fraction', 'vi')).toEqual({ value: 1.2 });
    expect(parseValue('0', 'fraction', 'vi')).toEqual({ value: 0 });
    for (const text of ['0,5', '1', '-0,5']) {
      expect(parseValue(text, 'fraction', 'vi')).toEqual({ problem: 'percentOrFraction' });
    }
    for (const text of ['12k', '12 ₫', 'x']) {
      expect(parseValue(text, 'fraction', 'vi')).toEqual({ problem: 'text' });
    }
  });

  it('is read with the words of its unit, and only of its unit', () => {
    const read: [string, Unit, number][] = [
      ['4,2 lần', 'times', 4.2],
      ['4.2x', 'times', 4.2],
      ['70 điểm', 'score', 70],
      ['-5', 'score', -5],
      ['+0,5 điểm %', 'percentagePoints', 0.5],
      ['0.5 pp', 'percentagePoints', 0.5],
      ['0,5 %', 'percentagePoints', 0.5],
      ['40 giờ', 'hours', 40],
      ['3 năm', 'years', 3],
      ['2:30', 'seconds', 150],
      ['1:02:03', 'seconds', 3723],
      ['2 phút 30 giây', 'secondsEach', 150],
      ['2m30s', 'secondsEach', 150],
      ['2 phút', 'secondsEach', 120],
      ['90 giây', 'secondsEach', 90],
      ['85k', 'moneyEach', 85_000],
      ['1.240', 'count', 1240],
    ];
    for (const [text, unit, value] of read) {
      expect([text, parseValue(text, unit, 'vi')]).toEqual([text, { value }]);
    }
    const wrong: [string, Unit][] = [
      ['12 %', 'money'],
      ['12 %', 'count'],
      ['12 ₫', 'count'],
      ['2:30', 'count'],
      ['2:70', 'seconds'],
      ['3 năm', 'hours'],
    ];
    for (const [text, unit] of wrong) {
      expect([text, parseValue(text, unit, 'vi')]).toEqual([text, { problem: 'text' }]);
    }
  });
});

describe('a target', () => {
  const target = (text: string, baseline: number | null, unit: Unit) =>
    parseTarget(text, baseline, unit, 'vi');

  it('is a value, a percentage on top of the baseline, or points on top of it', () => {
    expect(target('1.240', 1030, 'count')).toEqual({ value: 1240, as: 'value' });
    expect(target('+20 %', 1000, 'count')).toEqual({ value: 1200, as: 'percent' });
    expect(target('+20%', 1000, 'count')).toEqual({ value: 1200, as: 'percent' });
    expect(target('-10 %', 92_000, 'moneyEach')).toEqual({ value: 82_800, as: 'percent' });
    expect(target('+0,5 điểm', 0.02, 'fraction')).toEqual({ value: 0.025, as: 'points' });
    expect(target('+0.5 pp', 0.02, 'fraction')).toEqual({ value: 0.025, as: 'points' });
    expect(target('−1 điểm %', 0.4, 'fraction')).toEqual({ value: 0.39, as: 'points' });
    expect(target('+5 điểm', 40, 'score')).toEqual({ value: 45, as: 'points' });
    expect(target('+200', 1000, 'count')).toEqual({ value: 1200, as: 'difference' });
    expect(target('+12tr', 100e6, 'money')).toEqual({ value: 112e6, as: 'difference' });
    expect(target('-2', 12, 'rank')).toEqual({ value: 10, as: 'difference' });
  });

  it('in percent of a rate is a share of that rate, unless it is the rate itself', () => {
    expect(target('+20 %', 0.02, 'fraction')).toEqual({ value: 0.024, as: 'percent' });
    expect(target('2,5 %', 0.02, 'fraction')).toEqual({ value: 0.025, as: 'value' });
    expect(target('2,5', null, 'fraction')).toEqual({ value: 0.025, as: 'value' });
  });

  it('that is a difference or a score anyway may carry a sign', () => {
    expect(target('+0,5 điểm %', null, 'percentagePoints')).toEqual({ value: 0.5, as: 'value' });
    expect(target('+0,5', 2, 'percentagePoints')).toEqual({ value: 0.5, as: 'value' });
    expect(target('+45', 40, 'score')).toEqual({ value: 45, as: 'value' });
    expect(target('45 điểm', 40, 'score')).toEqual({ value: 45, as: 'value' });
  });

  it('is asked for again where nobody can know what is meant', () => {
    expect(target('', 1, 'count')).toEqual({ problem: 'empty' });
    expect(target('nhiều hơn', 1, 'count')).toEqual({ problem: 'text' });
    expect(target('+20 %', null, 'count')).toEqual({ problem: 'noBaseline' });
    expect(target('+0,5 điểm', null, 'fraction')).toEqual({ problem: 'noBaseline' });
    expect(target('+200', null, 'count')).toEqual({ problem: 'noBaseline' });
    expect(target('+20 %', 0, 'count')).toEqual({ problem: 'notFromZero' });
    expect(target('+20 %', -0.1, 'fraction')).toEqual({ problem: 'notFromZero' });
    expect(target('20 %', 1000, 'count')).toEqual({ problem: 'plusOrMinus' });
    expect(target('0,5 điểm', 0.02, 'fraction')).toEqual({ problem: 'plusOrMinus' });
    expect(target('+0,5', 0.02, 'fraction')).toEqual({ problem: 'percentOrFraction' });
    expect(target('+5 điểm', 1000, 'count')).toEqual({ problem: 'text' });
    expect(target('12tr50', 1000, 'money')).toEqual({ problem: 'twoWays' });
  });

  it('grows by exactly what is typed', () => {
    const percents = fc.integer({ min: 1, max: 300 });
    const baselines = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(baselines, percents, (baseline, percent) => {
        const up = target(`+${percent} %`, baseline, 'count');
        const expected = (baseline * (100 + percent)) / 100;
        expect('value' in up && up.value).toBeCloseTo(expected, 6);
      }),
    );
  });
});

describe('a written amount', () => {
  const write = (...all: Parameters<typeof formatAmount>) => plain(formatAmount(...all));

  it('looks as people of the language write it', () => {
    expect(write(1_234_567, 'money', 'VND', 'vi')).toBe('1.234.567 ₫');
    expect(write(85_000, 'moneyEach', 'VND', 'vi')).toBe('85.000 ₫');
    expect(write(0.45, 'moneyEach', 'USD', 'en')).toBe('$0.45');
    expect(write(1200, 'money', 'USD', 'en')).toBe('$1,200');
    expect(write(1200.5, 'money', 'USD', 'en')).toBe('$1,200.50');
    expect(write(-1200, 'money', 'USD', 'en')).toBe('-$1,200');
    expect(write(1_234_567, 'money', 'VND', 'en')).toBe('₫1,234,567');
    expect(write(0.125, 'fraction', 'VND', 'vi')).toBe('12,5%');
    expect(write(0.00035, 'fraction', 'VND', 'en')).toBe('0.035%');
    expect(write(1240, 'count', 'VND', 'vi')).toBe('1.240');
    expect(write(1240.4, 'count', 'VND', 'vi')).toBe('1.240');
    expect(write(12.5, 'count', 'VND', 'vi')).toBe('12,5');
    expect(write(0.5, 'percentagePoints', 'VND', 'vi')).toBe('+0,5 điểm %');
    expect(write(-0.5, 'percentagePoints', 'VND', 'en')).toBe('-0.5 pp');
    expect(write(4.25, 'times', 'VND', 'vi')).toBe('4,25 lần');
    expect(write(4.25, 'times', 'VND', 'en')).toBe('4.25×');
    expect(write(1, 'years', 'VND', 'en')).toBe('1 year');
    expect(write(90, 'seconds', 'VND', 'vi')).toBe('90 giây');
    expect(write(72, 'score', 'VND', 'vi')).toBe('72');
    expect(write(-0.001, 'count', 'VND', 'vi')).toBe('0');
  });

  it('is short where long money would only be counted by its zeros', () => {
    expect(write(1_200_000_000, 'money', 'VND', 'vi', 'short')).toBe('1,2 tỷ ₫');
    expect(write(85_000_000, 'money', 'VND', 'vi', 'short')).toBe('85 triệu ₫');
    expect(write(999_999_999, 'money', 'VND', 'vi', 'short')).toBe('1 tỷ ₫');
    expect(write(850_000, 'money', 'VND', 'vi', 'short')).toBe('850.000 ₫');
    expect(write(1_234_567, 'money', 'USD', 'en', 'short')).toBe('$1.23M');
    expect(write(-85_000_000, 'money', 'VND', 'vi', 'short')).toBe('-85 triệu ₫');
    expect(write(2_500_000, 'count', 'VND', 'vi', 'short')).toBe('2,5 triệu');
    expect(write(2_500_000_000, 'count', 'VND', 'en', 'short')).toBe('2.5B');
  });

  it('does not fail on a currency nobody knows', () => {
    expect(write(12, 'money', 'QQQ', 'en')).toContain('12');
    expect(write(12, 'money', 'not a code', 'en')).toBe('12 not a code');
  });

  it('reads back as what it says', () => {
    const languages = fc.constantFrom<Language>('vi', 'en');
    const roundTrip = (unit: Unit, value: number, decimals: number) =>
      fc.assert(
        fc.property(languages, fc.integer({ min: -99_999, max: 999_999_999 }), (language, n) => {
          const amount = n * value;
          const read = parseValue(formatAmount(amount, unit, 'VND', language), unit, language);
          expect('value' in read && read.value).toBeCloseTo(amount, decimals);
        }),
      );
    roundTrip('money', 1, 6);
    roundTrip('fraction', 0.0001, 6);
    roundTrip('score', 0.01, 6);
    roundTrip('times', 0.01, 6);
    roundTrip('percentagePoints', 0.01, 6);
    roundTrip('hours', 0.1, 6);
  });
});
