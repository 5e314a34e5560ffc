import { hashText } from '../../messages/hash-text.ts';

const numbered = /^sheet-(\d+)$/;

/** A sheet's number, as scripts know it: it stays whatever happens to the sheet. */
export function sheetNumber(sheetId: string): number {
  const own = numbered.exec(sheetId)?.[1];
  if (own !== undefined) return Number(own);
  // Sheets that a page has made have names by chance; the same name gives the same number.
  return 1_000_000 + (hashText(sheetId) % 2_000_000_000);
}
