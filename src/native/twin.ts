import type { Calculated, Input, Quantity } from '../kpi/define.ts';
import { optionWords } from '../messages/catalogue.ts';
import type { Language } from '../messages/compiled/languages.ts';
import { noneWords } from './none-words.ts';
import { isQuantity, script } from './script.ts';
import {
  type Branch,
  type Branches,
  type Comparison,
  divisorsOf,
  inputsOf,
  type Term,
} from './term.ts';

/** How a twin is written: whose words it says, and what stands between arguments. */
export interface Dialect {
  readonly language: Language;
  readonly separator: ',' | ';';
}

/**
 * A KPI as the spreadsheet itself would compute it, without the add-on: the same number, the same
 * blank, the same words for a zero divisor; where the function refuses, an error. A date is beyond
 * it: a formula cannot see that a number is only shown as a date.
 *
 * `inputs` are texts of formulas, `undefined` where one is left out. Tests are joined by `+` and
 * `*`, and blank is seen by length, because engines differ on OR, AND and `=""` over arrays; there
 * is no LET or LAMBDA, because not every spreadsheet has them. The text comes without `=`.
 */
export function twin(
  kpi: Calculated,
  branches: Branches,
  inputs: readonly (string | undefined)[],
  dialect: Dialect,
): string {
  return twinOver(kpi, branches, wholeInputs(kpi, inputs), [], dialect);
}

/**
 * `twinOf`, where some of the inputs are known to be what they have to be: numbers that `checks`
 * already vouch for.
 */
export function twinOver(
  kpi: Calculated,
  branches: Branches,
  inputs: Readonly<Record<string, string | undefined>>,
  vouched: readonly string[],
  dialect: Dialect,
): string {
  const ways = branches.filter(({ given }) => !given || inputs[given] !== undefined);
  // A way for a given input comes first and needs no condition: whether it is given is known now.
  const [first, ...rest] = ways;
  if (!first) throw new Error(`${kpi.name} has no unconditional way.`);
  const used = first.given ? [first] : [first, ...rest];
  return used.reduceRight((otherwise, way) => {
    const formula = wayTwin(kpi, way, inputs, vouched, dialect);
    return way.chosen
      ? chosenTwin(kpi, branches, way.chosen, inputs, formula, otherwise, dialect)
      : formula;
  }, '');
}

function chosenTwin(
  kpi: Calculated,
  branches: Branches,
  { input: name, is }: NonNullable<Branch['chosen']>,
  inputs: Readonly<Record<string, string | undefined>>,
  formula: string,
  otherwise: string,
  dialect: Dialect,
): string {
  const input = kpi.inputs[name];
  const text = inputs[name];
  if (!input || isQuantity(input) || text === undefined) return otherwise;
  const { call } = writer(dialect);
  const [wanted, other] = [true, false].map((its) =>
    input.options
      .filter((option) => (option === is) === its)
      .flatMap((option) => optionWords(input, option)),
  ) as [string[], string[]];
  const isOneOf = (words: readonly string[]) =>
    anyOf(words.map((word) => `(TRIM(${text})=${quoted(word)})`));
  const literal = /^"([^"]*)"$/.exec(text)?.[1]?.trim().toLowerCase();
  if (literal !== undefined && wanted.includes(literal)) return formula;
  if (literal !== undefined && other.includes(literal)) return otherwise;
  // No word that is known: blank where another input is unknown too, as everywhere.
  const rest = branches.slice(-1).flatMap((way) => [...inputsOf(way)]);
  const blanks = rest.flatMap((each) =>
    inputs[each] === undefined ? [] : isBlankFormula(inputs[each]),
  );
  const unknown = call('IF', anyOf(blanks), '""', 'NA()');
  if (literal !== undefined) return literal === '' ? '""' : unknown;
  return call(
    'IF',
    isBlankFormula(text),
    '""',
    call('IF', isOneOf(wanted), formula, call('IF', isOneOf(other), otherwise, unknown)),
  );
}

function wayTwin(
  kpi: Calculated,
  way: Branch,
  inputs: Readonly<Record<string, string | undefined>>,
  vouched: readonly string[],
  dialect: Dialect,
): string {
  const { call } = writer(dialect);
  const names = [...inputsOf(way)].filter((name) => inputs[name] !== undefined);
  const open = names.filter((name) => !vouched.includes(name) && !isConstant(inputs[name]));
  const valid = [
    ...open.map((name) => `ISNUMBER(${inputs[name]})`),
    ...names
      .filter((name) => !vouched.includes(name) && inputs[name] !== `${kpi.inputs[name]?.default}`)
      .flatMap((name) => bounds(kpi.inputs[name], inputs[name] ?? '')),
    ...way.must.map((must) => `(${comparison(must, inputs)})`),
  ];
  const value = divisorsOf(way.formula).reduceRight(
    (rest, divisor) =>
      call(
        'IF',
        `${native(divisor, inputs, tight)}=0`,
        quoted(noneWords(kpi, divisor, dialect.language)),
        rest,
      ),
    native(way.formula, inputs),
  );
  const checked = valid.length > 0 ? call('IF', allOf(valid), value, 'NA()') : value;
  const blanks = open.map((name) => isBlankFormula(inputs[name]));
  return blanks.length > 0 ? call('IF', anyOf(blanks), '""', checked) : checked;
}

/** The texts by the inputs' names, what was left out replaced by its default. */
export function wholeInputs(
  kpi: Calculated,
  inputs: readonly (string | undefined)[],
): Record<string, string | undefined> {
  const named = Object.entries(kpi.inputs).map(([name, input], index) => {
    const fallback = typeof input.default === 'string' ? quoted(input.default) : input.default;
    const text = inputs[index] ?? fallback;
    return [name, text === undefined ? undefined : operand(text)] as const;
  });
  return Object.fromEntries(named);
}

/** A text that can stand inside a larger expression: anything but a word or reference in brackets. */
const operand = (text: string | number): string =>
  typeof text === 'number' || /^(?:[\w$.!:'À-ỹ ]+|"[^"]*"|\d+(?:\.\d+)?%)$/u.test(text)
    ? String(text)
    : `(${text})`;

const isConstant = (text: string | undefined): boolean =>
  text !== undefined && /^(?:\d+(?:\.\d+)?%?|\(\d+\/\d+\))$/.test(text);

const isBlankFormula = (text: string | undefined): string => `(LEN(TRIM(${text}))=0)`;

function bounds(input: Input | undefined, text: string): string[] {
  if (!input || !isQuantity(input)) return [];
  const { min, max }: Quantity = input;
  return [
    ...(min === undefined ? [] : [`(${text}>=${min})`]),
    ...(max === undefined ? [] : [`(${text}<=${max})`]),
  ];
}

/** Binds tighter than any operation: what is written with it stands in brackets. */
const tight = 3;

function native(
  term: Term,
  inputs: Readonly<Record<string, string | undefined>>,
  within = 0,
): string {
  // Spaces go before the user's texts come in: those are theirs, to the letter.
  return script(term, within)
    .replace(/ ([-+*/]) /g, '$1')
    .replace(/[A-Za-z]\w*/g, (name) => inputs[name] ?? name);
}

const comparison = (
  { left, sign, right }: Comparison,
  inputs: Readonly<Record<string, string | undefined>>,
): string => `${native(left, inputs, tight)}${sign}${native(right, inputs, tight)}`;

export const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/** Tests joined so that arrays work too. One alone stays as it is: TRUE and FALSE are both above 0. */
export const allOf = (tests: readonly string[]): string => joined(tests, '*');

const anyOf = (tests: readonly string[]): string => joined(tests, '+');

const joined = (tests: readonly string[], sign: string): string =>
  tests.length > 1 ? `${tests.join(sign)}>0` : tests.join('');

export const writer = ({ separator }: Dialect) => ({
  call: (name: string, ...parts: readonly string[]) => `${name}(${parts.join(separator)})`,
});
