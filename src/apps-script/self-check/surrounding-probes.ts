import { page } from 'derived:page';
import { hashText } from '../../messages/hash-text.ts';
import { languageOf } from '../../messages/language-of.ts';
import { serialOfInstant } from '../google-days.ts';
import { pageFile } from '../page-file.ts';
import type { Probes } from './probes.ts';
import { longestAccepted, zoneProbe } from './sheet-probes.ts';
import { ownFunction, ownNotes } from './stage.ts';

const documentNotes = () => {
  const notes = PropertiesService.getDocumentProperties();
  if (!notes) throw new Error('The document has no notes.');
  return notes;
};

export const storeProbes: Probes<'stores'> = {
  'document-notes': () => PropertiesService.getDocumentProperties() !== null,
  'document-lock': () => LockService.getDocumentLock() !== null,
  'lock-again': () => {
    const lock = LockService.getDocumentLock();
    try {
      return lock.tryLock(1000) && lock.tryLock(1000);
    } finally {
      lock.releaseLock();
    }
  },
  'note-bytes': () => {
    const notes = documentNotes();
    const key = `${ownNotes}bytes`;
    const found = longestAccepted([8000, 9000, 9216, 9217, 10_240, 20_480], (length) => {
      notes.setProperty(key, 'x'.repeat(length));
    });
    notes.deleteProperty(key);
    return found;
  },
  'missing-note': () => documentNotes().getProperty(`${ownNotes}none`) === null,
  'cache-reads-back': () => {
    const cache = CacheService.getUserCache();
    cache.put(`${ownNotes}word`, 'ø', 10);
    return cache.get(`${ownNotes}word`) === 'ø' && cache.get(`${ownNotes}none`) === null;
  },
  'cache-key-letters': () =>
    longestAccepted([100, 250, 251, 300], (length) => {
      CacheService.getUserCache().put('x'.repeat(length), '', 1);
    }),
  'cache-bytes': () =>
    longestAccepted([100_000, 102_400, 102_401, 204_800], (length) => {
      CacheService.getUserCache().put(`${ownNotes}bytes`, 'x'.repeat(length), 1);
    }),
  'html-files': htmlFileRuns,
};

/** Whether an HTML file of the project gives back its text untouched, and a text of it can be run. */
function htmlFileRuns(): boolean {
  const text = HtmlService.createTemplateFromFile(pageFile(languageOf('')))
    .getRawContent()
    .trim();
  const [, quoted] = /data-view=("home")/.exec(text) ?? [];
  const untouched = text.length === page.length && hashText(text) === page.hash;
  return untouched && new Function(`return ${quoted};`)() === 'home';
}

/** Instants, zones, and the serial number a clock there shows: half hours, and both sides of a change. */
const clocks: readonly (readonly [number, string, number])[] = [
  [Date.UTC(2026, 0, 15, 18, 30), 'Asia/Kolkata', 46_038],
  [Date.UTC(2026, 0, 15, 17), 'Asia/Ho_Chi_Minh', 46_038],
  [Date.UTC(2026, 2, 8, 5), 'America/New_York', 46_089],
  [Date.UTC(2026, 2, 9, 4), 'America/New_York', 46_090],
];

export const timeProbes: Probes<'time'> = {
  'clocks-of-zones': () =>
    clocks.every(([instant, zone, serial]) => serialOfInstant(new Date(instant), zone) === serial),
  'dates-in-spreadsheet-zone': zoneProbe,
  'structured-clone': () =>
    (globalThis as { structuredClone?: unknown }).structuredClone !== undefined,
};

export const userProbes: Probes<'user'> = {
  'user-email': () => {
    try {
      return Session.getActiveUser().getEmail() === '' ? 'empty' : 'named';
    } catch {
      return 'refused';
    }
  },
};

/** Answers without a token, and a host that the manifest does not list: neither changes anything. */
const ours = 'https://analyticsdata.googleapis.com/v1beta/properties/0/metadata';
const unlisted = 'https://www.google.com/robots.txt';

export const outsideProbes: Probes<'outside'> = {
  'fetch-answers-errors': () => {
    const [answer] = UrlFetchApp.fetchAll([{ url: ours, muteHttpExceptions: true }]);
    if (!answer) return false;
    const body: { error?: { code?: number } } = JSON.parse(answer.getContentText());
    return answer.getResponseCode() >= 400 && body.error?.code === answer.getResponseCode();
  },
  'fetch-only-listed': () => {
    try {
      UrlFetchApp.fetchAll([{ url: unlisted, muteHttpExceptions: true }]);
      return false;
    } catch {
      return true;
    }
  },
  'authorized-scopes': () => {
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    const { getAuthorizedScopes } = info as typeof info & { getAuthorizedScopes?: () => string[] };
    const given = typeof getAuthorizedScopes === 'function' ? getAuthorizedScopes.call(info) : [];
    return given.includes('https://www.googleapis.com/auth/spreadsheets.currentonly');
  },
  'trigger-is-disabled': () => {
    const trigger = ScriptApp.newTrigger(ownFunction).timeBased().everyHours(1).create();
    try {
      const { isDisabled } = trigger as typeof trigger & { isDisabled?: () => boolean };
      return typeof isDisabled === 'function' && isDisabled.call(trigger) === false;
    } finally {
      ScriptApp.deleteTrigger(trigger);
    }
  },
};
