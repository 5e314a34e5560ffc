import type { PanelApi } from '../../../src/app/api/api.ts';
import type { Parts } from '../../../src/app/api/respond.ts';
import { panelApi } from '../../../src/app/panel-api.ts';
import type { Host } from '../../../src/app/ports/host.ts';
import type { Services } from '../../../src/app/ports/services.ts';
import type { Spreadsheet } from '../../../src/app/ports/spreadsheet.ts';
import type { CellTable } from '../../../src/cells/cell-kpi.ts';
import { branchesOf } from '../../../src/derive/formula.ts';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { twin } from '../../../src/native/twin.ts';
import { shippedSources } from '../../../src/sources/registry.ts';
import { table as functions } from '../engine/table.ts';
import { unforeseen } from './answers.ts';
import { type FakeBook, fakeBook, Killed } from './fake-book.ts';
import { type FakeHost, fakeHost } from './fake-host.ts';
import { type FakeOutside, fakeOutside } from './fake-outside.ts';

/**
 * A spreadsheet without an engine, and the panel's side of the product over it, from its sources. It
 * answers at once, can be ended at any call and copied; what formulas come to is said by the test. The
 * other desk, which computes, is `built-desk.ts`.
 */
export interface FakeDesk {
  readonly host: FakeHost;
  readonly book: FakeBook;
  readonly panel: PanelApi;
  readonly outside: FakeOutside;
  /** What the clock works with. */
  readonly parts: Parts;
  /** The user's own sheet. */
  readonly notes: number;
}

export function openFakeDesk(
  book = fakeBook(),
  host = fakeHost({ Notes: [] }),
  sources = shippedSources,
): FakeDesk {
  host.user = 'vi';
  host.locale = 'vi_VN';
  const note = host.report;
  host.report = (error) => {
    note(error);
    if (!(error instanceof Killed)) unforeseen.push(error);
  };
  const outside = fakeOutside();
  const sleep = outside.wait;
  outside.wait = (ms) => {
    sleep(ms);
    book.passes(ms);
  };
  const parts = { ...partsOver(host, functions, book, outside), sources };
  const panel = panelApi(parts);
  const notes = book.tabs[0]?.id ?? book.addTab('Notes', 1000, 60);
  return { host, book, outside, parts, panel, notes };
}

/** The panel's side of the product over a spreadsheet. */
export const panelOver = (
  host: Host,
  table: CellTable,
  book: Spreadsheet = fakeBook(),
  outside: Services = fakeOutside(),
): PanelApi => panelApi(partsOver(host, table, book, outside));

const partsOver = (host: Host, table: CellTable, book: Spreadsheet, outside: Services): Parts => ({
  host,
  spreadsheet: book,
  services: outside,
  table,
  catalogue,
  native: (kpi, inputs, language) =>
    twin(kpi, branchesOf(kpi), inputs, { language, separator: ';' }),
});
