import type { Called, Choice, Kpi } from '../kpi/define.ts';
import { choicesWords } from './compiled/catalogue/choices.ts';
import { kpiAlsoCalledWords } from './compiled/catalogue/kpi-also-called.ts';
import { kpiMorePitfallsWords } from './compiled/catalogue/kpi-more-pitfalls.ts';
import { kpiNoneWords } from './compiled/catalogue/kpi-none.ts';
import { kpiPitfallWords } from './compiled/catalogue/kpi-pitfall.ts';
import { kpiSummaryWords } from './compiled/catalogue/kpi-summary.ts';
import { kpiTitleWords } from './compiled/catalogue/kpi-title.ts';
import { quantityNoneWords } from './compiled/catalogue/quantity-none.ts';
import { quantityTitleWords } from './compiled/catalogue/quantity-title.ts';
import { type Language, languages } from './compiled/languages.ts';

/** A KPI as its texts are found: by its name; one of somebody's own says itself what it is called. */
export type NamedKpi = Pick<Kpi, 'name' | 'ownTitle'>;

/** What has the texts of a quantity or a choice: an input, or a column of the input block. */
export interface NamedInput {
  readonly called: Called;
}

/**
 * A text by its key. The build stops where an entry of the catalogue is without one; what is no entry
 * of it goes by its key.
 */
const at = <Said>(words: object, key: string): Said | undefined =>
  (words as { readonly [key: string]: Said })[key];

export const kpiTitle = ({ name, ownTitle }: NamedKpi, language: Language): string =>
  ownTitle ?? at(kpiTitleWords(language), name) ?? name;

/** One sentence: what it tells a marketer. */
export const kpiSummary = ({ name, ownTitle }: NamedKpi, language: Language): string =>
  ownTitle ?? at(kpiSummaryWords(language), name) ?? name;

/** Other words people look for it by. */
export const otherNames = ({ name, ownTitle }: NamedKpi, language: Language): readonly string[] => {
  const names = ownTitle === undefined ? at<string>(kpiAlsoCalledWords(language), name) : '';
  return names ? names.split(/\s*;\s*/) : [];
};

/** What to mind first; `undefined` of a KPI of somebody's own. */
export const firstPitfall = ({ name, ownTitle }: NamedKpi, language: Language) =>
  ownTitle === undefined ? at<string>(kpiPitfallWords(language), name) : undefined;

/** All there is to mind, the first before the others. */
export const allPitfalls = (kpi: NamedKpi, language: Language): readonly string[] => {
  const first = firstPitfall(kpi, language);
  const more = at<readonly string[]>(kpiMorePitfallsWords(language), kpi.name);
  return first === undefined ? [] : [first, ...(more ?? [])];
};

const choiceNamed = (called: string, language: Language) =>
  at<{ readonly title: string; readonly options: object }>(choicesWords(language), called);

/** What an input is called in a sentence, small where its language has small letters. */
export const inputTitle = ({ called }: NamedInput, language: Language): string => {
  if (typeof called === 'object') return called.own;
  const title = at<string>(quantityTitleWords(language), called);
  return title ?? choiceNamed(called, language)?.title ?? called;
};

/** What a cell reads when this input of a KPI is zero and something is to be divided by it. */
export const whenZero = (kpi: NamedKpi, input: NamedInput | undefined, language: Language) => {
  const called = input?.called ?? '';
  if (typeof called === 'object') return `${called.own} = 0`;
  return (
    at<string>(quantityNoneWords(language), called) ?? at<string>(kpiNoneWords(language), kpi.name)
  );
};

/** The word for an option. */
export const choiceLabel = ({ called }: Choice, option: string, language: Language): string =>
  at<string>(choiceNamed(called, language)?.options ?? {}, option) ?? option;

/** The words that select an option, the one that every language knows first. */
export const optionWords = (choice: Choice, option: string): readonly string[] => [
  ...new Set([option, ...languages.map((language) => choiceLabel(choice, option, language))]),
];
