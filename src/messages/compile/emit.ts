import { blank, type Choice, gapsOf, isClosed, type Part, readMessage } from './message.ts';
import { type Node, original, textKeys } from './messages.ts';

/** What is made of the texts of an area, taken one by one: keys are written once for all languages. */
export function shapeOf(english: Node): string {
  if (typeof english === 'string') return 'next()';
  if (Array.isArray(english)) return `[${english.map(shapeOf).join(', ')}]`;
  const group = english as { readonly [key: string]: Node };
  const keys = textKeys(group);
  if (isKeyed(group, keys)) return `keyed(next, ${JSON.stringify(keys.join(' '))})`;
  const members = keys.map((key) => `${JSON.stringify(key)}: ${shapeOf(group[key] as Node)},\n`);
  return `{\n${members.join('')}}`;
}

/** Whether a group is written shorter as the list of its keys: it holds texts alone, and many. */
const isKeyed = (group: { readonly [key: string]: Node }, keys: readonly string[]): boolean =>
  keys.length > 5 && keys.every((key) => typeof group[key] === 'string' && !key.includes(' '));

/**
 * A language's texts as code, in the order in which the shape takes them: texts as they are, and as
 * functions those that have gaps in English.
 */
export function textsOf(node: Node, english: Node, language: string): string[] {
  if (typeof english === 'string') {
    const parts = readMessage(node as string, language);
    const code = messageCode(parts, language);
    const asked = gapsOf(readMessage(english, original)).size > 0;
    return [asked && gapsOf(parts).size === 0 ? `() => ${code}` : code];
  }
  if (Array.isArray(english))
    return english.flatMap((each, at) => textsOf((node as Node[])[at] as Node, each, language));
  const [theirs, group] = [node, english] as { readonly [key: string]: Node }[];
  return textKeys(group ?? {}).flatMap((key) =>
    textsOf(theirs?.[key] as Node, group?.[key] as Node, language),
  );
}

/** The rules by which a language counts, where counting to one does not tell. */
export const pluralRules = (language: string): string => `plural_${language.replace(/\W/g, '_')}`;

function messageCode(parts: readonly Part[], language: string): string {
  const names = [...gapsOf(parts).keys()];
  if (names.length === 0) return textCode(parts, language, String);
  const locals = new Map(names.map((name, at) => [name, `gap${at + 1}`]));
  const asked = textCode(parts, language, (name) => `gaps.${name}`);
  // Names of gaps are not shortened, all others are: whichever has them less often.
  const timesAsked = asked.match(/\bgaps\.\w+/g) ?? [];
  const askedLength = timesAsked.join('').length - 4 * timesAsked.length;
  const takenLength = names.join('').length + 3 * names.length + 2;
  if (askedLength <= takenLength) return `(gaps: Gaps) => ${asked}`;
  const takes = names.map((name) => `${name}: ${locals.get(name)}`).join(', ');
  return `({ ${takes} }: Gaps) => ${textCode(parts, language, (name) => locals.get(name) ?? name)}`;
}

/** The code of one gap. */
type Named = (gap: string) => string;

function textCode(parts: readonly Part[], language: string, named: Named): string {
  const [only] = parts;
  if (parts.every(isContent)) return JSON.stringify(parts.map(({ value }) => value).join(''));
  if (parts.length === 1 && only && isChoice(only)) return choiceCode(only, language, named);
  const inside = parts.map((part) => {
    if (part.type === 'content') return part.value.replace(/[\\`]|\$\{/g, '\\$&');
    return `\${${isChoice(part) ? choiceCode(part, language, named) : named(part.arg)}}`;
  });
  return `\`${inside.join('')}\``;
}

const isContent = (part: Part): part is Extract<Part, { type: 'content' }> =>
  part.type === 'content';

const isChoice = (part: Part): part is Choice => part.type === 'plural' || part.type === 'select';

/** `a ? … : b ? … : …`; the last case needs no question. */
function choiceCode(choice: Choice, language: string, named: Named): string {
  const others = choice.cases.filter(({ key }) => key !== 'other');
  const last = isClosed(choice) ? others.pop() : choice.cases.find(({ key }) => key === 'other');
  const text = (inside: readonly Part[]) => textCode(inside, language, named);
  const asked = others.map(
    ({ key, parts }) =>
      `${conditionCode(choice.type, key, named(choice.arg), language)} ? ${text(parts)} : `,
  );
  return `(${asked.join('')}${text(last?.parts ?? [])})`;
}

function conditionCode(type: Choice['type'], key: string, gap: string, language: string): string {
  if (type === 'select') return `${gap} === ${JSON.stringify(key === blank ? '' : key)}`;
  if (key.startsWith('=')) return `${gap} === ${Number(key.slice(1))}`;
  if (key === 'one' && oneIsOne(language)) return `${gap} === 1`;
  return `${pluralRules(language)}.select(${gap}) === ${JSON.stringify(key)}`;
}

/** Whether a language says “one” of one thing and of no other number. */
function oneIsOne(language: string): boolean {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({ length: 201 }, (_, n) => n);
  return numbers.every((n) => (rules.select(n) === 'one') === (n === 1));
}
