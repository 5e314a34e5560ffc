import type { Univer } from '@univerjs/core';
import type { Language } from '../../messages/compiled/languages.ts';
import { languageOf } from '../../messages/language-of.ts';
import type { Settings } from '../desk/desk.ts';
import { copyNamesWithSheets } from '../model/copied-sheets.ts';
import type { ClockRequest, ServerEvent, State } from '../server/protocol.ts';
import { drawBar } from './chrome.ts';
import { createElement } from './dom.ts';
import { externalMenus, momentAt } from './external.ts';
import { busy, exportFile, importFile, startExample } from './files.ts';
import { drawCharts } from './grid/charts.ts';
import { followSpills, readSpills } from './grid/conditional.ts';
import { clearWorkbook, rendered, showWorkbook, speak, startGrid } from './grid/grid.ts';
import { drawGroups } from './grid/groups.ts';
import { applyLocale, installHabits } from './grid/habits.ts';
import { lookOnceWhileDrawing } from './grid/one-look.ts';
import { drawOverGrid, type GridLayer } from './grid/over-grid.ts';
import { pageNames } from './grid/page-cells.ts';
import { pasteAsTyped } from './grid/paste.ts';
import { followCells } from './grid/rule-formulas.ts';
import { cellSentences, showSentences } from './grid/sentences.ts';
import { currentView, focusGrid, goTo, selectAgain, watchView } from './grid/view.ts';
import { testHandle } from './handle.ts';
import { News } from './news.ts';
import { askAlert, showDialog, showMail, toast } from './notices.ts';
import { SidePanel } from './panel.ts';
import { drawn, progress } from './progress.ts';
import { readSemicolons } from './separators.ts';
import { listen, server } from './server.ts';
import { receiveChange, sendChanges } from './sync.ts';
import { pageWords, shownWords } from './words.ts';

/** Starts the page: the bar at the top, the grid, the panel, and their line to the server. */
export async function startWorkbench(root: HTMLElement): Promise<void> {
  const first: Language = languageOf(navigator.language);
  document.documentElement.lang = first;
  progress(shownWords().loading.workbook);
  const news = new News((event) => void told(event));
  await listen(
    news.hear,
    () => toast('', shownWords().lost, 0),
    () => location.reload(),
  );
  const [loaded, shim] = await Promise.all([server.state(first), panelShim()]);
  let state: State = loaded;
  const words = () => pageWords(state.settings.language);
  const locale = () => state.settings.locale;
  progress(words().loading.grid);
  await drawn();

  const bar = createElement('header', { class: 'bar' });
  const gridHolder = createElement('main', { class: 'grid', id: 'grid' });
  const panelHolder = createElement('aside', { class: 'panel' });
  root.append(bar, createElement('div', { class: 'desk' }, gridHolder, panelHolder));
  panelHolder.hidden = state.panel === null;

  readSpills();
  followCells();
  lookOnceWhileDrawing();
  const univer: Univer = startGrid(gridHolder, state.settings.language, state.functions);
  sendChanges(univer, (mutations) => void server.changes(mutations));
  const sentences = cellSentences(() => univer, words);
  sentences.replace(state.sentences);
  let overGrid: GridLayer | null = null;
  const redraw = () => {
    applyLocale(univer, locale());
    overGrid?.redraw();
  };
  const sendView = async () => {
    const view = currentView(univer);
    if (view) await server.view(view);
  };
  const panel = new SidePanel(panelHolder, shim, sendView, words, () =>
    dispatchEvent(new Event('resize')),
  );
  const show = () => {
    document.documentElement.lang = state.settings.language;
    const actions = {
      example: () => void startExample(univer, words()),
      importFile: () => void importFile(univer, words(), () => state.settings.language),
      exportFile: () => void exportFile(univer, words()),
      runMenu: async (handler: string) => {
        await sendView();
        const answer = await server.run(handler, []);
        if ('error' in answer) toast(words().cellError, answer.error, 12);
        focusGrid(univer);
      },
      choose: (settings: Partial<Settings>) => void server.settings(settings),
    };
    const quiet = externalMenus(state.beyond, words(), state.settings.language, {
      clock: (change) => void pass(change),
      fault: (change) => void server.fault(change),
      read: (mail) => void showMail(mail, words()),
      copy: async (text) => {
        await navigator.clipboard.writeText(text);
        toast('', words().beyond.copied);
      },
    });
    drawBar(bar, words(), state, actions, quiet);
  };
  const pass = (change: ClockRequest) =>
    busy(words().beyond.advancing, words(), async () => {
      const external = await server.clock(change);
      const now = momentAt(Date.now() + external.aheadMs, external.zone, state.settings.language);
      const failed = external.triggers.flatMap(({ last }) => last?.error || []);
      toast('', [words().beyond.now({ moment: now }), ...failed]);
      focusGrid(univer);
    });
  let begun = false;
  const showBook = async () => {
    showWorkbook(univer, state.workbook);
    // The grid's services come into being with the first workbook.
    if (!begun) {
      installHabits(univer, locale, sentences);
      readSemicolons(univer);
      pasteAsTyped(univer, locale);
      followSpills(univer);
      copyNamesWithSheets(univer, pageNames(univer), (name) => words().copyOf({ name }));
      overGrid = drawOverGrid(univer, (over) => {
        drawCharts(univer, over, locale());
        drawGroups(univer, over, words());
      });
    }
    begun = true;
    receiveChange(univer, state.spills);
    redraw();
    await rendered(univer);
    overGrid?.rendered();
    await goTo(univer, state.view);
    news.release(state.told);
  };

  const told = async (event: ServerEvent) => {
    if (event.type === 'change') {
      if (event.origin !== server.page) receiveChange(univer, event.mutation);
    } else if (event.type === 'sentences') {
      sentences.replace(event.sentences);
      redraw();
    } else if (event.type === 'settings') {
      state = { ...state, settings: event.settings };
      speak(univer, event.settings.language);
      redraw();
      selectAgain(univer);
      show();
      panel.relabel();
    } else if (event.type === 'menus') {
      state = { ...state, menus: event.menus };
      show();
    } else if (event.type === 'beyond') {
      state = { ...state, beyond: event.beyond };
      show();
    } else if (event.type === 'panel') {
      panel.show(event.panel);
      if (!event.panel) focusGrid(univer);
    } else if (event.type === 'view') await goTo(univer, event.view);
    else if (event.type === 'toast') toast(event.title, event.message, event.seconds);
    else if (event.type === 'dialog') {
      await showDialog(event.page, shim, sendView, words());
      focusGrid(univer);
    } else if (event.type === 'alert') {
      const button = await askAlert(event.title, event.prompt, event.buttons, words());
      focusGrid(univer);
      await server.answerAlert(event.id, button);
    } else if (event.type === 'workbook') {
      news.hold();
      state = await server.state(state.settings.language);
      sentences.replace(state.sentences);
      clearWorkbook(univer);
      await showBook();
      panel.show(state.panel);
    } else if (event.type === 'log') console.info(event.text);
  };

  show();
  panel.show(state.panel);
  await showBook();
  showSentences(univer, sentences, words);
  watchView(univer, () => void sendView());
  Object.assign(window, { workbench: testHandle(univer, locale, sentences, () => state.beyond) });
  progress(null);
  document.documentElement.dataset.ready = 'true';
}

/** The script that stands for Google's in a panel's frame. */
const panelShim = async (): Promise<string> => (await fetch('/page/panel.js')).text();
