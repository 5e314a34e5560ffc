import { table } from 'derived:cell-table';
import { answer, type Shown } from '../cells/answer.ts';
import { byName, totalByName } from '../cells/by-name.ts';
import type { Language } from '../messages/compiled/languages.ts';
import { languageOf } from '../messages/language-of.ts';
import { selfCheckFunctions } from './self-check/self-check-cell.ts';

export { selfCheckFunctions, table };

/**
 * What cells call that hold more than plain numbers: those are computed by the functions themselves.
 * It is a bundle of its own, and stands in `Code.js` as a text: V8 reads over every function of a
 * script for each cell that is calculated, and hurries through a text.
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
