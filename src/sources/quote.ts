const longest = 160;
/** Addresses say nothing to a reader and take all the room. */
const address = /\(?https?:\/\/[^\s)]+\)?/g;
const tag = /<[^<>]{0,500}>/g;
/** What steers a screen or a text's direction, and line ends. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

/**
 * What a system itself said, as it may be shown: one short line of plain text, without tags,
 * addresses and characters that nobody sees; `''` where nothing is left. Cut where it is long.
 */
export function quoted(said: string): string {
  const plain = said
    .slice(0, 4000)
    .replace(tag, ' ')
    .replace(address, ' ')
    .replace(invisible, ' ')
    .trim();
  const characters = [...plain];
  if (characters.length <= longest) return plain;
  return `${characters
    .slice(0, longest - 1)
    .join('')
    .trimEnd()}…`;
}

/** What a web page calls itself; `null` where a body is no web page. */
export function pageTitle(body: string): string | null {
  const begin = body.slice(0, 4000);
  if (!/^\s*(?:<!doctype html|<html|<head|<title)/i.test(begin)) return null;
  return quoted(/<title[^>]{0,200}>([^<]{0,500})/i.exec(begin)?.[1] ?? '');
}
