import { pluralRules, shapeOf, textsOf } from './emit.ts';
import { type Gap, gapsOf, readMessage } from './message.ts';
import { type Area, type Node, nameOf, original, textKeys, typeNameOf } from './messages.ts';

/** An area as a module: its texts by language, and the types of every key and gap. */
export function moduleOf(area: string, languages: Area): string {
  const [name, type] = [nameOf(area), `${typeNameOf(area)}Words`];
  const up = '../'.repeat(area.split('/').length);
  const english = languages[original] as Node;
  const bodies = Object.entries(languages).map(([language, node]) => ({
    language,
    texts: textsOf(node as Node, english, language),
  }));
  const counted = bodies.filter(({ language, texts }) =>
    texts.some((code) => code.includes(`${pluralRules(language)}.`)),
  );
  const shape = shapeOf(english);
  const helpers = shape.includes('keyed(next, ') ? 'keyed, wordsOf' : 'wordsOf';
  return [
    '// Compiled from src/messages/ by build.mjs; git does not keep it.',
    `import { ${helpers} } from '${up}words-of.ts';`,
    '',
    `export type ${type} = ${typeOf(english)};`,
    '',
    '// biome-ignore lint/suspicious/noExplicitAny: what a gap takes is said above.',
    'type Gaps = any;',
    ...counted.map(
      ({ language }) =>
        `const ${pluralRules(language)} = new Intl.PluralRules(${JSON.stringify(language)});`,
    ),
    '',
    `export const ${name}Words = /* @__PURE__ */ wordsOf<${type}>((next) => (${shape}), {`,
    ...bodies.map(({ language, texts }) => languageCode(language, texts)),
    '});',
    '',
  ].join('\n');
}

/** The texts of a language; one that stands there several times is written once. */
function languageCode(language: string, texts: readonly string[]): string {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  const often = [...times.keys()].filter((text) => (times.get(text) ?? 0) > 1 && text.length > 12);
  const items = texts.map((text) => {
    const at = often.indexOf(text);
    return `${at < 0 ? text : `again${at + 1}`},\n`;
  });
  const again = often.map((text, at) => `const again${at + 1} = ${text};\n`);
  return `${JSON.stringify(language)}: () => {\n${again.join('')}return [\n${items.join('')}];\n},`;
}

/** The type of the English texts, which those of every language have. */
function typeOf(node: Node): string {
  if (typeof node === 'string') return typeOfText(node);
  if (Array.isArray(node)) return `readonly [${node.map(typeOf).join(', ')}]`;
  const group = node as { readonly [key: string]: Node };
  const members = textKeys(group).map((key) => {
    const child = group[key] as Node;
    // What an editor shows where the key is used.
    const shown = typeof child === 'string' ? `/** ${child.replace(/\*\//g, '*\\/')} */\n` : '';
    return `${shown}readonly ${JSON.stringify(key)}: ${typeOf(child)};\n`;
  });
  return `{\n${members.join('')}}`;
}

function typeOfText(text: string): string {
  const gaps = [...gapsOf(readMessage(text, original))];
  if (gaps.length === 0) return 'string';
  const members = gaps.map(([name, gap]) => `readonly ${name}: ${typeOfGap(gap)}`);
  return `(gaps: { ${members.join('; ')} }) => string`;
}

function typeOfGap({ kind, cases }: Gap): string {
  if (kind === 'number') return 'number';
  if (kind === 'text') return 'string | number';
  return cases === null ? 'string' : cases.map((each) => JSON.stringify(each)).join(' | ');
}
