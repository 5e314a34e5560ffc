import type { Language } from './compiled/languages.ts';

type Text = string | ((gaps: never) => string);

/**
 * The words of an area in a language. Nobody pays for a language that is not spoken: its texts are
 * put together when it is asked for the first time. `shape` takes them in their order.
 */
export function wordsOf<Words>(
  shape: (next: () => never) => Words,
  texts: Readonly<Record<Language, () => readonly Text[]>>,
): (language: Language) => Words {
  // By what gives the texts: in the panel another language stands in for one that has not come.
  const made = new Map<() => readonly Text[], Words>();
  return (language) => {
    const say = texts[language];
    const known = made.get(say);
    if (known) return known;
    const all = say();
    let at = 0;
    const words = shape(() => all[at++] as never);
    made.set(say, words);
    return words;
  };
}

/** A group that holds texts alone: its keys one after another, parted by spaces. */
export const keyed = (next: () => never, keys: string): never =>
  Object.fromEntries(keys.split(' ').map((key) => [key, next()])) as never;
