import { type Content, type PlainArg, parse, type Select, type Token } from '@messageformat/parser';

/** A choice between wordings, by a number or by what a gap says. */
export interface Choice extends Pick<Select, 'arg'> {
  readonly type: 'plural' | 'select';
  readonly cases: readonly { readonly key: string; readonly parts: readonly Part[] }[];
}

/** A sentence read: words, gaps, and choices between wordings. */
export type Part = Content | PlainArg | Choice;

/** What a gap takes: `number` where it is counted, the cases it chooses between, or any text. */
export interface Gap {
  readonly kind: 'text' | 'number' | 'cases';
  /** Of a gap that chooses: the cases; `null` where any other text may come too. */
  readonly cases: readonly string[] | null;
  /** It stands in the sentence itself; otherwise it only chooses between wordings. */
  readonly shown: boolean;
}

/** The case for a gap that is empty. */
export const blank = 'blank';

/** Reads a text in ICU MessageFormat; throws a sentence where it cannot be read. */
export function readMessage(text: string, language: string): readonly Part[] {
  if (!isBalanced(text)) throw new Error('a brace stands alone');
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  let tokens: readonly Token[];
  try {
    tokens = parse(text, { cardinal: [...pluralCategories], strictPluralKeys: true });
  } catch (error) {
    throw new Error(String((error as Error).message).split('\n', 1)[0]);
  }
  return known(tokens, null);
}

/** Whether every brace has its other one; those between quotes are text. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const sign of text.replace(/''|'[{}#|][^']*'/g, '')) {
    if (sign === '{') open += 1;
    if (sign === '}') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** The same, with `#` written as the gap it stands for; throws where something is not used here. */
function known(tokens: readonly Token[], counted: string | null): Part[] {
  return tokens.map((token): Part => {
    if (token.type === 'content' || token.type === 'argument') return token;
    if (token.type === 'octothorpe')
      return { type: 'argument', arg: counted ?? '', ctx: token.ctx };
    if (token.type === 'function')
      throw new Error(
        `{${token.arg}, ${token.key}} is not used: numbers and days come written out`,
      );
    if (token.type === 'selectordinal' || token.pluralOffset)
      throw new Error(`{${token.arg}}: ordinals and offsets are not used`);
    if (!token.cases.some(({ key }) => key === 'other'))
      throw new Error(`{${token.arg}} has no case “other”`);
    const inside = token.type === 'plural' ? token.arg : counted;
    return {
      type: token.type,
      arg: token.arg,
      cases: token.cases.map(({ key, tokens: each }) => ({ key, parts: known(each, inside) })),
    };
  });
}

/** `other {}` says that there is no other case. */
export const isClosed = ({ cases }: Choice): boolean =>
  cases.some(({ key, parts }) => key === 'other' && parts.length === 0);

/** The gaps of a sentence, in the order in which they first stand there. */
export function gapsOf(parts: readonly Part[]): ReadonlyMap<string, Gap> {
  const gaps = new Map<string, Gap>();
  const take = (name: string, gap: Gap) => {
    const before = gaps.get(name);
    const shown = gap.shown || (before?.shown ?? false);
    gaps.set(name, { ...(before && before.kind !== 'text' ? before : gap), shown });
  };
  for (const part of parts) {
    if (part.type === 'argument') take(part.arg, { kind: 'text', cases: null, shown: true });
    if (part.type !== 'select' && part.type !== 'plural') continue;
    take(part.arg, chosenBy(part));
    for (const { parts: inside } of part.cases) {
      for (const [name, gap] of gapsOf(inside)) take(name, gap);
    }
  }
  return gaps;
}

function chosenBy(part: Choice): Gap {
  if (part.type === 'plural') return { kind: 'number', cases: null, shown: false };
  const keys = part.cases.map(({ key }) => key).filter((key) => key !== 'other');
  return { kind: 'cases', cases: isClosed(part) ? keys : null, shown: false };
}
