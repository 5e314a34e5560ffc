import { type LastingCause, LastingError } from '../app/ports/lasting-cause.ts';
import { assumed } from '../platform/index.ts';

type Properties = GoogleAppsScript.Properties.Properties;

/**
 * Why Google refuses, where doing the same again does not help, by what it says: in the user's
 * language, of which English and Vietnamese are known here. The first that fits counts; nothing is
 * claimed of what fits none.
 */
const lasting: readonly (readonly [RegExp, LastingCause])[] = [
  [/property storage quota|bộ nhớ thuộc tính/i, 'notesFull'],
  // The names of services are not translated: «…: properties.», «…: graphite property writes.»
  [/invoked too many times for one day|quá nhiều lần trong (?:một|1) ngày/i, 'callsOfDay'],
  [/too much computer time for one day|quá nhiều thời gian (?:của )?máy tính/i, 'timeOfDay'],
  [
    /required permissions: |authorization is required|cần (?:được )?(?:cho phép|cấp quyền|ủy quyền|uỷ quyền)/i,
    'notAllowed',
  ],
  [/protected cell or object|ô hoặc đối tượng được bảo vệ/i, 'protectedCell'],
  [/violates the data validation rules|quy tắc xác thực dữ liệu/i, 'validatedCell'],
  [/above the limit of [\d,. ]+ cells|vượt quá giới hạn [\d,. ]+ ô/i, 'tooManyCells'],
  // The most cells there may be, in whatever language.
  [/\b10[.,\s]?000[.,\s]?000\b/, 'tooManyCells'],
  [/permissions? to (?:edit|modify)|quyền chỉnh sửa/i, 'readOnly'],
];

/** Why Google refused; `null` where that may pass, or nobody knows. */
export function causeOf(error: unknown): LastingCause | null {
  if (error instanceof LastingError) return error.lasting;
  const said = (error instanceof Error ? error.message : String(error)).normalize('NFC');
  for (const [says, cause] of lasting) if (says.test(said)) return cause;
  return null;
}

/** What is about as much as all that a store takes: Google counts by rules of its own. */
const nearlyFull = 0.95;

/** Keeps a property. That there is no room Google says in the user's language; how much stands there it says in none. */
export const keep = (store: Properties, key: string, value: string, full: LastingCause): void =>
  kept(store, { [key]: value }, full, () => store.setProperty(key, value));

/** The same of several, in one call. */
export const keepAll = (
  store: Properties,
  entries: Readonly<Record<string, string>>,
  full: LastingCause,
): void => kept(store, entries, full, () => store.setProperties({ ...entries }));

function kept(
  store: Properties,
  entries: Readonly<Record<string, string>>,
  full: LastingCause,
  keeping: () => unknown,
): void {
  try {
    keeping();
  } catch (error) {
    const known = causeOf(error);
    if (known === 'notesFull' || (known === null && wouldFill(store, entries))) {
      throw new LastingError(full, String(error));
    }
    throw error;
  }
}

function wouldFill(store: Properties, entries: Readonly<Record<string, string>>): boolean {
  const all = { ...store.getProperties(), ...entries };
  const bytes = Object.entries(all).reduce((sum, each) => sum + bytesOf(each.join('')), 0);
  return bytes >= nearlyFull * assumed('notes-bytes');
}

/** In UTF-8. */
const bytesOf = (text: string): number =>
  encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, 'x').length;
