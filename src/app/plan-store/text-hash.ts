/** The hash of no text. */
export const emptyHash = 5381;

/** A hash so far, with one more text. Telling what has changed it is good for, keeping secrets it is not. */
export function hashOn(hash: number, text: string): number {
  let now = hash;
  for (let at = 0; at < text.length; at += 1) now = (now * 33 + text.charCodeAt(at)) | 0;
  return now;
}

export const hashOf = (texts: readonly string[]): string =>
  String(texts.reduce((hash, text) => hashOn(hashOn(hash, text), '\u0000'), emptyHash));
