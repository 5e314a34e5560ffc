import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Answer, PanelApi } from '../../../src/app/api/api.ts';
import type { Desk, DeskEvent, openDesk as OpenDesk } from '../../../src/workbench/desk/desk.ts';
import type { RunOptions, RunResult } from '../../../src/workbench/google/run.ts';
import type { Book } from '../../../src/workbench/model/book.ts';
import type { KeptDesk } from '../../../src/workbench/storage/kept-desk.ts';
import type { Vendor } from '../../../src/workbench/vendors/vendor.ts';
import { workbenchFolder } from '../../e2e/workbench-server.ts';

/** The built add-on on a workbench desk, without a page. */
export interface BuiltDesk {
  readonly desk: Desk;
  readonly events: readonly DeskEvent[];
  /** Calls a function of the panel's and gives its answer; throws when the run itself failed. */
  ask<Name extends keyof PanelApi>(
    name: Name,
    ...request: Parameters<PanelApi[Name]>
  ): Promise<ReturnType<PanelApi[Name]>>;
  run(name: string, request: readonly unknown[], options?: RunOptions): Promise<RunResult>;
  /** The id of the sheet of this name. */
  sheet(name: string): string;
  sheets(): string[];
}

const blank: Book = { sheets: [{ name: 'Sheet1', rows: [['mine', 1]] }] };

/** Opens the built add-on on a book, or on what was kept of one; everything runs as it would for a user, service call by call. */
export async function openBuiltDesk(
  settings: { readonly language: 'en' | 'vi'; readonly locale: string },
  book: Book = blank,
  vendors?: readonly Vendor[],
  kept?: KeptDesk,
): Promise<BuiltDesk> {
  const load = (...parts: string[]) => readFile(path.join(...parts), 'utf8');
  const { openDesk } = (await import(
    pathToFileURL(path.join(workbenchFolder, 'desk.mjs')).href
  )) as { openDesk: typeof OpenDesk };
  const sidebar = await load('dist', 'sidebar.html');
  const events: DeskEvent[] = [];
  const desk = openDesk(
    {
      scripts: {
        prelude: await load(workbenchFolder, 'prelude.js'),
        code: await load('dist', 'Code.js'),
      },
      workerFile: path.join(workbenchFolder, 'worker.mjs'),
      timeZone: 'Etc/UTC',
      manifest: JSON.parse(await load('dist', 'appsscript.json')),
      htmlFile: (name) => (name === 'sidebar' ? sidebar : null),
      ...(vendors && { vendors }),
    },
    book,
    settings,
    (event) => events.push(event),
    kept,
  );
  await desk.settle();
  const workbook = () => desk.engine.workbook();
  return {
    desk,
    events,
    run: (name, request, options) => desk.run(name, request, options),
    ask: async (name, ...request) => {
      const told = events.length;
      const result = await desk.run(name, request);
      // What nobody foresaw is answered with a sentence for users; whoever reads the test needs the rest.
      for (const event of events.slice(told)) {
        if (event.type === 'log' && event.level === 'error')
          console.error(`${name}: ${event.text}`);
      }
      if ('ok' in result) return result.ok as never;
      throw new Error(`${name}: ${'error' in result ? result.error : result.killed}`);
    },
    sheet: (name) => {
      const sheet = workbook().getSheetBySheetName(name);
      if (!sheet)
        throw new Error(`No sheet ${name}; there are: ${allSheets(workbook()).join(', ')}`);
      return sheet.getSheetId();
    },
    sheets: () => allSheets(workbook()),
  };
}

const allSheets = (workbook: ReturnType<Desk['engine']['workbook']>): string[] =>
  workbook.getSheets().map((sheet) => sheet.getName());

/** What was asked for; fails the test with the sentence where there was a problem. */
export function good<T>(answer: Answer<T>): T {
  if ('problem' in answer) throw new Error(answer.problem);
  return answer.ok;
}
