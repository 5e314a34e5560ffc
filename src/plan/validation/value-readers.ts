import { biggest, cleanText, lineOf, type Readers, unsigned, usualLength } from './field-reader.ts';

/** More hints than this no doctor gives. */
const mostRules = 500;

/** A number between two others, these included. */
export const between = (value: unknown, from: number, to: number): number | null =>
  typeof value === 'number' && value >= from && value <= to ? unsigned(value) : null;

/** Whether it is a whole number between two others, these included. */
export const isWhole = (
  value: unknown,
  { from, to }: { readonly from: number; readonly to: number },
): value is number => Number.isInteger(value) && between(value, from, to) !== null;

/** Readers of what is one value, whatever it stands for. */
export const valueReaders = {
  text(given, { most = usualLength, must }, at, name) {
    const { problems } = at.words;
    if (given !== null && typeof given !== 'string') {
      at.refuse(name, problems.notText({ field: at.nameOf(name) }));
      return null;
    }
    // What is far too long is not worth cleaning.
    const text = given === null || given.length > most * 10 ? (given ?? '') : cleanText(given);
    if (!text && must) at.refuse(name, at.sentence(must, name));
    if (text.length > most) at.refuse(name, problems.tooLong({ field: at.nameOf(name), most }));
    return text;
  },
  number(given, _, at, name) {
    const { problems } = at.words;
    const isNumber = typeof given === 'number' && Number.isFinite(given);
    if (isNumber && Math.abs(given) <= biggest) return unsigned(given);
    const says = isNumber ? problems.tooBig : problems.notNumber;
    at.refuse(name, says({ kpi: at.title, field: at.nameOf(name) }));
    return null;
  },
  share: (given) => between(given, 0, 1),
  threshold: (given) => between(given, 0, 2) || null,
  attainment: (given) => between(given, 0, 10),
  whole: (given, field) => (isWhole(given, field) ? given : null),
  code: (given, { pattern }) => (typeof given === 'string' && pattern.test(given) ? given : null),
  line: (given) => lineOf(given) || null,
  rules(given) {
    if (!Array.isArray(given) || given.length > mostRules) return null;
    const names: readonly unknown[] = given;
    const rules = names.filter((name) => typeof name === 'string' && /^[\w.:-]{1,100}$/.test(name));
    return rules.length === names.length ? [...new Set(rules.map(String))] : null;
  },
} satisfies Partial<Readers>;
