import { a1 } from '../../../src/app/functions/reference.ts';
import type { Area, CellValue, Host, Selected } from '../../../src/app/ports/host.ts';
import { LastingError } from '../../../src/app/ports/lasting-cause.ts';

export interface FakeHost extends Host {
  readonly sheets: Record<string, CellValue[][]>;
  readonly formats: Record<string, string>;
  /** Formulas that show nothing, by place: `Ads!D3`. */
  readonly silent: Record<string, string>;
  readonly notes: Map<string, string>;
  readonly reported: unknown[];
  select(sheet: string, address: string): void;
  locale: string;
  user: string;
  readOnly: boolean;
  busy: boolean;
  /** Another run of this user's has the lock of theirs. */
  signingIn: boolean;
}

const rows = 1000;
const columns = 26;

/** A spreadsheet of plain arrays; formulas are kept as their text. */
export function fakeHost(sheets: Record<string, CellValue[][]>): FakeHost {
  const names = Object.keys(sheets);
  let active = names[0] ?? 'Sheet1';
  let selected: Selected | null = null;
  const host: FakeHost = {
    sheets,
    formats: {},
    silent: {},
    notes: new Map(),
    reported: [],
    locale: 'en_US',
    user: 'en',
    readOnly: false,
    busy: false,
    signingIn: false,
    select: (sheet, address) => {
      active = sheet;
      selected = host.locate(sheet, address);
    },
    panelFile: (name) => `// ${name}`,
    userLocale: () => host.user,
    spreadsheetLocale: () => host.locale,
    activeSheet: () => active,
    selection: () => selected,
    locate: (sheet, address) => (sheets[sheet] ? placed(sheet, address) : null),
    values: ({ sheet, row, column, rows: high, columns: wide }) =>
      Array.from({ length: high }, (_, down) =>
        Array.from(
          { length: wide },
          (_, across) => sheets[sheet]?.[row - 1 + down]?.[column - 1 + across] ?? '',
        ),
      ),
    formulas: (area) =>
      host.values(area).map((line, down) =>
        line.map((value, across) => {
          const at = { row: area.row + down, column: area.column + across, rows: 1, columns: 1 };
          const silent = host.silent[`${area.sheet}!${a1(at)}`] ?? '';
          return typeof value === 'string' && value.startsWith('=') ? value : silent;
        }),
      ),
    extent: (sheet) => ({
      lastRow: (sheets[sheet] ?? []).findLastIndex((line) => line.some((cell) => cell !== '')) + 1,
      lastColumn: Math.max(0, ...(sheets[sheet] ?? []).map((line) => line.length)),
      rows,
      columns,
    }),
    mayEdit: () => !host.readOnly,
    writeFormula: (answer, formula) => {
      const grid = sheets[answer.sheet] ?? [];
      while (grid.length < answer.row) grid.push([]);
      const line = grid[answer.row - 1] ?? [];
      while (line.length < answer.column) line.push('');
      line[answer.column - 1] = formula;
    },
    suggestFormat: (area, format) => {
      host.formats[`${area.sheet}!${a1(area)}`] = format;
    },
    exclusivelyForUser: (work) => (host.signingIn ? null : work()),
    exclusively: (work) => (host.busy ? null : work()),
    remember: (key, value) => {
      host.notes.set(key, value);
    },
    recall: (key) => host.notes.get(key) ?? null,
    forget: (key) => {
      host.notes.delete(key);
    },
    causeOf: (error) => (error instanceof LastingError ? error.lasting : null),
    report: (error) => {
      host.reported.push(error);
    },
  };
  return host;
}

function placed(sheet: string, address: string): Selected | null {
  const parts = /^\$?([A-Z]+)\$?(\d*)(?::\$?([A-Z]+)\$?(\d*))?$/.exec(address);
  if (!parts) return null;
  const [, from = '', top = '', to = from, bottom = parts[3] ? '' : top] = parts;
  const column = index(from);
  const row = Number(top || 1);
  const area: Area = {
    sheet,
    row,
    column,
    rows: Number(bottom || rows) - row + 1,
    columns: index(to) - column + 1,
  };
  const inside = row + area.rows - 1 <= rows && column + area.columns - 1 <= columns;
  return inside ? { ...area, a1: address } : null;
}

const index = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
