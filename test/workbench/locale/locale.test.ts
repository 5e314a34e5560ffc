import { describe, expect, it } from 'vitest';
import { isDatePattern } from '../../../src/workbench/locale/pattern.ts';
import { instantOf, serialAt } from '../../../src/workbench/locale/serial.ts';
import { parseTyped } from '../../../src/workbench/locale/typed.ts';
import { formatAddress, parseAddress, splitSheet } from '../../../src/workbench/model/address.ts';
import { withCommas } from '../../../src/workbench/page/separators.ts';

const number = (value: number, format: string | null = null) => ({ kind: 'number', value, format });
const text = (value: string) => ({ kind: 'text', text: value, forced: false });

describe('typed text', () => {
  it.each([
    ['1.234,5', 'vi_VN', number(1234.5, '#,##0.00')],
    ['1,234.5', 'en_US', number(1234.5, '#,##0.00')],
    ['1,5', 'vi_VN', number(1.5)],
    ['1.5', 'vi_VN', text('1.5')],
    ['-12,3 %', 'vi_VN', number(-0.123, '0.00%')],
    ['1.200.000 ₫', 'vi_VN', number(1_200_000, '#,##0 "₫"')],
    ['$12.50', 'en_US', number(12.5, '"$"#,##0.00')],
    ['31/12/2026', 'vi_VN', number(46387, 'dd/mm/yyyy')],
    ['12/31/2026', 'en_US', number(46387, 'm/d/yyyy')],
    ['31/12/2026', 'en_US', text('31/12/2026')],
    ['2026-12-31', 'vi_VN', number(46387, 'yyyy-mm-dd')],
    ['12.34.5', 'vi_VN', text('12.34.5')],
    ['0909 123', 'vi_VN', text('0909 123')],
    ["'=1", 'vi_VN', { kind: 'text', text: '=1', forced: true }],
    ['=A1', 'vi_VN', { kind: 'formula', text: '=A1' }],
    ['TRUE', 'vi_VN', { kind: 'boolean', value: true }],
    ['', 'vi_VN', { kind: 'blank' }],
  ])('%s in %s', (typed, locale, is) => {
    expect(parseTyped(typed, locale)).toEqual(is);
  });
});

describe('dates', () => {
  it('are seen in the format, not in words of a format', () => {
    expect(['dd/mm/yyyy', '[h]:mm', 'yyyy-mm'].every(isDatePattern)).toBe(true);
    expect(['#,##0 "đồng/day"', '0.00%', 'General', '@', '[Red]0'].some(isDatePattern)).toBe(false);
  });
  it('are instants in the spreadsheet’s zone, there and back', () => {
    for (const zone of ['Asia/Ho_Chi_Minh', 'America/New_York', 'Etc/UTC']) {
      for (const serial of [1, 45_000.5, 46_090, 46_330.25]) {
        expect(serialAt(instantOf(serial, zone), zone)).toBeCloseTo(serial, 8);
      }
    }
  });
});

describe('addresses', () => {
  it('are read and written', () => {
    expect(parseAddress('$B$2:c5', 1000, 26)).toEqual({
      startRow: 1,
      startColumn: 1,
      endRow: 4,
      endColumn: 2,
    });
    for (const a1 of ['A1', 'B2:C5', 'K:K', 'A:B', '3:4']) {
      expect(formatAddress(parseAddress(a1, 1000, 26)!, 1000, 26)).toBe(a1);
    }
    expect(parseAddress('A2:A', 1000, 26)).toMatchObject({ startRow: 1, endRow: 999 });
    for (const no of ['', 'A', '12', 'A0', 'A1:', 'x y']) expect(parseAddress(no, 9, 9)).toBeNull();
    expect(splitSheet("'My ''ads'''!B2")).toEqual({ sheet: "My 'ads'", a1: 'B2' });
  });
});

describe('a formula that is being typed with semicolons', () => {
  it('is read sign for sign', () => {
    expect(withCommas('=CPL(J2;1,5')).toBe('=CPL(J2,1.5');
    expect(withCommas('=F("a;b";{1;2})')).toBe('=F("a;b",{1;2})');
    expect(withCommas('=F(A1,1.5)')).toBe('=F(A1,1.5)');
    expect(withCommas('CPL(A1;"open')).toHaveLength('CPL(A1;"open'.length);
  });
});
