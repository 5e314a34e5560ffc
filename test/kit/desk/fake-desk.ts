import type { Answer, PanelApi } from '../../../src/app/api/api.ts';
import type { Parts } from '../../../src/app/api/respond.ts';
import { panelApi } from '../../../src/app/panel-api.ts';
import type { Host } from '../../../src/app/ports/host.ts';
import type { Outside } from '../../../src/app/ports/services.ts';
import type { Book } from '../../../src/app/ports/spreadsheet.ts';
import type { CellTable } from '../../../src/cells/cell-kpi.ts';
import { branchesOf } from '../../../src/derive/formula.ts';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { twin } from '../../../src/native/twin.ts';
import { shippedSources } from '../../../src/sources/registry.ts';
import { type FakeBook, fakeBook, Killed } from './fake-book.ts';
import { type FakeHost, fakeHost } from './fake-host.ts';
import { type FakeOutside, fakeOutside } from './fake-outside.ts';

/** What went wrong without anybody having foreseen it. */
export const unforeseen: unknown[] = [];

/** A spreadsheet without an engine, and the panel's side of the product over it. */
export interface Desk {
  readonly host: FakeHost;
  readonly book: FakeBook;
  readonly panel: PanelApi;
  readonly outside: FakeOutside;
  /** What the clock works with. */
  readonly parts: Parts;
  /** The user's own sheet. */
  readonly notes: number;
}

export function deskWithNotes(
  book = fakeBook(),
  host = fakeHost({ Notes: [] }),
  sources = shippedSources,
): Desk {
  host.user = 'vi';
  host.locale = 'vi_VN';
  const note = host.report;
  host.report = (error) => {
    note(error);
    if (!(error instanceof Killed)) unforeseen.push(error);
  };
  const outside = fakeOutside();
  const parts = { ...partsOver(host, {}, book, outside), sources };
  const panel = panelApi(parts);
  const notes = book.tabs[0]?.id ?? book.addTab('Notes', 1000, 60);
  return { host, book, outside, parts, panel, notes };
}

/** The panel's side of the product over a spreadsheet. */
export const panelOver = (
  host: Host,
  table: CellTable,
  book: Book = fakeBook(),
  outside: Outside = fakeOutside(),
): PanelApi => panelApi(partsOver(host, table, book, outside));

const partsOver = (host: Host, table: CellTable, book: Book, outside: Outside): Parts => ({
  host,
  book,
  outside,
  table,
  catalogue,
  native: (kpi, inputs, language) =>
    twin(kpi, branchesOf(kpi), inputs, { language, separator: ';' }),
});

export const ok = <T>(answer: Answer<T>): T => {
  if ('ok' in answer) return answer.ok;
  throw new Error(answer.problem, { cause: unforeseen[unforeseen.length - 1] });
};
export const problem = (answer: Answer<unknown>): string =>
  'problem' in answer ? answer.problem : 'no problem';

/** Where a plan's cell stands: by the named area of its block and the keys in it. */
export function cellAt(
  book: FakeBook,
  plan: string,
  block: string,
  row: string,
  column: string,
): { sheet: number; row: number; column: number } {
  const area = book.named.get(`KPI_${plan}_${block}`);
  if (!area) throw new Error(`No block ${block}.`);
  const keys = Array.from({ length: area.columns }, (_, across) =>
    book.peek(area.sheet, area.row, area.column + across),
  );
  const keyColumn = area.column + keys.indexOf('key');
  const down = Array.from({ length: area.rows }, (_, each) => each).find(
    (each) => each > 0 && book.peek(area.sheet, area.row + each, keyColumn) === row,
  );
  if (down === undefined || !keys.includes(column)) throw new Error(`No cell ${row} ${column}.`);
  return { sheet: area.sheet, row: area.row + down, column: area.column + keys.indexOf(column) };
}
