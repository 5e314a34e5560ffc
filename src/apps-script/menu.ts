import { userLanguage } from '../app/api/respond.ts';
import { appWords } from '../messages/compiled/app.ts';
import type { Language } from '../messages/compiled/languages.ts';
import { googleHost } from './google-host.ts';
import { pageFile } from './page-file.ts';

/** What the items of the menu run; the menu itself is made in `opening.ts`. */
export const menuHandlers = {
  /** Running any menu item is what enables an add-on, and so its functions, in a file. */
  useInThisSpreadsheet(): void {
    const say = appWords(userLanguage(googleHost));
    SpreadsheetApp.getActiveSpreadsheet().toast(say.ready, say.panelTitle, 10);
  },
  openPanel(): void {
    showPanel('home');
  },
  openInsert(): void {
    showPanel('insert');
  },
  openHelp(): void {
    showPanel('help');
  },
};

type View = 'home' | 'insert' | 'help';

const showPanel = (view: View): void => SpreadsheetApp.getUi().showSidebar(panelOutput(view));

/** The panel's page, ready to be shown. */
export function panelOutput(view: View): GoogleAppsScript.HTML.HtmlOutput {
  const language: Language = userLanguage(googleHost);
  // The view stands as an attribute of the page: a panel cannot be handed arguments otherwise.
  const page = HtmlService.createHtmlOutputFromFile(pageFile(language))
    .getContent()
    .replace('data-view="home"', `data-view="${view}"`);
  return HtmlService.createHtmlOutput(page).setTitle(appWords(language).panelTitle);
}
