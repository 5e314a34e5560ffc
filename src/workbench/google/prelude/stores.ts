import { callService, standIn } from './wire.ts';

type GoogleProperties = GoogleAppsScript.Properties.Properties;
type GoogleCache = GoogleAppsScript.Cache.Cache;
type GoogleLock = GoogleAppsScript.Lock.Lock;

function properties(store: string): GoogleProperties {
  const ask = <T>(method: string, ...args: unknown[]) =>
    callService<T>(`Properties.${method}`, store, ...args);
  const object: Pick<
    GoogleProperties,
    | 'getProperty'
    | 'setProperty'
    | 'deleteProperty'
    | 'getProperties'
    | 'setProperties'
    | 'getKeys'
    | 'deleteAllProperties'
  > = {
    getProperty: (key) => ask<string | null>('get', key),
    setProperty: (key, value) => {
      ask('set', key, String(value));
      return self;
    },
    deleteProperty: (key) => {
      ask('delete', key);
      return self;
    },
    getProperties: () => ask<Record<string, string>>('all'),
    setProperties: (entries: Record<string, string>, deleteAllOthers?: boolean) => {
      if (deleteAllOthers) ask('deleteAll');
      for (const key of Object.keys(entries)) ask('set', key, String(entries[key]));
      return self;
    },
    getKeys: () => Object.keys(ask<Record<string, string>>('all')),
    deleteAllProperties: () => {
      ask('deleteAll');
      return self;
    },
  };
  const self = standIn('Properties', object) as GoogleProperties;
  return self;
}

function cache(store: string): GoogleCache {
  const object: Pick<GoogleCache, 'get' | 'put' | 'remove'> = {
    get: (key) => callService<string | null>('Cache.get', store, key),
    put: (key: string, value: string, seconds?: number) => {
      callService('Cache.put', store, key, String(value), seconds ?? null);
    },
    remove: (key) => {
      callService('Cache.remove', store, key);
    },
  };
  return standIn('Cache', object) as GoogleCache;
}

function lock(store: string): GoogleLock {
  const object: Pick<GoogleLock, 'tryLock' | 'waitLock' | 'hasLock' | 'releaseLock'> = {
    tryLock: (milliseconds) => callService<boolean>('Lock.try', store, milliseconds),
    waitLock: (milliseconds) => {
      if (callService<boolean>('Lock.try', store, milliseconds)) return;
      throw new Error('Lock timeout: another process was holding the lock for too long.');
    },
    hasLock: () => callService<boolean>('Lock.has', store),
    releaseLock: () => {
      callService('Lock.release', store);
    },
  };
  return standIn('Lock', object) as GoogleLock;
}

export const propertiesService: GoogleAppsScript.Properties.PropertiesService = {
  getUserProperties: () => properties('user'),
  getDocumentProperties: () => properties('document'),
  getScriptProperties: () => properties('script'),
};

export const cacheService: GoogleAppsScript.Cache.CacheService = {
  getUserCache: () => cache('user'),
  getDocumentCache: () => cache('document'),
  getScriptCache: () => cache('script'),
};

export const lockService: GoogleAppsScript.Lock.LockService = {
  getUserLock: () => lock('user'),
  getDocumentLock: () => lock('document'),
  getScriptLock: () => lock('script'),
};
