import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Spreadsheet } from '../../../src/app/ports/spreadsheet.ts';
import type { Desk } from '../../../src/workbench/desk/desk.ts';
import type { RunOptions } from '../../../src/workbench/google/run.ts';
import type { Entry } from '../../../src/workbench/model/book.ts';
import { openTestDesk } from './desk.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** A script that does with the spreadsheet what it is told, step by step, and answers the last. */
const entry = `
import { googleSpreadsheet } from './src/apps-script/google-book.ts';
export function steps(list) {
  var last = null;
  list.forEach(function (step) { last = googleSpreadsheet[step[0]].apply(null, step.slice(1)); });
  return last === undefined ? null : JSON.parse(JSON.stringify(last));
}
export function stepsThenFail(list) { steps(list); throw new Error('stopped'); }
var sheetOf = function (name) { return SpreadsheetApp.getActive().getSheetByName(name); };
export function insertRows(name, before, count) { sheetOf(name).insertRowsBefore(before, count); }
export function deleteRows(name, first, count) { sheetOf(name).deleteRows(first, count); }
export function insertColumns(name, before, count) { sheetOf(name).insertColumnsBefore(before, count); }
export function type(name, a1, value) { sheetOf(name).getRange(a1).setValue(value); }
export function charts(name) { return sheetOf(name).getCharts().length; }
export function notes(name, a1) { return sheetOf(name).getRange(a1).getNotes(); }
export function groups(name, row) {
  var depth = sheetOf(name).getRowGroupDepth(row);
  var group = depth && sheetOf(name).getRowGroup(row, depth);
  return group ? [depth, group.getRange().getA1Notation(), group.isCollapsed()] : [depth];
}
export function unfold(name, row) { sheetOf(name).getRowGroup(row, 1).expand(); }
export function appendThenRead(name) {
  sheetOf(name).appendRow(['x', 1]);
  sheetOf(name).appendRow(['y', 2]);
  return sheetOf(name).getLastRow();
}
export function fail(what) {
  var book = SpreadsheetApp.getActive();
  if (what === 'twice') book.insertSheet(book.getSheets()[0].getName());
  if (what === 'last') book.deleteSheet(book.getSheets()[0]);
  if (what === 'hide') book.getSheets()[0].hideSheet();
  if (what === 'name') book.setNamedRange('A1', book.getRange('A1'));
  if (what === 'gone') book.removeNamedRange('NOBODY');
  if (what === 'outside') book.getSheets()[0].hideRows(1001);
}
`;

let bundled: Promise<string> | null = null;

/** The script, bundled once for all who run it. */
export const bookScript = (): Promise<string> => {
  bundled ??= bundleScript(entry);
  return bundled;
};

/** A script of the functions that a module exports; it may import what is in `./src/`. */
export const bundleScript = async (entry: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'iife',
    globalName: 'test_',
    target: 'es2019',
    write: false,
    logLevel: 'warning',
  });
  const names = [...entry.matchAll(/export function (\w+)/g)].map(([, name]) => name);
  const calls = names.map(
    (name) => `function ${name}() { return test_.${name}.apply(null, arguments); }`,
  );
  return [outputFiles[0]!.text, ...calls].join('\n');
};

export type Step = {
  [M in keyof Spreadsheet]: readonly [M, ...Parameters<Spreadsheet[M]>];
}[keyof Spreadsheet];

/** A desk with the add-on's own hands on the spreadsheet, moved step by step, beside other scripts. */
export async function openBookDesk(
  locale = 'en_US',
  rows: readonly Entry[] = ['Mine', 1],
  beside = '',
) {
  const open = await openTestDesk([rows], locale, `${beside}\n${await bookScript()}`);
  return {
    ...open,
    /** Runs any of the script's functions. */
    run: <T>(name: string, ...args: unknown[]): Promise<T> => open.run<T>(name, args),
    /** Does steps in one run; the answer of the last. */
    act: <T>(...list: Step[]): Promise<T> => open.run<T>('steps', [list]),
  };
}

/** The calls of steps in one run, by name. */
export async function callsOf(desk: Desk, list: readonly Step[]): Promise<string[]> {
  const calls: string[] = [];
  const options: RunOptions = { onCall: (method) => calls.push(method) };
  const result = await desk.run('steps', [list], options);
  if (!('ok' in result)) throw new Error(JSON.stringify(result));
  return calls;
}
