/** A text, or a group of texts, as it stands in a JSON file. */
export type Node = string | readonly Node[] | { readonly [key: string]: Node };

/** The files of an area by language: `{ en: …, vi: … }`; a language may lack one. */
export type Area = Readonly<Record<string, Node | undefined>>;

/** The language that all others are translated from. */
export const original = 'en';

/** What stands at a key is said to translators, not to users. */
const isNote = (key: string): boolean => key.startsWith('@');

/** The keys of a group that hold texts. */
export const textKeys = (group: { readonly [key: string]: Node }): string[] =>
  Object.keys(group).filter((key) => !isNote(key));

/** Where a language's file of an area stands. */
export const fileOf = (language: string, area: string): string =>
  `src/messages/${language}/${area}.json`;

/** `sources/google-analytics` as a name in code: `googleAnalytics`. */
export const nameOf = (area: string): string =>
  area.replace(/^.*\//, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The same as the name of a type: `GoogleAnalytics`. */
export const typeNameOf = (area: string): string =>
  nameOf(area).replace(/^\w/, (letter) => letter.toUpperCase());
