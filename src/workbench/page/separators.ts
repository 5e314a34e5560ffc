import type { Univer } from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';
import { tokenize } from '../formula/tokenize.ts';

/** The lexer's ways into a formula that somebody is typing. */
const ways = ['sequenceNodesBuilder', 'getFunctionAndParameter', 'checkIfAddBracket'] as const;
type Way = (text: string, ...rest: unknown[]) => unknown;

/**
 * Lets the formula editor colour and point while `;` separates arguments: its lexer reads commas
 * only. Every sign keeps its place, so that positions in the text stay true.
 */
export function readSemicolons(univer: Univer): void {
  const lexer = univer.__getInjector().get(LexerTreeBuilder) as unknown as Record<string, Way>;
  for (const way of ways) {
    const original = lexer[way]!.bind(lexer);
    lexer[way] = (text, ...rest) => original(withCommas(text), ...rest);
  }
}

/** A formula as typed with `;`, sign for sign as the lexer reads it; other texts as they are. */
export function withCommas(text: string): string {
  if (!text.includes(';')) return text;
  const formula = text.startsWith('=') ? text : `=${text}`;
  const tokens = tokenize(formula, ',');
  if (tokens === null) return text.replace(/;/g, ',');
  let braces = 0;
  const read = tokens.map((token) => {
    if (token.text === '{') braces += 1;
    if (token.text === '}') braces -= 1;
    if (token.kind === 'number') return token.text.replace(',', '.');
    return token.text === ';' && braces === 0 ? ',' : token.text;
  });
  return read.join('').slice(formula.length - text.length);
}
