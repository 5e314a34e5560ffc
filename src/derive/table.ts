import type { Calculated, Input } from '../kpi/define.ts';
import { units } from '../kpi/units.ts';
import { inputTitle, optionWords } from '../messages/catalogue.ts';
import type { Text } from '../messages/every-language.ts';
import { inEveryLanguage } from '../messages/every-language.ts';
import { spoken } from '../messages/spoken.ts';
import { noneWords } from '../native/none-words.ts';
import { isQuantity, script } from '../native/script.ts';
import { type Branch, divisorsOf, inputsOf, type Term } from '../native/term.ts';
import { branchesOf } from './formula.ts';
import { quickScript } from './script.ts';

/**
 * The KPIs as the cell functions need them (`CellTable`), as a JavaScript expression. What several
 * KPIs share is written once, so that a call for one cell has little to load.
 */
export function tableScript(kpis: readonly Calculated[]): string {
  const shared: string[] = [];
  const share = (text: string): string => {
    if (!shared.includes(text)) shared.push(text);
    return `s${shared.indexOf(text)}`;
  };
  // A getter is made only for the KPI that is called; the others cost no more than being read over.
  const entries = kpis.map((kpi) => `get ${kpi.name}() { return ${entry(kpi, share)}; }`);
  const names = shared.map((text, index) => `s${index} = ${text}`).join(',\n');
  // `NaN` by itself is looked up in the surroundings every time, by some engines slowly.
  return `(() => { const ${noNumber} = Number.NaN, ${names};\nreturn {\n${entries.join(',\n')}\n}; })()`;
}

const noNumber = 'noNumber';

type Share = (text: string) => string;

/** The formula with its inputs named by their place, so that KPIs of one form share it. */
function placed(text: string, kpi: Calculated): string {
  const names = Object.keys(kpi.inputs);
  return text.replace(/'[^']*'|"[^"]*"|[A-Za-z_]\w*/g, (word) => {
    const place = names.indexOf(word);
    return place < 0 ? word : `v${place}`;
  });
}

function entry(kpi: Calculated, share: Share): string {
  const names = Object.keys(kpi.inputs);
  const inputs = Object.entries(kpi.inputs).map(([name, input]) => cellInput(name, input, share));
  const ways = branchesOf(kpi).map((branch) => way(kpi, branch, names, share));
  const format = JSON.stringify(units[kpi.unit].format);
  const quick = share(placed(quickScript(kpi, noNumber, true), kpi));
  return `{ name: '${kpi.name}', inputs: [${inputs}], quick: ${quick}, ways: [${ways}], format: ${format} }`;
}

function cellInput(name: string, input: Input, share: Share): string {
  const { optional, default: value } = input;
  const rest = isQuantity(input)
    ? { over: input.over, min: input.min, max: input.max }
    : {
        options: Object.fromEntries(
          input.options.map((option) => [option, optionWords(input, option)]),
        ),
      };
  const own = JSON.stringify({ name, ...rest, optional, default: value });
  return `{ title: ${share(JSON.stringify(inEveryLanguage((language) => inputTitle(input, language))))}, ${own.slice(1)}`;
}

function way(kpi: Calculated, branch: Branch, names: readonly string[], share: Share): string {
  const formula = (term: Term) => share(placed(`(${names.join(', ')}) => ${script(term)}`, kpi));
  const side = (term: Term) =>
    `{ text: ${share(JSON.stringify(say(kpi, term)))}, of: ${formula(term)} }`;
  const must = branch.must.map(
    ({ left, sign, right }) => `{ left: ${side(left)}, sign: '${sign}', right: ${side(right)} }`,
  );
  const divisors = divisorsOf(branch.formula).map(
    (divisor) =>
      `{ none: ${share(JSON.stringify(inEveryLanguage((language) => noneWords(kpi, divisor, language))))}, of: ${formula(divisor)} }`,
  );
  const read = inputsOf(branch);
  const reads = names.flatMap((name, index) => {
    const input = kpi.inputs[name];
    return read.has(name) || (input && !isQuantity(input) && !branch.given) ? [index] : [];
  });
  const { given, chosen } = branch;
  return `{ ${given ? `given: ${names.indexOf(given)}, ` : ''}${
    chosen ? `chosen: { input: ${names.indexOf(chosen.input)}, is: '${chosen.is}' }, ` : ''
  }reads: [${reads}], must: [${must}], divisors: [${divisors}] }`;
}

/** A part of a formula as a person says it, in every language. */
function say(kpi: Calculated, term: Term): Text {
  const text = script(term);
  return inEveryLanguage((language) => spoken(text, kpi.inputs, language));
}
