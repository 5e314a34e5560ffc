import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { a1 } from '../../../src/app/functions/reference.ts';

interface StandInSheet {
  readonly values: unknown[][];
  /** Number formats by address: `D2` → `0.0`; the others are the spreadsheet's own. */
  readonly formats: Record<string, string>;
}

/** Google's services as `dist/Code.js` meets them, and what it did with them. */
export interface GoogleStandIn {
  /** Calls a function of the script, as a menu, a trigger or the panel does. */
  call(name: string, argument?: unknown): unknown;
  readonly sheets: Record<string, StandInSheet>;
  /** Every call of a service, in order, with what it was given. */
  readonly log: string[];
  /** What the developer's console was told. */
  readonly reported: string[];
  readonly notes: Map<string, string>;
  /** The names of calls that throw, as Google's do when a service is out of order. */
  readonly failing: Set<string>;
  readonly menu: { readonly title: string; readonly runs: string }[];
  user: string;
  locale: string;
  selected: string;
  lockIsFree: boolean;
  documentHasLock: boolean;
  mayEdit: boolean;
}

const rows = 100;
const columns = 26;
/** What Sheets says of a cell whose format nobody chose. */
const general = '0.###############';

const isFormula = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('=');

/** The names that exist at the top level of the built script. */
export const topLevel = (): Set<string> => {
  const context = vm.createContext({});
  vm.runInContext(readFileSync('dist/Code.js', 'utf8'), context);
  return new Set(Object.keys(context).filter((name) => typeof context[name] === 'function'));
};

/** The built script in a context of its own, over a spreadsheet of plain arrays. */
export function googleStandIn(values: Record<string, unknown[][]>): GoogleStandIn {
  const names = Object.keys(values);
  const google: GoogleStandIn = {
    sheets: Object.fromEntries(
      names.map((name) => [name, { values: values[name] ?? [], formats: {} }]),
    ),
    log: [],
    reported: [],
    notes: new Map(),
    failing: new Set(),
    menu: [],
    user: 'en',
    locale: 'en_US',
    selected: 'A1',
    lockIsFree: true,
    documentHasLock: true,
    mayEdit: true,
    call: (name, argument) => {
      const given = argument === undefined ? 'undefined' : JSON.stringify(argument);
      return vm.runInContext(`${name}(${given})`, context);
    },
  };
  const context = vm.createContext({
    ...services(google),
    console: { error: (text: string) => google.reported.push(text) },
  });
  vm.runInContext(readFileSync('dist/Code.js', 'utf8'), context);
  return google;
}

function services(google: GoogleStandIn) {
  /** Notes a call; throws when it is one that is out of order. */
  const did = (name: string, ...given: unknown[]) => {
    google.log.push([name, ...given.map((each) => JSON.stringify(each))].join(' '));
    if (google.failing.has(name)) throw new Error(`Service error: ${name}`);
  };

  const rangeOf = (sheet: string, row: number, column: number, high: number, wide: number) => {
    if (row + high - 1 > rows || column + wide - 1 > columns) {
      throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
    }
    const { values, formats } = google.sheets[sheet] as StandInSheet;
    const each = <T>(give: (down: number, across: number) => T): T[][] =>
      Array.from({ length: high }, (_, down) =>
        Array.from({ length: wide }, (_, across) => give(row + down, column + across)),
      );
    const at = (down: number, across: number) =>
      a1({ row: down, column: across, rows: 1, columns: 1 });
    const area = a1({ row, column, rows: high, columns: wide });
    return {
      getSheet: () => sheetOf(sheet),
      getA1Notation: () => area,
      getRow: () => row,
      getColumn: () => column,
      getNumRows: () => high,
      getNumColumns: () => wide,
      getValues: () => {
        did('getValues');
        return each((down, across) => {
          const value = values[down - 1]?.[across - 1] ?? '';
          return isFormula(value) ? '' : value;
        });
      },
      // A cell of this stand-in that begins with `=` holds a formula, and shows nothing.
      getFormulas: () =>
        each((down, across) => {
          const value = values[down - 1]?.[across - 1];
          return isFormula(value) ? value : '';
        }),
      canEdit: () => google.mayEdit,
      setFormula: (formula: string) => {
        did('setFormula', `${sheet}!${area}`, formula);
        while (values.length < row) values.push([]);
        const line = values[row - 1] as unknown[];
        line[column - 1] = formula;
      },
      getNumberFormats: () => each((down, across) => formats[at(down, across)] ?? general),
      setNumberFormat: (format: string) => {
        did('setNumberFormat', `${sheet}!${area}`, format);
        for (const name of each(at).flat()) formats[name] = format;
      },
    };
  };

  const sheetOf = (sheet: string) => ({
    getName: () => sheet,
    getLastRow: () => google.sheets[sheet]?.values.length ?? 0,
    getLastColumn: () =>
      Math.max(0, ...(google.sheets[sheet]?.values.map((line) => line.length) ?? [])),
    getMaxRows: () => rows,
    getMaxColumns: () => columns,
    getRange: (...given: [string] | [number, number, number, number]) => {
      if (given.length === 4) return rangeOf(sheet, ...given);
      const [, from = '', top = '', to = from, bottom = top] =
        /^([A-Z]+)(\d*)(?::([A-Z]+)(\d*))?$/.exec(given[0]) ?? [];
      const number = (letters: string) =>
        [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      const first = Number(top || 1);
      const high = Number(bottom || rows) - first + 1;
      return rangeOf(sheet, first, number(from), high, number(to) - number(from) + 1);
    },
  });

  const active = () => sheetOf(Object.keys(google.sheets)[0] ?? '');
  const book = {
    getSpreadsheetLocale: () => {
      did('getSpreadsheetLocale');
      return google.locale;
    },
    getActiveSheet: active,
    getActiveRange: () => active().getRange(google.selected),
    getSheetByName: (name: string) => (google.sheets[name] ? sheetOf(name) : null),
    toast: (...given: unknown[]) => did('toast', ...given),
  };

  const lock = {
    tryLock: () => {
      did('tryLock');
      return google.lockIsFree;
    },
    releaseLock: () => did('releaseLock'),
  };

  const menu = {
    addItem: (title: string, runs: string) => {
      google.menu.push({ title, runs });
      return menu;
    },
    addSeparator: () => menu,
    addToUi: () => did('addToUi'),
  };

  const output = (html: string) => ({
    getContent: () => html,
    setTitle(title: string) {
      did('setTitle', title);
      return this;
    },
  });

  return {
    Session: {
      getActiveUserLocale: () => {
        did('getActiveUserLocale');
        return google.user;
      },
    },
    SpreadsheetApp: {
      getActiveSpreadsheet: () => {
        did('getActiveSpreadsheet');
        return book;
      },
      flush: () => did('flush'),
      getUi: () => ({
        createAddonMenu: () => menu,
        showSidebar: (page: ReturnType<typeof output>) =>
          did('showSidebar', /data-view="[^"]*"/g.exec(page.getContent())?.[0]),
      }),
    },
    HtmlService: {
      createHtmlOutputFromFile: (name: string) => output(readFileSync(`dist/${name}.html`, 'utf8')),
      createTemplateFromFile: (name: string) => ({
        getRawContent: () => readFileSync(`dist/${name}.html`, 'utf8'),
      }),
      createHtmlOutput: output,
    },
    LockService: {
      getDocumentLock: () => (google.documentHasLock ? lock : null),
      getScriptLock: () => {
        did('getScriptLock');
        return lock;
      },
    },
    PropertiesService: {
      getUserProperties: () => {
        did('getUserProperties');
        return {
          getProperty: (key: string) => google.notes.get(key) ?? null,
          setProperty: (key: string, value: string) => google.notes.set(key, value),
        };
      },
    },
  };
}
