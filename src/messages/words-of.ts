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
  const made: { [language in Language]?: Words } = {};
  return (language) => {
    const known = made[language];
    if (known) return known;
    const all = texts[language]();
    let at = 0;
    const words = shape(() => all[at++] as never);
    made[language] = words;
    return words;
  };
}

/** A group that holds texts alone: its keys one after another, parted by spaces. */
export const keyed = (next: () => never, keys: string): never =>
  Object.fromEntries(keys.split(' ').map((key) => [key, next()])) as never;
