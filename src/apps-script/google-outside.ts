import type { Outside } from '../app/outside.ts';
import { serialOf } from './google-days.ts';

/** What lies beyond the spreadsheet, as Google's services show it. */
export const googleOutside: Outside = {
  send: (requests) => requests.map(() => ({ status: 0, headers: {}, body: '' })),
  nowMs: () => Date.now(),
  wait: (ms) => Utilities.sleep(ms),
  zone: () => SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(),
  dayIn: (zone, ms) => Math.floor(serialOf(new Date(ms), zone)),
  momentIn: (zone, ms) => Utilities.formatDate(new Date(ms), zone, 'yyyy-MM-dd HH:mm'),
  hourIn: (zone, ms) => ({
    hour: Number(Utilities.formatDate(new Date(ms), zone, 'H')),
    weekday: Number(Utilities.formatDate(new Date(ms), zone, 'u')),
  }),
  authorised: () => false,
  mail: () => false,
  clock: { stands: () => false, start: () => 'stood', stop: () => {} },
};
