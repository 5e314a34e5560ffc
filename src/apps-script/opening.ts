import { menuWords } from '../messages/compiled/menu.ts';
import { languageOf } from '../messages/language-of.ts';

/**
 * What Google calls when a file is opened, or the add-on installed. That may be before the add-on is
 * enabled in the file (`AuthMode.NONE`): nothing may be asked for then but the user's locale, so that
 * this is a bundle of its own and needs no other.
 */
export const openingHandlers = {
  onInstall(): void {
    openingHandlers.onOpen();
  },
  onOpen(): void {
    const say = menuWords(languageOf(Session.getActiveUserLocale()));
    SpreadsheetApp.getUi()
      .createAddonMenu()
      .addItem(say.menuUse, 'useInThisSpreadsheet')
      .addItem(say.menuOpen, 'openPanel')
      .addItem(say.menuInsert, 'openInsert')
      .addSeparator()
      .addItem(say.menuHelp, 'openHelp')
      .addItem(say.menuSelfCheck, 'selfCheck')
      .addToUi();
  },
};
