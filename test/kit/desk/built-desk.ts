import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PanelApi } from '../../../src/app/api/api.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import type { Desk } from '../../../src/workbench/desk/desk.ts';
import type { Book } from '../../../src/workbench/model/book.ts';
import { htmlFilesIn } from '../../../src/workbench/server/html-files.ts';
import type { KeptDesk } from '../../../src/workbench/storage/kept-desk.ts';
import type { Vendor } from '../../../src/workbench/vendors/vendor.ts';
import { ok } from './answers.ts';
import type { CellBook } from './blocks.ts';
import { addOnOf, openDesk, type RunningDesk } from './open-desk.ts';

/** The functions of the panel, each of them run by the workbench as Google runs it. */
type BuiltPanel = {
  readonly [Name in keyof PanelApi]: (
    ...request: Parameters<PanelApi[Name]>
  ) => Promise<ReturnType<PanelApi[Name]>>;
};

/**
 * The built add-on on a workbench desk, without a page: what is pushed, over an engine that computes.
 * It is asked as `fake-desk.ts` is (`ok(await built.panel.…)`, `termValue(built.book, …)`), and both are
 * needed: here is shown what users see, and a call takes its time; there, over the sources and an array
 * of cells, a formula stays a formula, but a run can be ended at each of its calls, thousands of times.
 */
export interface BuiltDesk extends RunningDesk {
  readonly panel: BuiltPanel;
  /** The cells as they are shown; what is typed is calculated once the desk has settled. */
  readonly book: CellBook<string, unknown>;
  /** The id of the sheet of this name. */
  sheet(name: string): string;
  sheets(): string[];
}

const blank: Book = { sheets: [{ name: 'Sheet1', rows: [['mine', 1]] }] };

export async function openBuiltDesk(
  settings: { readonly language: Language; readonly locale: string },
  book: Book = blank,
  vendors?: readonly Vendor[],
  kept?: KeptDesk,
  folder = 'dist',
  /** Functions of somebody's own beside the add-on's. */
  more = '',
): Promise<BuiltDesk> {
  const dist = (file: string) => readFile(path.join(folder, file), 'utf8');
  const addOn = await addOnOf(`${await dist('Code.js')}\n${more}`, {
    manifest: JSON.parse(await dist('appsscript.json')),
    htmlFile: await htmlFilesIn(folder),
    ...(vendors && { vendors }),
  });
  const open = await openDesk(addOn, book, settings, kept);
  const workbook = () => open.desk.engine.workbook();
  const sheets = () =>
    workbook()
      .getSheets()
      .map((sheet) => sheet.getName());
  return {
    ...open,
    panel: panelOf(open),
    book: bookOf(open.desk),
    sheet: (name) => {
      const sheet = workbook().getSheetBySheetName(name);
      if (!sheet) throw new Error(`No sheet ${name}; there are: ${sheets().join(', ')}`);
      return sheet.getSheetId();
    },
    sheets,
  };
}

/** The panel's way to refresh a plan, as `refreshed` of the other desk: asks again until it is done. */
export async function builtRefreshed(
  { panel }: BuiltDesk,
  plan: string | null,
  anew = false,
): Promise<readonly string[]> {
  for (let calls = 1; calls <= 30; calls += 1) {
    const answer = ok(await panel.refresh({ plan, anew }));
    if (answer.done) return answer.said;
  }
  throw new Error('It never ends.');
}

const panelOf = ({ events, run }: RunningDesk): BuiltPanel =>
  new Proxy({} as BuiltPanel, {
    get:
      (_, name: string) =>
      async (...request: readonly unknown[]) => {
        const told = events.length;
        const answer = await run(name, request);
        // What nobody foresaw is answered with a sentence for users; whoever reads the test needs the rest.
        for (const event of events.slice(told)) {
          if (event.type === 'log' && event.level === 'error')
            console.error(`${name}: ${event.text}`);
        }
        return answer;
      },
  });

const bookOf = (desk: Desk): BuiltDesk['book'] => ({
  get named() {
    return namesOf(desk);
  },
  peek: (sheet, row, column) => desk.cells.value(sheet, row - 1, column - 1),
  type: (sheet, row, column, value) =>
    desk.cells.write(sheet, { [row - 1]: { [column - 1]: cellOf(value) } }),
});

/** A cell as the engine has it: texts, numbers, truth. */
const cellOf = (value: string | number | boolean) =>
  typeof value === 'boolean'
    ? { v: value ? 1 : 0, t: 3 }
    : { v: value, t: typeof value === 'number' ? 2 : 1 };

/** The names of a spreadsheet, as they are kept with it. */
function namesOf({ engine, kept }: Desk): BuiltDesk['book']['named'] {
  const names = kept().workbook.resources?.find(({ name }) => name === 'SHEET_DEFINED_NAME_PLUGIN');
  const entries = Object.values(JSON.parse(names?.data || '{}')) as readonly Kept[];
  return new Map(
    entries.flatMap(({ name, formulaOrRefString }) => {
      const [, quoted = '', ...corners] =
        /^=?'((?:[^']|'')+)'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(formulaOrRefString) ??
        [];
      const sheet = engine.workbook().getSheetBySheetName(quoted.replaceAll("''", "'"));
      const [left = '', top, right = left, bottom = top] = corners;
      if (!sheet) return [];
      const [row, column] = [Number(top), columnOf(left)];
      const [rows, columns] = [Number(bottom) - row + 1, columnOf(right) - column + 1];
      return [[name, { sheet: sheet.getSheetId(), row, column, rows, columns }] as const];
    }),
  );
}

interface Kept {
  readonly name: string;
  readonly formulaOrRefString: string;
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
