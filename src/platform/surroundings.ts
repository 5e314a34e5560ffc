import type { Assumption, SeenBy } from './assumption.ts';

const store = { subject: 'stores', expected: true, seenBy: 'script' } as const;
const size = <const By extends SeenBy>(expected: number, seenBy: By) =>
  ({ subject: 'stores', expected, seenBy }) as const;
const time = { subject: 'time', expected: true, seenBy: 'script' } as const;

/** What surrounds the spreadsheet: notes, locks, clocks, the user, and what lies outside. */
export const surroundingAssumptions = {
  'document-notes': store,
  'document-lock': store,
  'lock-again': store,
  'note-bytes': size(9 * 1024, 'script'),
  'notes-bytes': size(500 * 1024, 'no'),
  'missing-note': store,
  'cache-reads-back': store,
  'cache-key-letters': size(250, 'script'),
  'cache-bytes': size(100 * 1024, 'script'),
  'cache-seconds': size(600, 'no'),
  'cache-most-seconds': size(21_600, 'no'),
  'html-files': store,

  'clocks-of-zones': time,
  'dates-in-spreadsheet-zone': time,
  'structured-clone': { subject: 'time', expected: false, seenBy: 'script' },
  'run-lasts': { subject: 'time', expected: 360_000, seenBy: 'no' },

  'user-email': {
    subject: 'user',
    expected: 'named',
    choices: ['named', 'empty', 'refused'],
    seenBy: 'script',
  },
  'menu-before-enabling': { subject: 'user', expected: true, seenBy: 'published' },
  'add-on-functions': { subject: 'user', expected: true, seenBy: 'published' },

  'fetch-answers-errors': { subject: 'outside', expected: true, seenBy: 'script' },
  'fetch-only-listed': { subject: 'outside', expected: true, seenBy: 'script' },
  'fetch-breaks-whole': { subject: 'outside', expected: true, seenBy: 'no' },
  'authorized-scopes': { subject: 'outside', expected: true, seenBy: 'script' },
  'triggers-a-user': { subject: 'outside', expected: 20, seenBy: 'no' },
  'trigger-is-disabled': { subject: 'outside', expected: true, seenBy: 'script' },
  'one-trigger-a-kind': { subject: 'outside', expected: true, seenBy: 'published' },
  'clock-has-document': { subject: 'outside', expected: true, seenBy: 'clock' },
  'clock-without-screen': { subject: 'outside', expected: true, seenBy: 'clock' },
} as const satisfies Record<string, Assumption>;
