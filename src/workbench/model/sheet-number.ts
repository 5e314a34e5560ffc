const numbered = /^sheet-(\d+)$/;

/** A sheet's number, as scripts know it: it stays whatever happens to the sheet. */
export function sheetNumber(sheetId: string): number {
  const own = numbered.exec(sheetId)?.[1];
  if (own !== undefined) return Number(own);
  // Sheets that a page has made have names by chance; the same name gives the same number.
  let hash = 0x811c9dc5;
  for (let i = 0; i < sheetId.length; i += 1) {
    hash = Math.imul(hash ^ sheetId.charCodeAt(i), 0x01000193);
  }
  return 1_000_000 + ((hash >>> 0) % 2_000_000_000);
}
