import { isCalculated } from '../kpi/catalogue.ts';
import type { Called, Input, Kpi } from '../kpi/define.ts';
import { choicesWords } from '../messages/compiled/catalogue/choices.ts';
import { kpiTitleWords } from '../messages/compiled/catalogue/kpi-title.ts';
import { quantityTitleWords } from '../messages/compiled/catalogue/quantity-title.ts';
import { type Language, languages } from '../messages/compiled/languages.ts';
import { isQuantity } from '../native/script.ts';

const original = languages[0] as Language;
const folder = `src/messages/${original}/catalogue`;

/**
 * Which texts the catalogue asks for that stand in no file, and which stand there for nothing, each
 * as a sentence. Whether other languages have what English has, the messages themselves are asked.
 */
export function textProblems(catalogue: readonly Kpi[]): readonly string[] {
  const inputs = catalogue.flatMap((kpi): readonly Input[] =>
    isCalculated(kpi) ? Object.values(kpi.inputs) : [kpi.counts],
  );
  const called = (asQuantity: boolean) =>
    inputs.filter((input) => isQuantity(input) === asQuantity).map(keyOf);
  const options = inputs.flatMap((input) =>
    isQuantity(input) ? [] : input.options.map((option) => optionKey(keyOf(input), option)),
  );
  const choices = choicesWords(original);
  const optionsThere = Object.entries(choices).flatMap(([choice, words]) =>
    Object.keys(words.options).map((option) => optionKey(choice, option)),
  );
  const names = catalogue.map(({ name }) => name);
  return [
    ...apart('kpis', names, Object.keys(kpiTitleWords(original))),
    ...apart('quantities', called(true), Object.keys(quantityTitleWords(original))),
    ...apart(
      'choices.json',
      [...called(false), ...options],
      [...Object.keys(choices), ...optionsThere],
    ),
  ];
}

const optionKey = (choice: string, option: string): string => `${choice}.options.${option}`;

const keyOf = ({ called }: { readonly called: Called }): string =>
  typeof called === 'string' ? called : called.own;

function apart(place: string, asked: readonly string[], there: readonly string[]): string[] {
  const missing = [...new Set(asked)].filter((key) => !there.includes(key));
  return [
    ...missing.map((key) => `${folder}/${place}: “${key}” is missing.`),
    ...there
      .filter((key) => !asked.includes(key))
      .map((key) => `${folder}/${place}: nothing of the catalogue is called “${key}”.`),
  ];
}
