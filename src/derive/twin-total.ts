import type { Calculated, Input, Over } from '../kpi/define.ts';
import { isQuantity } from './script.ts';
import { bounds, type Dialect, twinOver, wholeInputs, writer } from './twin.ts';

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
  const right = ranges.flatMap(({ input, text }) => [
    `(SUMPRODUCT((LEN(TRIM(${text}))>0)*(1-ISNUMBER(${text})))=${header}*COLUMNS(${text}))`,
    `(SUMPRODUCT(ABS((LEN(TRIM(${text}))>0)-(LEN(TRIM(${first.text}))>0)))=0)`,
    ...outOfBounds(input, text),
    ...combinable(input, text),
  ]);
  const names = ranges.map(({ name }) => name);
  return call(
    'IF',
    `${right.join('*')}>0`,
    call('IF', `COUNT(${first.text})=0`, '""', twinOver(kpi, totals, names, dialect)),
    'NA()',
  );
}

const overOf = (input: Input): Over => (isQuantity(input) ? input.over : 'whole');

function totalOf(input: Input, text: string, dialect: Dialect): string {
  const { call } = writer(dialect);
  const over = overOf(input);
  if (over === 'sum' || over === 'whole') return `SUM(${text})`;
  const place = `ROW(${text})-ROW(${call('INDEX', text, '1', '1')})+1`;
  const last = `SUMPRODUCT(MAX(ISNUMBER(${text})*(${place})))`;
  const backwards = `SUMPRODUCT(MAX(ISNUMBER(${text})*(ROWS(${text})+1-(${place}))))`;
  const row = over === 'last' ? last : `ROWS(${text})+1-${backwards}`;
  return call('INDEX', text, row, '1');
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

function outOfBounds(input: Input, text: string): string[] {
  return bounds(input, text).map((inside) => `(SUMPRODUCT(ISNUMBER(${text})*(1-${inside}))=0)`);
}

function combinable(input: Input, text: string): string[] {
  const over = overOf(input);
  if (over === 'sum') return [];
  return over === 'whole' ? [`(COUNT(${text})<=1)`] : [`(COLUMNS(${text})=1)`];
}
