import type { IWorkbookData } from '@univerjs/core';
import type { Language } from '../kpi/define.ts';
import type { Book } from './book.ts';
import { limits, sentences, spreadsheetTimeZone } from './google/assumptions.ts';
import { type Discovered, discoverFunctions } from './google/discover.ts';
import type { MenuEntry } from './google/prelude/ui.ts';
import { type RunOptions, type RunResult, runScript } from './google/run.ts';
import { type Services, servicesOf } from './google/services.ts';
import { type Context, openContext, type Scripts } from './google/vm.ts';
import { emptyStores, type Page, type Shows, type View, type World } from './google/world.ts';
import { instantOf, serialAt } from './locale/serial.ts';
import { type Cells, cellsOf } from './model/cells.ts';
import { applyChanges, type Mutation, watchChanges } from './model/feed.ts';
import { fromBook } from './model/from-book.ts';
import { type Answer, adaptFunctions } from './model/functions.ts';
import { forgetInsteadOfSearching } from './model/lookup-cache.ts';
import { closeOpenRanges } from './model/open-ranges.ts';
import { recalculate } from './model/recalculate.ts';
import { Sentences } from './model/sentences.ts';
import { watchCalculation } from './model/settle.ts';
import { type Engine, startEngine } from './model/univer.ts';

/** The built add-on, and what the workbench adds to run it. */
export interface AddOn {
  readonly scripts: Scripts;
  /** The compiled thread that scripts run in. */
  readonly workerFile: string;
  readonly timeZone: string;
  htmlFile(name: string): string | null;
}

export interface Menu {
  readonly addOn: boolean;
  readonly caption: string;
  readonly entries: readonly MenuEntry[];
}

/** What a page is told, as it happens. */
export type DeskEvent =
  | { readonly type: 'change'; readonly mutation: Mutation; readonly origin: string }
  | { readonly type: 'workbook' }
  | { readonly type: 'settings' }
  | { readonly type: 'sentences' }
  | { readonly type: 'menus' }
  | { readonly type: 'panel' }
  | { readonly type: 'dialog'; readonly page: Page }
  | {
      readonly type: 'alert';
      readonly id: number;
      readonly title: string;
      readonly prompt: string;
      readonly buttons: string;
    }
  | {
      readonly type: 'toast';
      readonly message: string;
      readonly title: string;
      readonly seconds: number;
    }
  | { readonly type: 'view' }
  | { readonly type: 'log'; readonly level: string; readonly text: string };

export interface Settings {
  language: Language;
  locale: string;
}

/** One spreadsheet with the add-on in it: what Google's servers are to a real one. */
export interface Desk {
  readonly engine: Engine;
  readonly cells: Cells;
  readonly functions: readonly Discovered[];
  readonly settings: Readonly<Settings>;
  readonly view: View;
  readonly menus: readonly Menu[];
  readonly sentences: Sentences;
  panel: Page | null;
  settle(): Promise<void>;
  apply(mutations: readonly Mutation[], origin: string): void;
  run(name: string, args: readonly unknown[], options?: RunOptions): Promise<RunResult>;
  /** Builds the menus as opening the spreadsheet does. */
  open(): Promise<void>;
  choose(settings: Partial<Settings>): Promise<void>;
  replace(book: Book): Promise<void>;
  answerAlert(id: number, button: string): void;
  dispose(): void;
}

/** Opens a desk on a workbook. `tell` is told of everything a page has to show. */
export function openDesk(
  addOn: AddOn,
  book: Book,
  first: Settings,
  tell: (event: DeskEvent) => void,
): Desk {
  closeOpenRanges();
  forgetInsteadOfSearching();
  const settings: Settings = { ...first };
  const view: View = { sheetId: 'sheet-1', selection: null };
  const sentencesOfCells = new Sentences(() => tell({ type: 'sentences' }));
  const alerts = new Map<number, (button: string) => void>();
  let menus: Menu[] = [];
  let context: Context | null = null;
  let services: Services = {};

  const functions = discoverFunctions(addOn.scripts.code);
  const callFunction = (name: string, args: unknown[]): Answer => {
    context ??= openContext(
      addOn.scripts,
      'CUSTOM_FUNCTION',
      (method, json) => answerNow(services, method, json),
      limits.customFunctionMs,
    );
    const special = { found: false };
    const json = JSON.stringify(args.map((argument) => travelling(argument, special)));
    try {
      return arrived(JSON.parse(context.callFunction(name, json, special.found)));
    } catch {
      return { thrown: sentences.timeout };
    }
  };
  const engine = startEngine(
    fromBook(book),
    adaptFunctions(
      functions.map(({ name }) => name),
      { call: callFunction, workbook: () => engine.workbook(), refused: sentencesOfCells.set },
    ),
  );
  const cells = cellsOf(engine);
  const calculation = watchCalculation(engine);
  const stopFeed = watchChanges(engine, (mutation, origin) => {
    sentencesOfCells.changed(mutation);
    tell({ type: 'change', mutation, origin });
  });

  const shows: Shows = {
    toast: (message, title, seconds) => tell({ type: 'toast', message, title, seconds }),
    sidebar: (page) => {
      desk.panel = page;
      tell({ type: 'panel' });
    },
    dialog: (page) => tell({ type: 'dialog', page }),
    alert: (title, prompt, buttons) =>
      new Promise((resolve) => {
        const id = alerts.size + 1;
        alerts.set(id, resolve);
        tell({ type: 'alert', id, title, prompt, buttons });
      }),
    activate: () => tell({ type: 'view' }),
    menu: (isAddOn, caption, entries) => {
      menus.push({ addOn: isAddOn, caption, entries });
    },
    log: (level, text) => tell({ type: 'log', level, text }),
  };
  const world: World = {
    cells,
    view,
    shows,
    stores: emptyStores(),
    locale: () => settings.locale,
    language: () => settings.language,
    timeZone: () => spreadsheetTimeZone,
    scriptTimeZone: () => addOn.timeZone,
    htmlFile: addOn.htmlFile,
  };
  services = servicesOf(world, 0);
  const runner = {
    workerFile: addOn.workerFile,
    scripts: addOn.scripts,
    services: (run: number) => servicesOf(world, run),
    settle: calculation.settle,
    over: (run: number) => {
      for (const [name, holder] of world.stores.locks) {
        if (holder === run) world.stores.locks.delete(name);
      }
    },
  };

  const desk: Desk = {
    engine,
    cells,
    functions,
    settings,
    view,
    get menus() {
      return menus;
    },
    sentences: sentencesOfCells,
    panel: null,
    settle: calculation.settle,
    apply: (mutations, origin) => applyChanges(engine, mutations, origin),
    run: (name, args, options) => runScript(runner, name, args, options),
    open: async () => {
      menus = [];
      const event = { authMode: 'LIMITED', source: null, user: null, triggerUid: null };
      await runScript(runner, 'onOpen', [event], { mode: 'LIMITED' });
      tell({ type: 'menus' });
    },
    choose: async (next) => {
      const localeChanges = next.locale !== undefined && next.locale !== settings.locale;
      const languageChanges = next.language !== undefined && next.language !== settings.language;
      Object.assign(settings, next);
      if (localeChanges) {
        // What a function once looked up of the spreadsheet's locale is forgotten with its context.
        context = null;
        recalculate(engine);
        await calculation.settle();
      }
      if (localeChanges || languageChanges) tell({ type: 'settings' });
      if (languageChanges) await desk.open();
    },
    replace: async (next) => {
      sentencesOfCells.clear();
      desk.panel = null;
      engine.replace(fromBook(next) as Partial<IWorkbookData>);
      view.sheetId = 'sheet-1';
      view.selection = null;
      await calculation.settle();
      tell({ type: 'workbook' });
    },
    answerAlert: (id, button) => {
      alerts.get(id)?.(button);
      alerts.delete(id);
    },
    dispose: () => {
      stopFeed();
      calculation.dispose();
      engine.univer.dispose();
    },
  };
  return desk;
}

/** A custom function cannot wait: what it may ask is answered at once, cells as they stand. */
function answerNow(services: Services, method: string, json: string): string {
  try {
    return JSON.stringify({ ok: services[method]?.(...(JSON.parse(json) as unknown[])) ?? null });
  } catch (error) {
    return JSON.stringify({ error: (error as Error).message });
  }
}

function travelling(value: unknown, special: { found: boolean }): unknown {
  if (Array.isArray(value)) return value.map((item) => travelling(item, special));
  if (value === undefined) {
    special.found = true;
    return { $left: 1 };
  }
  if (value === null || typeof value !== 'object') return value;
  special.found = true;
  return { $date: instantOf((value as { $d: number }).$d, spreadsheetTimeZone) };
}

function arrived(answer: Answer): Answer {
  if ('thrown' in answer) return answer;
  const one = (value: unknown): unknown => {
    const date = (value as { $date?: number } | null)?.$date;
    return date === undefined ? value : { $d: serialAt(date, spreadsheetTimeZone) };
  };
  const { value } = answer;
  if (!Array.isArray(value)) return { value: one(value) } as Answer;
  return { value: value.map((row) => row.map(one)) } as Answer;
}
