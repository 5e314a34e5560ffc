import type { PlanWords } from '../../messages/en/plan.ts';

/** What is wrong with a field: `kpis.CPL.target`, `own.OWN_A.title`, `name`; `''`: with the whole. */
export interface PlanProblem {
  readonly field: string;
  readonly sentence: string;
}

/** The most characters that texts may have. */
export const maxLengths = { name: 100, definition: 1000, source: 200 } as const;

type FieldName = keyof PlanWords['fields'];

/** Reads fields of something that came from outside, and notes what is wrong with them. */
export interface FieldReader {
  readonly words: PlanWords;
  readonly problems: PlanProblem[];
  refuse(field: string, sentence: string): void;
  /** A text, cleaned. Missing it is empty; where it `must` be there, that is the sentence. */
  text(field: FieldName, how?: { readonly must?: string; readonly most?: number }): string;
  /** One of a few words. When it is another, `instead` stands in until the plan is refused. */
  oneOf<T extends string>(field: FieldName, words: readonly T[], instead: T): T;
  /** The same reader, for a part of what is read. */
  into(value: Readonly<Record<string, unknown>>, field: string): FieldReader;
}

export function fieldReader(
  value: Readonly<Record<string, unknown>>,
  path: string,
  words: PlanWords,
  problems: PlanProblem[] = [],
): FieldReader {
  const refuse = (field: string, sentence: string) => {
    problems.push({ field: path ? `${path}.${field}` : field, sentence });
  };
  return {
    words,
    problems,
    refuse,
    text(field, { must, most = maxLengths.name } = {}) {
      const given = value[field] ?? '';
      if (typeof given !== 'string') {
        refuse(field, words.problems.notText(words.fields[field]));
        return '';
      }
      // What is far too long is not worth cleaning.
      const text = given.length > most * 10 ? given : cleanText(given);
      if (!text && must !== undefined) refuse(field, must);
      if (text.length <= most) return text;
      refuse(field, words.problems.tooLong(words.fields[field], most));
      return '';
    },
    oneOf(field, allowed, instead) {
      const found = allowed.find((word) => word === value[field]);
      if (found === undefined) refuse(field, words.problems.choose(words.fields[field]));
      return found ?? instead;
    },
    into: (part, field) => fieldReader(part, path ? `${path}.${field}` : field, words, problems),
  };
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** There is one zero: what travels as JSON has lost the sign of the other. */
export const unsigned = (value: number): number => (value === 0 ? 0 : value);

/** Numbers beyond this are slips of the keyboard: a thousand trillions. */
export const biggest = 1e15;

/** A number that may be unknown; `'text'` and `'big'` say why something is none. */
export function numberOrNull(value: unknown): number | null | 'text' | 'big' {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'text';
  return Math.abs(value) > biggest ? 'big' : unsigned(value);
}

/**
 * A text as it may stand in a cell: one line, without characters that cannot be seen or that turn
 * the direction of others, and without halves of characters.
 */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .replace(invisible, '')
    .trim();

/** Titles of pages and campaigns can be long; nothing we keep of them is longer. */
export const longestLine = 300;

/** A name on one line, as it stands in a header; `null` for what is none. */
export function lineOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > longestLine) return null;
  return cleanText(value);
}

/** Control and format characters and stray surrogates; the joiners inside emoji and scripts stay. */
const invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;
