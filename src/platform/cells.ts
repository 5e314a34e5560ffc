import type { Assumption } from './assumption.ts';

const kinds = [
  'left out',
  'null',
  'empty text',
  'date',
  'rows',
  'truth',
  'number',
  'text',
  'error text',
  'loading',
  'error',
] as const;
const shown = [
  'blank',
  'zero',
  'number',
  'date',
  'text',
  'loading',
  '#NUM!',
  '#ERROR!',
  '#VALUE!',
  '#REF!',
  '#SPILL!',
  '#NAME?',
] as const;

const argument = <const Kind extends (typeof kinds)[number]>(expected: Kind) =>
  ({ subject: 'functions', expected, choices: kinds, seenBy: 'cell' }) as const;
const answer = <const Shown extends (typeof shown)[number]>(expected: Shown) =>
  ({ subject: 'functions', expected, choices: shown, seenBy: 'cell' }) as const;
const formula = <const Expected extends string | boolean>(expected: Expected) =>
  ({ subject: 'formulas', expected, seenBy: 'script' }) as const;

/** What cells hand to functions, what they make of the answers, and how formulas are read. */
export const cellAssumptions = {
  'blank-argument': argument('empty text'),
  'omitted-argument': argument('left out'),
  'missing-argument': argument('left out'),
  'error-argument': argument('error text'),
  'date-argument': argument('date'),
  'today-argument': argument('date'),
  'percent-argument': argument('number'),
  'digits-argument': argument('text'),
  'truth-argument': argument('truth'),
  'range-argument': argument('rows'),
  'null-answer': answer('blank'),
  'undefined-answer': answer('blank'),
  'nan-answer': answer('#NUM!'),
  'infinity-answer': answer('#NUM!'),
  'date-answer': answer('number'),
  'thrown-answer': answer('#ERROR!'),
  'list-answer': {
    subject: 'functions',
    expected: 'down',
    choices: ['down', 'across', 'one cell'],
    seenBy: 'cell',
  },
  'function-runs': { subject: 'functions', expected: 30_000, seenBy: 'no' },
  'pending-text': {
    subject: 'functions',
    expected: 'Loading...',
    choices: ['Loading...', 'words of the user’s language'],
    seenBy: 'no',
  },
  'function-late': { subject: 'functions', expected: 4_000, seenBy: 'no' },

  'semicolons-read': formula(true),
  'semicolons-in-values': formula(true),
  'english-function-names': formula(true),
  'decimal-sign': {
    subject: 'formulas',
    expected: 'of the locale',
    choices: ['of the locale', 'other'],
    seenBy: 'script',
  },
  'decimal-literal': {
    subject: 'formulas',
    expected: 'of the locale',
    choices: ['of the locale', 'point', 'neither'],
    seenBy: 'script',
  },
  'formula-read-back': {
    subject: 'formulas',
    expected: 'of the locale',
    choices: ['of the locale', 'as written', 'comma'],
    seenBy: 'script',
  },
  'quotes-doubled': formula(true),
  'read-calculates': formula(true),
  'sumifs-equals-first': formula(true),
  'sumifs-tilde': formula(true),
  'sumifs-any-case': formula(true),
  'sumifs-compares': formula(true),
  'sumifs-over-index': formula(true),
  'maxifs-none': {
    subject: 'formulas',
    expected: 'zero',
    choices: ['zero', 'blank', 'error'],
    seenBy: 'script',
  },
  'deleted-name-in-formula': formula(true),
} as const satisfies Record<string, Assumption>;
