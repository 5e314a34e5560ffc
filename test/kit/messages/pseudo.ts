import { type Part, readMessage } from '../../../src/messages/compile/message.ts';
import type { Node } from '../../../src/messages/compile/messages.ts';
import { type Product, productWith } from './product.ts';

/** Letters as a language could write them that nobody speaks: one can still read them. */
const accented: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ').map((letter, at) => [
    letter,
    Array.from('ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ')[at] ?? letter,
  ]),
);

/** Whether a text is in the pseudo-language, in part at least. */
export const isPseudo = (text: string): boolean =>
  Object.values(accented).some((letter) => text.includes(letter));

/** How much longer than English a language gets, as short words that may be broken between. */
const longer = (text: string): string => {
  const words = Math.ceil(text.length / 18);
  return Array.from({ length: words }, () => ' ·ẋẋẋ').join('');
};

const written = (text: string): string =>
  Array.from(text, (letter) => accented[letter] ?? letter).join('');

/** A group of English texts in the pseudo-language: accented, a quarter longer, gaps as they are. */
export function pseudo(node: Node): Node {
  if (typeof node === 'string') return pseudoText(node);
  if (Array.isArray(node)) return node.map(pseudo);
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, pseudo(child)]));
}

function pseudoText(text: string): string {
  const parts = readMessage(text, 'en');
  const words = parts.map((part) => (part.type === 'content' ? part.value : '')).join('');
  // What has no letters of its own, a number format, and what goes into one stay as long as they are.
  const grows = /\p{L}{2}/u.test(words) && !/0\.0/.test(words) && /\s/.test(words.trim());
  return `${printed(parts)}${grows ? longer(words) : ''}`;
}

const printed = (parts: readonly Part[]): string => parts.map(printedPart).join('');

function printedPart(part: Part): string {
  if (part.type === 'content') return written(part.value).replace(/[{}]/g, "'$&'");
  if (part.type === 'argument') return `{${part.arg}}`;
  const cases = part.cases.map(({ key, parts }) => `${key} {${printed(parts)}}`);
  return `{${part.arg}, ${part.type}, ${cases.join(' ')}}`;
}

/** The product with the pseudo-language in the place of English. */
export const pseudoProduct = (): Product =>
  productWith(
    (areas) =>
      new Map(
        [...areas].map(([file, texts]) => [
          file,
          file.startsWith('en/') && file !== 'en/language.json'
            ? (pseudo(texts) as typeof texts)
            : texts,
        ]),
      ),
  );
