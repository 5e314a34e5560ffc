import type { Calculated, Input, Over } from '../kpi/define.ts';
import { isQuantity } from '../native/script.ts';
import { allOf, type Dialect, quoted, twinOver, wholeInputs, writer } from '../native/twin.ts';
import { branchesOf } from './formula.ts';

/** An input of a total: a range, or one value. */
export interface TotalInput {
  readonly text: string;
  readonly isRange: boolean;
}

/**
 * `KPI_TOTAL` as the spreadsheet itself would compute it: every input totalled in its own way, the
 * formula used once; an error where a row is known only in part, holds text, or must not be
 * totalled. Ranges have one shape, as the function demands.
 */
export function totalTwin(
  kpi: Calculated,
  inputs: readonly (TotalInput | undefined)[],
  dialect: Dialect,
): string {
  const { call } = writer(dialect);
  const texts = wholeInputs(
    kpi,
    inputs.map((input) => input?.text),
  );
  const ranges = Object.entries(kpi.inputs).flatMap(([name, input], index) => {
    const given = inputs[index];
    return given?.isRange ? [{ name, input, text: given.text }] : [];
  });
  const [first] = ranges;
  if (!first) return twinOver(kpi, branchesOf(kpi), texts, [], dialect);
  const totals = { ...texts };
  for (const { name, input, text } of ranges) totals[name] = totalOf(input, text, dialect);
  const header = headerTest(
    ranges.map(({ text }) => text),
    dialect,
  );
  const right = [
    `(${notNumbers(first.text)}=${header}*COLUMNS(${first.text}))`,
    ...ranges.slice(1).flatMap(({ text }) => sameRowsKnown(first.text, text, dialect)),
    ...ranges.flatMap(({ input, text }) => [
      ...outOfBounds(input, text, dialect),
      ...combinable(input, text),
    ]),
  ];
  const names = ranges.map(({ name }) => name);
  return call(
    'IF',
    allOf(right),
    call(
      'IF',
      `COUNT(${first.text})=0`,
      '""',
      twinOver(kpi, branchesOf(kpi), totals, names, dialect),
    ),
    'NA()',
  );
}

/** How many cells of a range hold something that is no number. */
const notNumbers = (text: string): string =>
  `(ROWS(${text})*COLUMNS(${text})-COUNTBLANK(${text})-COUNT(${text}))`;

/**
 * That two ranges hold numbers, and labels, in the same places. Criteria count numbers where tests
 * of whole ranges would need array evaluation, which engines do not share.
 */
function sameRowsKnown(one: string, other: string, dialect: Dialect): string[] {
  const number = '"<9E+307"';
  const both = writer(dialect).call('COUNTIFS', one, number, other, number);
  return [
    `(${notNumbers(other)}=${notNumbers(one)})`,
    `(COUNT(${one})=COUNT(${other}))`,
    `(${both}=COUNT(${one}))`,
  ];
}

const overOf = (input: Input): Over => (isQuantity(input) ? input.over : 'whole');

function totalOf(input: Input, text: string, dialect: Dialect): string {
  const over = overOf(input);
  return over === 'sum' || over === 'whole' ? `SUM(${text})` : endOf(over, text, dialect);
}

/**
 * The first or last number of a range, row by row: usually at its end, else found by its place. The
 * second guess is for a column under a header.
 */
function endOf(over: 'first' | 'last', text: string, dialect: Dialect): string {
  const { call } = writer(dialect);
  const at = (row: string, column: string) => call('INDEX', text, row, column);
  const guess = (tests: string, cell: string, otherwise: string) =>
    call('IF', `${tests}ISNUMBER(${cell})`, cell, otherwise);
  const size = `ROWS(${text})*COLUMNS(${text})`;
  const corner = at('1', '1');
  const place = `(ROW(${text})-ROW(${corner}))*COLUMNS(${text})+COLUMN(${text})-COLUMN(${corner})+1`;
  const last = `SUMPRODUCT(MAX(ISNUMBER(${text})*(${place})))`;
  const backwards = `SUMPRODUCT(MAX(ISNUMBER(${text})*(${size}+1-(${place}))))`;
  const found = over === 'last' ? last : `${size}+1-${backwards}`;
  const placed = at(
    `INT((${found}-1)/COLUMNS(${text}))+1`,
    `${call('MOD', `${found}-1`, `COLUMNS(${text})`)}+1`,
  );
  if (over === 'last') return guess('', at(`ROWS(${text})`, `COLUMNS(${text})`), placed);
  return guess('', corner, guess(`(COLUMNS(${text})=1)*`, at('2', '1'), placed));
}

/**
 * 1 where the first of several rows is a header: nothing but texts with letters that no currency's
 * name accounts for. (Scripts without capital letters are not seen to have letters.)
 */
function headerTest(texts: readonly string[], dialect: Dialect): string {
  const { call } = writer(dialect);
  const label = (cell: string) => {
    const bare = ['vnđ', 'vnd', 'usd', 'eur', 'đ'].reduce(
      (rest, name) => call('SUBSTITUTE', rest, quoted(name), '""'),
      `LOWER(${cell})`,
    );
    return `ISTEXT(${cell})*(1-${call('EXACT', `UPPER(${bare})`, bare)})`;
  };
  const tests = texts.map((text) => {
    const row = call('INDEX', text, '1', '0');
    const all = `(SUMPRODUCT(${label(row)})=COLUMNS(${text}))`;
    const one = label(call('INDEX', text, '1', '1'));
    return call('IF', `ROWS(${text})=1`, '0', call('IF', `COLUMNS(${text})=1`, one, all));
  });
  return `(${tests.join('*')})`;
}

function outOfBounds(input: Input, text: string, dialect: Dialect): string[] {
  if (!isQuantity(input)) return [];
  const none = (criterion: string) =>
    `(${writer(dialect).call('COUNTIF', text, `"${criterion}"`)}=0)`;
  return [
    ...(input.min === undefined ? [] : [none(`<${input.min}`)]),
    ...(input.max === undefined ? [] : [none(`>${input.max}`)]),
  ];
}

function combinable(input: Input, text: string): string[] {
  return overOf(input) === 'whole' ? [`(COUNT(${text})<=1)`] : [];
}
