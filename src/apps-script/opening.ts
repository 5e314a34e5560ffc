import { heartbeatNote, readSchedule, scheduleNote } from '../app/schedule/schedule.ts';
import { menuWords } from '../messages/compiled/menu.ts';
import { languageOf } from '../messages/language-of.ts';
import type { clockHandler } from './google-clock.ts';

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

/**
 * What the clock looks at before anything else of the script is read: where nothing is due, it leaves a
 * sign of life and is done. Whatever goes wrong here is left to those who can tell of it.
 */
export const idle: Record<typeof clockHandler, () => boolean> = {
  onTick: () => {
    try {
      const notes = PropertiesService.getDocumentProperties();
      const nowMs = Date.now();
      const kept = readSchedule(notes?.getProperty(scheduleNote));
      if (kept && kept.dueMs <= nowMs) return false;
      notes?.setProperty(heartbeatNote, String(nowMs));
      return true;
    } catch {
      return false;
    }
  },
};
