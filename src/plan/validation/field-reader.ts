import type { PlanCheckWords } from '../../messages/plan-checks.ts';
import type { Field, Fields, FieldsOf, Says, Shapes } from '../model/field.ts';
import type { SpokenField } from '../model/plan.ts';

/** What is wrong with a field: `kpis.CPL.target`, `own.OWN_A.title`, `name`; `''`: with the whole. */
export interface PlanProblem {
  readonly field: string;
  readonly sentence: string;
}

/** The most characters of a text whose entry says nothing else. */
export const usualLength = 100;

/**
 * How a value of a shape is read. `null`: it is none, which is said with the entry's sentence unless the
 * shape has said more itself. What is left out comes here only where the entry has nothing to put there.
 */
type Reader<S extends keyof Shapes> = (
  given: unknown,
  field: Extract<Field, { readonly is: S }>,
  at: FieldReader,
  name: string,
) => Shapes[S] | null;
/** A reader for every shape. */
export type Readers = { readonly [S in keyof Shapes]: Reader<S> };

/** Reads fields of something that came from outside, and notes what is wrong with them. */
export interface FieldReader {
  readonly words: PlanCheckWords;
  readonly problems: readonly PlanProblem[];
  /** What it is about, for sentences: the title of a KPI. */
  readonly title: string;
  refuse(name: string, sentence: string): void;
  /** What it is called in a sentence. */
  nameOf(name: string): string;
  sentence(says: Says, name: string): string;
  /** A field, read once; `null` also where it was refused. */
  get(name: string): unknown;
  /** All of them; of those that were refused, nothing is to be used. */
  all<T extends Fields>(fields: T): FieldsOf<T>;
  /** A reader of a part, which has fields of its own. */
  part(fields: Fields, value: unknown, path: string, title?: string): FieldReader;
  /** The same of a part that counts whole or not at all: `null` where anything is wrong with it. */
  whole<T extends Fields>(fields: T, value: unknown): FieldsOf<T> | null;
}

/** What all parts of one plan are read with. */
export interface Reading {
  readonly words: PlanCheckWords;
  readonly readers: Partial<Readers>;
}

export function fieldReader(
  fields: Fields,
  value: unknown,
  reading: Reading,
  problems: PlanProblem[] = [],
  path = '',
  title = '',
): FieldReader {
  const { words } = reading;
  const given = isRecord(value) ? value : {};
  const known = new Map<string, unknown>();
  const within = (name: string) => [path, name].filter(Boolean).join('.');
  const names: Readonly<Record<SpokenField, string>> = words.fields;
  const nameOf = (name: string) => names[name as SpokenField];
  const sentence = (says: Says, name: string): string => {
    const said = words.problems[says];
    return typeof said === 'string'
      ? said
      : said({ kpi: title, name: title, title, field: nameOf(name) });
  };
  const read = (name: string, field: Field): unknown => {
    const each = given[name] ?? null;
    if (each === null && field.missing !== undefined) return field.missing;
    if (field.is === 'group') return at.part(field.fields, each, name).all(field.fields);
    if (field.is === 'one') {
      const found = field.of.find((word) => word === each);
      if (found === undefined) at.refuse(name, words.problems.choose({ field: nameOf(name) }));
      return found ?? null;
    }
    const reader = reading.readers[field.is] as Reader<keyof Shapes> | undefined;
    const found = reader?.(each, field as never, at, name) ?? null;
    if (found === null && 'says' in field) at.refuse(name, sentence(field.says, name));
    return found;
  };
  const at: FieldReader = {
    words,
    problems,
    title,
    nameOf,
    sentence,
    refuse(name, said) {
      problems.push({ field: within(name), sentence: said });
    },
    get(name) {
      const field = fields[name];
      if (field && !known.has(name)) known.set(name, read(name, field));
      return known.get(name);
    },
    all<T extends Fields>(wanted: T) {
      const values = Object.keys(wanted).map((name) => [name, at.get(name)]);
      return Object.fromEntries(values) as FieldsOf<T>;
    },
    part: (parts, part, name, about = '') =>
      fieldReader(parts, part, reading, problems, within(name), about),
    whole(parts, part) {
      const whole = fieldReader(parts, part, reading, []);
      const values = whole.all(parts);
      return whole.problems.length > 0 ? null : values;
    },
  };
  return at;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** There is one zero: what travels as JSON has lost the sign of the other. */
export const unsigned = (value: number): number => (value === 0 ? 0 : value);

/** Numbers beyond this are slips of the keyboard: a thousand trillions. */
export const biggest = 1e15;

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
