export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';

/**
 * The text of a file of unknown encoding: by its byte order mark, else UTF-16 when every other byte
 * is zero, else UTF-8 when it is valid, else the old Windows pages for Vietnamese or the west.
 * `null` when the bytes are no text.
 */
export function decodeText(
  bytes: Uint8Array,
  locale: string,
): { readonly text: string; readonly encoding: Encoding } | null {
  const encoding = byMark(bytes) ?? byZeros(bytes);
  if (encoding !== null) return decoded(bytes, encoding);
  if (bytes.includes(0)) return null;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return decoded(bytes, isVietnamese(bytes, locale) ? 'windows-1258' : 'windows-1252');
  }
}

function decoded(bytes: Uint8Array, encoding: Encoding) {
  const text = new TextDecoder(encoding).decode(bytes);
  // The Vietnamese page writes tones as marks of their own; everyone else writes one letter.
  return { text: encoding === 'windows-1258' ? text.normalize('NFC') : text, encoding };
}

function byMark(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

function byZeros(bytes: Uint8Array): Encoding | null {
  const seen = Math.min(bytes.length, 2000) & ~1;
  if (seen < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < seen; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  if (odd > seen / 4 && even === 0) return 'utf-16le';
  return even > seen / 4 && odd === 0 ? 'utf-16be' : null;
}

/** In windows-1258 the tone marks stand behind a vowel; in windows-1252 the bytes are ì, ò, Ì, Ò, Þ. */
const toneMarks = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2]);
const vowels = new Set([
  ...[...'aeiouyAEIOUY'].map((letter) => letter.charCodeAt(0)),
  0xc2,
  0xc3,
  0xca,
  0xd4,
  0xd5,
  0xdd,
  0xe2,
  0xe3,
  0xea,
  0xf4,
  0xf5,
  0xfd,
]);

function isVietnamese(bytes: Uint8Array, locale: string): boolean {
  let tones = 0;
  let behindVowel = 0;
  for (let i = 1; i < bytes.length; i += 1) {
    if (!toneMarks.has(bytes[i] ?? 0)) continue;
    tones += 1;
    if (vowels.has(bytes[i - 1] ?? 0)) behindVowel += 1;
  }
  return tones === 0 ? locale.startsWith('vi') : behindVowel > tones * 0.9;
}
