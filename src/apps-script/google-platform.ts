import { assumed } from '../platform/index.ts';

/**
 * What we rely on of Google's spreadsheets where the documentation is silent or hard to find, as this
 * room reads it.
 */

/** Seconds for which a word to a waiting panel is kept. */
export const tellSeconds = 600;

/** No number format chosen: the spreadsheet decides by what stands in the cell. */
export const automatic = 'General';

/** Number formats that mean «nobody has chosen one». */
export const unformattedPatterns: ReadonlySet<string> = new Set([
  '',
  automatic,
  '0.###############',
]);

/** What the spreadsheet's own letters are, where a style says nothing of them. */
export const ownSize = assumed('letter-points');

/** Pixels of a row and a column nobody has changed. */
export const ownHeight = assumed('row-pixels');
export const ownWidth = assumed('column-pixels');

/** No row lies deeper than this in groups. */
export const deepestGroup = assumed('group-depth');

/** Whether ranges that are asked for together come in the order of their addresses, each by itself. */
export const listsKeepOrder = assumed('ranges-in-order');

/** A number that no marketing figure reaches: «any number» as a span. */
export const largeNumber = 1e15;

const digit = /\p{N}/u;
const beginsLikeWords = /^[\p{L}○●▲■▢⟳ƒ“(]/u;
const truth = /^(?:true|false)$/i;

/**
 * A text from outside as it has to be written so that it stays the text it is. Whatever follows an
 * apostrophe is text: never a formula, never a number, a date or a truth value. The apostrophe is
 * no part of the cell's value. It is not understood where the format is «plain text» (`@`), so
 * that format is never set.
 */
export const asText = (text: string): string => (text === '' ? '' : `'${text}`);

/**
 * The same for our own words: an apostrophe only where they could be read as something else, as it
 * shows when somebody edits the cell.
 */
export const asWords = (text: string): string =>
  text === '' || (beginsLikeWords.test(text) && !digit.test(text) && !truth.test(text))
    ? text
    : asText(text);

/** `0a1b…` → six characters of `a–z0–9`; the first twelve digits of a UUID are random. */
export const shortId = (uuid: string): string =>
  (Number.parseInt(uuid.replace(/-/g, '').slice(0, 12), 16) % 36 ** 6)
    .toString(36)
    .padStart(6, '0');
