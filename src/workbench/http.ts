import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SetArrayFormulaDataMutation } from '@univerjs/engine-formula';
import type { Language } from '../kpi/define.ts';
import type { Book } from './book.ts';
import { type AddOn, type Desk, type DeskEvent, openDesk, type Settings } from './desk.ts';
import { exportDesk } from './export.ts';
import { spreadsheetTimeZone } from './google/assumptions.ts';
import type { View } from './google/world.ts';
import { isOurs } from './guard.ts';
import { importCsv } from './import.ts';
import type { Mutation } from './model/feed.ts';
import { pageFile, shell } from './page-files.ts';
import {
  type BeyondState,
  type ClockRequest,
  type FaultRequest,
  pageHeader,
  type RunAnswer,
  type RunRequest,
  type ServerEvent,
  type State,
} from './protocol.ts';

export interface Serving {
  readonly addOn: AddOn;
  readonly pageFolder: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Which day it is when the desk opens, `2026-10-19`; the machine's where it is left out. */
  readonly today?: string | undefined;
  /** What the desk opens with, and what stands there again when somebody asks for the example. */
  readonly book: (language: Language) => Book;
}

export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

const noonOf = (day: string): number => {
  const noon = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(noon)) throw new Error(`${day} is no day. Write it like this: 2026-10-19`);
  return noon;
};

const hourMs = 3_600_000;

const largestBody = 256 * 1024 * 1024;

/** Serves one desk over HTTP, to this machine only. */
export async function serveDesk({
  addOn,
  pageFolder,
  port,
  today,
  book,
}: Serving): Promise<Served> {
  const key = randomUUID();
  const streams = new Set<ServerResponse>();
  let opening: Promise<Desk> | null = null;
  let desk: Desk | null = null;
  let sent = 0;
  const send = (event: ServerEvent) => {
    sent += 1;
    const text = `id: ${sent}\ndata: ${JSON.stringify(event)}\n\n`;
    for (const stream of streams) stream.write(text);
  };
  const tell = (event: DeskEvent) => send(complete(event));
  const complete = (event: DeskEvent): ServerEvent => {
    if (event.type === 'settings') return { type: 'settings', settings: desk!.settings };
    if (event.type === 'sentences') return { type: 'sentences', sentences: desk!.sentences.all() };
    if (event.type === 'menus') return { type: 'menus', menus: desk!.menus };
    if (event.type === 'panel') return { type: 'panel', panel: desk!.panel };
    if (event.type === 'view') return { type: 'view', view: desk!.view };
    if (event.type === 'beyond') return { type: 'beyond', beyond: beyondOf(desk!) };
    if (event.type === 'log' && event.level === 'error') console.error(event.text);
    return event;
  };
  /** The first page's language decides the example's. */
  const open = (language: Language): Promise<Desk> => {
    opening ??= (async () => {
      const locale = language === 'vi' ? 'vi_VN' : 'en_US';
      const opened = openDesk(addOn, book(language), { language, locale }, (event) => {
        if (desk) tell(event);
      });
      await opened.settle();
      if (today !== undefined) await opened.setClock(noonOf(today));
      desk = opened;
      await opened.open();
      return opened;
    })();
    return opening;
  };

  const routes: Record<
    string,
    (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<unknown>
  > = {
    'GET /state': async (_, __, url) => {
      const opened = await open(url.searchParams.get('language') === 'vi' ? 'vi' : 'en');
      return stateOf(opened, sent);
    },
    'POST /changes': async (request) => {
      const origin = String(request.headers[pageHeader] ?? '');
      const mutations = await body<Mutation[]>(request);
      await (await opening)?.apply(mutations, origin);
    },
    'POST /settle': async (request) => {
      const { mark } = await body<{ mark: string }>(request);
      await (await opening)?.settle();
      send({ type: 'settled', mark });
    },
    'POST /view': async (request) =>
      Object.assign((await opening)!.view, await body<View>(request)),
    'POST /run': async (request): Promise<RunAnswer> => {
      const { name, args } = await body<RunRequest>(request);
      const result = await (await opening)!.run(name, args);
      if ('ok' in result) return { ok: result.ok };
      if ('stack' in result && result.stack) console.error(result.stack);
      return { error: 'error' in result ? result.error : result.killed };
    },
    'POST /settings': async (request) =>
      (await opening)?.choose(await body<Partial<Settings>>(request)),
    'POST /clock': async (request) => {
      const change = await body<ClockRequest>(request);
      const opened = (await opening)!;
      if ('today' in change) await opened.setClock(noonOf(change.today));
      else if ('run' in change) await opened.runTrigger(change.run);
      else await opened.advance(change.hours * hourMs);
      return beyondOf(opened);
    },
    'POST /fault': async (request) => {
      const { vendor, fault, on } = await body<FaultRequest>(request);
      (await opening)?.beyond.setFault(vendor, fault, on);
    },
    'POST /user': async (request) => {
      const { user } = await body<{ user: string }>(request);
      (await opening)!.user = user;
    },
    'POST /panel/close': async () => {
      (await opening)!.panel = null;
      tell({ type: 'panel' });
    },
    'POST /alert': async (request) => {
      const { id, button } = await body<{ id: number; button: string }>(request);
      (await opening)?.answerAlert(id, button);
    },
    'POST /example': async () => {
      const opened = (await opening)!;
      await opened.replace(book(opened.settings.language));
    },
    'POST /import': async (request, _, url) =>
      importCsv((await opening)!, await bytes(request), url.searchParams.get('name') ?? 'data.csv'),
  };

  const server = createServer(async (request, response) => {
    const { port: bound } = server.address() as AddressInfo;
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cache-control', 'no-store');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    if (!isOurs(request, bound, key)) {
      response.writeHead(403).end('Forbidden');
      return;
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    try {
      if (request.method === 'GET' && url.pathname === '/') {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.setHeader('content-security-policy', "frame-ancestors 'none'");
        response.end(shell(key));
      } else if (request.method === 'GET' && url.pathname === '/events') {
        listen(request, response);
      } else if (request.method === 'GET' && url.pathname === '/export.xlsx') {
        const file = await exportDesk((await opening)!);
        response.setHeader(
          'content-type',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        );
        response.setHeader('content-disposition', 'attachment; filename="marketing-kpis.xlsx"');
        response.end(file);
      } else if (request.method === 'GET' && url.pathname.startsWith('/page/')) {
        await pageFile(pageFolder, url.pathname.slice('/page/'.length), response);
      } else {
        const route = routes[`${request.method} ${url.pathname}`];
        if (!route) {
          response.writeHead(404).end('Not found');
          return;
        }
        const answer = (await route(request, response, url)) ?? {};
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.end(JSON.stringify(answer));
      }
    } catch (error) {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end((error as Error).message);
    }
  });

  const listen = (request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': open\n\n');
    streams.add(response);
    request.on('close', () => streams.delete(response));
  };

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const stream of streams) stream.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      desk?.dispose();
    },
  };
}

function stateOf(desk: Desk, told: number): State {
  const { engine } = desk;
  return {
    told,
    workbook: engine.snapshot(),
    spills: {
      id: SetArrayFormulaDataMutation.id,
      params: {
        arrayFormulaRange: engine.formulas.getArrayFormulaRange(),
        arrayFormulaCellData: engine.formulas.getArrayFormulaCellData(),
      },
    },
    sentences: desk.sentences.all(),
    functions: desk.functions,
    settings: desk.settings,
    menus: desk.menus,
    panel: desk.panel,
    view: desk.view,
    beyond: beyondOf(desk),
  };
}

const beyondOf = (desk: Desk): BeyondState => ({
  aheadMs: desk.now() - Date.now(),
  zone: spreadsheetTimeZone,
  triggers: desk.triggers(),
  outbox: desk.outbox,
  faults: desk.beyond.faults(),
});

async function bytes(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestBody) throw new Error('The request is too large.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const body = async <T>(request: IncomingMessage): Promise<T> =>
  JSON.parse(Buffer.from(await bytes(request)).toString('utf8')) as T;
