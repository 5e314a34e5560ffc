/** FNV-1a, 32 bits: `from` is what texts before this one came to. */
export function hashText(text: string, from = emptyHash): number {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** What no text at all comes to. */
const emptyHash = 0x811c9dc5;
