import { type Parts, userLanguage } from '../../app/api/respond.ts';
import { selfCheckWords } from '../../messages/compiled/self-check.ts';
import { reportText, version } from '../../platform/index.ts';
import { momentOf } from '../google-days.ts';
import { dialogPage } from './dialog.ts';
import { runSelfCheck } from './run.ts';
import { cleanUp, isEmpty, runsNote } from './stage.ts';

const width = 900;
const height = 560;

/** The menu item. */
export const selfCheckHandlers = (parts: Parts) => ({
  selfCheck: (): void => {
    const started = parts.services.nowMs();
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const ui = SpreadsheetApp.getUi();
    const language = userLanguage(parts.host);
    const say = selfCheckWords(language);
    if (!isEmpty(spreadsheet)) {
      ui.alert(say.title, say.notEmpty, ui.ButtonSet.OK);
      return;
    }
    // What a check that was ended halfway has left behind.
    cleanUp(spreadsheet);
    parts.spreadsheet.keepNote(runsNote, String(started));
    spreadsheet.toast(say.running, say.title, 60);
    try {
      const lines = runSelfCheck(spreadsheet, parts, started);
      const zone = spreadsheet.getSpreadsheetTimeZone();
      const about = {
        version,
        moment: momentOf(new Date(started), zone),
        locale: spreadsheet.getSpreadsheetLocale(),
        zone,
      };
      const page = HtmlService.createHtmlOutput(
        dialogPage(language, lines, reportText(about, lines)),
      );
      ui.showModalDialog(page.setWidth(width).setHeight(height), say.title);
    } finally {
      cleanUp(spreadsheet);
    }
  },
});
