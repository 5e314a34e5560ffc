import type { Calculated, Input } from '../kpi/define.ts';
import { units } from '../kpi/units.ts';
import { inputTitle, kpiSummary, kpiTitle } from '../messages/catalogue.ts';
import { helpWords } from '../messages/compiled/catalogue/help.ts';
import { type Language, languages } from '../messages/compiled/languages.ts';
import { isQuantity } from '../native/script.ts';
import { quickScript } from './script.ts';

/** The most inputs a KPI may have: `KPI(name; input1 … input4)` has to reach them all. */
export const mostInputs = 4;

/** The variables of the script that the entries call. */
export interface EntryNames {
  /** Answers plain numbers, and asks for the cells where there is anything else. */
  readonly atOnce: string;
  /** Gives the bundle of the cells. */
  readonly cells: string;
}

/**
 * The top level of the script Google sees: one plain function per KPI, with the comment Sheets
 * shows as help. It is written after bundling, because bundlers drop such comments.
 * `arguments` is passed on rather than the named parameters, so that one argument too many is seen
 * and refused. The formula itself stands in the function: a KPI more costs the others nothing else.
 */
export function functionEntries(kpis: readonly Calculated[], names: EntryNames): string {
  return [...kpis.map((kpi) => kpiEntry(kpi, names)), ...byNameEntries(names)].join('\n');
}

/**
 * What every function of a KPI calls, with itself, its arguments and what its formula made of them. A
 * number is the answer where no argument is a range, none is too many and the formula took them all.
 */
export function atOnceScript({ atOnce, cells }: EntryNames): string {
  return `function ${atOnce}(of, given, value) {
  var single = given.length <= of.length;
  for (var at = 0; at < given.length; at++) single = single && typeof given[at] !== 'object';
  return single && value - value === 0 ? value : ${cells}().cells.answer(of.name, given);
}
`;
}

/**
 * Functions that only pass their arguments on: triggers, menu items, what the panel calls. `idle` may
 * say when there is nothing to do.
 */
export function passingEntries(
  names: readonly string[],
  holder: string,
  idle: (name: string) => string | null = () => null,
): string {
  return names
    .map((name) => {
      const nothing = idle(name);
      const first = nothing === null ? '' : `if (${nothing}) return; `;
      return `function ${name}(given) { ${first}return ${holder}.${name}(given); }`;
    })
    .join('\n');
}

/**
 * Help has one text for everybody: English, in which formulas are written, and beside the title what
 * the other languages call it.
 */
const [original = 'en', ...others] = languages;

const besides = (say: (language: Language) => string): string =>
  `${say(original)} (${others.map(say).join('; ')}).`;

function kpiEntry(kpi: Calculated, { atOnce }: EntryNames): string {
  const title = besides((language) => kpiTitle(kpi, language));
  const inputs = Object.entries(kpi.inputs).map(([name, input]) => ({
    name,
    help: help(name, input),
  }));
  return entry({
    name: kpi.name,
    help: `${title} ${kpiSummary(kpi, original)} ${asSaid(kpi)}`,
    inputs,
    gives: `{number} ${kpiTitle(kpi, original)}${shownAs(kpi)}`,
    body: `${atOnce}(${kpi.name}, arguments, ${atOnceValue(kpi)})`,
  });
}

/** Tests come first in it: an argument that is a range is never divided. */
function atOnceValue(kpi: Calculated): string {
  const quick = quickScript(kpi, 'undefined', false);
  const names = Object.keys(kpi.inputs).join(', ');
  const plain = `(${names}) => `;
  // Where nothing is filled in, a function within the function would only be more to read over.
  return quick.startsWith(plain) ? quick.slice(plain.length) : `(${quick})(${names})`;
}

function byNameEntries({ cells }: EntryNames): string[] {
  const rest = Array.from({ length: mostInputs }, (_, index) => `input${index + 1}`);
  const inputs = [
    { name: 'name', help: '{string} name The KPI, such as "CPL".' },
    ...rest.map((name, index) => ({
      name,
      help: `{number} ${name} ${index === 0 ? '' : 'Optional. '}Its ${ordinals[index]} input: a cell, a range or a number.`,
    })),
  ];
  return [
    entry({
      name: 'KPI',
      help: `${besides((language) => helpWords(language).byName)} The same as the function of that name, for when another add-on uses the name too.`,
      inputs,
      gives: '{number} What the named function gives.',
      body: `${cells}().cells.byName(arguments)`,
    }),
    entry({
      name: 'KPI_TOTAL',
      help: `${besides((language) => helpWords(language).total)} Totals every input first, each in its own way, and divides once: never an average of ratios.`,
      inputs,
      gives: '{number} One number for the whole range.',
      body: `${cells}().cells.totalByName(arguments)`,
    }),
  ];
}

const ordinals = ['first', 'second', 'third', 'fourth'];

function entry(of: {
  name: string;
  help: string;
  inputs: readonly { name: string; help: string }[];
  gives: string;
  body: string;
}): string {
  const lines = [
    of.help,
    '',
    ...of.inputs.map(({ help }) => `@param ${help}`),
    `@return ${of.gives}`,
    '@customfunction',
  ];
  const comment = lines.map((line) => ` * ${plain(line)}`.trimEnd()).join('\n');
  const names = of.inputs.map(({ name }) => name).join(', ');
  return `/**\n${comment}\n */\nfunction ${of.name}(${names}) {\n  return ${of.body};\n}\n`;
}

/** Help is one line without markup, and must not end its own comment. */
const plain = (line: string): string => line.replace(/\s+/g, ' ').replace(/\*\//g, '* /');

function help(name: string, input: Input): string {
  const what = inputTitle(input, original);
  if (!isQuantity(input)) {
    const words = input.options.map((option) => `"${option}"`);
    return `{string} ${name} ${optional(input)}${capital(what)}: ${words.join(' or ')}.`;
  }
  return `{number} ${name} ${optional(input)}${capital(what)}: a cell, a range or a number.`;
}

const optional = ({ optional: may, default: value }: Input): string => {
  if (!may) return '';
  return value === undefined ? 'Optional. ' : `Optional, ${value} when left out. `;
};

const asSaid = (kpi: Calculated): string => `Formula: ${kpi.formula}.`;

function shownAs({ unit }: Calculated): string {
  return units[unit].format.endsWith('%') ? ' as a fraction; format the cell as percent.' : '.';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
