import { languageOf } from '../../messages/language-of.ts';
import type { Desk } from '../desk/desk.ts';
import { ownFunctions } from '../desk/own-functions.ts';
import { sheetExtras } from '../model/stored-extras.ts';
import { toBook } from '../model/to-book.ts';
import { writeXlsx } from './xlsx.ts';

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
    extras: sheetExtras(desk.engine),
  });
}
