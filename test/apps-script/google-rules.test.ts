import { describe, expect, it } from 'vitest';
import { refusedCell, takes } from '../../src/apps-script/google-rules.ts';

type Rule = NonNullable<Parameters<typeof takes>[0]>;
type Value = Parameters<typeof takes>[1];

/** A rule as Google hands it out. */
const rule = (kind: string, values: readonly unknown[], warns = false) =>
  ({
    getAllowInvalid: () => warns,
    getCriteriaType: () => kind,
    getCriteriaValues: () => [...values],
  }) as unknown as Rule;

describe('a rule on what may be typed', () => {
  it.each<
    [kind: string, given: readonly unknown[], lets: readonly Value[], refuses: readonly Value[]]
  >([
    ['VALUE_IN_LIST', [['a', '7'], true], ['a', 7, '', null], ['b', '=A1']],
    ['CHECKBOX', [], [true, false, ''], ['yes', 1]],
    ['NUMBER_BETWEEN', [1, 10], [1, 10, ''], [0, 11, '5', 'x', '=A1']],
    ['NUMBER_NOT_BETWEEN', [1, 10], [0, 11], [1, 10]],
    ['NUMBER_EQUAL_TO', [5], [5], [6]],
    ['NUMBER_NOT_EQUAL_TO', [5], [6], [5]],
    ['NUMBER_GREATER_THAN', [5], [6], [5]],
    ['NUMBER_GREATER_THAN_OR_EQUAL_TO', [5], [5], [4]],
    ['NUMBER_LESS_THAN', [5], [4], [5]],
    ['NUMBER_LESS_THAN_OR_EQUAL_TO', [5], [5], [6]],
    ['CUSTOM_FORMULA', ['=A1>3'], ['', null], [5, 'x']],
  ])('%s %j lets in what it knows', (kind, given, lets, refuses) => {
    expect(lets.map((value) => takes(rule(kind, given), value))).toEqual(lets.map(() => true));
    expect(refuses.map((value) => takes(rule(kind, given), value))).toEqual(
      refuses.map(() => false),
    );
    expect(refuses.map((value) => takes(rule(kind, given, true), value))).toEqual(
      refuses.map(() => true),
    );
  });

  it('lets anything in where there is none', () => {
    expect(takes(null, 'x')).toBe(true);
  });

  it.each([
    ['The data you entered in cell U2 violates the data validation rules set on this cell.', 'U2'],
    [
      'Dữ liệu bạn đã nhập vào ô E12 vi phạm các quy tắc xác thực dữ liệu được đặt cho ô này.',
      'E12',
    ],
    ['The data you entered violates the data validation rules.', ''],
    ['Service error: Spreadsheets', null],
  ])('is known by what Google says when it refuses: %s', (text, cell) => {
    expect(refusedCell(new Error(text))).toBe(cell);
  });
});
