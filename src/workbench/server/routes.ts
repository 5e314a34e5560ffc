import type { IncomingMessage, ServerResponse } from 'node:http';
import { SetArrayFormulaDataMutation } from '@univerjs/engine-formula';
import type { Language } from '../../messages/compiled/languages.ts';
import { languageOf } from '../../messages/language-of.ts';
import type { Desk } from '../desk/desk.ts';
import { exportDesk } from '../files/export.ts';
import { importCsv } from '../files/import.ts';
import { spreadsheetTimeZone } from '../google/assumptions.ts';
import type { Book } from '../model/book.ts';
import type { EventStreams } from './event-streams.ts';
import type { RequestTarget } from './guard.ts';
import { pageFile, shell } from './page-files.ts';
import { type ExternalState, pageHeader, type RunAnswer, type State } from './protocol.ts';
import { HttpError } from './refusal.ts';
import {
  body,
  bytes,
  parseView,
  readAlert,
  readClock,
  readFault,
  readMutations,
  readRun,
  readSettings,
  readText,
} from './request-body.ts';

/** What answers need of the server they are given by. */
export interface Serves {
  readonly key: string;
  readonly pageFolder: string;
  readonly streams: EventStreams;
  /** What stands there when somebody asks for the example. */
  readonly book: (language: Language) => Book;
  /** Opens the desk, once; the first page's language decides the example's. */
  open(language: Language): Promise<Desk>;
  /** The open desk; refuses where nobody has opened it yet. */
  desk(): Promise<Desk>;
  /** Puts the clock back to where it stands in a spreadsheet that is new. */
  resetClock(desk: Desk): Promise<void>;
}

type Route = (request: IncomingMessage, response: ServerResponse, target: RequestTarget) => unknown;

const hourMs = 3_600_000;

/** Noon of a day such as `2026-10-19`, or `null` for what is no day. */
export function noonOf(day: string): number | null {
  const noon = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T12:00:00Z`) : Number.NaN;
  return Number.isNaN(noon) ? null : noon;
}

/** What each request is answered with; a route that has not answered itself answers in JSON. */
export function routesOf(serves: Serves): ReadonlyMap<string, Route> {
  const { streams, desk } = serves;
  const routes: Record<string, Route> = {
    'GET /': (_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', "frame-ancestors 'none'");
      response.end(shell(serves.key));
    },
    'GET /page/': async (request, response, { path }) => {
      // A browser that fetches the page's script asks for the spreadsheet next: it is opened while the
      // script is read. Where that fails, whoever asks for it is told.
      const accepted = String(request.headers['accept-language'] ?? '*');
      if (path === '/page/main.js' && !accepted.startsWith('*')) {
        const [language = ''] = accepted.split(/[,;]/);
        response.once(
          'finish',
          () => void serves.open(languageOf(language)).catch(() => undefined),
        );
      }
      await pageFile(serves.pageFolder, path.slice('/page/'.length), request, response);
    },
    'GET /events': (_, response) => streams.add(response),
    'GET /state': async (_, __, { query }) => {
      const opened = await serves.open(languageOf(query.get('language') ?? ''));
      return stateOf(opened, streams.told);
    },
    'GET /export.xlsx': async (_, response) => {
      const file = await exportDesk(await desk());
      response.setHeader(
        'content-type',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      );
      response.setHeader('content-disposition', 'attachment; filename="marketing-kpis.xlsx"');
      response.end(file);
    },
    'POST /changes': async (request) => {
      const mutations = await body(request, readMutations);
      const opened = await desk();
      try {
        await opened.apply(mutations, String(request.headers[pageHeader] ?? ''));
      } catch (error) {
        console.error(error);
        throw new HttpError(400, 'This change cannot be made here.');
      }
    },
    'POST /settle': async (request) => {
      const mark = await body(request, readText('mark'));
      await (await desk()).settle();
      streams.send({ type: 'settled', mark });
    },
    'POST /view': async (request) => {
      const view = await body(request, parseView);
      const opened = await desk();
      // A script may have deleted the sheet while a page still looked at it.
      if (opened.cells.sheet(view.sheetId)) Object.assign(opened.view, view);
    },
    'POST /run': async (request): Promise<RunAnswer> => {
      const { name, args } = await body(request, readRun);
      const result = await (await desk()).run(name, args);
      if ('ok' in result) return { ok: result.ok };
      if ('stack' in result && result.stack) console.error(result.stack);
      return { error: 'error' in result ? result.error : result.killed };
    },
    'POST /settings': async (request) => {
      const settings = await body(request, readSettings);
      await (await desk()).choose(settings);
    },
    'POST /clock': async (request) => {
      const change = await body(request, readClock);
      const opened = await desk();
      if ('today' in change) {
        const noon = noonOf(change.today);
        if (noon === null) throw new HttpError(400, 'This is no day. A day is written 2026-10-19.');
        await opened.setClock(noon);
      } else if ('run' in change) {
        const { run } = change;
        if (!opened.triggers().some(({ id }) => id === run)) {
          throw new HttpError(400, 'There is no such trigger.');
        }
        await opened.runTrigger(run);
      } else await opened.advance(change.hours * hourMs);
      return externalState(opened);
    },
    'POST /fault': async (request) => {
      const { vendor, fault, on } = await body(request, readFault);
      const { external } = await desk();
      if (!external.faults().some((one) => one.vendor === vendor)) {
        throw new HttpError(400, 'There is no such system.');
      }
      external.setFault(vendor, fault, on);
    },
    'POST /user': async (request) => {
      const user = await body(request, readText('user'));
      (await desk()).user = user;
    },
    'POST /panel/close': async () => (await desk()).closePanel(),
    'POST /alert': async (request) => {
      const { id, button } = await body(request, readAlert);
      (await desk()).answerAlert(id, button);
    },
    'POST /example': async () => {
      const opened = await desk();
      await opened.replace(serves.book(opened.settings.language));
      await serves.resetClock(opened);
    },
    'POST /import': async (request, _, { query }) => {
      const file = await bytes(request);
      return importCsv(await desk(), file, query.get('name') ?? 'data.csv');
    },
  };
  return new Map(Object.entries(routes));
}

/** Where a request goes: to the path itself, or to the folder of the page's files. */
export const routeName = (method: string, path: string): string =>
  `${method} ${path.startsWith('/page/') ? '/page/' : path}`;

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
    beyond: externalState(desk),
  };
}

export const externalState = (desk: Desk): ExternalState => ({
  aheadMs: desk.now() - Date.now(),
  zone: spreadsheetTimeZone,
  triggers: desk.triggers(),
  outbox: desk.outbox,
  faults: desk.external.faults(),
});
