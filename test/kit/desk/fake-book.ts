import { CellRefused } from '../../../src/app/api/user-error.ts';
import type { CellValue } from '../../../src/app/ports/host.ts';
import { LastingError } from '../../../src/app/ports/lasting-cause.ts';
import type {
  NamedArea,
  OnSheet,
  SheetInfo,
  Spreadsheet,
} from '../../../src/app/ports/spreadsheet.ts';
import { catalogue, isCalculated } from '../../../src/kpi/catalogue.ts';
import type { Drawing, Rectangle } from '../../../src/sheet/layout/drawing.ts';
import { plainValue } from '../../../src/sheet/layout/read-cells.ts';

/** A run that was ended from outside: nothing of it is carried out any more. */
export class Killed extends Error {}

interface Tab {
  readonly id: number;
  name: string;
  hidden: boolean;
  rows: number;
  columns: number;
  /** A chart on a tab of its own has no cells, and throws where it is asked for them. */
  grid: boolean;
  /** By `cellKey`. A text that begins with `=` is a formula. */
  readonly cells: Map<number, CellValue>;
  /** Texts that look like formulas and are none, by `cellKey`. */
  readonly texts: Set<number>;
  /** Areas of joined cells. */
  readonly joined: Rectangle[];
  /** Number formats that somebody chose, by `cellKey`. */
  readonly formats: Map<number, string>;
}

/** More columns than a sheet here has. */
const widest = 4096;

/** The key of a cell: a number, for sweeps read millions of cells, and a text for each is slow. */
export const cellKey = (row: number, column: number): number => row * widest + column;
const rowOf = (key: number): number => Math.floor(key / widest);
const columnOf = (key: number): number => key % widest;
/** As a key is kept in files, `row:column`, and back. */
export const placeOfKey = (key: number): string => `${rowOf(key)}:${columnOf(key)}`;
export const keyOfPlace = (place: string): number => {
  const [row = 0, column = 0] = place.split(':').map(Number);
  return cellKey(row, column);
};

type Held = () => void;

const idOf = (on: OnSheet): number => (typeof on === 'number' ? on : on.sheet);

/** What cells that call a function of ours show in the place of an answer, and for how long yet. */
export interface Silence {
  readonly shows: 'Loading...' | '#NAME?' | '#ERROR!';
  /** Milliseconds that have to pass by waiting; `Infinity`: they never answer. */
  forMs: number;
}

/** A sheet's name as it stands before a `!`. */
const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** The names of our functions in a formula. */
const ownCall = new RegExp(
  `(?<![A-Z_])(?:KPI|KPI_TOTAL|${catalogue
    .filter(isCalculated)
    .map(({ name }) => name)
    .join('|')})\\(`,
);

/** A spreadsheet in memory, without an engine: formulas are kept as their text and show `shows`. */
export interface FakeBook extends Spreadsheet {
  readonly tabs: Tab[];
  readonly named: Map<string, NamedArea>;
  readonly properties: Map<string, string>;
  readonly calls: string[];
  /** What formulas show, by `sheet name!row:column`; what depends on our functions may ask `answers`. */
  readonly shows: Map<string, CellValue | (() => CellValue)>;
  /** Our functions do not answer; `null`: they do, at once. */
  silence: Silence | null;
  /** Whether our functions answer. */
  answers(): boolean;
  /** Time goes by. */
  passes(ms: number): void;
  day: number;
  clock: string;
  person: string | null;
  mayAdd: boolean;
  free: number;
  /** How much all notes together may take up. */
  mostNoteBytes: number;
  readonly closed: Set<number>;
  active: number;
  /** Ends the run at its n-th call (from 1), before or after the call has taken effect. */
  killAt(call: number, when: 'before' | 'after'): void;
  /** Lets the next run begin; what was held back by a killed one is gone. */
  revive(): void;
  /** What happens outside just before a call of the run; `null`, nothing. */
  meanwhile: ((call: number) => void) | null;
  /** A strict rule of somebody's on what may be typed into a cell; a blank is always taken. */
  onlyTakes(sheet: number, row: number, column: number, takes: (value: CellValue) => boolean): void;
  /** What a user does: at once, uncounted. */
  type(sheet: number, row: number, column: number, value: CellValue): void;
  /** Joins cells: only the first keeps what it holds. */
  join(sheet: number, area: Rectangle): void;
  /** Chooses the number format of a cell. */
  format(sheet: number, row: number, column: number, format: string): void;
  peek(sheet: number, row: number, column: number): CellValue;
  addTab(name: string, rows?: number, columns?: number): number;
  addChartTab(name: string): number;
  copyTab(sheet: number, name: string): number;
  insertRow(sheet: number, row: number): void;
  dropTab(sheet: number): void;
  /** The same spreadsheet once more, to do something else with. */
  copy(): FakeBook;
  /** Everything there is, to compare. */
  picture(): unknown;
}

export function fakeBook(): FakeBook {
  const tabs: Tab[] = [];
  const named = new Map<string, NamedArea>();
  const properties = new Map<string, string>();
  const told = new Map<string, string>();
  const calls: string[] = [];
  /** By `sheet!row:column`. */
  const rules = new Map<string, (value: CellValue) => boolean>();
  const shows: FakeBook['shows'] = new Map();
  const closed = new Set<number>();
  let held: Held[] = [];
  let lastId = 0;
  let ids = 0;
  let kill: { call: number; when: 'before' | 'after' } | null = null;
  let dead = false;

  /** Every call of the product comes through here. */
  function counted<T>(name: string, work: () => T): T {
    if (dead) throw new Killed(name);
    calls.push(name);
    book.meanwhile?.(calls.length);
    const now = kill !== null && calls.length === kill.call;
    if (now && kill?.when === 'before') end(name);
    const done = work();
    if (now && kill?.when === 'after') end(name);
    return done;
  }
  function end(name: string): never {
    dead = true;
    throw new Killed(name);
  }
  function apply(): void {
    const waiting = held;
    held = [];
    for (const write of waiting) write();
  }
  const tab = (on: OnSheet): Tab => {
    const id = idOf(on);
    const found = tabs.find((each) => each.id === id);
    if (!found) throw new Error(`No sheet ${id}.`);
    return found;
  };
  /** A tab that is asked for cells. */
  const cellsOf = (on: OnSheet): Tab => {
    if (!tab(on).grid) throw new Error('The action is not supported for OBJECT sheet');
    return tab(on);
  };
  /** Google refuses a write into a cell whose rule does not take it, and all that waits is lost. */
  function mustTake(sheet: number, row: number, column: number, value: CellValue): void {
    const takes = rules.get(`${sheet}!${row}:${column}`);
    if (!takes || value === '' || takes(value)) return;
    throw new CellRefused(`R${row}C${column}`);
  }
  /** The formula in a cell, by its key; '' where there is none. */
  const formula = ({ cells, texts }: Tab, key: number): string => {
    const holds = cells.get(key);
    const computes = typeof holds === 'string' && holds.startsWith('=') && !texts.has(key);
    return computes ? holds : '';
  };
  function put(sheet: Tab, row: number, column: number, value: CellValue, text = true): void {
    if (row > sheet.rows || column > sheet.columns) throw new Error('Out of the grid.');
    const key = cellKey(row, column);
    sheet.texts.delete(key);
    if (value === '') sheet.cells.delete(key);
    else sheet.cells.set(key, value);
    if (text && typeof value === 'string' && value.startsWith('=')) sheet.texts.add(key);
  }
  function grid<T>(area: Rectangle, cell: (row: number, column: number) => T): T[][] {
    const lines: T[][] = [];
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const line: T[] = [];
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        line.push(cell(row, column));
      }
      lines.push(line);
    }
    return lines;
  }
  const value = (sheet: Tab, row: number, column: number): CellValue => {
    const key = cellKey(row, column);
    const text = formula(sheet, key);
    if (text === '') return sheet.cells.get(key) ?? '';
    if (book.silence && !book.answers() && ownCall.test(text)) return book.silence.shows;
    const shown = shows.size === 0 ? '' : (shows.get(`${sheet.name}!${row}:${column}`) ?? '');
    return typeof shown === 'function' ? shown() : shown;
  };
  const usedOf = (sheet: Tab): Rectangle => {
    let [rows, columns] = [1, 1];
    for (const key of sheet.cells.keys()) {
      rows = Math.max(rows, rowOf(key));
      columns = Math.max(columns, columnOf(key));
    }
    return { row: 1, column: 1, rows, columns };
  };
  /** Moves what stands from `row` on by so many rows, up where `count` is negative. */
  function shift(to: Tab, row: number, count: number): void {
    to.rows += count;
    const cells = [...to.cells];
    const texts = [...to.texts];
    to.cells.clear();
    to.texts.clear();
    const moved = (key: number): number | null => {
      const down = rowOf(key);
      if (count < 0 && down >= row && down < row - count) return null;
      return cellKey(down >= row ? down + count : down, columnOf(key));
    };
    for (const [key, each] of cells) {
      const place = moved(key);
      if (place !== null) to.cells.set(place, each);
    }
    for (const key of texts) {
      const place = moved(key);
      if (place !== null) to.texts.add(place);
    }
    for (const [name, area] of named) {
      if (area.sheet !== to.id) continue;
      const end = area.row + area.rows;
      const gone =
        count < 0 ? Math.max(0, Math.min(end, row - count) - Math.max(area.row, row)) : 0;
      const above = count < 0 ? Math.max(0, Math.min(area.row, row - count) - row) : 0;
      if (gone === area.rows) named.delete(name);
      else if (count < 0) {
        named.set(name, { ...area, row: area.row - above, rows: area.rows - gone });
      } else if (area.row >= row) named.set(name, { ...area, row: area.row + count });
      else if (end > row) named.set(name, { ...area, rows: area.rows + count });
    }
  }
  function insert(name: string, rows: number, columns: number): number {
    if (tabs.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
      throw new Error(`A sheet named ${name} exists.`);
    }
    lastId = Math.max(lastId, ...tabs.map(({ id }) => id)) + 1;
    tabs.push({
      id: lastId,
      name,
      hidden: false,
      rows,
      columns,
      grid: true,
      cells: new Map(),
      texts: new Set(),
      joined: [],
      formats: new Map(),
    });
    // A sheet that a script adds does not come before the user until it is shown.
    if (book.active === 0) book.active = lastId;
    return lastId;
  }
  function drop(id: number): void {
    const index = tabs.findIndex((each) => each.id === id);
    if (tabs.filter((each) => !each.hidden && each.id !== id).length === 0) {
      throw new Error('The last visible sheet stays.');
    }
    tabs.splice(index, 1);
    for (const [name, area] of named) if (area.sheet === id) named.delete(name);
    if (book.active === id) book.active = tabs.find((each) => !each.hidden)?.id ?? 0;
  }
  function drawCells(sheet: Tab, drawing: Drawing): void {
    for (const [down, line] of drawing.cells.entries()) {
      for (const [across, cell] of line.entries()) {
        const content = cell.formula ?? cell.text ?? cell.value ?? '';
        put(sheet, down + 1, across + 1, content, cell.formula === undefined);
      }
    }
  }

  const bytes = (text: string) => new TextEncoder().encode(text).length;
  /** What all notes but one take up. */
  const noteBytes = (but: string) =>
    [...properties].reduce((sum, [key, text]) => sum + (key === but ? 0 : bytes(key + text)), 0);

  function keepNote(key: string, text: string | null): void {
    if (text === null) properties.delete(key);
    else if (bytes(text) > 9_216) throw new Error('A note is too long.');
    else if (noteBytes(key) + bytes(key + text) > book.mostNoteBytes)
      throw new LastingError('notesFull', 'You have exceeded the property storage quota.');
    else properties.set(key, text);
  }

  const book: FakeBook = {
    tabs,
    named,
    properties,
    calls,
    shows,
    closed,
    silence: null,
    answers: () => book.silence === null || book.silence.forMs <= 0,
    passes: (ms) => {
      if (book.silence) book.silence.forMs -= ms;
    },
    day: 46_340,
    clock: '2026-11-22 14:05',
    person: 'lan@shop.vn',
    mayAdd: true,
    free: 9_000_000,
    mostNoteBytes: 500 * 1024,
    active: 0,
    meanwhile: null,
    killAt: (call, when) => {
      kill = { call, when };
    },
    revive: () => {
      ({ kill, dead } = { kill: null, dead: false });
      held = [];
      calls.length = 0;
    },
    onlyTakes: (sheet, row, column, takes) => {
      rules.set(`${sheet}!${row}:${column}`, takes);
    },
    type: (sheet, row, column, typed) => put(tab(sheet), row, column, typed, false),
    join: (sheet, area) => {
      const to = tab(sheet);
      grid(area, (row, column) => {
        if (row !== area.row || column !== area.column) put(to, row, column, '');
      });
      to.joined.push(area);
    },
    format: (sheet, row, column, format) => {
      tab(sheet).formats.set(cellKey(row, column), format);
    },
    peek: (sheet, row, column) => tab(sheet).cells.get(cellKey(row, column)) ?? '',
    addTab: (name, rows = 1000, columns = 26) => insert(name, rows, columns),
    addChartTab: (name) => {
      const id = insert(name, 1, 1);
      tab(id).grid = false;
      return id;
    },
    copyTab: (sheet, name) => {
      const from = tab(sheet);
      const id = insert(name, from.rows, from.columns);
      for (const [key, each] of from.cells) tab(id).cells.set(key, each);
      for (const each of from.texts) tab(id).texts.add(each);
      for (const [own, area] of [...named]) {
        if (area.sheet !== sheet || own.includes('!')) continue;
        const copied = `${quoted(name)}!${own}`;
        named.set(copied, { ...area, name: copied, sheet: id });
      }
      return id;
    },
    insertRow: (sheet, row) => shift(tab(sheet), row, 1),
    dropTab: drop,
    copy: () => {
      const other = fakeBook();
      for (const each of tabs) {
        other.tabs.push({
          ...each,
          cells: new Map(each.cells),
          texts: new Set(each.texts),
          joined: [...each.joined],
          formats: new Map(each.formats),
        });
      }
      for (const [name, area] of named) other.named.set(name, area);
      for (const [key, text] of properties) other.properties.set(key, text);
      for (const [place, shown] of shows) other.shows.set(place, shown);
      other.active = book.active;
      return other;
    },
    picture: () => ({
      tabs: tabs
        .map(({ name, hidden, rows, columns, cells }) => ({
          name,
          hidden,
          rows,
          columns,
          cells: [...cells]
            .sort(([one], [other]) => one - other)
            .map(([key, each]) => [placeOfKey(key), each]),
        }))
        .sort((one, other) => (one.name < other.name ? -1 : 1)),
      names: [...named.values()]
        .map(({ name, sheet, ...area }) => [name, tab(sheet).name, area])
        .sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1)),
      // The list as it was last seen only spares a look.
      notes: [...properties]
        .filter(([key]) => !/^overview\b/.test(key))
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    }),

    today: () => counted('today', () => book.day),
    now: () => counted('now', () => book.clock),
    sheets: () =>
      counted('sheets', () =>
        tabs.map(({ id, name, hidden }): SheetInfo => ({ id, name, hidden })),
      ),
    sheet: (on) =>
      counted('sheet', () => {
        const id = idOf(on);
        const found = tabs.find((each) => each.id === id);
        return found ? { id, name: found.name, hidden: found.hidden } : null;
      }),
    isGrid: (sheet) => counted('isGrid', () => tab(sheet).grid),
    activeSheet: () => counted('activeSheet', () => book.active),
    names: () => counted('names', () => [...named.values()]),
    area: (name) => counted('area', () => named.get(name) ?? null),
    namesOn: (on) =>
      counted(
        'namesOn',
        () => [...named.values()].filter(({ sheet }) => sheet === idOf(on)).length,
      ),
    part: (on, area) =>
      counted('part', () => {
        const { rows, columns } = tab(on);
        const reaches =
          area.row + area.rows - 1 <= rows && area.column + area.columns - 1 <= columns;
        return reaches ? { ...area, sheet: idOf(on) } : null;
      }),
    insertRows: (sheet, before, count) =>
      counted('insertRows', () => {
        apply();
        shift(tab(sheet), before, count);
      }),
    deleteRows: (sheet, first, count) =>
      counted('deleteRows', () => {
        apply();
        shift(tab(sheet), first, -count);
      }),
    values: (sheet, area) =>
      counted('values', () => {
        apply();
        const from = cellsOf(sheet);
        return grid(area, (row, column) => value(from, row, column));
      }),
    tableCells: (sheet, area) =>
      counted('tableCells', () => {
        apply();
        const from = tab(sheet);
        return grid(area, (row, column) => {
          const holds = value(from, row, column);
          return holds instanceof Date ? { serial: Number(plainValue(holds)) } : holds;
        });
      }),
    joined: (sheet, area) =>
      counted('joined', () => {
        const reaches = (from: number, count: number, own: number, ownCount: number) =>
          from < own + ownCount && own < from + count;
        return tab(sheet).joined.filter(
          ({ row, column, rows, columns }) =>
            reaches(row, rows, area.row, area.rows) &&
            reaches(column, columns, area.column, area.columns),
        );
      }),
    formats: (sheet, area) =>
      counted('formats', () => {
        const { formats } = tab(sheet);
        return grid(area, (row, column) => formats.get(cellKey(row, column)) ?? '');
      }),
    shown: (sheet, area) =>
      counted('shown', () => {
        apply();
        const from = cellsOf(sheet);
        return grid(area, (row, column) => String(value(from, row, column)));
      }),
    formulas: (sheet, area) =>
      counted('formulas', () => {
        apply();
        const from = cellsOf(sheet);
        return grid(area, (row, column) => formula(from, cellKey(row, column)));
      }),
    used: (sheet) =>
      counted('used', () => {
        apply();
        return { ...usedOf(cellsOf(sheet)), sheet: idOf(sheet) };
      }),
    lastRow: (sheet) =>
      counted('lastRow', () => {
        apply();
        const from = cellsOf(sheet);
        return from.cells.size === 0 ? 0 : usedOf(from).rows;
      }),
    addSheet: (name, rows, columns) =>
      counted('addSheet', () => {
        if (rows * columns > book.free) throw new LastingError('tooManyCells', 'Too many cells.');
        return insert(name, rows, columns);
      }),
    draw: (sheet, drawing) => {
      counted('draw: cells', () => {
        held.push(() => drawCells(tab(sheet), drawing));
      });
    },
    wipe: (sheet) =>
      counted('wipe', () => {
        tab(sheet).cells.clear();
        for (const [name, area] of named) if (area.sheet === sheet) named.delete(name);
      }),
    renameSheet: (sheet, name) =>
      counted('renameSheet', () => {
        if (
          tabs.some((each) => each.id !== sheet && each.name.toLowerCase() === name.toLowerCase())
        )
          throw new Error(`A sheet named ${name} exists.`);
        const was = `${quoted(tab(sheet).name)}!`;
        tab(sheet).name = name;
        for (const [own, area] of [...named]) {
          if (area.sheet !== sheet || !own.startsWith(was)) continue;
          named.delete(own);
          const said = `${quoted(name)}!${own.slice(was.length)}`;
          named.set(said, { ...area, name: said });
        }
      }),
    deleteSheet: (sheet) => counted('deleteSheet', () => drop(sheet)),
    showSheet: (sheet) =>
      counted('showSheet', () => {
        tab(sheet).hidden = false;
        book.active = sheet;
      }),
    hideSheet: (sheet) =>
      counted('hideSheet', () => {
        if (!tabs.some((each) => each.id !== sheet && !each.hidden)) {
          throw new Error('One sheet stays visible.');
        }
        tab(sheet).hidden = true;
        if (book.active === sheet) book.active = tabs.find((each) => !each.hidden)?.id ?? 0;
      }),
    refuses: (sheet, area, values) =>
      counted('refuses', () => {
        apply();
        for (const [down, line] of values.entries()) {
          for (const [across, each] of line.entries()) {
            const [row, column] = [area.row + down, area.column + across];
            const takes = rules.get(`${sheet}!${row}:${column}`);
            if (takes && each && !takes(each)) return { row, column };
          }
        }
        return null;
      }),
    write: (sheet, area, values, format) =>
      counted('write', () => {
        if (values.length !== area.rows || values.some((line) => line.length !== area.columns)) {
          throw new Error('The values do not fit the area.');
        }
        held.push(() => {
          const to = cellsOf(sheet);
          for (const [down, line] of values.entries()) {
            for (const [across, each] of line.entries()) {
              mustTake(idOf(sheet), area.row + down, area.column + across, each ?? '');
              put(to, area.row + down, area.column + across, each ?? '');
              if (format !== undefined) {
                tab(sheet).formats.set(cellKey(area.row + down, area.column + across), format);
              }
            }
          }
        });
      }),
    writeFormulas: (sheet, area, formulas) =>
      counted('writeFormulas', () => {
        if (
          formulas.length !== area.rows ||
          formulas.some((line) => line.length !== area.columns)
        ) {
          throw new Error('The formulas do not fit the area.');
        }
        held.push(() => {
          for (const [down, line] of formulas.entries()) {
            for (const [across, each] of line.entries()) {
              mustTake(sheet, area.row + down, area.column + across, each);
              put(tab(sheet), area.row + down, area.column + across, each, false);
            }
          }
        });
      }),
    append: (sheet, lines, last) =>
      counted('append', () => {
        apply();
        const to = cellsOf(sheet);
        const first = (last ?? (to.cells.size === 0 ? 0 : usedOf(to).rows)) + 1;
        to.rows = Math.max(to.rows, first + lines.length - 1);
        for (const [down, line] of lines.entries())
          for (const [across, each] of line.entries()) put(to, first + down, across + 1, each);
      }),
    setName: (name, sheet, { row, column, rows, columns }) =>
      counted('setName', () => {
        named.set(name, { name, sheet, row, column, rows, columns });
      }),
    setNames: (sheet, areas) => {
      for (const { name, ...area } of areas) book.setName(name, sheet, area);
    },
    removeName: (name) => counted('removeName', () => void named.delete(name)),
    mayChange: (sheet) =>
      counted('mayChange', () => (sheet === null ? book.mayAdd : !closed.has(sheet))),
    mayWrite: ({ sheet }) => counted('mayWrite', () => !closed.has(sheet)),
    settle: () => counted('settle', apply),
    note: (key) => counted('note', () => properties.get(key) ?? null),
    notes: () => counted('notes', () => Object.fromEntries(properties)),
    keepNote: (key, text) => counted('keepNote', () => keepNote(key, text)),
    keepNotes: (entries) =>
      counted('keepNotes', () => {
        for (const [key, text] of Object.entries(entries)) keepNote(key, text);
      }),
    tell: (key, text) => counted('tell', () => void told.set(key, text)),
    told: (key) => counted('told', () => told.get(key) ?? null),
    user: () => counted('user', () => book.person),
    newId: () =>
      counted('newId', () => {
        ids += 1;
        return `id${String(ids).padStart(4, '0')}`;
      }),
  };
  return book;
}
