import type { Assumption, SeenBy } from './assumption.ts';

const becomes = ['formula', 'text', 'number', 'error'] as const;

const typed = <const Expected extends (typeof becomes)[number]>(expected: Expected) =>
  ({ subject: 'writing', expected, choices: becomes, seenBy: 'script' }) as const;
const writing = { subject: 'writing', expected: true, seenBy: 'script' } as const;
const names = { subject: 'names', expected: true, seenBy: 'script' } as const;
const sheets = { subject: 'sheets', expected: true, seenBy: 'script' } as const;
const size = <const By extends SeenBy>(expected: number, seenBy: By) =>
  ({ subject: 'sheets', expected, seenBy }) as const;

/** What becomes of what we write, and of names, rows and sheets. */
export const sheetAssumptions = {
  'equals-first': typed('formula'),
  'plus-first': typed('text'),
  'minus-first': typed('text'),
  'at-first': typed('text'),
  'apostrophe-keeps-text': writing,
  'append-keeps-text': writing,
  'plain-text-format': typed('text'),
  'apostrophe-under-plain-text': {
    subject: 'writing',
    expected: 'kept',
    choices: ['kept', 'taken'],
    seenBy: 'script',
  },
  'empty-text-is-blank': writing,
  'rules-warn-by-default': writing,
  'strict-rule-refuses-value': writing,
  'strict-rule-refuses-formula': writing,
  'strict-rule-takes-blank': writing,
  'writes-held-back': { subject: 'writing', expected: true, seenBy: 'no' },
  'rules-read-formulas': { subject: 'writing', expected: true, seenBy: 'no' },
  'rows-at-once': { subject: 'writing', expected: true, seenBy: 'no' },

  unformatted: {
    subject: 'formats',
    expected: 'General',
    choices: ['General', '0.###############', ''],
    seenBy: 'script',
  },
  'general-resets': { subject: 'formats', expected: true, seenBy: 'script' },
  'day-numbers': { subject: 'formats', expected: true, seenBy: 'script' },

  'deleted-name': {
    subject: 'names',
    expected: 'gone',
    choices: ['gone', 'no range', 'throws'],
    seenBy: 'script',
  },
  'insert-grows-name': names,
  'insert-before-last-grows-name': names,
  'insert-grows-formula': names,
  'delete-shrinks-name': names,
  'sort-leaves-name': names,
  'copied-sheet-names': {
    subject: 'names',
    expected: 'with the sheet before them',
    choices: ['with the sheet before them', 'the same', 'none'],
    seenBy: 'script',
  },
  'copied-file-names': { subject: 'names', expected: true, seenBy: 'no' },

  'ranges-in-order': sheets,
  'new-sheet-rows': size(1000, 'script'),
  'new-sheet-columns': size(26, 'script'),
  'new-sheet-is-active': sheets,
  'sheet-name-letters': size(100, 'script'),
  'row-pixels': size(21, 'script'),
  'column-pixels': size(100, 'script'),
  'letter-points': size(10, 'script'),
  'group-depth': size(8, 'no'),
  'ungroup-is-harmless': sheets,
  'chart-sheet-has-no-cells': sheets,
  'spreadsheet-cells': size(10_000_000, 'no'),
  'spreadsheet-sheets': size(200, 'no'),
} as const satisfies Record<string, Assumption>;
