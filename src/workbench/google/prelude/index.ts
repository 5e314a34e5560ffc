/** What the isolated context offers before the bundle is loaded: the Google services, by name. */
import './clock.ts';
import './functions.ts';
import { callFunction, callScript } from './calls.ts';
import { charts } from './chart.ts';
import { htmlService } from './html-service.ts';
import { mailApp } from './mail-app.ts';
import { scriptApp } from './script-app.ts';
import { logger, scriptConsole, session, utilities } from './session.ts';
import { spreadsheetApp } from './spreadsheet-app.ts';
import { cacheService, lockService, propertiesService } from './stores.ts';
import { urlFetchApp } from './url-fetch.ts';
import { allowed, forbidden, methods } from './wire.ts';

const offered: Record<string, object> = {
  SpreadsheetApp: spreadsheetApp,
  HtmlService: htmlService,
  PropertiesService: propertiesService,
  CacheService: cacheService,
  LockService: lockService,
  Session: session,
  Utilities: utilities,
  Logger: logger,
  Charts: charts,
  UrlFetchApp: urlFetchApp,
  ScriptApp: scriptApp,
  MailApp: mailApp,
};
for (const [name, service] of Object.entries(offered)) {
  Object.defineProperty(globalThis, name, {
    value: allowed(name) ? service : forbidden(name),
  });
}
Object.defineProperty(globalThis, 'console', { value: scriptConsole });
Object.defineProperty(globalThis, '$call', {
  value: { callFunction, callScript, methods: () => JSON.stringify(methods) },
});
