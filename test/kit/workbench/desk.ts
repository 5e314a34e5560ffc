import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleWorkbench } from '../../../src/workbench/bundle.mjs';
import type {
  AddOn,
  Desk,
  DeskEvent,
  openDesk as OpenDesk,
} from '../../../src/workbench/desk/desk.ts';
import type { exportDesk as ExportDesk } from '../../../src/workbench/files/export.ts';
import type { Book, Entry } from '../../../src/workbench/model/book.ts';
import type { KeptDesk } from '../../../src/workbench/storage/kept-desk.ts';
import { workbenchFolder } from '../../e2e/workbench-server.ts';

/** A small add-on that does what the workbench has to stand. */
const code = `
var kept_ = 0;
/** Divides.
 * @param {number} a Above. @param {number} b Below.
 * @customfunction */
function DIVIDE(a, b) {
  var one = function (x, y) {
    if (x === '' || y === '') return '';
    if (typeof x !== 'number') throw new Error('not a number: ' + x);
    return y === 0 ? 'nothing below' : x / y;
  };
  return Array.isArray(a) ? a.map(function (r, i) { return r.map(function (x, j) {
    try { return one(x, b[i][j]); } catch (e) { return e.message; } }); }) : one(a, b);
}
/** Says what it was given.
 * @customfunction */
function SHAPE(x, y) {
  var say = function (v) { return Object.prototype.toString.call(v).slice(8, -1) + ':' +
    (v instanceof Date ? v.toISOString() : JSON.stringify(v)); };
  return Array.isArray(x) ? say(x) + (x instanceof Array) : say(x) + ' ' + say(y);
}
/** The locale, looked up once.
 * @customfunction */
function LOCALE() { kept_ = kept_ || SpreadsheetApp.getActive().getSpreadsheetLocale(); return kept_; }
/** Asks for what a cell may not have.
 * @customfunction */
function WHO() { return Session.getActiveUserLocale(); }
/** @customfunction */
function GLOBALS() { return [typeof process, typeof require, typeof fetch, typeof setTimeout].join(); }
function onOpen() {
  SpreadsheetApp.getUi().createAddonMenu()
    .addItem(Session.getActiveUserLocale() === 'vi' ? 'Mở' : 'Open', 'openPanel')
    .addSeparator().addToUi();
}
function openPanel() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('T'));
}
function sheet_() { return SpreadsheetApp.getActiveSpreadsheet().getActiveSheet(); }
function writeAndRead() {
  sheet_().getRange('E1').setValue(8);
  sheet_().getRange('E2').setFormula('=DIVIDE(E1;2)');
  return sheet_().getRange('E2').getValue();
}
function insertFormula() {
  var answer = sheet_().getRange('H1');
  answer.setFormula('=DIVIDE(G1;2)');
  answer.setNumberFormat('0.00');
  sheet_().getRange('H2:I2').setFormulas([['=H1*2', '=G1']]).setNumberFormat('#,##0');
  SpreadsheetApp.flush();
}
function formulasAndFormats() {
  var row = function (a1) { var r = sheet_().getRange(a1); return [r.getFormula(), r.getNumberFormat(), r.getDisplayValue()]; };
  return ['H1', 'H2', 'I2'].map(row);
}
function writeThenFail() { sheet_().getRange('E5').setValue('held'); throw new Error('stopped'); }
function flushThenFail() {
  sheet_().getRange('E6').setValue('kept'); SpreadsheetApp.flush();
  sheet_().getRange('E7').setValue('held'); throw new Error('stopped');
}
function flushOften(times) {
  for (var i = 1; i <= times; i++) {
    sheet_().getRange(i, 5).setFormula('=DIVIDE(' + i + ',2)'); SpreadsheetApp.flush();
  }
  return sheet_().getRange(times, 5).getValue();
}
function writeWell() { sheet_().getRange('E8').setValue('written'); }
function typed(texts) {
  texts.forEach(function (t, i) { sheet_().getRange(i + 1, 6).setValue(t); });
  return sheet_().getRange(1, 6, texts.length, 1).getDisplayValues().map(function (r) { return r[0]; });
}
function formulas() { return [sheet_().getRange('C2').getFormula(), sheet_().getRange('A2').getFormula()]; }
function dateBack() { return { at: new Date(0) }; }
function selection() {
  var r = SpreadsheetApp.getActiveSpreadsheet().getActiveRange();
  return r && [r.getA1Notation(), r.getNumRows(), r.getSheet().getName()];
}
function remember(v) { PropertiesService.getUserProperties().setProperty('k', v); }
function recall() { return PropertiesService.getUserProperties().getProperty('k'); }
function unknown() { return sheet_().getRange('A1').getBackground(); }
function endless() { while (true) {} }
function private_() { return 1; }
`;

let loaded: Promise<{ openDesk: typeof OpenDesk; folder: string; prelude: string }> | null = null;

async function load() {
  // Bundled once for all tests; nothing is done where it is up to date.
  const folder = workbenchFolder;
  await bundleWorkbench({ outdir: folder });
  const { openDesk } = await import(pathToFileURL(path.join(folder, 'desk.mjs')).href);
  return { openDesk, folder, prelude: await readFile(path.join(folder, 'prelude.js'), 'utf8') };
}

/** What writes a desk's workbook as a file, out of the same bundle as the desk. */
export async function exporter(): Promise<typeof ExportDesk> {
  loaded ??= load();
  const { folder } = await loaded;
  return (await import(pathToFileURL(path.join(folder, 'export.mjs')).href)).exportDesk;
}

/** The small add-on, or one of another script. */
export async function testAddOn(script = code, more: Partial<AddOn> = {}): Promise<AddOn> {
  loaded ??= load();
  const { folder, prelude } = await loaded;
  return {
    scripts: { prelude, code: script },
    workerFile: path.join(folder, 'worker.mjs'),
    timeZone: 'Etc/UTC',
    htmlFile: (name) => (name === 'sidebar' ? '<p>panel</p>' : null),
    ...more,
  };
}

/** A desk on these rows with a small add-on; the engine does not run from its sources in Node. */
export async function openTestDesk(
  rows: readonly (readonly Entry[])[],
  locale = 'en_US',
  script = code,
  more: Partial<AddOn> = {},
  kept?: KeptDesk,
): Promise<{ desk: Desk; events: DeskEvent[]; shown: (a1: string) => string }> {
  loaded ??= load();
  const { openDesk } = await loaded;
  const events: DeskEvent[] = [];
  const book: Book = { sheets: [{ name: 'Data', rows }] };
  const desk = openDesk(
    await testAddOn(script, more),
    book,
    { language: 'en', locale },
    (event) => events.push(event),
    kept,
  );
  await desk.settle();
  const shown = (a1: string) => {
    const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(a1)!;
    return desk.cells.display(
      'sheet-1',
      Number(row) - 1,
      letter.charCodeAt(0) - 65,
      desk.settings.locale,
    );
  };
  return { desk, events, shown };
}
