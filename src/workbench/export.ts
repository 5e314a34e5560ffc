import { languageOf } from '../words/app.ts';
import type { Desk } from './desk.ts';
import { writeXlsx } from './files/xlsx.ts';
import { besideCells } from './model/beside.ts';
import { toBook } from './model/to-book.ts';
import { ownFunctions } from './own-functions.ts';

/** The workbook as an .xlsx file, our functions replaced by formulas that need no add-on. */
export async function exportDesk(desk: Desk): Promise<Uint8Array> {
  await desk.settle();
  const { language, locale } = desk.settings;
  const { book, computed } = toBook(desk.engine, desk.cells, desk.sentences);
  // Words inside cells are in the language of the spreadsheet, whoever reads it.
  return writeXlsx(book, computed, {
    own: ownFunctions(languageOf(locale)),
    locale,
    language,
    beside: besideCells(desk.engine),
  });
}
