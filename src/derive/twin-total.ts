import type { Calculated, Input, Over } from '../kpi/define.ts';
import { isQuantity } from './script.ts';
import { allOf, type Dialect, twinOver, wholeInputs, writer } from './twin.ts';

/** An input of a total: a range of one column (or several, where it is summed), or one value. */
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
  if (!first) return twinOver(kpi, texts, [], dialect);
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
    call('IF', `COUNT(${first.text})=0`, '""', twinOver(kpi, totals, names, dialect)),
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
  const number = '"<1E+300"';
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

/** The first or last number of a column: usually at its end, else found by its row. */
function endOf(over: 'first' | 'last', text: string, dialect: Dialect): string {
  const { call } = writer(dialect);
  const at = (row: string) => call('INDEX', text, row, '1');
  const place = `ROW(${text})-ROW(${at('1')})+1`;
  const last = `SUMPRODUCT(MAX(ISNUMBER(${text})*(${place})))`;
  const backwards = `SUMPRODUCT(MAX(ISNUMBER(${text})*(ROWS(${text})+1-(${place}))))`;
  const usual = over === 'last' ? [`ROWS(${text})`] : ['1', '2'];
  const row = over === 'last' ? last : `ROWS(${text})+1-${backwards}`;
  return usual.reduceRight(
    (otherwise, guess) => call('IF', `ISNUMBER(${at(guess)})`, at(guess), otherwise),
    at(row),
  );
}

/** 1 where the first row is one of labels: letters, the first of them no digit. */
function headerTest(texts: readonly string[], dialect: Dialect): string {
  const { call } = writer(dialect);
  const tests = texts.map((text) => {
    const cell = call('INDEX', text, '1', '1');
    const letters = `(1-${call('EXACT', `UPPER(${cell})`, `LOWER(${cell})`)})`;
    const label = `ISERROR(VALUE(${call('LEFT', `TRIM(${cell})`, '1')}))`;
    return `(ROWS(${text})>1)*ISTEXT(${cell})*${letters}*${label}`;
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
  const over = overOf(input);
  if (over === 'sum') return [];
  return over === 'whole' ? [`(COUNT(${text})<=1)`] : [`(COLUMNS(${text})=1)`];
}
