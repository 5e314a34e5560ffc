import type { IWorkbookData } from '@univerjs/core';
import { CopySheetCommand } from '@univerjs/sheets';
import { workbenchWords } from '../../messages/compiled/workbench.ts';
import { watchCalculation } from '../engine/calculation.ts';
import { applyChanges, watchChanges } from '../engine/change-feed.ts';
import { mendEngine } from '../engine/engine.ts';
import { adaptFunctions, type FunctionResult } from '../engine/functions.ts';
import { noneFoundIsZero } from '../engine/none-found.ts';
import { forgetParsedFormulas } from '../engine/parsed-formulas.ts';
import { recalculate } from '../engine/recalculate.ts';
import { startEngine } from '../engine/univer.ts';
import { WORKBOOK_ID } from '../engine/workbook-id.ts';
import { limits, sentences, spreadsheetTimeZone } from '../google/assumptions.ts';
import { advanceClock, type ClockParts, runTrigger } from '../google/clock-runs.ts';
import { emptyStores, type GridView, type ServiceContext, type Shows } from '../google/context.ts';
import { callableFunctions, discoverFunctions } from '../google/discover.ts';
import { openExternalServices } from '../google/external.ts';
import { runScript, type ScriptRunner } from '../google/run.ts';
import { calm } from '../google/run-hooks.ts';
import { answerNow, arrived, travelling } from '../google/services/cell-calls.ts';
import { closedCells } from '../google/services/protections.ts';
import { type ServiceCalls, servicesOf } from '../google/services/services.ts';
import { openVmContext, type VmContext } from '../google/vm.ts';
import { serialAt } from '../locale/serial.ts';
import type { Book } from '../model/book.ts';
import { engineCells, mapRectangle } from '../model/cells.ts';
import { clockFunctions } from '../model/clock.ts';
import { copyNamesWithSheets } from '../model/copied-sheets.ts';
import { fromBook } from '../model/from-book.ts';
import { Sentences } from '../model/sentences.ts';
import { firstVisible, lastSheetNumber, noteSheetNumber, sheetsOf } from '../model/sheets.ts';
import { setValidation } from '../model/validation.ts';
import { type KeptDesk, keptFormat } from '../storage/kept-desk.ts';
import { vendors } from '../vendors/index.ts';
import type { AddOn, Desk, DeskEvent, Menu, Settings } from './desk-shape.ts';
import { SilentFunctions } from './silent-functions.ts';

export type * from './desk-shape.ts';

const dayMs = 86_400_000;

/**
 * Opens a desk on a workbook, or on what was kept of one. `tell` is told of everything a page has to
 * show.
 */
export function openDesk(
  addOn: AddOn,
  book: Book,
  first: Settings,
  tell: (event: DeskEvent) => void,
  kept: KeptDesk | null = null,
): Desk {
  mendEngine();
  const settings: Settings = { ...(kept?.settings ?? first) };
  const view: GridView = { ...(kept?.view ?? { sheetId: 'sheet-1', selection: null }) };
  const sentencesOfCells = new Sentences(() => tell({ type: 'sentences' }));
  const alerts = new Map<number, (button: string) => void>();
  let menus: Menu[] = [];
  let clockOffset = kept?.aheadMs ?? 0;
  const now = () => Date.now() + clockOffset;
  let context: VmContext | null = null;
  let services: ServiceCalls = {};

  const silence = new SilentFunctions(now, () => recalculate(engine));
  const functions = discoverFunctions(addOn.scripts.code);
  const callFunction = (name: string, args: unknown[]): FunctionResult => {
    context ??= openVmContext(
      addOn.scripts,
      'CUSTOM_FUNCTION',
      (method, json) => answerNow(services, method, json),
      limits.customFunctionMs,
      { offset: clockOffset },
    );
    const special = { found: false };
    const json = JSON.stringify(args.map((argument) => travelling(argument, special)));
    const silent = silence.of(name, json);
    if (silent !== null) return { silent };
    try {
      return arrived(JSON.parse(context.callFunction(name, json, special.found)));
    } catch {
      return { thrown: sentences.timeout };
    }
  };
  const engine = startEngine(kept?.workbook ?? fromBook(book), [
    ...adaptFunctions(callableFunctions(addOn.scripts.code), {
      call: callFunction,
      workbook: () => engine.workbook(),
      refused: sentencesOfCells.set,
    }),
    ...clockFunctions(now, spreadsheetTimeZone),
    ...noneFoundIsZero,
  ]);
  noteSheetNumber(engine, kept?.lastSheet ?? 0);
  const cells = engineCells(engine);
  if (!cells.sheet(view.sheetId)) {
    Object.assign(view, { sheetId: firstVisible(engine), selection: null });
  }
  copyNamesWithSheets(engine.univer, engine, (name) =>
    workbenchWords(settings.language).copyOf({ name }),
  );
  const calculation = watchCalculation(engine);
  const forgetting = forgetParsedFormulas(engine);
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
  const closed = closedCells(kept?.protections);
  const { manifest = {}, vendors: outside = vendors() } = addOn;
  const external = openExternalServices(
    manifest,
    outside,
    silence.faults,
    () => {
      silence.switched();
      tell({ type: 'beyond' });
    },
    kept?.triggers,
  );
  const stores = emptyStores();
  if (kept) stores.properties.document = new Map(Object.entries(kept.document));
  const world: ServiceContext = {
    engine,
    cells,
    closed,
    user: () => desk.user,
    external,
    now,
    view,
    shows,
    stores,
    stored: () => tell({ type: 'stored' }),
    locale: () => settings.locale,
    language: () => settings.language,
    timeZone: () => spreadsheetTimeZone,
    scriptTimeZone: () => addOn.timeZone,
    htmlFile: addOn.htmlFile,
  };
  services = servicesOf(world, calm(''));
  const runs = new Set<number>();
  const runner: ScriptRunner = {
    workerFile: addOn.workerFile,
    scripts: addOn.scripts,
    services: (hooks) => servicesOf(world, hooks),
    user: () => desk.user,
    sleep: async (ms) => {
      if (desk.hurries) clockOffset += ms;
      else await new Promise((resolve) => setTimeout(resolve, ms));
      silence.passed();
    },
    refusal: external.grants.refusal,
    settle: calculation.settle,
    idle: calculation.idle,
    together: cells.together,
    clockOffset: () => clockOffset,
    begun: (run) => {
      runs.add(run);
      calculation.scripts = runs.size;
    },
    over: (run) => {
      runs.delete(run);
      calculation.scripts = runs.size;
      for (const [name, holder] of stores.locks) {
        if (holder === run) stores.locks.delete(name);
      }
    },
  };

  /** What a cell once looked up, of the day or the spreadsheet's locale, is forgotten with its context. */
  const dawn = async () => {
    context = null;
    recalculate(engine);
    await calculation.settle();
  };
  const clock: ClockParts = {
    triggers: external.triggers,
    now,
    moveTo: (ms) => {
      clockOffset = ms - Date.now();
      tell({ type: 'beyond' });
    },
    dawn,
    day: () => Math.floor(serialAt(now(), spreadsheetTimeZone)),
    run: (name, args, options) => desk.run(name, args, options),
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
    closed,
    user: '',
    external,
    now,
    calculation,
    hurries: false,
    outbox: external.outbox,
    triggers: (user) => external.triggers.list(user),
    runTrigger: (id, options) => runTrigger(clock, external.triggers.find(id), options),
    advance: (ms, options) => advanceClock(clock, ms, options),
    advanceDay: (options) => advanceClock(clock, dayMs, options),
    revoke: external.grants.revoke,
    grant: external.grants.grant,
    settle: calculation.settle,
    apply: async (mutations, origin) => {
      await calculation.idle();
      applyChanges(engine, mutations, origin);
    },
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
        await dawn();
      }
      if (localeChanges || languageChanges) tell({ type: 'settings' });
      if (languageChanges) await desk.open();
    },
    replace: async (next) => {
      sentencesOfCells.clear();
      desk.panel = null;
      // What was kept with the document, or closed in it, went with it.
      stores.properties.document?.clear();
      stores.cache.document?.clear();
      external.triggers.clear();
      closed.open();
      engine.replace(fromBook(next) as Partial<IWorkbookData>);
      noteSheetNumber(engine, 0);
      view.sheetId = 'sheet-1';
      view.selection = null;
      await calculation.settle();
      tell({ type: 'workbook' });
    },
    closePanel: () => {
      desk.panel = null;
      tell({ type: 'panel' });
    },
    answerAlert: (id, button) => {
      alerts.get(id)?.(button);
      alerts.delete(id);
    },
    setClock: async (instant) => {
      clock.moveTo(instant ?? Date.now());
      await dawn();
    },
    addChartSheet: (name) =>
      sheetsOf(engine).add(name, engine.workbook().getSheets().length, 'OBJECT'),
    allowOnly: (sheetId, area, allows) =>
      setValidation(
        engine,
        sheetId,
        area,
        mapRectangle(area, () => allows),
      ),
    copySheet: async (sheetId) => {
      const params = { unitId: WORKBOOK_ID, subUnitId: sheetId };
      await engine.commands.executeCommand(CopySheetCommand.id, params);
      await calculation.settle();
    },
    kept: () => ({
      format: keptFormat,
      settings: { ...settings },
      aheadMs: clockOffset,
      lastSheet: lastSheetNumber(engine),
      view: { ...view },
      document: Object.fromEntries(stores.properties.document ?? []),
      protections: closed.protections,
      triggers: external.triggers.kept(),
      workbook: engine.snapshot(),
    }),
    dispose: () => {
      stopFeed();
      calculation.dispose();
      forgetting.dispose();
      engine.univer.dispose();
    },
  };
  // Answers that spill and what functions refused are not kept: they are what formulas come to.
  if (kept) recalculate(engine);
  return desk;
}
