import { randomUUID } from 'node:crypto';
import { limits, sentences } from '../assumptions.ts';
import { type ServiceContext, storeName } from '../context.ts';
import type { RunHooks } from '../run-hooks.ts';
import { bookServices } from './book-services.ts';
import { externalServices } from './external-services.ts';
import { formatDate } from './format-date.ts';
import { onGrids } from './on-grids.ts';
import { rangeServices } from './range-services.ts';
import { rowServices } from './row-services.ts';
import { sheetServices } from './sheet-services.ts';

/** A service method as called from the context: plain arguments in, a plain answer out. */
// biome-ignore lint/suspicious/noExplicitAny: each method knows its own arguments, sent as JSON.
type Service = (...args: any[]) => unknown;
export type ServiceCalls = Readonly<Record<string, Service>>;

/** Every method the stand-ins call out to, for one run. */
export function servicesOf(anyWorld: ServiceContext, hooks: RunHooks): ServiceCalls {
  const context: ServiceContext = { ...anyWorld, user: () => hooks.user };
  return {
    ...bookServices(context),
    ...onGrids(context, {
      ...rangeServices(context),
      ...sheetServices(context),
      ...rowServices(context),
    }),
    ...storeServices(context, hooks),
    ...externalServices(context, hooks),
    'SpreadsheetApp.flush': () => null,
    'Ui.addMenu': context.shows.menu,
    'Ui.showSidebar': (title: string, html: string) => context.shows.sidebar({ title, html }),
    'Ui.showModalDialog': (title: string, html: string) => context.shows.dialog({ title, html }),
    'Ui.alert': context.shows.alert,
    'HtmlService.file': (name: string) => {
      const html = context.htmlFile(name);
      if (html === null) throw new Error(sentences.noHtmlFile(name));
      return html;
    },
    'Session.getActiveUserLocale': () => context.language(),
    'Session.getScriptTimeZone': context.scriptTimeZone,
    'Utilities.formatDate': (date: { $date: number }, timeZone: string, format: string) =>
      formatDate(date.$date, timeZone, format),
    'Utilities.sleep': (ms: number) => hooks.sleep(ms),
    'Utilities.getUuid': () => randomUUID(),
    'Log.write': (level: string, text: string) => context.shows.log(level, text),
  };
}

function storeServices(
  { stores, stored, now }: ServiceContext,
  { run, user }: RunHooks,
): ServiceCalls {
  const store = (name: string) => {
    stores.properties[storeName(name, user)] ??= new Map();
    return stores.properties[storeName(name, user)]!;
  };
  const cache = (name: string) => {
    stores.cache[storeName(name, user)] ??= new Map();
    return stores.cache[storeName(name, user)]!;
  };
  const bytes = (text: string) => Buffer.byteLength(text);
  return {
    'Properties.get': (name: string, key: string) => store(name).get(key) ?? null,
    'Properties.set': (name: string, key: string, value: string) => {
      const others = [...store(name)].filter(([other]) => other !== key);
      const size = others.reduce((sum, [k, v]) => sum + bytes(k + v), bytes(key + value));
      if (bytes(value) > limits.propertyBytes) throw new Error(sentences.tooLongProperty);
      if (size > limits.storeBytes) throw new Error(sentences.fullStore);
      store(name).set(key, value);
      if (name === 'document') stored();
    },
    'Properties.delete': (name: string, key: string) => {
      store(name).delete(key);
      if (name === 'document') stored();
    },
    'Properties.deleteAll': (name: string) => {
      store(name).clear();
      if (name === 'document') stored();
    },
    'Properties.all': (name: string) => Object.fromEntries(store(name)),
    'Cache.get': (name: string, key: string) => {
      const kept = cache(name).get(key);
      return kept && kept.until > now() ? kept.value : null;
    },
    'Cache.put': (name: string, key: string, value: string, seconds: number | null) => {
      if (key.length > limits.cacheKeyLength) throw new Error('Argument too large: key');
      if (bytes(value) > limits.cacheBytes) throw new Error(sentences.tooLongProperty);
      const lasting = Math.min(seconds ?? limits.cacheSeconds, limits.cacheMaxSeconds);
      cache(name).set(key, { value, until: now() + lasting * 1000 });
    },
    'Cache.remove': (name: string, key: string) => void cache(name).delete(key),
    'Lock.try': async (store: string, ms: number) => {
      const name = storeName(store, user);
      for (const end = Date.now() + ms; ; ) {
        const holder = stores.locks.get(name);
        if (holder === undefined || holder === run) break;
        if (Date.now() >= end) return false;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      stores.locks.set(name, run);
      return true;
    },
    'Lock.has': (name: string) => stores.locks.get(storeName(name, user)) === run,
    'Lock.release': (name: string) => {
      if (stores.locks.get(storeName(name, user)) === run) {
        stores.locks.delete(storeName(name, user));
      }
    },
  };
}
