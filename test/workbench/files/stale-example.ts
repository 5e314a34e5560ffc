import type { Language } from '../../../src/messages/compiled/languages.ts';
import { ownFunctions } from '../../../src/workbench/desk/own-functions.ts';
import { exampleBook } from '../../../src/workbench/example/book.ts';
import { writeXlsx } from '../../../src/workbench/files/xlsx.ts';
import type { Computed, Entry, Scalar, Sheet } from '../../../src/workbench/model/book.ts';

/** Wrong on purpose: whatever else a reader of the file shows, it has computed itself. */
const stale: Scalar = 123.456;

function staleValues(sheet: Sheet): Computed {
  const formulas = sheet.rows.flatMap((row, r) =>
    row.flatMap((entry, c) => (hasFormula(entry) ? [{ r, c }] : [])),
  );
  const isAds = sheet.rows.length > 1000;
  const rows = isAds ? sheet.rows.length - 1 : 1;
  const spills = isAds ? formulas.map(({ r, c }) => ({ row: r, column: c, rows, columns: 1 })) : [];
  const width = Math.max(...sheet.rows.map((row) => row.length));
  return { values: sheet.rows.map(() => Array<Scalar>(width).fill(stale)), spills };
}

const hasFormula = (entry: Entry | undefined): boolean =>
  entry !== null && typeof entry === 'object' && entry.formula !== undefined;

/** The example as a file that remembers nothing right, its sheets' names, and the ads behind it. */
export async function staleExample(language: Language) {
  const book = exampleBook(language);
  const [summary, ads] = book.sheets;
  const bytes = await writeXlsx(book, book.sheets.map(staleValues), {
    own: ownFunctions(language),
    locale: language === 'vi' ? 'vi_VN' : 'en_US',
    language,
  });
  return {
    bytes,
    stale,
    summary: summary!.name,
    ads: ads!.name,
    data: ads!.rows.slice(1).map((row) => row.slice(0, 12) as number[]),
  };
}
