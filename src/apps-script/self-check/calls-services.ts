import { languageOf } from '../../messages/language-of.ts';
import { pageFile } from '../page-file.ts';
import { type Calls, expectSame } from './bench.ts';
import { ownFunction, ownNotes } from './stage.ts';

const notes = () => PropertiesService.getDocumentProperties();
const lock = () => LockService.getDocumentLock();
const key = `${ownNotes}note`;
const anyPage = pageFile(languageOf(''));
const listed = 'https://analyticsdata.googleapis.com/v1beta/properties/0/metadata';
const fetched = () => {
  const [answer] = UrlFetchApp.fetchAll([{ url: listed, muteHttpExceptions: true }]);
  if (!answer) throw new Error('No answer came.');
  return answer;
};

/** A clock of the self-check's own, which stands for the time of one try. */
function withClock(look: (trigger: GoogleAppsScript.Script.Trigger) => void): void {
  const trigger = ScriptApp.newTrigger(ownFunction).timeBased().everyHours(1).create();
  try {
    look(trigger);
  } finally {
    ScriptApp.deleteTrigger(trigger);
  }
}

/** Calls of everything that is not the spreadsheet itself. */
export const serviceCalls: Calls = {
  'PropertiesService.getDocumentProperties': () => notes().getProperties(),
  'PropertiesService.getUserProperties': () => PropertiesService.getUserProperties(),
  'Properties.setProperty': () => {
    notes().setProperty(key, '“ø”');
    expectSame(notes().getProperty(key), '“ø”');
  },
  'Properties.setProperties': () => {
    notes().setProperties({ [key]: '“ø”' });
    expectSame(notes().getProperty(key), '“ø”');
  },
  'Properties.getProperty': () => expectSame(notes().getProperty(`${ownNotes}none`), null),
  'Properties.getProperties': () => {
    notes().setProperty(key, '1');
    expectSame(notes().getProperties()[key], '1');
  },
  'Properties.deleteProperty': () => {
    notes().deleteProperty(key);
    expectSame(notes().getProperty(key), null);
  },
  'CacheService.getUserCache': () => CacheService.getUserCache(),
  'Cache.put': () => CacheService.getUserCache().put(key, 'x', 10),
  'Cache.get': () => {
    CacheService.getUserCache().put(key, 'y', 10);
    expectSame(CacheService.getUserCache().get(key), 'y');
  },
  'LockService.getDocumentLock': () => expectSame(lock() === null, false),
  'LockService.getUserLock': () => LockService.getUserLock(),
  'LockService.getScriptLock': () => LockService.getScriptLock(),
  'Lock.tryLock': () => {
    const one = lock();
    expectSame(one.tryLock(1000), true);
    one.releaseLock();
  },
  'Lock.releaseLock': () => lock().releaseLock(),
  'Session.getActiveUserLocale': () => expectSame(typeof Session.getActiveUserLocale(), 'string'),
  'Session.getActiveUser': () => Session.getActiveUser(),
  'Session.getEffectiveUser': () => Session.getEffectiveUser(),
  'User.getEmail': () => expectSame(typeof Session.getEffectiveUser().getEmail(), 'string'),
  'Utilities.getUuid': () => expectSame(/^[0-9a-f-]{36}$/.test(Utilities.getUuid()), true),
  'Utilities.sleep': () => Utilities.sleep(1),
  'HtmlService.createHtmlOutput': () =>
    expectSame(HtmlService.createHtmlOutput('<p>x</p>').getContent(), '<p>x</p>'),
  'HtmlService.createHtmlOutputFromFile': () => HtmlService.createHtmlOutputFromFile(anyPage),
  'HtmlService.createTemplateFromFile': () => HtmlService.createTemplateFromFile(anyPage),
  'HtmlTemplate.getRawContent': () =>
    expectSame(
      HtmlService.createTemplateFromFile(anyPage).getRawContent().indexOf('data-view="home"') > 0,
      true,
    ),
  'HtmlOutput.getContent': () =>
    expectSame(
      HtmlService.createHtmlOutputFromFile(anyPage).getContent().indexOf('data-view="home"') > 0,
      true,
    ),
  'HtmlOutput.setTitle': () => HtmlService.createHtmlOutput('').setTitle('title'),
  'Ui.createAddonMenu': () => SpreadsheetApp.getUi().createAddonMenu(),
  'Menu.addItem': () => SpreadsheetApp.getUi().createAddonMenu().addItem('item', ownFunction),
  'Menu.addSeparator': () => SpreadsheetApp.getUi().createAddonMenu().addSeparator(),
  'UrlFetchApp.fetchAll': fetched,
  'HTTPResponse.getResponseCode': () => expectSame(fetched().getResponseCode() >= 400, true),
  'HTTPResponse.getContentText': () => JSON.parse(fetched().getContentText()),
  'HTTPResponse.getAllHeaders': () => expectSame(typeof fetched().getAllHeaders(), 'object'),
  'ScriptApp.getOAuthToken': () => expectSame(ScriptApp.getOAuthToken().length > 0, true),
  'ScriptApp.getAuthorizationInfo': () => ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL),
  'AuthorizationInfo.getAuthorizationStatus': () => {
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    expectSame(info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED, true);
  },
  'AuthorizationInfo.getAuthorizationUrl': () =>
    ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl(),
  'ScriptApp.newTrigger': () => ScriptApp.newTrigger(ownFunction),
  'TriggerBuilder.timeBased': () => ScriptApp.newTrigger(ownFunction).timeBased(),
  'ClockTriggerBuilder.everyHours': () =>
    ScriptApp.newTrigger(ownFunction).timeBased().everyHours(1),
  'ClockTriggerBuilder.create': () => withClock(() => {}),
  'ScriptApp.getUserTriggers': ({ spreadsheet }) =>
    withClock(() => {
      const names = ScriptApp.getUserTriggers(spreadsheet).map((one) => one.getHandlerFunction());
      expectSame(names.indexOf(ownFunction) >= 0, true);
    }),
  'ScriptApp.getProjectTriggers': () => ScriptApp.getProjectTriggers().length,
  'ScriptApp.deleteTrigger': ({ spreadsheet }) => {
    withClock(() => {});
    const names = ScriptApp.getUserTriggers(spreadsheet).map((one) => one.getHandlerFunction());
    expectSame(names.indexOf(ownFunction), -1);
  },
  'Trigger.getHandlerFunction': () =>
    withClock((trigger) => expectSame(trigger.getHandlerFunction(), ownFunction)),
  'MailApp.getRemainingDailyQuota': () => expectSame(MailApp.getRemainingDailyQuota() >= 0, true),
};
