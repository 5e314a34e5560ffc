import { userLanguage } from '../app/api/respond.ts';
import { appWords } from '../messages/compiled/app.ts';
import type { Language } from '../messages/compiled/languages.ts';
import { selfCheckWords } from '../messages/compiled/self-check.ts';
import { languageOf } from '../messages/language-of.ts';
import { googleHost } from './google-host.ts';

/**
 * What Google calls by name: simple triggers and menu items. `onOpen` may run before the add-on is
 * enabled in a file (`AuthMode.NONE`), so it asks for nothing but the user's locale.
 */
export const menuHandlers = {
  onInstall(): void {
    menuHandlers.onOpen();
  },
  onOpen(): void {
    const language = languageOf(Session.getActiveUserLocale());
    const say = appWords(language);
    SpreadsheetApp.getUi()
      .createAddonMenu()
      .addItem(say.menuUse, 'useInThisSpreadsheet')
      .addItem(say.menuOpen, 'openPanel')
      .addItem(say.menuInsert, 'openInsert')
      .addSeparator()
      .addItem(say.menuHelp, 'openHelp')
      .addItem(selfCheckWords(language).menu, 'selfCheck')
      .addToUi();
  },
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

function showPanel(view: 'home' | 'insert' | 'help'): void {
  const language: Language = userLanguage(googleHost);
  // The view stands as an attribute of the page: a panel cannot be handed arguments otherwise.
  const page = HtmlService.createHtmlOutputFromFile('sidebar')
    .getContent()
    .replace('data-view="home"', `data-view="${view}"`);
  const output = HtmlService.createHtmlOutput(page).setTitle(appWords(language).panelTitle);
  SpreadsheetApp.getUi().showSidebar(output);
}
