import { type Gap, gapsOf, readMessage } from './message.ts';
import { type Area, fileOf, type Node, original, textKeys } from './messages.ts';

/** What is wrong with the files of an area, each as a sentence that names file, key and gap. */
export function problemsOf(area: string, languages: Area): string[] {
  const english = languages[original];
  if (english === undefined) return [`${fileOf(original, area)} is missing.`];
  return Object.entries(languages).flatMap(([language, theirs]) => {
    const file = fileOf(language, area);
    return theirs === undefined
      ? [`${file} is missing.`]
      : problemsAt({ file, language }, '', english, theirs);
  });
}

interface Place {
  readonly file: string;
  readonly language: string;
}

function problemsAt(place: Place, key: string, english: Node, theirs: Node | undefined): string[] {
  const { file } = place;
  if (theirs === undefined) return [`${file}: “${key}” is missing.`];
  if (kindOf(english) !== kindOf(theirs))
    return [`${file}: “${key}” is ${kindOf(theirs)}, in ${original} it is ${kindOf(english)}.`];
  if (typeof english === 'string') return problemsOfText(place, key, english, theirs as string);
  const [wanted, found] = [childrenOf(english), childrenOf(theirs)];
  const inside = (name: string) => (key === '' ? name : `${key}.${name}`);
  return [
    ...[...found.keys()]
      .filter((name) => !wanted.has(name))
      .map((name) => `${file}: “${inside(name)}” is not known in ${original}.`),
    ...[...wanted].flatMap(([name, text]) =>
      problemsAt(place, inside(name), text, found.get(name)),
    ),
  ];
}

function problemsOfText(place: Place, key: string, english: string, theirs: string): string[] {
  const { file, language } = place;
  let gaps: ReadonlyMap<string, Gap>;
  try {
    gaps = gapsOf(readMessage(theirs, language));
  } catch (error) {
    return [`${file}: “${key}” cannot be read: ${(error as Error).message}.`];
  }
  if (language === original) return [];
  let wanted: ReadonlyMap<string, Gap>;
  try {
    wanted = gapsOf(readMessage(english, original));
  } catch {
    // It is said of the English file already.
    return [];
  }
  return [
    ...[...gaps.keys()]
      .filter((name) => !wanted.has(name))
      .map((name) => `${file}: “${key}” has {${name}}, which ${original} does not have.`),
    // What only chooses between wordings may be without choice in another language.
    ...[...wanted]
      .filter(([name, { shown }]) => shown && !gaps.has(name))
      .map(([name]) => `${file}: “${key}” lacks {${name}}.`),
    ...[...gaps]
      .filter(([name, { kind }]) => !fits(kind, wanted.get(name)?.kind ?? kind))
      .map(([name]) => `${file}: “${key}” uses {${name}} in another way than ${original}.`),
  ];
}

/** A count may be written as it is, and a text may be asked for what it is, or left out so. */
const fits = (theirs: Gap['kind'], english: Gap['kind']): boolean =>
  theirs === english || theirs === 'text' || (theirs === 'cases' && english === 'text');

const kindOf = (node: Node): string =>
  typeof node === 'string' ? 'a text' : Array.isArray(node) ? 'a list' : 'a group';

/** What stands in a group or a list, by key or by place. */
function childrenOf(node: Node): ReadonlyMap<string, Node> {
  if (Array.isArray(node)) return new Map(node.map((child, at) => [String(at + 1), child]));
  const group = node as { readonly [key: string]: Node };
  return new Map(textKeys(group).map((key) => [key, group[key] as Node]));
}
