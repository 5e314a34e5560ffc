import { contentOf } from '../kpi/cell-value.ts';
import { plain } from '../messages/fold.ts';
import type { CellInput, CellTable } from './cell-kpi.ts';
import { isOwnSentence } from './own-sentence.ts';
import type { Refusal } from './refusal.ts';
import { ambiguous, typedNumber } from './typed-number.ts';

/** What a cell holds, for one input: something to compute with, or why not. */
export type InputReading =
  | { readonly is: 'value'; readonly value: number | string }
  | { readonly is: 'blank' }
  | { readonly is: 'own'; readonly text: string }
  | { readonly is: 'refused'; readonly refusal: Refusal };

const refused = (refusal: Refusal): InputReading => ({ is: 'refused', refusal });

/** `''` and `null` are blank, and so are cells of nothing but spaces: they look empty. */
export const isBlankValue = (value: unknown): boolean =>
  value === '' || value === null || (typeof value === 'string' && /^ +$/.test(value));

/** Errors of other formulas reach a function as their text. */
export const isError = (value: unknown): boolean =>
  typeof value === 'string' && contentOf(value).is === 'error';

/** Text that is a label: with letters, not a number in any reading, no error, no answer of ours. */
export const isLabel = (value: unknown, table: CellTable): boolean =>
  typeof value === 'string' &&
  /\p{L}/u.test(value) &&
  !isError(value) &&
  typedNumber(value) === null &&
  !isOwnSentence(value, table);

/** Reads the value of a cell as one input of a KPI. */
export function readInput(value: unknown, input: CellInput, table: CellTable): InputReading {
  const { title } = input;
  const found = contentOf(value);
  if (found.is === 'error') return refused({ why: 'error', input: title, value: found.text });
  if (isBlankValue(value)) return { is: 'blank' };
  if (found.is === 'text' && isOwnSentence(found.text, table)) {
    return { is: 'own', text: found.text };
  }
  if (input.options) return choice(value, input, input.options);
  if (found.is === 'number') return bounded(found.value, input);
  if (found.is !== 'text')
    return refused({ why: found.is === 'truth' ? 'truth' : 'date', input: title });
  const { text } = found;
  if (/^\s+$/.test(text)) return refused({ why: 'spaces', input: title });
  const typed = typedNumber(text);
  if (typed === ambiguous) return refused({ why: 'ambiguous', input: title, value: text });
  if (typed === null) return refused({ why: 'text', input: title, value: text });
  return bounded(typed, input);
}

function bounded(value: number, { title, min, max }: CellInput): InputReading {
  if (min !== undefined && value < min) {
    return refused({ why: 'below', input: title, value, bound: min });
  }
  if (max !== undefined && value > max) {
    return refused({ why: 'above', input: title, value, bound: max });
  }
  return { is: 'value', value };
}

function choice(
  value: unknown,
  { title }: CellInput,
  options: Readonly<Record<string, readonly string[]>>,
): InputReading {
  const word = plain(String(value).trim());
  for (const [option, words] of Object.entries(options)) {
    if (words.includes(word)) return { is: 'value', value: option };
  }
  const known = Object.values(options).flat();
  return refused({ why: 'choice', input: title, value: String(value), options: known });
}
