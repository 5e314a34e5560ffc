import { table } from 'derived:cell-table';
import { answer, type Shown } from '../cells/answer.ts';
import { byName, totalByName } from '../cells/by-name.ts';
import type { Language } from '../messages/compiled/languages.ts';
import { languageOf } from '../messages/language-of.ts';

export { table };

/**
 * What cells call. It is a bundle of its own, because every cell that is calculated loads it: the
 * rest of the add-on is only read over until a menu or the panel asks for it.
 */
export const cells = {
  answer: (name: string, given: ArrayLike<unknown>): Shown => {
    const kpi = table[name];
    if (!kpi) throw new Error(`No KPI ${name}.`);
    return answer(kpi, Array.from(given), table, sheetLanguage);
  },
  byName: (given: ArrayLike<unknown>): Shown => {
    const [name, ...inputs] = Array.from(given);
    return byName(name, inputs, table, sheetLanguage);
  },
  totalByName: (given: ArrayLike<unknown>): Shown => {
    const [name, ...inputs] = Array.from(given);
    return totalByName(name, inputs, table, sheetLanguage);
  },
};

let language: Language | undefined;

/** The language of the spreadsheet's locale, looked up once a run; English where it cannot be read. */
function sheetLanguage(): Language {
  if (language) return language;
  try {
    language = languageOf(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale());
  } catch {
    language = 'en';
  }
  return language;
}
