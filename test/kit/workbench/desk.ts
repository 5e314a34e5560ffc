import type { AddOn } from '../../../src/workbench/desk/desk.ts';
import type { exportDesk as ExportDesk } from '../../../src/workbench/files/export.ts';
import type { Entry } from '../../../src/workbench/model/book.ts';
import type { KeptDesk } from '../../../src/workbench/storage/kept-desk.ts';
import { addOnOf, bundled, openDesk, type RunningDesk } from '../desk/open-desk.ts';

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
function counted() { kept_ += 1; return kept_; }
function remember(v) { PropertiesService.getUserProperties().setProperty('k', v); }
function recall() { return PropertiesService.getUserProperties().getProperty('k'); }
function unknown() { return sheet_().getRange('A1').getBackground(); }
function endless() { while (true) {} }
function private_() { return 1; }
`;

/** What writes a desk's workbook as a file, out of the same bundle as the desk. */
export const exporter = async (): Promise<typeof ExportDesk> =>
  (await bundled<{ exportDesk: typeof ExportDesk }>('export')).exportDesk;

/** The small add-on, or one of another script. */
export const testAddOn = (script = code, more: Partial<AddOn> = {}): Promise<AddOn> =>
  addOnOf(script, { htmlFile: (name) => (name === 'sidebar' ? '<p>panel</p>' : null), ...more });

export interface TestDesk extends RunningDesk {
  /** What a cell of the first sheet shows. */
  shown(a1: string): string;
}

/** A desk on these rows with a small add-on instead of ours: the workbench itself is tried. */
export async function openTestDesk(
  rows: readonly (readonly Entry[])[],
  locale = 'en_US',
  script = code,
  more: Partial<AddOn> = {},
  kept?: KeptDesk,
): Promise<TestDesk> {
  const book = { sheets: [{ name: 'Data', rows }] };
  const open = await openDesk(
    await testAddOn(script, more),
    book,
    { language: 'en', locale },
    kept,
  );
  const shown = (a1: string) => {
    const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(a1)!;
    const { cells, settings } = open.desk;
    return cells.display('sheet-1', Number(row) - 1, letter.charCodeAt(0) - 65, settings.locale);
  };
  return { ...open, shown };
}
