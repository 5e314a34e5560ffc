import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { languageWords } from '../../messages/compiled/language.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { type AddOn, type Desk, type DeskEvent, openDesk } from '../desk/desk.ts';
import type { Book } from '../model/book.ts';
import type { BookKeeper } from '../storage/book-keeper.ts';
import type { KeptDesk } from '../storage/kept-desk.ts';
import { EventStreams } from './event-streams.ts';
import { openFrontDoor } from './front-door.ts';
import type { ServerEvent } from './protocol.ts';
import { HttpError } from './refusal.ts';
import { externalState, noonOf, routeName, routesOf } from './routes.ts';

export interface Serving {
  readonly addOn: AddOn;
  readonly pageFolder: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Which day it is when the desk opens, `2026-10-19`; the machine's where it is left out. */
  readonly today?: string | undefined;
  /** What the desk opens with, and what stands there again when somebody asks for the example. */
  readonly book: (language: Language) => Book;
  /** Keeps the spreadsheet from one server to the next; nothing is kept where it is left out. */
  readonly keeper?: BookKeeper | undefined;
}

export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves one desk over HTTP, to this machine only. */
export async function serveDesk({
  addOn,
  pageFolder,
  port,
  today,
  book,
  keeper,
}: Serving): Promise<Served> {
  const noon = today === undefined ? undefined : noonOf(today);
  if (noon === null) throw new Error(`${today} is no day. Write it like this: 2026-10-19`);
  const key = randomUUID();
  const streams = new EventStreams();
  let opening: Promise<Desk> | null = null;
  let desk: Desk | null = null;
  /** How far ahead the clock of a new spreadsheet is. */
  let aheadMs = 0;
  const tell = (opened: Desk, event: DeskEvent) => {
    if (changesBook.has(event.type)) keeper?.changed();
    const whole = complete(opened, event);
    if (whole) streams.send(whole);
  };
  const openOn = async (language: Language, kept: KeptDesk | null): Promise<Desk> => {
    const locale = languageWords(language).numbersAs.replace('-', '_');
    const opened = openDesk(
      addOn,
      book(language),
      { language, locale },
      (event) => {
        if (desk) tell(desk, event);
      },
      kept,
    );
    await opened.settle();
    return opened;
  };
  const openFirst = async (language: Language): Promise<Desk> => {
    const kept = keeper?.kept ?? null;
    const opened = await openOn(language, kept).catch(async (error: unknown) => {
      if (!keeper || !kept) throw error;
      await keeper.setAside();
      return openOn(language, null);
    });
    if (noon !== undefined) {
      await opened.setClock(noon);
      aheadMs = noon - Date.now();
    }
    desk = opened;
    keeper?.keep(() => JSON.stringify(opened.kept()));
    await opened.open();
    return opened;
  };
  const open = (language: Language): Promise<Desk> => {
    opening ??= openFirst(language).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };

  const routes = routesOf({
    key,
    pageFolder,
    streams,
    book,
    open,
    desk: async () => {
      if (!opening)
        throw new HttpError(409, 'The spreadsheet is not open yet. Open the page first.');
      return opening;
    },
    resetClock: async (opened) => {
      const moved = Math.abs(opened.now() - Date.now() - aheadMs) > 1000;
      if (moved) await opened.setClock(Date.now() + aheadMs);
    },
  });
  const server = openFrontDoor(key, async (request, response, target) => {
    const route = routes.get(routeName(request.method ?? '', target.path));
    if (!route) throw new HttpError(404, 'There is nothing at this address.');
    const answer = await route(request, response, target);
    if (response.headersSent || response.writableEnded) return;
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(answer ?? {}));
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      streams.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await keeper?.close();
      desk?.dispose();
      desk = null;
    },
  };
}

/** What happens to what is kept; everything else passes. */
const changesBook: ReadonlySet<DeskEvent['type']> = new Set([
  'change',
  'workbook',
  'settings',
  'view',
  'beyond',
  'stored',
]);

/** What pages are told of it: the new state of a part comes along. `null` where they need not know. */
function complete(desk: Desk, event: DeskEvent): ServerEvent | null {
  if (event.type === 'stored') return null;
  if (event.type === 'settings') return { type: 'settings', settings: desk.settings };
  if (event.type === 'sentences') return { type: 'sentences', sentences: desk.sentences.all() };
  if (event.type === 'menus') return { type: 'menus', menus: desk.menus };
  if (event.type === 'panel') return { type: 'panel', panel: desk.panel };
  if (event.type === 'view') return { type: 'view', view: desk.view };
  if (event.type === 'beyond') return { type: 'beyond', beyond: externalState(desk) };
  if (event.type === 'log' && event.level === 'error') console.error(event.text);
  return event;
}
