import type { Manifest } from '../../../src/workbench/google/manifest.ts';
import type { FaultName, Vendor, VendorRequest } from '../../../src/workbench/vendors/vendor.ts';
import { openTestDesk } from './desk.ts';

/** A small add-on that does with other hosts, mail and the clock what the workbench has to stand. */
export const beyondScript = `
function get_(url, more) {
  return Object.assign({ url: url, headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } }, more);
}
function fetchAll(urls) {
  return UrlFetchApp.fetchAll(urls.map(function (url) {
    return get_(url, { method: 'post', contentType: 'application/json', payload: '{"q":1}', muteHttpExceptions: true });
  })).map(function (r) { return [r.getResponseCode(), r.getContentText(), r.getAllHeaders()]; });
}
function fetchLoud(url) { return UrlFetchApp.fetch(url).getResponseCode(); }
function fetchTimed(url) {
  var before = Date.now();
  UrlFetchApp.fetch(url, { muteHttpExceptions: true });
  return Date.now() - before;
}
function note_(line) {
  var store = PropertiesService.getDocumentProperties();
  store.setProperty('ran', (store.getProperty('ran') || '') + line + '\\n');
}
function ran() { return PropertiesService.getDocumentProperties().getProperty('ran'); }
function onTick(e) {
  note_([Session.getEffectiveUser().getEmail(), e.authMode === ScriptApp.AuthMode.FULL, e.triggerUid,
    Utilities.formatDate(new Date(), 'Etc/UTC', 'dd HH:mm')].join(' '));
}
function onTickShows() { SpreadsheetApp.getUi().alert('hello'); }
function onTickFails() { throw new Error('tick failed'); }
function start(handler, hours) {
  return ScriptApp.newTrigger(handler || 'onTick').timeBased().everyHours(hours || 1).create().getUniqueId();
}
function often() { ScriptApp.newTrigger('onTick').timeBased().everyMinutes(5).create(); }
function clocks() {
  return ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet())
    .map(function (t) { return [t.getUniqueId(), t.getHandlerFunction(), t.isDisabled()]; });
}
function stop() { ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t); }); }
function mail(to) { MailApp.sendEmail(to, 'Numbers', 'They <b>came</b>.'); return MailApp.getRemainingDailyQuota(); }
function granted() {
  return ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus() ===
    ScriptApp.AuthorizationStatus.NOT_REQUIRED;
}
function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
function keep(store, value) {
  var all = { user: PropertiesService.getUserProperties(), document: PropertiesService.getDocumentProperties() };
  if (value) all[store].setProperty('k', value);
  return all[store].getProperty('k');
}
function keepShort(value) {
  if (value) CacheService.getUserCache().put('k', value, 60);
  return CacheService.getUserCache().get('k');
}
function sleep(ms) { var t = Date.now(); Utilities.sleep(ms); return Date.now() - t; }
function rows() { return SpreadsheetApp.getActiveSpreadsheet().getSheets().length; }
`;

export const scopes = [
  'spreadsheets.currentonly',
  'script.external_request',
  'script.scriptapp',
  'script.send_mail',
  'userinfo.email',
].map((name) => `https://www.googleapis.com/auth/${name}`);

export const manifest: Manifest = {
  oauthScopes: scopes,
  urlFetchWhitelist: [
    'https://api.example.com/v1/',
    'https://echo.googleapis.com/v1/',
    'https://nobody.example.com/',
  ],
};

/** A vendor that answers with what it was sent, and can be broken, busy or slow. */
function echo(): Vendor & { readonly heard: VendorRequest[] } {
  const on = new Set<FaultName>();
  const heard: VendorRequest[] = [];
  return {
    heard,
    hosts: ['api.example.com', 'echo.googleapis.com'],
    answer: (request) => {
      heard.push(request);
      return {
        status: on.has('busy') ? 503 : 200,
        headers: { 'retry-after': '7', 'content-type': 'application/json' },
        body: `${request.method} ${new URL(request.url).pathname} ${request.body}`,
        ...(on.has('slow') && { ms: 40_000 }),
        ...(on.has('broken') && { broken: true as const }),
      };
    },
    faults: {
      all: ['busy', 'slow', 'broken'],
      on: () => [...on],
      set: (fault, now) => void (now ? on.add(fault) : on.delete(fault)),
    },
  };
}

export const noon = Date.UTC(2026, 10, 22, 12);

/** A desk with that add-on, one vendor, and a clock that stands at noon of a Sunday. */
export async function openBeyondDesk(allowed: Manifest = manifest, script = beyondScript) {
  const vendor = echo();
  const open = await openTestDesk([['a']], 'en_US', script, {
    manifest: allowed,
    vendors: [vendor],
  });
  open.desk.hurries = true;
  await open.desk.setClock(noon);
  return { ...open, vendor };
}
