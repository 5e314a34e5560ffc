import { randomUUID } from 'node:crypto';
import { limits, sentences } from './assumptions.ts';
import { bookServices } from './book-services.ts';
import { formatDate } from './format-date.ts';
import { rangeServices } from './range-services.ts';
import { rowServices } from './row-services.ts';
import { sheetServices } from './sheet-services.ts';
import type { World } from './world.ts';

/** A service method as called from the context: plain arguments in, a plain answer out. */
// biome-ignore lint/suspicious/noExplicitAny: each method knows its own arguments, sent as JSON.
export type Service = (...args: any[]) => unknown;
export type Services = Readonly<Record<string, Service>>;

/** Every method the stand-ins call out to, for one run (`run` tells runs apart, for locks). */
export function servicesOf(world: World, run: number): Services {
  return {
    ...rangeServices(world),
    ...bookServices(world),
    ...sheetServices(world),
    ...rowServices(world),
    ...storeServices(world, run),
    'SpreadsheetApp.flush': () => null,
    'Ui.addMenu': world.shows.menu,
    'Ui.showSidebar': (title: string, html: string) => world.shows.sidebar({ title, html }),
    'Ui.showModalDialog': (title: string, html: string) => world.shows.dialog({ title, html }),
    'Ui.alert': world.shows.alert,
    'HtmlService.file': (name: string) => {
      const html = world.htmlFile(name);
      if (html === null) throw new Error(sentences.noHtmlFile(name));
      return html;
    },
    'Session.getActiveUserEmail': world.user,
    'Session.getActiveUserLocale': () => world.language(),
    'Session.getScriptTimeZone': world.scriptTimeZone,
    'Utilities.formatDate': (date: { $date: number }, timeZone: string, format: string) =>
      formatDate(date.$date, timeZone, format),
    'Utilities.sleep': (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
    'Utilities.getUuid': () => randomUUID(),
    'Log.write': (level: string, text: string) => world.shows.log(level, text),
  };
}

function storeServices({ stores }: World, run: number): Services {
  const store = (name: string) => stores.properties[name]!;
  const cache = (name: string) => stores.cache[name]!;
  const bytes = (text: string) => Buffer.byteLength(text);
  return {
    'Properties.get': (name: string, key: string) => store(name).get(key) ?? null,
    'Properties.set': (name: string, key: string, value: string) => {
      const others = [...store(name)].filter(([other]) => other !== key);
      const size = others.reduce((sum, [k, v]) => sum + bytes(k) + bytes(v), bytes(value));
      if (bytes(value) > limits.propertyBytes || size > limits.storeBytes) {
        throw new Error(sentences.tooLongProperty);
      }
      store(name).set(key, value);
    },
    'Properties.delete': (name: string, key: string) => void store(name).delete(key),
    'Properties.deleteAll': (name: string) => store(name).clear(),
    'Properties.all': (name: string) => Object.fromEntries(store(name)),
    'Cache.get': (name: string, key: string) => {
      const kept = cache(name).get(key);
      return kept && kept.until > Date.now() ? kept.value : null;
    },
    'Cache.put': (name: string, key: string, value: string, seconds: number | null) => {
      if (key.length > limits.cacheKeyLength) throw new Error('Argument too large: key');
      if (bytes(value) > limits.cacheBytes) throw new Error(sentences.tooLongProperty);
      const lasting = Math.min(seconds ?? limits.cacheSeconds, limits.cacheMaxSeconds);
      cache(name).set(key, { value, until: Date.now() + lasting * 1000 });
    },
    'Cache.remove': (name: string, key: string) => void cache(name).delete(key),
    'Lock.try': async (name: string, ms: number) => {
      for (const end = Date.now() + ms; ; ) {
        const holder = stores.locks.get(name);
        if (holder === undefined || holder === run) break;
        if (Date.now() >= end) return false;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      stores.locks.set(name, run);
      return true;
    },
    'Lock.has': (name: string) => stores.locks.get(name) === run,
    'Lock.release': (name: string) => {
      if (stores.locks.get(name) === run) stores.locks.delete(name);
    },
  };
}
