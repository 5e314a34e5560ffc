import { table } from 'derived:cell-table';
import { panelApi } from '../app/panel.ts';
import { answer, type Shown } from '../cells/answer.ts';
import { byName, totalByName } from '../cells/by-name.ts';
import type { Language } from '../kpi/define.ts';
import { languageOf } from '../words/app.ts';
import { googleHost } from './google-host.ts';

export { handlers } from './menu.ts';

/** What the panel calls through `google.script.run`. */
export const panel = panelApi(googleHost, table);

/** What cells call. */
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
    language = languageOf(googleHost.spreadsheetLocale());
  } catch {
    language = 'en';
  }
  return language;
}
