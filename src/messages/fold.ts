/** A text as it is compared when something is looked for: no marks, no capitals, đ = d. */
export const fold = (text: string): string =>
  plain(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd');

/** Lower case and composed, marks kept. */
export const plain = (text: string): string => text.normalize('NFC').toLowerCase();

/** The words of a text, in order; signs between them are gone. */
export const splitWords = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
